"""Taking a study set away as an Anki deck."""

import tempfile
from pathlib import Path

from flask import Response, render_template, request

from quizapp.export.anki import PARTS, preview, write_deck
from quizapp.model import QuizappError, StudySet
from quizapp.services import exporting, library
from quizapp.web.decks import handouts
from quizapp.web.decks.attachment import attachment
from quizapp.web.decks.blueprint import decks
from quizapp.web.decks.cards import KINDS, counted, sample, style_sheet
from quizapp.web.headers import set_policy
from quizapp.web.i18n import lazy_gettext as _
from quizapp.web.site import now, site
from quizapp.web.visitors import actor

__all__ = ["decks", "handouts"]

PART_NAMES = {
    "vocabulary": (_("Words"), _("Each word with its sound, gender, meaning and sentence.")),
    "geopolitics": (
        _("People, places, dates"),
        _("Countries with flag and map, organisations, office-holders, dates."),
    ),
    "questions": (_("Questions"), _("The questions with the sentence that proves each answer.")),
}


@decks.get("/articles/<set_id>/deck")
def choose(set_id: str) -> str:
    with site().database.unit(write=False) as unit:
        reading = library.read_article(unit, set_id=set_id, actor=actor(), now=now())
    offered = [part for part in PARTS if part != "questions" or not reading.keys_kept_back]
    return render_template(
        "decks/choose.html",
        summary=reading.summary,
        parts={part: PART_NAMES[part] for part in offered},
        chosen=request.args.getlist("parts") or offered,
        handouts=_handouts(reading.summary),
    )


@decks.get("/articles/<set_id>/deck/cards")
def cards(set_id: str) -> str:
    study_set, parts = _study_set(set_id), _parts()
    shown = preview(study_set, resources=site().resources, parts=parts)
    with tempfile.TemporaryDirectory() as folder:
        size = len(_package(study_set, parts, Path(folder) / "ledger.json"))
    set_policy(
        default_src="'none'",
        script_src="'none'",
        style_src="'self'",
        img_src="'self' data:",
        font_src="'self'",
        frame_ancestors="'self'",
        sandbox="allow-same-origin",
    )
    return render_template(
        "decks/cards.html", cards=sample(shown), counts=counted(shown), KINDS=KINDS, size=size
    )


@decks.get("/anki-card.css")
def stylesheet() -> Response:
    response = Response(style_sheet(), mimetype="text/css")
    response.cache_control.max_age = 3600
    return response


@decks.get("/articles/<set_id>/deck.apkg")
def download(set_id: str) -> Response:
    data = _package(_study_set(set_id), _parts(), _ledger(set_id))
    return attachment(data, f"{set_id}.apkg", "application/octet-stream")


def _package(study_set: StudySet, parts: frozenset[str], ledger: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "deck.apkg"
        write_deck(
            (study_set,),
            resources=site().resources,
            parts=parts,
            out=out,
            built_at=now(),
            ledger=ledger,
        )
        return out.read_bytes()


def _handouts(summary: library.SetSummary) -> tuple[handouts.Handout, ...]:
    """For who may see the keys."""
    teaches = actor().teaches and (summary.owned or summary.status == "public")
    return handouts.set_handouts(summary.id) if teaches else ()


def _parts() -> frozenset[str]:
    parts = frozenset(request.args.getlist("parts"))
    if not parts or not parts <= set(PARTS):
        raise QuizappError("parts-unknown", f"parts are {', '.join(PARTS)}")
    return parts


def _study_set(set_id: str) -> StudySet:
    with site().database.unit(write=False) as unit:
        return exporting.study_set(unit, set_id=set_id, actor=actor(), now=now())


def _ledger(set_id: str) -> Path:
    """When each note of this set last changed: a second download leaves the others alone."""
    folder = site().settings.instance / "ledgers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{set_id}.json"
