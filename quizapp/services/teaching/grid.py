"""The grid learner × question of an assignment."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from quizapp.model import Question, QuizappError
from quizapp.services.access import Actor
from quizapp.services.questions import Feedback
from quizapp.services.sets import load_questions
from quizapp.services.taking.answers import feedback_of
from quizapp.services.teaching.assignments import Assignment, assignment_of, own_assignment
from quizapp.services.teaching.learners import learners
from quizapp.store import Unit
from quizapp.store.tables import AttemptRow, CourseRow, QuizRow, ResponseRow
from quizapp.study import statistics


@dataclass(frozen=True, kw_only=True)
class Cell:
    """`score` is None where nothing was answered."""

    score: float | None
    remarked: bool


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """`score` is None for a learner who has not begun."""

    user_id: int
    nickname: str
    cells: tuple[Cell, ...]
    score: float | None
    finished_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class GridColumn:
    """Facility and discrimination are None while too few learners have answered."""

    question_id: str
    prompt: str
    facility: float | None
    discrimination: float | None


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Of each learner the best finished attempt, else the open one."""

    assignment: Assignment
    timezone: str
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What one learner answered in the attempt that the grid shows, in the order of the quiz."""

    assignment: Assignment
    nickname: str
    items: tuple[Feedback, ...]


@dataclass(frozen=True)
class _Sheet:
    """One attempt with its answers by question."""

    attempt: AttemptRow
    answers: dict[str, ResponseRow]

    @property
    def score(self) -> float:
        return sum(a.score for a in self.answers.values()) / len(self.attempt.plan)


def grid(unit: Unit, *, assignment_id: int, actor: Actor) -> Grid:
    row = own_assignment(unit, assignment_id=assignment_id, actor=actor)
    quiz = unit.session.get_one(QuizRow, row.quiz_id)
    sheets = _sheets(unit, assignment_id)
    by_id = {q.id: q for q in load_questions(unit, set_id=quiz.article_id)}
    asked = _asked(quiz, sheets)
    best = {user_id: _best(own) for user_id, own in sheets.items()}
    return Grid(
        assignment=assignment_of(unit, row),
        timezone=unit.session.get_one(CourseRow, row.course_id).timezone,
        columns=tuple(_column(by_id[q], asked, sheets) for q in asked),
        rows=tuple(
            _row(learner.user_id, learner.nickname, asked, best.get(learner.user_id))
            for learner in learners(unit, course_id=row.course_id)
        ),
    )


def answers(unit: Unit, *, assignment_id: int, user_id: int, actor: Actor) -> Answers:
    """Raises `learner-unknown` for somebody outside the course."""
    row = own_assignment(unit, assignment_id=assignment_id, actor=actor)
    found = {who.user_id: who for who in learners(unit, course_id=row.course_id)}
    if user_id not in found:
        raise QuizappError("learner-unknown", f"{user_id} is not in course {row.course_id}")
    own = _sheets(unit, assignment_id).get(user_id)
    return Answers(
        assignment=assignment_of(unit, row),
        nickname=found[user_id].nickname,
        items=_items(unit, _best(own)) if own else (),
    )


def _items(unit: Unit, sheet: _Sheet) -> tuple[Feedback, ...]:
    order = [str(step["question"]) for step in sheet.attempt.plan]
    given = sorted(sheet.answers.values(), key=lambda answer: order.index(answer.question_id))
    return feedback_of(unit, sheet.attempt, given)


def grid_rows(
    grid: Grid, *, labels: tuple[str, str, str] = ("Nom", "Note (%)", "Terminé le")
) -> list[list[str]]:
    """Header and rows as a French spreadsheet reads them: percentages, decimal commas, the
    course's local time."""
    zone = ZoneInfo(grid.timezone)
    rows = [[labels[0], *(column.prompt for column in grid.columns), *labels[1:]]]
    for row in grid.rows:
        ended = row.finished_at.astimezone(zone) if row.finished_at else None
        rows.append(
            [
                row.nickname,
                *(_percent(cell.score) for cell in row.cells),
                _percent(row.score),
                f"{ended:%d/%m/%Y %H:%M}" if ended else "",
            ]
        )
    return rows


def _percent(score: float | None) -> str:
    return "" if score is None else f"{score * 100:.1f}".replace(".", ",").removesuffix(",0")


def _sheets(unit: Unit, assignment_id: int) -> dict[int, list[_Sheet]]:
    """The attempts of each learner, in order."""
    attempts = unit.session.scalars(
        select(AttemptRow).where(AttemptRow.assignment_id == assignment_id).order_by(AttemptRow.id)
    ).all()
    answers: defaultdict[int, dict[str, ResponseRow]] = defaultdict(dict)
    query = select(ResponseRow).where(ResponseRow.attempt_id.in_([a.id for a in attempts]))
    for answer in unit.session.scalars(query):
        answers[answer.attempt_id][answer.question_id] = answer
    sheets: defaultdict[int, list[_Sheet]] = defaultdict(list)
    for attempt in attempts:
        sheets[attempt.user_id].append(_Sheet(attempt, answers[attempt.id]))
    return dict(sheets)


def _asked(quiz: QuizRow, sheets: dict[int, list[_Sheet]]) -> list[str]:
    """The quiz's questions, then those that it held when somebody took it."""
    taken = [
        str(step["question"])
        for own in sheets.values()
        for sheet in own
        for step in sheet.attempt.plan
    ]
    return list(dict.fromkeys([*quiz.picks, *taken]))


def _best(sheets: Sequence[_Sheet]) -> _Sheet:
    finished = [sheet for sheet in sheets if sheet.attempt.finished_at is not None]
    return max(finished, key=lambda sheet: sheet.score) if finished else sheets[-1]


def _row(user_id: int, nickname: str, asked: Sequence[str], sheet: _Sheet | None) -> GridRow:
    answers = sheet.answers if sheet else {}
    return GridRow(
        user_id=user_id,
        nickname=nickname,
        cells=tuple(_cell(answers.get(question_id)) for question_id in asked),
        score=sheet.score if sheet else None,
        finished_at=sheet.attempt.finished_at if sheet else None,
    )


def _cell(answer: ResponseRow | None) -> Cell:
    if answer is None:
        return Cell(score=None, remarked=False)
    return Cell(score=answer.score, remarked=answer.remarked_at is not None)


def _column(
    question: Question, asked: Sequence[str], sheets: dict[int, list[_Sheet]]
) -> GridColumn:
    attempts = [
        statistics.Attempt(learner=str(user_id), at=at, score=answer.score)
        for user_id, own in sheets.items()
        for at, sheet in enumerate(own)
        if (answer := sheet.answers.get(question.id)) is not None
    ]
    rest = {
        str(user_id): sum(a.score for q, a in own[0].answers.items() if q != question.id)
        for user_id, own in sheets.items()
    }
    return GridColumn(
        question_id=question.id,
        prompt=question.prompt,
        facility=statistics.facility(attempts),
        discrimination=statistics.point_biserial(attempts, rest) if len(asked) > 1 else None,
    )
