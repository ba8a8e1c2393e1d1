"""The teacher's desk: drafts, decisions, undo, corrected keys, curated sets."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from quizapp.model import Question, QuizappError
from quizapp.services import authoring, library, taking, teaching
from quizapp.services.access import ANONYMOUS, Actor
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, ArticleVersion, QuestionVersion
from tests import factories
from tests.unit.services.scene import Scene

FACTS = tuple(
    fact.model_copy(update={"status": "proposed", "origin": "extracted", "confidence": 0.9})
    for fact in factories.facts()
)
QUESTIONS = tuple(
    question.model_copy(update={"status": "proposed"}) for question in factories.questions()
)


@pytest.fixture
def lea(scene: Scene) -> Actor:
    return scene.teacher()


@pytest.fixture
def proposed(scene: Scene, lea: Actor) -> str:
    """A set of which nothing was decided."""
    return scene.analysed(lea, facts=FACTS, questions=QUESTIONS)


def opened(scene: Scene, set_id: str, actor: Actor) -> authoring.Desk:
    with scene.database.unit(write=False) as unit:
        return authoring.open_set(unit, set_id=set_id, actor=actor)


def statuses(scene: Scene, set_id: str, actor: Actor) -> dict[str, str]:
    study_set = opened(scene, set_id, actor).study_set
    return {item.id: item.status for item in (*study_set.facts, *study_set.questions)}


def do(scene: Scene, call: Callable[[Unit], object]) -> None:
    with scene.database.unit() as unit:
        call(unit)


def code_of(scene: Scene, call: Callable[[Unit], object]) -> str:
    with pytest.raises(QuizappError) as error:
        do(scene, call)
    return error.value.code


def test_a_draft_can_be_corrected_before_its_analysis(scene: Scene, lea: Actor) -> None:
    set_id = scene.draft(lea)
    assert set_id.startswith("la-norvege-et-le-senegal-signent-un-accord-de-peche-")
    with scene.database.unit() as unit:
        draft = authoring.edit_draft(
            unit,
            set_id=set_id,
            title="Pêche",
            text="Un mot.",
            published_on=None,
            actor=lea,
            now=scene.now,
        )
        assert authoring.read_draft(unit, set_id=set_id, actor=lea) == draft
        (entry,) = authoring.desk(unit, actor=lea)
    assert (entry.summary.id, entry.summary.title, entry.summary.words) == (set_id, "Pêche", 2)
    assert not entry.analysed
    empty = code_of(
        scene,
        lambda unit: authoring.edit_draft(
            unit, set_id=set_id, title="t", text=" ", published_on=None, actor=lea, now=scene.now
        ),
    )
    assert empty == "article-empty"


def test_the_same_text_twice_makes_two_sets(scene: Scene, lea: Actor) -> None:
    first, second = scene.draft(lea), scene.draft(scene.teacher("bob@example.org"))
    assert second == f"{first}-2"


def test_an_analysed_text_is_no_draft_any_more(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea)
    assert (
        code_of(scene, lambda unit: authoring.read_draft(unit, set_id=set_id, actor=lea))
        == "draft-analysed"
    )


def test_what_was_stored_comes_back(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea)
    study_set = opened(scene, set_id, lea).study_set
    assert study_set.id == set_id
    assert study_set.facts == factories.facts()
    assert study_set.questions == factories.questions()
    assert study_set.entities == factories.entities()
    assert study_set.lexemes == factories.lexemes()


def test_approving_a_question_accepts_its_facts(scene: Scene, lea: Actor, proposed: str) -> None:
    do(scene, lambda unit: _approve(scene, unit, proposed, "q-dates", lea))
    after = statuses(scene, proposed, lea)
    accepted = {item for item, status in after.items() if status == "accepted"}
    assert accepted == {"q-dates", "negociations-debut", "negociations-pause", "accord-signe"}


def test_rejecting_a_fact_rejects_its_questions(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea)
    do(
        scene,
        lambda unit: authoring.reject_fact(
            unit, set_id=set_id, fact_id="negociations-debut", actor=lea, now=scene.now
        ),
    )
    after = statuses(scene, set_id, lea)
    rejected = {item for item, status in after.items() if status == "rejected"}
    assert rejected == {"negociations-debut", "q-dates", "q-ordre"}


def test_all_confident_ones_are_accepted_with_one_button(scene: Scene, lea: Actor) -> None:
    facts = list(FACTS)
    doubtful: tuple[dict[str, object], ...] = (
        {"confidence": 0.5},
        {"warnings": ("L’article dit autre chose.",)},
    )
    by_id = {fact.id: n for n, fact in enumerate(facts)}
    for fact_id, changes in zip(("norvege-verse", "emplois-promis"), doubtful, strict=True):
        n = by_id[fact_id]
        facts[n] = facts[n].model_copy(update=changes)
    set_id = scene.analysed(lea, facts=tuple(facts), questions=QUESTIONS)
    with scene.database.unit() as unit:
        count = authoring.accept_confident(unit, set_id=set_id, actor=lea, now=scene.now)
    after = statuses(scene, set_id, lea)
    assert count == 8
    assert after["q-emplois"] == "proposed"
    assert after["norvege-verse"] == after["emplois-promis"] == "proposed"


@pytest.mark.parametrize(
    "change",
    [
        lambda unit, **k: authoring.approve_question(unit, question_id="q-dates", **k),
        lambda unit, **k: authoring.reject_question(unit, question_id="q-dates", **k),
        lambda unit, **k: authoring.reject_fact(unit, fact_id="accord-signe", **k),
        authoring.accept_confident,
        lambda unit, **k: authoring.edit_question(
            unit, question=factories.short_answer(answer="A. Diallo", key_text="A. Diallo"), **k
        ),
    ],
)
def test_every_change_can_be_undone(
    scene: Scene, lea: Actor, proposed: str, change: Callable[..., object]
) -> None:
    before = opened(scene, proposed, lea)
    do(scene, lambda unit: change(unit, set_id=proposed, actor=lea, now=scene.now))
    changed = opened(scene, proposed, lea)
    assert changed.study_set != before.study_set
    with scene.database.unit() as unit:
        assert authoring.undo(unit, set_id=proposed, actor=lea, now=scene.now) == changed.undoable
    assert opened(scene, proposed, lea) == before


def test_undo_goes_back_step_by_step(scene: Scene, lea: Actor, proposed: str) -> None:
    for question_id in ("q-lieu", "q-duree"):
        do(scene, lambda unit, q=question_id: _approve(scene, unit, proposed, q, lea))  # type: ignore[misc]
    for left in ({"q-lieu"}, set()):
        do(
            scene,
            lambda unit: authoring.undo(unit, set_id=proposed, actor=lea, now=scene.now),
        )
        after = statuses(scene, proposed, lea)
        assert {i for i, s in after.items() if s == "accepted" and i.startswith("q-")} == left
    nothing = code_of(
        scene, lambda unit: authoring.undo(unit, set_id=proposed, actor=lea, now=scene.now)
    )
    assert nothing == "nothing-to-undo"


def test_a_corrected_key_marks_past_answers_again(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea)
    share(scene, set_id, lea)
    ana, bob = scene.user("ana@example.org"), scene.user("bob@example.org")
    attempts = {}
    for actor, right in ((ana, True), (bob, False)):
        attempts[actor] = scene.start(set_id, actor).id
        scene.answer(attempts[actor], factories.multiple_choice(), actor, right=right)
    corrected = factories.multiple_choice(
        choices=factories.choices("à Oslo", "à Dakar", "à Saint-Louis", key="à Oslo"),
        answer="a",
        key_text="à Oslo",
    )
    scene.wait(days=1)
    with scene.database.unit() as unit:
        remark = authoring.edit_question(
            unit, set_id=set_id, question=corrected, actor=lea, now=scene.now
        )
    assert (remark.answers, remark.changed, remark.raised, remark.lowered) == (2, 2, 1, 1)
    for actor, score in ((ana, 0), (bob, 1)):
        with scene.database.unit(write=False) as unit:
            feedback = taking.feedback(
                unit,
                attempt_id=attempts[actor],
                question_id="q-lieu",
                actor=actor,
                now=scene.now,
            )
        assert (feedback.score, feedback.key_text, feedback.remarked) == (score, "à Oslo", True)
    do(scene, lambda unit: authoring.undo(unit, set_id=set_id, actor=lea, now=scene.now))
    with scene.database.unit(write=False) as unit:
        feedback = taking.feedback(
            unit, attempt_id=attempts[ana], question_id="q-lieu", actor=ana, now=scene.now
        )
        assert feedback.score == 1
        assert unit.session.scalar(select(func.count(QuestionVersion.id))) == 10


def test_a_question_of_one_s_own(scene: Scene, lea: Actor, proposed: str) -> None:
    with scene.database.unit() as unit:
        added = authoring.add_question(
            unit,
            set_id=proposed,
            question=factories.short_answer(prompt="Qui signe ?"),
            actor=lea,
            now=scene.now,
        )
    last = opened(scene, proposed, lea).study_set.questions[-1]
    assert last == added
    assert (added.origin, added.status) == ("written", "accepted")
    assert added.id != "q-ministre"
    do(scene, lambda unit: authoring.undo(unit, set_id=proposed, actor=lea, now=scene.now))
    assert statuses(scene, proposed, lea)[added.id] == "rejected"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (factories.numeric(id="q-ministre"), "question-malformed"),
        (factories.short_answer(id="q-nulle"), "question-unknown"),
        (factories.short_answer(facts=("fait-nul",)), "fact-unknown"),
        (
            factories.short_answer(evidence=({"start": 0, "end": 3, "text": "non"},)),
            "question-malformed",
        ),
    ],
)
def test_a_question_that_does_not_fit_is_refused(
    scene: Scene, lea: Actor, proposed: str, question: Question, code: str
) -> None:
    assert code == code_of(
        scene,
        lambda unit: authoring.edit_question(
            unit, set_id=proposed, question=question, actor=lea, now=scene.now
        ),
    )
    assert opened(scene, proposed, lea).undoable is None


def test_sharing_needs_a_question_and_publishing_a_licence(
    scene: Scene, lea: Actor, proposed: str
) -> None:
    def status(status: library.SetStatus, licence: str | None = None) -> Callable[[Unit], None]:
        return lambda unit: authoring.set_status(
            unit, set_id=proposed, status=status, licence=licence, actor=lea, now=scene.now
        )

    assert code_of(scene, status("shared")) == "questions-needed"
    do(scene, lambda unit: _approve(scene, unit, proposed, "q-lieu", lea))
    do(scene, status("shared"))
    with scene.database.unit() as unit:
        unit.session.get_one(ArticleRow, proposed).licence = None
    assert code_of(scene, status("public")) == "licence-needed"
    do(scene, status("public", "CC BY 4.0"))
    with scene.database.unit(write=False) as unit:
        (summary,) = library.list_sets(unit, actor=ANONYMOUS, now=scene.now)
    assert (summary.licence, summary.questions) == ("CC BY 4.0", 1)


def test_a_later_analysis_adds_and_never_overrules(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea, facts=FACTS, questions=QUESTIONS)
    do(scene, lambda unit: _approve(scene, unit, set_id, "q-lieu", lea))
    do(
        scene,
        lambda unit: authoring.reject_question(
            unit, set_id=set_id, question_id="q-duree", actor=lea, now=scene.now
        ),
    )
    other = tuple(
        question.model_copy(update={"prompt": f"Autrement : {question.prompt}"})
        for question in QUESTIONS
    )
    added = factories.short_answer(id="q-neuve", status="proposed")
    again = factories.study_set(facts=FACTS, questions=(*other, added))
    scene.analyse(lea, set_id, again)
    by_id = {q.id: q for q in opened(scene, set_id, lea).study_set.questions}
    assert not by_id["q-lieu"].prompt.startswith("Autrement")
    assert by_id["q-duree"].status == "rejected"
    assert by_id["q-ministre"].prompt.startswith("Autrement")
    assert by_id["q-neuve"].status == "proposed"


def test_a_set_is_its_owner_s(scene: Scene, lea: Actor) -> None:
    """Whoever may not change it is refused; who may not even read it is told that it is not."""
    set_id = scene.analysed(lea)
    other, learner = scene.teacher("bob@example.org"), scene.user("ana@example.org")
    admin = scene.user("root@example.org", "administrator")
    calls: list[Callable[[Unit, Actor], object]] = [
        lambda unit, who: _approve(scene, unit, set_id, "q-lieu", who),
        lambda unit, who: authoring.accept_confident(unit, set_id=set_id, actor=who, now=scene.now),
        lambda unit, who: authoring.undo(unit, set_id=set_id, actor=who, now=scene.now),
        lambda unit, who: authoring.open_set(unit, set_id=set_id, actor=who),
        lambda unit, who: authoring.delete_set(unit, set_id=set_id, actor=who),
        lambda unit, who: authoring.start_analysis(
            unit, set_id=set_id, actor=who, now=scene.now, enqueue=lambda _: None
        ),
    ]
    for call in calls:
        assert code_of(scene, lambda unit, c=call: c(unit, other)) == "not-found"  # type: ignore[misc]
        assert code_of(scene, lambda unit, c=call: c(unit, learner)) == "forbidden"  # type: ignore[misc]
        assert code_of(scene, lambda unit, c=call: c(unit, ANONYMOUS)) == "sign-in-needed"  # type: ignore[misc]
    do(scene, lambda unit: calls[0](unit, admin))


def test_another_teacher_only_makes_quizzes_of_a_public_set(scene: Scene, lea: Actor) -> None:
    set_id = scene.library()
    desk = opened(scene, set_id, lea)
    assert not desk.editable
    assert code_of(scene, lambda unit: _approve(scene, unit, set_id, "q-lieu", lea)) == "forbidden"
    with scene.database.unit() as unit:
        quiz = authoring.save_quiz(
            unit,
            set_id=set_id,
            title=" ",
            questions=["q-carte", "q-lieu", "q-carte"],
            actor=lea,
            now=scene.now,
        )
    assert quiz.questions == ("q-carte", "q-lieu")
    assert quiz.title == factories.TITLE
    assert opened(scene, set_id, lea).quizzes == (quiz,)
    assert opened(scene, set_id, scene.teacher("bob@example.org")).quizzes == ()


def test_a_quiz_asks_accepted_questions_only(scene: Scene, lea: Actor, proposed: str) -> None:
    def save(*questions: str) -> Callable[[Unit], object]:
        return lambda unit: authoring.save_quiz(
            unit, set_id=proposed, title="Q", questions=questions, actor=lea, now=scene.now
        )

    assert code_of(scene, save()) == "quiz-empty"
    assert code_of(scene, save("q-lieu")) == "question-unknown"
    do(scene, lambda unit: _approve(scene, unit, proposed, "q-lieu", lea))
    do(scene, save("q-lieu"))


def test_a_flag_reaches_the_desk_until_it_is_put_aside(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea)
    share(scene, set_id, lea)
    with scene.database.unit() as unit:
        teaching.flag_question(
            unit,
            set_id=set_id,
            question_id="q-lieu",
            reason="wrong-key",
            note=" Je crois que c’est Oslo. ",
            actor=ANONYMOUS,
            now=scene.now,
        )
    desk = opened(scene, set_id, lea)
    (flag,) = desk.flags
    assert (flag.question_id, flag.note, flag.by) == ("q-lieu", "Je crois que c’est Oslo.", None)
    assert desk.entry.flags == 1
    do(
        scene,
        lambda unit: authoring.resolve_flag(unit, flag_id=flag.id, actor=lea, now=scene.now),
    )
    assert opened(scene, set_id, lea).flags == ()


def test_loading_a_curated_set_twice_changes_nothing(scene: Scene) -> None:
    study_set = factories.study_set()
    with scene.database.unit() as unit:
        first = authoring.load_curated(unit, study_set=study_set, now=scene.now)
        second = authoring.load_curated(unit, study_set=study_set, now=scene.now)
        assert unit.session.scalar(select(func.count()).select_from(ArticleVersion)) == 1
        assert unit.session.scalar(select(func.count(QuestionVersion.id))) == 9
    size = 9 + len(factories.facts()) + 4 + 3
    assert (first.added, first.updated, first.unchanged, first.kept) == (size, 0, 0, ())
    assert (second.added, second.updated, second.unchanged, second.kept) == (0, 0, size, ())


def test_a_curated_set_never_overwrites_an_edit(scene: Scene) -> None:
    admin = scene.user("root@example.org", "administrator")
    set_id = scene.library()
    edited = factories.short_answer(prompt="Qui est ministre ?")
    do(
        scene,
        lambda unit: authoring.edit_question(
            unit, set_id=set_id, question=edited, actor=admin, now=scene.now
        ),
    )
    questions = [
        question.model_copy(update={"prompt": f"{question.prompt} Dites-le."})
        for question in factories.questions()
        if question.id in ("q-lieu", "q-ministre")
    ]
    newer = factories.study_set(questions=tuple(questions), lexemes=factories.lexemes()[:2])
    with scene.database.unit() as unit:
        report = authoring.load_curated(unit, study_set=newer, now=scene.now)
    assert report.kept == ("question/q-ministre",)
    assert (report.added, report.updated, report.retired) == (0, 1, 8)
    study_set = opened(scene, set_id, admin).study_set
    by_id = {q.id: q for q in study_set.questions}
    assert by_id["q-ministre"].prompt == "Qui est ministre ?"
    assert by_id["q-lieu"].prompt.endswith("Dites-le.")
    assert by_id["q-carte"].status == "rejected"
    assert len(study_set.lexemes) == 2


def test_a_curated_set_accepts_what_rests_on_accepted_facts(scene: Scene) -> None:
    facts = tuple(
        fact.model_copy(update={"status": "proposed"}) if fact.id == "accord-signe" else fact
        for fact in factories.facts()
    )
    study_set = factories.study_set(facts=facts, questions=QUESTIONS)
    with scene.database.unit() as unit:
        authoring.load_curated(unit, study_set=study_set, now=scene.now)
        (summary,) = library.list_sets(unit, actor=ANONYMOUS, now=scene.now)
    assert summary.questions == 4


def test_a_deleted_set_is_gone(scene: Scene, lea: Actor) -> None:
    set_id = scene.analysed(lea)
    scene.take(scene.start(set_id, lea).id, lea, wrong=("q-lieu",))
    do(scene, lambda unit: authoring.delete_set(unit, set_id=set_id, actor=lea))
    assert (
        code_of(scene, lambda unit: authoring.open_set(unit, set_id=set_id, actor=lea))
        == "not-found"
    )


def share(scene: Scene, set_id: str, actor: Actor) -> None:
    with scene.database.unit() as unit:
        authoring.set_status(
            unit, set_id=set_id, status="public", licence="CC0", actor=actor, now=scene.now
        )


def _approve(scene: Scene, unit: Unit, set_id: str, question_id: str, actor: Actor) -> None:
    authoring.approve_question(
        unit, set_id=set_id, question_id=question_id, actor=actor, now=scene.now
    )
