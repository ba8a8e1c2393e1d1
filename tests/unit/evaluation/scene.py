"""A small article with facts as extraction and as a careful reader would give them."""

from datetime import date

from quizapp.facts.extract import Judged
from quizapp.facts.notation.clause import parse_clause
from quizapp.model import Article, Entity, Fact, Span
from quizapp.model.entity import EntityKind
from quizapp.model.fact import FactStatus
from tests.evaluation.corpus import Run
from tests.evaluation.gold import Gold, GoldEntity, GoldFact

SENTENCES = (
    "La maire Jeanne Morel a inauguré le pont de l'Iroise.",
    "Elle quittera Brest mardi.",
    "Le port ferme à minuit.",
)
TEXT = " ".join(SENTENCES)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


ARTICLE = Article(
    id="pont",
    title="Un pont à Brest",
    text=TEXT,
    published_on=date(2017, 4, 6),
    paragraphs=(Span(start=0, end=len(TEXT)),),
    sentences=tuple(_span(sentence) for sentence in SENTENCES),
)


def fact(number: int, clause: str, *, status: FactStatus, confidence: float) -> Fact:
    """A fact of the sentence of that number."""
    span = ARTICLE.sentences[number]
    return Fact(
        id=f"f{number}{status}",
        kind="event",
        segments=parse_clause(clause),
        evidence=ARTICLE.quote(span.start, span.end),
        confidence=confidence,
        status=status,
    )


def entity(name: str, kind: EntityKind) -> Entity:
    return Entity(id=name.lower().replace(" ", "-"), name=name, kind=kind, mentions=(_span(name),))


def gold_fact(number: int, subject: str, verb: str, importance: int, **others: str) -> GoldFact:
    return GoldFact(
        id=f"g{number}{importance}",
        kind="event",
        statement="",
        evidence=SENTENCES[number].replace("'", "’"),
        importance=importance,
        negated=False,
        modality="asserted",
        arguments={"subject": subject, "verb": verb, **others},
    )


FACTS = (
    fact(0, "[subject Jeanne Morel] [verb a inauguré] [object le pont].", status="accepted",
         confidence=0.9),
    fact(1, "[subject La maire] [verb quitte] [object Brest].", status="proposed", confidence=0.4),
)  # fmt: skip
RUN = Run(
    article=ARTICLE,
    name="d999-pont",
    facts=FACTS,
    entities=(entity("Jeanne Morel", "person"), entity("Brest", "person")),
    judged=tuple(Judged(one, frozenset({"agree"}), None) for one in FACTS),
    parse_ms=12.0,
    facts_ms=3.0,
)
GOLD = Gold(
    article="d999-pont.txt",
    facts=(
        gold_fact(0, "Morel", "a inauguré", 3, object="le pont de l'Iroise"),
        gold_fact(1, "Morel", "quitte", 3, object="Brest"),
        gold_fact(1, "Morel", "quitte", 2, object="la Bretagne"),
        gold_fact(2, "le port", "ferme", 3, time="à minuit"),
    ),
    entities=(
        GoldEntity("Jeanne Morel", "person", ("Morel", "la maire")),
        GoldEntity("Brest", "city", ("Brest",)),
        GoldEntity("port de Brest", "place", ("le port",)),
    ),
    traps=("« Elle quittera » : elle = Morel.", "L'heure de fermeture du port est minuit."),
)
