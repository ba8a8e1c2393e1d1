"""A teacher accepts or rewrites a fact; its questions follow."""

import pytest

from quizapp.facts.notation import parse_clause
from quizapp.model import QuizappError
from quizapp.resources import Resources
from quizapp.services import authoring
from quizapp.services.access import Actor
from tests import factories
from tests.unit.services.scene import Scene

CLAUSE = (
    "[subject La Norvège | NOR] [verb versera] [quantity 45 millions d’euros]"
    " [recipient au Sénégal | SEN] ."
)


@pytest.fixture
def lea(scene: Scene) -> Actor:
    return scene.teacher()


@pytest.fixture
def set_id(scene: Scene, lea: Actor) -> str:
    return scene.analysed(lea)


def edit(
    scene: Scene, set_id: str, actor: Actor, resources: Resources, clause: str = CLAUSE
) -> authoring.Desk:
    with scene.database.unit() as unit:
        authoring.edit_fact(
            unit,
            set_id=set_id,
            fact_id="norvege-verse",
            clause=clause,
            actor=actor,
            now=scene.now,
            resources=resources,
        )
    return opened(scene, set_id, actor)


def opened(scene: Scene, set_id: str, actor: Actor) -> authoring.Desk:
    with scene.database.unit(write=False) as unit:
        return authoring.open_set(unit, set_id=set_id, actor=actor)


def test_a_rewritten_fact_keeps_its_id_and_gives_new_questions(
    scene: Scene, set_id: str, lea: Actor, resources: Resources
) -> None:
    desk = edit(scene, set_id, lea, resources)
    fact = desk.study_set.fact("norvege-verse")
    assert fact.segments == parse_clause(CLAUSE)
    assert (fact.origin, fact.status) == ("edited", "accepted")
    own = [q for q in desk.study_set.questions if q.facts == ("norvege-verse",)]
    assert 1 <= len(own) <= 2
    assert {question.status for question in own} == {"proposed"}
    assert any("45" in f"{question.prompt} {question.key_text}" for question in own)
    assert desk.undoable == "edit-fact"


def test_a_second_edit_renews_under_the_same_ids(
    scene: Scene, set_id: str, lea: Actor, resources: Resources
) -> None:
    first = edit(scene, set_id, lea, resources)
    second = edit(scene, set_id, lea, resources, CLAUSE.replace("45", "55"))
    texts = [f"{q.prompt} {q.key_text}" for q in second.study_set.questions]
    assert {q.id for q in first.study_set.questions} == {q.id for q in second.study_set.questions}
    assert any("55" in text for text in texts)
    assert not any("45" in text for text in texts)


def test_questions_shared_with_other_facts_wait_for_approval_and_edits_stay(
    scene: Scene, lea: Actor, resources: Resources
) -> None:
    questions = (
        factories.matching(facts=("norvege-verse", "accord-signe")),
        factories.short_answer(id="q-somme", facts=("norvege-verse",), origin="edited"),
        factories.numeric(id="q-vieille", facts=("norvege-verse",)),
    )
    desk = edit(scene, scene.analysed(lea, questions=questions), lea, resources)
    by_id = {question.id: question for question in desk.study_set.questions}
    assert by_id["q-dates"].status == "proposed"
    assert by_id["q-somme"] == questions[1]
    assert by_id["q-vieille"].status == "rejected"


def test_undo_brings_back_fact_and_questions(
    scene: Scene, set_id: str, lea: Actor, resources: Resources
) -> None:
    before = opened(scene, set_id, lea).study_set
    edit(scene, set_id, lea, resources)
    with scene.database.unit() as unit:
        assert authoring.undo(unit, set_id=set_id, actor=lea, now=scene.now) == "edit-fact"
    after = opened(scene, set_id, lea).study_set
    assert after.facts == before.facts
    assert [q for q in after.questions if q.status == "accepted"] == list(before.questions)


@pytest.mark.parametrize(
    "clause",
    ["", "[subject La Norvège", "[roi La Norvège] [verb verse] .", "[subject Oslo | OSL] ."],
)
def test_a_clause_that_cannot_be_read_changes_nothing(
    scene: Scene, set_id: str, lea: Actor, resources: Resources, clause: str
) -> None:
    before = opened(scene, set_id, lea)
    with pytest.raises(QuizappError) as error:
        edit(scene, set_id, lea, resources, clause)
    assert error.value.code == "clause-malformed"
    assert opened(scene, set_id, lea) == before


def test_a_later_analysis_does_not_ask_what_the_teacher_corrected(
    scene: Scene, lea: Actor, resources: Resources
) -> None:
    set_id = scene.analysed(lea)
    edited = edit(scene, set_id, lea, resources).study_set
    with scene.database.unit() as unit:
        authoring.reject_fact(
            unit, set_id=set_id, fact_id="emplois-promis", actor=lea, now=scene.now
        )
    own = next(q for q in edited.questions if q.facts == ("norvege-verse",))
    again = (
        factories.short_answer(id=own.id, facts=("norvege-verse",), status="proposed"),
        factories.short_answer(id="q-emplois-2", facts=("emplois-promis",), status="proposed"),
        factories.short_answer(id="q-neuve", facts=("ministre-peche",), status="proposed"),
    )
    scene.analyse(lea, set_id, factories.study_set(questions=again))
    found = {q.id: q for q in opened(scene, set_id, lea).study_set.questions}
    assert found[own.id] == own
    assert "q-emplois-2" not in found
    assert found["q-neuve"].status == "proposed"


@pytest.fixture
def unread(scene: Scene, lea: Actor) -> str:
    """A set whose facts are all to read, one of them with a warning; it has no question."""
    changes = {"status": "proposed", "origin": "extracted"}
    facts = [fact.model_copy(update=changes) for fact in factories.facts()]
    facts[2] = facts[2].model_copy(update={"warnings": ("La somme est peut-être autre.",)})
    return scene.analysed(lea, facts=tuple(facts), questions=())


def accept(scene: Scene, set_id: str, actor: Actor, resources: Resources) -> authoring.Desk:
    with scene.database.unit() as unit:
        authoring.accept_fact(
            unit,
            set_id=set_id,
            fact_id="norvege-verse",
            actor=actor,
            now=scene.now,
            resources=resources,
        )
    return opened(scene, set_id, actor)


def test_an_accepted_fact_gives_questions_even_after_a_warning(
    scene: Scene, unread: str, lea: Actor, resources: Resources
) -> None:
    desk = accept(scene, unread, lea, resources)
    assert desk.study_set.fact("norvege-verse").status == "accepted"
    questions = desk.study_set.questions
    assert 1 <= len(questions) <= 2
    assert {(q.facts, q.status) for q in questions} == {(("norvege-verse",), "proposed")}
    assert accept(scene, unread, lea, resources).study_set.questions == questions


def test_all_confident_facts_are_accepted_but_none_with_a_warning(
    scene: Scene, unread: str, lea: Actor, resources: Resources
) -> None:
    with scene.database.unit() as unit:
        count = authoring.accept_confident_facts(
            unit, set_id=unread, actor=lea, now=scene.now, resources=resources
        )
    desk = opened(scene, unread, lea)
    left = [fact.id for fact in desk.study_set.facts if fact.status == "proposed"]
    assert (count, left) == (len(factories.facts()) - 1, ["norvege-verse"])
    asked = {fact_id for q in desk.study_set.questions for fact_id in q.facts}
    assert "accord-signe" in asked
    assert "norvege-verse" not in asked
    assert desk.undoable == "accept-confident-facts"


def test_undo_takes_an_acceptance_and_its_questions_back(
    scene: Scene, unread: str, lea: Actor, resources: Resources
) -> None:
    accept(scene, unread, lea, resources)
    with scene.database.unit() as unit:
        assert authoring.undo(unit, set_id=unread, actor=lea, now=scene.now) == "accept-fact"
    study_set = opened(scene, unread, lea).study_set
    assert {fact.status for fact in study_set.facts} == {"proposed"}
    assert {question.status for question in study_set.questions} == {"rejected"}
