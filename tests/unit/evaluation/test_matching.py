"""When an extracted fact counts as one that was written by hand."""

from datetime import date

import pytest

from quizapp.facts.notation.clause import parse_clause
from quizapp.model import Article, Attribution, Evidence, Fact
from quizapp.model.fact import FactKind, Modality
from quizapp.resources import Resources
from tests.evaluation.gold import Gold, GoldEntity, GoldFact
from tests.evaluation.matching import Matcher

_TEXT = "Le pont a rouvert."
_ENTITIES = (
    GoldEntity("Jeanne Morel", "person", ("Morel", "la maire de Brest", "Jeanne Morel")),
    GoldEntity("Brest", "city", ("Brest",)),
    GoldEntity("France", "country", ("la France", "Paris")),
    GoldEntity("Japon", "country", ("le Japon", "Tokyo")),
)


def _extracted(
    clause: str,
    *,
    kind: FactKind = "event",
    modality: Modality = "asserted",
    negated: bool = False,
    speaker: str | None = None,
    time: str | None = None,
) -> Fact:
    return Fact(
        id="f",
        kind=kind,
        segments=parse_clause(clause),
        modality=modality,
        negated=negated,
        attribution=Attribution(text=speaker) if speaker else None,
        time=time,
        evidence=Evidence(start=0, end=len(_TEXT), text=_TEXT),
    )


def _gold(
    subject: str,
    verb: str,
    *,
    kind: str = "event",
    modality: str = "asserted",
    negated: bool = False,
    **others: str,
) -> GoldFact:
    return GoldFact(
        id="g",
        kind=kind,
        statement="",
        evidence=_TEXT,
        importance=2,
        negated=negated,
        modality=modality,
        arguments={"subject": subject, "verb": verb, **others},
    )


@pytest.fixture(scope="module")
def matcher(resources: Resources) -> Matcher:
    article = Article(
        id="pont", title="Pont", text=_TEXT, paragraphs=(), sentences=(),
        published_on=date(2017, 4, 6),
    )  # fmt: skip
    return Matcher(Gold("pont.txt", (), _ENTITIES), article, resources.verbs)


_SAME = [
    (
        _extracted("[subject Morel] [verb a inauguré] [object le pont de l’Iroise] [link .]"),
        _gold("la maire de Brest", "a inauguré", object="le pont de l'Iroise"),
    ),
    (
        _extracted("[subject Les navires] [verb ont commencé à arriver] [time mardi]."),
        _gold("les navires", "a commencé à arriver", kind="date", time="mardi"),
    ),
    (
        _extracted("[subject Les navires] [verb ont commencé] [complement à arriver au port]."),
        _gold("les navires", "ont commencé à arriver", place="au port"),
    ),
    (
        _extracted("[subject Le pont] [verb a rouvert] [time le mardi 4 avril 2017].",
                   time="2017-04-04"),
        _gold("le pont", "a rouvert", kind="date", time="mardi"),
    ),
    (
        _extracted("[subject Le pont] [verb a été inauguré] [agent par Jeanne Morel]."),
        _gold("Morel", "a inauguré", object="le pont"),
    ),
    (
        _extracted("[subject Jeanne Morel] [verb a inauguré] [object le pont]."),
        _gold("Le pont", "a été inauguré", object="par la maire de Brest"),
    ),
    (
        _extracted("[subject Jeanne Morel] [verb est] [attribute la maire de Brest]."),
        _gold("Jeanne Morel", "est", object="maire de Brest", kind="role"),
    ),
    (
        _extracted("[subject Environ 11 000 pèlerins] [verb ont traversé] [object le pont]."),
        _gold("pèlerins", "ont traversé", object="le pont", quantity="environ 11 000"),
    ),
    (
        _extracted("[frame Morel a écrit :] [complement « Nous fermerons le pont en juin »].",
                   kind="quote", speaker="Jeanne Morel"),
        _gold("la ville de Brest", "fermera", object="le pont", modality="planned",
              attribution="Selon Jeanne Morel"),
    ),
    (
        _extracted("[frame Selon Tokyo,] [subject le pont] [verb est] [attribute solide].",
                   speaker="Tokyo", modality="reported"),
        _gold("le pont", "est", object="solide", attribution="Selon le Japon"),
    ),
    (
        _extracted("[subject Jeanne Morel] [verb a acheté] [object des grues + des bateaux]."),
        _gold("Jeanne Morel", "a acheté", object="des bateaux"),
    ),
    (
        _extracted("[subject La nageuse de 54 ans Jeanne Morel] [verb a quitté] [object Brest]."),
        _gold("la maire de Brest", "quitte", object="Brest", time="alors"),
    ),
    (
        _extracted("[subject La ville de Brest] [verb se trouve] [place en France]."),
        _gold("Brest", "est", place="en France"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "gold"), _SAME, ids=lambda x: getattr(x, "statement", "") or None)
def test_says_the_same(matcher: Matcher, fact: Fact, gold: GoldFact) -> None:
    assert matcher.differences(fact, gold) == ()


_PLAIN = "[subject La France] [verb a vendu] [object dix avions de chasse] [recipient au Japon]."
_SALE = _gold("La France", "a vendu", object="dix avions de chasse", recipient="au Japon")
_DIFFERENT = [
    (_PLAIN.replace("La France", "L’allié de la France"), _SALE, "subject"),
    (_PLAIN.replace("La France", "Le Japon"), _SALE, "subject"),
    (_PLAIN.replace("vendu", "loué"), _SALE, "verb"),
    (_PLAIN.replace("dix avions de chasse", "dix navires"), _SALE, "complements"),
    (_PLAIN.replace("dix avions de chasse", "la chasse"), _SALE, "complements"),
    ("[subject La France] [verb a vendu] [object dix avions].",
     _gold("La France", "a vendu", object="dix avions", recipient="au Japon, son allié"),
     "complements"),
    ("[subject Le pont] [verb a rouvert].",
     _gold("le pont", "a rouvert", kind="date", time="mardi"), "complements"),
    ("[subject Environ 1 100 pèlerins] [verb ont traversé] [object le pont].",
     _gold("pèlerins", "ont traversé", object="le pont", quantity="environ 11 000"),
     "complements"),
    ("[subject Jeanne Morel] [verb est] [attribute la sœur de Jeanne Morel].",
     _gold("Jeanne Morel", "est", kind="role", object="la maire de Brest"), "complements"),
    ("[subject Jeanne Morel] [verb achète] [object un pont].",
     _gold("Jeanne Morel et Paul Le Goff", "achètent", object="un pont"), "subject"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "gold", "difference"), _DIFFERENT)
def test_says_something_else(
    matcher: Matcher, clause: str, gold: GoldFact, difference: str
) -> None:
    assert matcher.differences(_extracted(clause), gold) == (difference,)


def test_polarity_and_modality_are_compared(matcher: Matcher) -> None:
    assert matcher.matches(_extracted(_PLAIN), _SALE)
    assert matcher.differences(_extracted(_PLAIN, negated=True), _SALE) == ("negated",)
    assert matcher.differences(_extracted(_PLAIN, modality="planned"), _SALE) == ("modality",)
    assert matcher.differences(_extracted(_PLAIN, modality="reported"), _SALE) == ("modality",)


def test_the_speaker_is_compared_where_gold_names_one(matcher: Matcher) -> None:
    said = _gold("le pont", "est", object="solide", attribution="Selon Jeanne Morel")
    clause = "[subject Le pont] [verb est] [attribute solide]."
    assert matcher.differences(_extracted(clause), said) == ("speaker",)
    assert matcher.differences(_extracted(clause, speaker="Tokyo"), said) == ("speaker",)
    assert matcher.matches(_extracted(clause, speaker="la maire de Brest"), said)
