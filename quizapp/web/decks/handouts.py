"""What a teacher takes to class: a printed sheet, files for Moodle; of a set or of one quiz."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from flask import Response, render_template, url_for

from quizapp.export import gift, moodle_xml
from quizapp.export.left_out import LeftOut
from quizapp.export.paper import paper_sheet
from quizapp.model import StudySet
from quizapp.services import exporting
from quizapp.web.decks.attachment import attachment
from quizapp.web.decks.blueprint import decks
from quizapp.web.site import now, site
from quizapp.web.visitors import actor


@dataclass(frozen=True)
class Handout:
    """A file to download; `left_out` counts by reason the questions that it cannot hold."""

    name: str
    href: str
    left_out: tuple[tuple[str, int], ...]


@decks.get("/articles/<set_id>/paper")
def paper(set_id: str) -> str:
    return _paper(_set(set_id), set_handouts(set_id))


@decks.get("/articles/<set_id>/questions.gift")
def gift_file(set_id: str) -> Response:
    return _gift(_set(set_id), set_id)


@decks.get("/articles/<set_id>/questions.xml")
def moodle_file(set_id: str) -> Response:
    return _moodle(_set(set_id), set_id)


@decks.get("/quizzes/<int:quiz_id>/paper")
def quiz_paper(quiz_id: int) -> str:
    return _paper(_quiz(quiz_id), quiz_handouts(quiz_id))


@decks.get("/quizzes/<int:quiz_id>/questions.gift")
def quiz_gift(quiz_id: int) -> Response:
    study_set = _quiz(quiz_id)
    return _gift(study_set, f"{study_set.id}-quiz-{quiz_id}")


@decks.get("/quizzes/<int:quiz_id>/questions.xml")
def quiz_moodle(quiz_id: int) -> Response:
    study_set = _quiz(quiz_id)
    return _moodle(study_set, f"{study_set.id}-quiz-{quiz_id}")


def set_handouts(set_id: str) -> tuple[Handout, ...]:
    """The files of a whole set."""
    return _handouts(
        _set(set_id),
        moodle=url_for("decks.moodle_file", set_id=set_id),
        gift_address=url_for("decks.gift_file", set_id=set_id),
    )


def quiz_handouts(quiz_id: int) -> tuple[Handout, ...]:
    """The files of one quiz."""
    return _handouts(
        _quiz(quiz_id),
        moodle=url_for("decks.quiz_moodle", quiz_id=quiz_id),
        gift_address=url_for("decks.quiz_gift", quiz_id=quiz_id),
    )


def _handouts(study_set: StudySet, *, moodle: str, gift_address: str) -> tuple[Handout, ...]:
    offered: tuple[tuple[str, str, Callable[[StudySet], tuple[LeftOut, ...]]], ...] = (
        ("Moodle XML", moodle, moodle_xml.left_out),
        ("GIFT", gift_address, gift.left_out),
    )
    return tuple(Handout(name, href, _reasons(out(study_set))) for name, href, out in offered)


def _reasons(left_out: tuple[LeftOut, ...]) -> tuple[tuple[str, int], ...]:
    reasons = sorted(found.reason for found in left_out)
    return tuple((reason, len(list(same))) for reason, same in groupby(reasons))


def _set(set_id: str) -> StudySet:
    with site().database.unit(write=False) as unit:
        return exporting.study_set(unit, set_id=set_id, actor=actor(), now=now(), teaching=True)


def _quiz(quiz_id: int) -> StudySet:
    with site().database.unit(write=False) as unit:
        return exporting.quiz_set(unit, quiz_id=quiz_id, actor=actor())


def _paper(study_set: StudySet, handouts: tuple[Handout, ...]) -> str:
    return render_template("decks/paper.html", sheet=paper_sheet(study_set), handouts=handouts)


def _gift(study_set: StudySet, name: str) -> Response:
    return attachment(gift.render(study_set).encode(), f"{name}.gift.txt", "text/plain")


def _moodle(study_set: StudySet, name: str) -> Response:
    data = moodle_xml.render(study_set).encode()
    return attachment(data, f"{name}.moodle.xml", "application/xml")
