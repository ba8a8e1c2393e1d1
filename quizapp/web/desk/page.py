"""What the workbench shows: the text with strokes, proposals in the order of doubt."""

from dataclasses import dataclass

from quizapp.model import Fact, Question
from quizapp.services.authoring import Desk, Flag
from quizapp.web.markup import Block, blocks

CERTAIN = 0.8


@dataclass(frozen=True)
class QuestionItem:
    """A question with the facts that it rests on and what was said against it."""

    question: Question
    facts: tuple[Fact, ...]
    flags: tuple[Flag, ...]

    @property
    def uncertain(self) -> bool:
        """Not for `accept_confident`: a person must read it."""
        return self.question.status == "proposed" and not all(map(_is_sure, self.facts))


def _is_sure(fact: Fact) -> bool:
    if fact.status == "proposed":
        return not fact.warnings and (fact.confidence is None or fact.confidence >= CERTAIN)
    return fact.status == "accepted"


@dataclass(frozen=True)
class Page:
    """Questions first: those flagged, then in doubt, then the rest, each in the text's order."""

    desk: Desk
    text: tuple[Block, ...]
    questions: tuple[QuestionItem, ...]
    facts: tuple[Fact, ...]

    def having(self, status: str) -> tuple[QuestionItem, ...]:
        return tuple(item for item in self.questions if item.question.status == status)

    @property
    def sure(self) -> tuple[QuestionItem, ...]:
        """Proposals that nothing speaks against: those that one button approves."""
        return tuple(item for item in self.having("proposed") if not item.uncertain)

    @property
    def accepted(self) -> tuple[Question, ...]:
        return tuple(item.question for item in self.having("accepted"))


def build(desk: Desk) -> Page:
    study_set = desk.study_set
    by_id = {fact.id: fact for fact in study_set.facts}
    items = tuple(
        QuestionItem(
            question=question,
            facts=tuple(by_id[fact_id] for fact_id in question.facts),
            flags=tuple(flag for flag in desk.flags if flag.question_id == question.id),
        )
        for question in study_set.questions
    )
    strokes = {f"question-{q.id}": q.evidence for q in study_set.questions}
    strokes |= {f"fact-{fact.id}": (fact.evidence,) for fact in study_set.facts}
    return Page(
        desk=desk,
        text=blocks(study_set.article, strokes),
        questions=tuple(sorted(items, key=lambda item: (not item.flags, not item.uncertain))),
        facts=tuple(sorted(study_set.facts, key=lambda fact: fact.evidence.start)),
    )
