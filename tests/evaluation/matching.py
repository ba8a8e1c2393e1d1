"""Whether an extracted fact says what a gold fact says: right, and whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from quizapp.french import dates
from quizapp.french.verbs import Verbs
from quizapp.model import Article, Fact
from quizapp.nlp.markers import speech_verb
from tests.evaluation.gold import Gold, GoldFact
from tests.evaluation.phrases import Phrase, Reader

Difference = Literal["subject", "verb", "complements", "modality", "negated", "speaker"]

_HALF = 0.5
_OF_KIND = {"date": "time", "cause": "cause", "quantity": "quantity"}
"""The complement without which a fact of that kind says nothing."""
_LOCATED = frozenset({"être", "trouver", "situer"})
_FIRST_PERSON = frozenset("je j nous notre nos mon ma mes".split())


@dataclass(frozen=True)
class Clause:
    """One way to read an extracted fact: in the active, the passive, or as quoted words."""

    subject: str
    verb: str
    rest: str
    """Every other word that it prints, the frame left aside."""
    speaker: str = ""
    quoted: bool = False
    """All its words are in `rest`; polarity and modality are theirs."""


class Matcher:
    """Compares the facts of one article with its gold facts."""

    def __init__(self, gold: Gold, article: Article, verbs: Verbs) -> None:
        self._verbs = verbs
        self._published = article.published_on
        self._reader = Reader(verbs, [(e.name, *e.aliases) for e in gold.entities])

    def matches(self, fact: Fact, gold: GoldFact) -> bool:
        return not self.differences(fact, gold)

    def differences(self, fact: Fact, gold: GoldFact) -> tuple[Difference, ...]:
        """What keeps them apart in the reading that is nearest; nothing when they match."""
        readings = [
            self._compare(clause, fact, wanted)
            for clause in clauses_of(fact, self._verbs)
            for wanted in _voices(gold)
        ]
        return min(readings, key=len)

    def _compare(self, clause: Clause, fact: Fact, gold: GoldFact) -> tuple[Difference, ...]:
        holds: dict[Difference, bool] = {
            "subject": self._same_subject(clause, gold),
            "verb": self._same_verb(clause, gold),
            "complements": self._has_complements(clause, fact, gold),
            "modality": clause.quoted or _same_modality(fact, gold),
            "negated": clause.quoted or fact.negated == gold.negated,
            "speaker": self._same_speaker(clause, gold),
        }
        return tuple(name for name, same in holds.items() if not same)

    def _same_subject(self, clause: Clause, gold: GoldFact) -> bool:
        wanted = self._reader.phrase(gold.subject)
        if clause.quoted:
            words = self._reader.phrase(clause.rest)
            first = _FIRST_PERSON & set(clause.rest.lower().replace("’", " ").split())
            return bool(first) or _holds(words, wanted)
        found = self._reader.phrase(clause.subject)
        named = wanted | self._reader.phrase(gold.arguments.get("quantity", ""))
        about = not found.words or any(named.has(head) for head in found.heads)
        return _holds(found, wanted) and about

    def _same_verb(self, clause: Clause, gold: GoldFact) -> bool:
        wanted = self._reader.group(gold.verb)
        if clause.quoted:
            return bool(wanted[-1] & self._reader.lemmas(clause.rest))
        found = self._reader.group(clause.verb)
        if found[-1] & wanted[-1] or (found[-1] & _LOCATED and wanted[-1] & _LOCATED):
            return True
        whole = self._reader.lemmas(f"{clause.verb} {clause.rest}")
        asked = self._reader.lemmas(f"{gold.verb} {' '.join(gold.complements.values())}")
        return (_among(found[-1], wanted) and bool(wanted[-1] & whole)) or (
            _among(wanted[-1], found) and bool(found[-1] & asked)
        )

    def _has_complements(self, clause: Clause, fact: Fact, gold: GoldFact) -> bool:
        pool = self._reader.phrase(f"{clause.verb} {clause.rest}")
        counted = pool | self._reader.phrase(clause.subject)
        subject = self._reader.phrase(gold.subject)
        wanted = {role: self._reader.phrase(text).without_names(subject.names)
                  for role, text in gold.complements.items()}  # fmt: skip
        needed = {"object", _OF_KIND.get(gold.kind, "object")} & wanted.keys()
        if not all(_holds(pool, wanted[role]) or self._same_time(fact, gold.arguments[role])
                   for role in needed - {"quantity"}):  # fmt: skip
            return False
        quantity = wanted.get("quantity")
        if quantity and not (_holds(counted, quantity) and _same_figures(counted, quantity)):
            return False
        others = [(role, phrase) for role, phrase in wanted.items() if role not in needed]
        total = sum(len(phrase.words) for _, phrase in others)
        found = sum(len(phrase.words) * self._share(counted, phrase, fact, gold.arguments[role])
                    for role, phrase in others)  # fmt: skip
        return found >= _HALF * total

    def _share(self, pool: Phrase, wanted: Phrase, fact: Fact, text: str) -> float:
        return 1.0 if self._same_time(fact, text) else pool.covers(wanted)

    def _same_time(self, fact: Fact, text: str) -> bool:
        """« mardi » and « le mardi 4 avril 2017 » are one day."""
        day = dates.parse(text, self._published)
        return day is not None and day == fact.time

    def _same_speaker(self, clause: Clause, gold: GoldFact) -> bool:
        if not gold.attribution or gold.attribution == gold.subject:
            return True
        if clause.speaker == "l’auteur":
            return "article" in gold.attribution or "auteur" in gold.attribution
        wanted = self._reader.phrase(_without_selon(gold.attribution))
        return bool(clause.speaker) and self._reader.phrase(clause.speaker).covers(wanted) >= _HALF


def clauses_of(fact: Fact, verbs: Verbs) -> Iterator[Clause]:
    """The fact as it stands, turned from passive to active, and what is said in it."""
    words = {role: " ".join(s.text for s in fact.segments if s.role == role)
             for role in ("subject", "verb", "agent")}  # fmt: skip
    rest = " ".join(s.text for s in fact.segments if s.role not in {"subject", "verb", "frame"})
    speaker = fact.attribution.text if fact.attribution else ""
    plain = Clause(words["subject"], words["verb"], rest, speaker)
    if not words["verb"]:
        yield replace(plain, quoted=True)
        return
    yield plain
    if words["agent"]:
        yield Clause(words["agent"].removeprefix("par "), words["verb"],
                     f"{words['subject']} {rest}", speaker)  # fmt: skip
    if plain.verb.split()[-1] in {"est", "était", "sont", "étaient"}:
        yield Clause(rest, plain.verb, plain.subject, speaker)
    told = any(re.match("qu(?:e |’)", s.text) for s in fact.segments)
    if told and speech_verb(verbs, plain.verb.split()[-1]):
        yield Clause("", "", rest, plain.subject, quoted=True)


def _voices(gold: GoldFact) -> Iterable[GoldFact]:
    """The gold fact as written, and in the active where an argument begins with « par »."""
    yield gold
    for role, text in gold.complements.items():
        if role != "time" and text.startswith("par "):
            others = {r: t for r, t in gold.arguments.items() if r not in {role, "object"}}
            turned = {**others, "subject": text.removeprefix("par "), "object": gold.subject}
            yield replace(gold, arguments=turned)


def _holds(found: Phrase, wanted: Phrase) -> bool:
    """All the heads of what is wanted, and half of its words."""
    heads = wanted.heads if wanted.words else ()
    return all(found.has(head) for head in heads) and found.covers(wanted) >= _HALF


def _same_figures(found: Phrase, wanted: Phrase) -> bool:
    figures = {key for key in wanted.keys if key[:1].isdigit()}
    return figures <= found.keys


def _same_modality(fact: Fact, gold: GoldFact) -> bool:
    """Behind a named speaker, « reported » says no more than any other modality."""
    attributed = bool(gold.attribution) and fact.attribution is not None
    either = {fact.modality, gold.modality}
    return len(either) == 1 or (attributed and "reported" in either)


def _among(lemmas: frozenset[str], chain: Iterable[frozenset[str]]) -> bool:
    return any(lemmas & other for other in chain)


def _without_selon(speaker: str) -> str:
    for opening in ("Selon ", "selon ", "D'après ", "d'après ", "par "):
        speaker = speaker.removeprefix(opening)
    return speaker
