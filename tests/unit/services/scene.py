"""People and study sets on which the tests of services play."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

from quizapp.model import (
    ChoiceResponse,
    ChoicesResponse,
    Cloze,
    CountryResponse,
    Draft,
    MapQuestion,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numeric,
    Ordering,
    PairsResponse,
    Question,
    Response,
    StudySet,
    TextResponse,
    TextsResponse,
    TrueFalse,
)
from quizapp.services import accounts, authoring, taking, teaching
from quizapp.services.access import Actor, Role
from quizapp.services.analysing import claim_job
from quizapp.services.taking import Answered
from quizapp.services.teaching import Joined, Terms
from quizapp.store import Database
from tests import factories

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass
class Scene:
    """A database with a clock that goes only when it is told to."""

    database: Database
    now: datetime = NOW

    def wait(self, **kwargs: float) -> None:
        self.now += timedelta(**kwargs)

    def user(self, email: str, role: Role = "learner") -> Actor:
        with self.database.unit() as unit:
            user = accounts.create_user(
                unit, email=email, password_hash="x", role=role, name=email, now=self.now
            )
        return accounts.actor_of(user)

    def teacher(self, email: str = "lea@example.org") -> Actor:
        return self.user(email, "teacher")

    def guest(self) -> Actor:
        with self.database.unit() as unit:
            user = accounts.create_guest(unit, language="fr", timezone="Europe/Paris", now=self.now)
        return accounts.actor_of(user)

    def draft(self, teacher: Actor, **changes: Any) -> str:
        fields = {"title": factories.TITLE, "text": factories.TEXT, **changes}
        with self.database.unit() as unit:
            return authoring.save_draft(unit, draft=Draft(**fields), actor=teacher, now=self.now)

    def analysed(self, teacher: Actor, study_set: StudySet | None = None, **changes: Any) -> str:
        """A study set of the teacher's, stored as a worker would."""
        set_id = self.draft(teacher)
        self.analyse(teacher, set_id, study_set or factories.study_set(**changes))
        return set_id

    def analyse(self, teacher: Actor, set_id: str, study_set: StudySet) -> None:
        found = study_set.model_copy(
            update={"article": study_set.article.model_copy(update={"id": set_id})}
        )
        with self.database.unit() as unit:
            job = authoring.start_analysis(
                unit, set_id=set_id, actor=teacher, now=self.now, enqueue=lambda _: None
            )
        with self.database.unit() as unit:
            work = claim_job(unit, job_id=job.id, now=self.now)
            assert work is not None
            assert authoring.store_analysis(
                unit, job_id=job.id, claim=work.claim, study_set=found, now=self.now
            )

    def library(self) -> str:
        """A curated set that everybody may read."""
        with self.database.unit() as unit:
            return authoring.load_curated(
                unit, study_set=factories.study_set(), now=self.now
            ).set_id

    def course(self, teacher: Actor, title: str = "B2 lundi") -> teaching.Course:
        with self.database.unit() as unit:
            return teaching.create_course(
                unit, title=title, timezone="Europe/Paris", actor=teacher, now=self.now
            )

    def join(self, course: teaching.Course, nickname: str, actor: Actor | None = None) -> Joined:
        with self.database.unit() as unit:
            return teaching.join(
                unit,
                join_code=course.join_code,
                nickname=nickname,
                actor=actor or Actor(user_id=None),
                language="fr",
                now=self.now,
            )

    def assign(
        self, teacher: Actor, course: teaching.Course, set_id: str, **terms: Any
    ) -> teaching.Assignment:
        """All nine questions of the set."""
        questions = [question.id for question in factories.questions()]
        with self.database.unit() as unit:
            quiz = authoring.save_quiz(
                unit,
                set_id=set_id,
                title="Quiz",
                questions=questions,
                actor=teacher,
                now=self.now,
            )
            return teaching.assign(
                unit,
                course_id=course.id,
                quiz_id=quiz.id,
                terms=Terms(**terms),
                actor=teacher,
                now=self.now,
            )

    def answer(
        self,
        attempt_id: int,
        question: Question,
        actor: Actor,
        *,
        right: bool = True,
        client_id: str | None = None,
    ) -> Answered:
        with self.database.unit() as unit:
            return taking.answer(
                unit,
                attempt_id=attempt_id,
                question_id=question.id,
                client_id=client_id or str(uuid4()),
                response=right_answer(question) if right else wrong_answer(question),
                actor=actor,
                now=self.now,
            )

    def take(self, attempt_id: int, actor: Actor, *, wrong: tuple[str, ...] = ()) -> taking.Results:
        """Answer everything, all right but for `wrong`, and finish."""
        for question in factories.questions():
            self.answer(attempt_id, question, actor, right=question.id not in wrong)
        return self.finish(attempt_id, actor)

    def finish(self, attempt_id: int, actor: Actor) -> taking.Results:
        with self.database.unit() as unit:
            return taking.finish(unit, attempt_id=attempt_id, actor=actor, now=self.now)

    def start(self, set_id: str, actor: Actor) -> taking.Attempt:
        with self.database.unit() as unit:
            return taking.start(unit, set_id=set_id, actor=actor, now=self.now, rng=Random(1))

    def start_assignment(self, assignment: teaching.Assignment, actor: Actor) -> taking.Attempt:
        with self.database.unit() as unit:
            return taking.start_assignment(
                unit, assignment_id=assignment.id, actor=actor, now=self.now, rng=Random(1)
            )


def right_answer(question: Question) -> Response:  # noqa: PLR0911 - one line a kind
    match question:
        case MultipleChoice():
            return ChoiceResponse(choice=question.answer)
        case MultipleResponse():
            return ChoicesResponse(choices=question.answer)
        case TrueFalse():
            return ChoiceResponse(choice=question.answer.replace(" ", "-"))
        case Numeric():
            return TextResponse(text=f"{question.answer.value:g}")
        case Cloze():
            return TextsResponse(texts=tuple(accepted[0] for accepted in question.answer))
        case Matching():
            return PairsResponse(pairs=question.answer)
        case Ordering():
            return TextsResponse(texts=question.answer)
        case MapQuestion():
            return CountryResponse(country=question.answer)
        case _:
            return TextResponse(text=question.answer)


def wrong_answer(question: Question) -> Response:
    match question:
        case MultipleChoice() | TrueFalse():
            return ChoiceResponse(choice=next(c.id for c in question.choices if not c.correct))
        case MultipleResponse():
            return ChoicesResponse(choices=())
        case Cloze() | Ordering():
            return TextsResponse(texts=())
        case Matching():
            return PairsResponse(pairs=())
        case MapQuestion():
            return CountryResponse(country="FRA")
        case _:
            return TextResponse(text="aucune idée")
