"""What the workbench shows: the text with strokes beside its questions or beside its facts."""

from dataclasses import dataclass

from quizapp.model import Fact, Question
from quizapp.services.authoring import Desk, Flag, is_confident
from quizapp.web.desk.fact_list import Listing, Shown, listing
from quizapp.web.markup import Block, blocks


@dataclass(frozen=True)
class QuestionItem:
    """A question with the facts that it rests on and what was said against it."""

    question: Question
    facts: tuple[Fact, ...]
    flags: tuple[Flag, ...]

    @property
    def uncertain(self) -> bool:
        """Not for `accept_confident`: a person must read it."""
        return self.question.status == "proposed" and not all(
            fact.status == "accepted" or is_confident(fact) for fact in self.facts
        )


@dataclass(frozen=True)
class QuestionsPage:
    """Questions first: those flagged, then in doubt, then the rest, each in the text's order."""

    desk: Desk
    text: tuple[Block, ...]
    questions: tuple[QuestionItem, ...]

    def having(self, status: str) -> tuple[QuestionItem, ...]:
        return tuple(item for item in self.questions if item.question.status == status)

    @property
    def sure(self) -> tuple[QuestionItem, ...]:
        """Proposals that nothing speaks against: those that one button approves."""
        return tuple(item for item in self.having("proposed") if not item.uncertain)


@dataclass(frozen=True)
class FactsPage:
    """The facts that a filter lets through; `sure` are those that one button accepts."""

    desk: Desk
    text: tuple[Block, ...]
    listing: Listing
    sure: int

    @property
    def warned(self) -> int:
        """Facts to read because of a warning."""
        facts = self.desk.study_set.facts
        return sum(fact.status == "proposed" and bool(fact.warnings) for fact in facts)


Page = QuestionsPage | FactsPage


def questions_page(desk: Desk) -> QuestionsPage:
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
    return QuestionsPage(
        desk=desk,
        text=blocks(study_set.article, strokes),
        questions=tuple(sorted(items, key=lambda item: (not item.flags, not item.uncertain))),
    )


def facts_page(desk: Desk, *, shown: Shown, number: int | None, focus: str) -> FactsPage:
    facts = desk.study_set.facts
    strokes = {f"fact-{fact.id}": (fact.evidence,) for fact in facts}
    return FactsPage(
        desk=desk,
        text=blocks(desk.study_set.article, strokes),
        listing=listing(facts, shown=shown, number=number, focus=focus),
        sure=sum(map(is_confident, facts)),
    )
