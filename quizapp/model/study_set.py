"""The study set: the one document that every room makes, keeps, teaches from or exports."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from quizapp.model.article import Article
from quizapp.model.base import Noun
from quizapp.model.entity import Entity
from quizapp.model.fact import Fact
from quizapp.model.lexeme import Lexeme
from quizapp.model.question import Question
from quizapp.model.span import Evidence

SCHEMA: Literal["quizapp/study-set/1"] = "quizapp/study-set/1"


class Timings(Noun):
    """Wall-clock milliseconds of each step; printed, never stored."""

    read_ms: float = 0
    parse_ms: float = 0
    facts_ms: float = 0
    questions_ms: float = 0
    words_ms: float = 0


class StudySet(Noun):
    """An article with what was made of it; `id` is the article's.

    `questions` are in the order in which a quiz would ask them: the first N are a good quiz of N.
    Two study sets are equal when all but their timings are.
    """

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    schema_name: Literal["quizapp/study-set/1"] = Field(default=SCHEMA, alias="schema")
    article: Article
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    lexemes: tuple[Lexeme, ...] = ()
    timings: Timings = Timings()

    @property
    def id(self) -> str:
        return self.article.id

    def fact(self, fact_id: str) -> Fact:
        return next(fact for fact in self.facts if fact.id == fact_id)

    def entity(self, entity_id: str) -> Entity | None:
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, StudySet):
            return NotImplemented
        return self._content() == other._content()

    def __hash__(self) -> int:
        return hash(self._content())

    def _content(self) -> tuple[object, ...]:
        return (self.article, self.entities, self.facts, self.questions, self.lexemes)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for things in (self.entities, self.facts, self.questions, self.lexemes):
            counts = Counter(thing.id for thing in things)
            twice = [thing_id for thing_id, n in counts.items() if n > 1]
            if twice:
                raise ValueError(f"ids used twice: {', '.join(twice)}")
        return self

    @model_validator(mode="after")
    def _references_resolve(self) -> Self:
        facts = {fact.id for fact in self.facts}
        for question in self.questions:
            if missing := set(question.facts) - facts:
                raise ValueError(f"question {question.id} rests on unknown facts {missing}")
        entities = {entity.id for entity in self.entities}
        for fact in self.facts:
            if unknown := set(fact.entities) - entities:
                raise ValueError(f"fact {fact.id} names unknown entities {unknown}")
        return self

    @model_validator(mode="after")
    def _evidence_is_exact(self) -> Self:
        for name, evidence in self._evidence():
            if self.article.text[evidence.start : evidence.end] != evidence.text:
                raise ValueError(f"the evidence of {name} is not in the text at {evidence.start}")
        return self

    def _evidence(self) -> Iterable[tuple[str, Evidence]]:
        yield from ((fact.id, fact.evidence) for fact in self.facts)
        yield from ((q.id, evidence) for q in self.questions for evidence in q.evidence)
        yield from ((lexeme.id, lexeme.sentence) for lexeme in self.lexemes if lexeme.sentence)
