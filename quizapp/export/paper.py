"""A printed page: the text, the questions, then on a leaf of its own the key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.model import (
    Article,
    Cloze,
    Evidence,
    MapQuestion,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    StudySet,
    TrueFalse,
)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Block:
    """A paragraph or a heading; paragraphs are numbered from 1, headings are not."""

    text: str
    is_heading: bool
    number: int | None


@dataclass(frozen=True)
class PaperChoice:
    """An option with the mark printed before it: a letter, or nothing for a box to tick."""

    mark: str
    text: str


@dataclass(frozen=True)
class PaperQuestion:
    """What the learner sees; it holds nothing of the answer.

    `lefts` are the left-hand sides of a matching; `lines` is how many lines to write on;
    `instruction` is the consigne, in the vous imperative.
    """

    number: int
    kind: str
    instruction: str
    prompt: str
    choices: tuple[PaperChoice, ...]
    lefts: tuple[PaperChoice, ...]
    lines: int
    points: int


@dataclass(frozen=True)
class PaperKey:
    """The answer to one question, with the words of the article that prove it."""

    number: int
    answer: str
    rationale: str
    evidence: tuple[str, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class PaperSheet:
    """Everything that a template needs to print; plain text throughout."""

    title: str
    source: str | None
    licence: str | None
    published_on: date | None
    blocks: tuple[Block, ...]
    questions: tuple[PaperQuestion, ...]
    key: tuple[PaperKey, ...]
    points: int


def paper_sheet(study_set: StudySet, questions: Sequence[Question] | None = None) -> PaperSheet:
    """The sheet of these questions, by default of all that nobody rejected."""
    chosen = [
        question
        for question in (study_set.questions if questions is None else questions)
        if questions is not None or question.status != "rejected"
    ]
    article, blocks = study_set.article, _blocks(study_set.article)
    printed = tuple(_question(n, question) for n, question in enumerate(chosen, start=1))
    return PaperSheet(
        title=article.title,
        source=article.source,
        licence=article.licence,
        published_on=article.published_on,
        blocks=blocks,
        questions=printed,
        key=tuple(_key(n, question, article) for n, question in enumerate(chosen, start=1)),
        points=sum(question.points for question in printed),
    )


def _blocks(article: Article) -> tuple[Block, ...]:
    spans = sorted((*article.headings, *article.paragraphs), key=lambda span: span.start)
    numbers = {span: n for n, span in enumerate(article.paragraphs, start=1)}
    return tuple(
        Block(article.text[span.start : span.end], span not in numbers, numbers.get(span))
        for span in spans
    )


_INSTRUCTIONS = {
    "multiple_choice": "Cochez la bonne réponse.",
    "multiple_response": "Cochez les bonnes réponses.",
    "true_false": "Cochez la bonne réponse.",
    "short_answer": "Répondez en quelques mots.",
    "numeric": "Répondez par un nombre.",
    "cloze": "Complétez.",
    "matching": "Associez\u202f: écrivez la lettre qui convient.",
    "ordering": "Numérotez dans l’ordre.",
    "map": "Écrivez le nom du pays.",
}
_JUSTIFY = " Justifiez\u202f: citez la phrase du texte."


def _question(number: int, question: Question) -> PaperQuestion:
    justified = isinstance(question, TrueFalse) and question.justification
    lettered = question.kind in ("multiple_choice", "multiple_response", "matching")
    return PaperQuestion(
        number=number,
        kind=question.kind,
        instruction=_INSTRUCTIONS[question.kind] + (_JUSTIFY if justified else ""),
        prompt=question.prompt,
        choices=tuple(
            PaperChoice(LETTERS[n] if lettered else "", choice.text)
            for n, choice in enumerate(question.choices)
        ),
        lefts=tuple(
            PaperChoice(str(n), left)
            for n, (left, _) in enumerate(
                question.answer if isinstance(question, Matching) else (), start=1
            )
        ),
        lines=2 if justified else int(question.kind in ("short_answer", "numeric", "map")),
        points=2 if justified else 1,
    )


def _key(number: int, question: Question, article: Article) -> PaperKey:
    rationales = dict.fromkeys(c.rationale for c in question.choices if c.correct and c.rationale)
    return PaperKey(
        number=number,
        answer=_ANSWERS[question.kind](question),
        rationale=" ".join(rationales),
        evidence=tuple(evidence.text for evidence in question.evidence),
        paragraphs=_paragraphs(article, question.evidence),
    )


def _paragraphs(article: Article, evidence: Sequence[Evidence]) -> tuple[int, ...]:
    return tuple(
        n
        for n, paragraph in enumerate(article.paragraphs, start=1)
        if any(paragraph.overlaps(stretch) for stretch in evidence)
    )


def _lettered(question: MultipleChoice | MultipleResponse) -> str:
    return ", ".join(
        f"{LETTERS[n]}. {choice.text}"
        for n, choice in enumerate(question.choices)
        if choice.correct
    )


def _said(question: TrueFalse | ShortAnswer | Numeric | MapQuestion) -> str:
    return question.key_text


def _filled(question: Cloze) -> str:
    return " · ".join(accepted[0] for accepted in question.answer)


def _paired(question: Matching) -> str:
    letters = {choice.text: LETTERS[n] for n, choice in enumerate(question.choices)}
    return " · ".join(
        f"{n} – {letters[right]}" for n, (_, right) in enumerate(question.answer, start=1)
    )


def _ranked(question: Ordering) -> str:
    ranks = {text: rank for rank, text in enumerate(question.answer, start=1)}
    return " · ".join(str(ranks[choice.text]) for choice in question.choices)


_ANSWERS: Mapping[str, Callable[..., str]] = {
    "multiple_choice": _lettered,
    "multiple_response": _lettered,
    "true_false": _said,
    "short_answer": _said,
    "numeric": _said,
    "cloze": _filled,
    "matching": _paired,
    "ordering": _ranked,
    "map": _said,
}
