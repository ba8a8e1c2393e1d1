"""Who holds which charge, and who says what."""

import re
from collections.abc import Iterator

from quizapp.french import elision
from quizapp.model import AUTHOR, Fact
from quizapp.model.fact import join_segments
from quizapp.questions.asking.stem import Sort, Stem, question
from quizapp.questions.asking.who import names_it
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause

OFFICE = re.compile(
    r"^(?:le |la |l’)?(?:nouve(?:au|l|lle) |ancien(?:ne)? |actuel(?:le)? |haut |premi[eè]re? "
    r"|vice-|co-?)*(?:président|ministre|secrétaire|porte-parole|direct|chef|dirigeant|premi|gouverneur|"
    r"ambassad|maire|roi|reine|chancel|commissaire|patron|professeur|général|responsable|député|"
    r"sénat|émissaire|représentant|conseill|fondat|journaliste|chercheu|analyste|procureur|juge|"
    r"numéro)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^«.*»$", re.DOTALL)
_THAT = re.compile(r"\s(?:que|qu[’'])\s*$")


def office(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« Quelle est la fonction de John Kirby ? »"""
    asked = clause.part("attribute")
    entity = clause.subject.entity
    if asked is None or entity is None or bench.kind(entity) != "person":
        return
    if bench.lemma(clause.fact) != "être" or not OFFICE.match(asked.text):
        return
    if not names_it(clause.subject.text, entity, bench) or not is_plain_office(clause):
        return
    verb = "était" if clause.verb == "était" else "est"
    if clause.verb not in ("est", "était"):
        return
    when = clause.after_verb(without=[asked])
    whose = elision.contract("de", bench.name(entity))
    prompt = question(
        clause.speaker or "D’après l’article,", f"quelle {verb} la fonction", whose, *when
    )
    yield Stem(clause.fact, "role", "role", prompt, asked.text, entity=entity)


def is_plain_office(clause: Clause) -> bool:
    """Nothing but the charge and perhaps its time."""
    return {segment.role for segment in clause.rest} <= {"attribute", "time", "link"}


def speaker(fact: Fact, clause: Clause | None, bench: Bench) -> Iterator[Stem]:
    """« Qui a déclaré : « … » ? », « Qui a reconnu que … ? »"""
    said = fact.attribution
    if said is None or said.entity is None or said.text == AUTHOR:
        return
    sorts: dict[str | None, tuple[Sort, str]] = {
        "person": ("person", "qui"),
        "country": ("country", "quel pays"),
        "organisation": ("organisation", _lower(bench.organisation_noun(said.entity))),
    }
    found = sorts.get(bench.kind(said.entity))
    prompt = _who_says(fact, clause, found[1]) if found else None
    if found and prompt:
        name = bench.name(said.entity)
        yield Stem(fact, "speaker", found[0], prompt, name, entity=said.entity)


def _who_says(fact: Fact, clause: Clause | None, who: str) -> str | None:
    quoted = quotation(fact)
    if quoted:
        return question(f"D’après l’article, {who} a déclaré :", quoted)
    if clause is None or fact.segment("frame") is None:
        return None
    frame = fact.segment("frame")
    text = frame.text if frame else ""
    name = fact.attribution.text if fact.attribution else ""
    if text.startswith(name) and _THAT.search(text):
        verb = _THAT.sub("", text[len(name) :]).strip()
        if re.match(r"(?:a|ont|avait|avaient) \w+$", verb):
            singular = re.sub(r"^ont", "a", re.sub(r"^avaient", "avait", verb))
            return question(f"{elision.upper_initial(who)} {singular}", _that(clause.core))
        return None
    if text.startswith(("Selon", "D’après")):
        return question(f"D’après l’article, {who} affirme", _that(clause.core))
    return None


def quotation(fact: Fact) -> str | None:
    """The verbatim words of a quote fact, guillemets included."""
    body = [s for s in fact.segments if s.role not in ("frame", "link")]
    text = join_segments([s.text for s in body])
    alone = len(body) == 1 and body[0].role == "complement"
    return text.rstrip(" .,") if alone and _QUOTED.match(text.rstrip(" .,")) else None


def _that(core: str) -> str:
    return elision.join("que", core)


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
