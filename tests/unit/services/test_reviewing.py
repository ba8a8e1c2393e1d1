"""Review sessions, saved words, forecast."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from quizapp.model import QuizappError
from quizapp.services import authoring, reviewing
from quizapp.services.access import Actor
from quizapp.services.reviewing import CardFront, Session
from quizapp.study.scheduling import Rating
from tests import factories
from tests.unit.services.scene import Scene

WORDS = tuple(factories.lexeme(f"mot{n}") for n in range(14))


def test_missed_questions_and_saved_words_become_cards(scene: Scene) -> None:
    set_id, ana = scene.library(), scene.user("ana@example.org")
    scene.take(scene.start(set_id, ana).id, ana, wrong=("q-lieu",))
    _save(scene, ana, 1, set_id=set_id)
    question = _card(scene, ana)
    assert (question.kind, question.set_id, question.new) == ("question", set_id, True)
    assert question.question is not None
    assert question.question.id == "q-lieu"
    assert question.set_title == factories.TITLE
    with scene.database.unit(write=False) as unit:
        back = reviewing.reveal(unit, card_id=question.card_id, actor=ana, now=scene.now)
    assert back.key_text == "à Dakar"
    assert back.right_choices == ("b",)
    assert list(back.intervals) == ["again", "hard", "good", "easy"]
    _rate(scene, ana, "easy")
    word = _card(scene, ana)
    assert (word.kind, word.lemma, word.form) == ("word", "mot0", "chalutiers")
    with scene.database.unit(write=False) as unit:
        back = reviewing.reveal(unit, card_id=word.card_id, actor=ana, now=scene.now)
    assert back.lexeme == WORDS[0]


def test_ten_new_cards_a_day(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 14)
    assert (_session(scene, ana).due, _session(scene, ana).new) == (0, 10)
    for _ in range(10):
        _rate(scene, ana, "easy")
    done = _session(scene, ana)
    assert (done.due, done.new, done.done_today, done.card) == (0, 0, 10, None)
    scene.wait(days=1)
    assert _session(scene, ana).new == 4


def test_a_review_day_begins_at_four_in_the_morning(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 14)
    scene.now = datetime(2026, 3, 2, 22, tzinfo=UTC)
    for _ in range(10):
        _rate(scene, ana, "easy")
    scene.now = datetime(2026, 3, 3, 2, 59, tzinfo=UTC)
    assert _session(scene, ana).new == 0
    scene.now = datetime(2026, 3, 3, 3, 1, tzinfo=UTC)
    assert _session(scene, ana).new == 4


def test_a_forgotten_card_comes_back_in_the_same_session(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 2)
    first = _rate(scene, ana, "again")
    _rate(scene, ana, "easy")
    assert _card(scene, ana).card_id == first
    assert not _card(scene, ana).new


def test_due_reviews_come_before_new_cards(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 1)
    known = _rate(scene, ana, "easy")
    scene.wait(days=30)
    _save(scene, ana, 3)
    session = _session(scene, ana)
    assert (session.due, session.new) == (1, 2)
    assert session.card is not None
    assert session.card.card_id == known


def test_undo_takes_back_one_rating_after_another(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 2)
    cards = [_rate(scene, ana, "easy") for _ in range(2)]
    for card_id in reversed(cards):
        with scene.database.unit() as unit:
            assert reviewing.undo(unit, actor=ana, now=scene.now) == card_id
            assert reviewing.card(unit, card_id=card_id, actor=ana).new
    assert _session(scene, ana).new == 2
    assert not _session(scene, ana).undoable
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        reviewing.undo(unit, actor=ana, now=scene.now)
    assert error.value.code == "nothing-to-undo"


def test_a_card_is_its_learner_s_alone(scene: Scene) -> None:
    ana, bob = scene.user("ana@example.org"), scene.user("bob@example.org")
    _save(scene, ana, 1)
    card_id = _card(scene, ana).card_id
    with pytest.raises(QuizappError) as error, scene.database.unit(write=False) as unit:
        reviewing.reveal(unit, card_id=card_id, actor=bob, now=scene.now)
    assert error.value.code == "card-unknown"
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        reviewing.rate(
            unit, card_id=card_id, rating="good", actor=bob, now=scene.now, rng=Random(1)
        )
    assert error.value.code == "card-unknown"


def test_a_rejected_question_is_asked_no_more(scene: Scene) -> None:
    lea = scene.teacher()
    set_id = scene.analysed(lea)
    scene.take(scene.start(set_id, lea).id, lea, wrong=("q-lieu",))
    assert _session(scene, lea).new == 1
    with scene.database.unit() as unit:
        authoring.reject_question(
            unit, set_id=set_id, question_id="q-lieu", actor=lea, now=scene.now
        )
    assert _session(scene, lea) == Session(due=0, new=0, done_today=0, undoable=False, card=None)


def test_saving_a_word_twice_keeps_one_and_forgetting_takes_its_card(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 1)
    scene.wait(days=1)
    _save(scene, ana, 1)
    with scene.database.unit() as unit:
        (saved,) = reviewing.saved_words(unit, actor=ana)
        assert saved.lexeme == WORDS[0]
        reviewing.forget_word(unit, lexeme_id=WORDS[0].id, actor=ana)
        reviewing.forget_word(unit, lexeme_id=WORDS[0].id, actor=ana)
        assert reviewing.saved_words(unit, actor=ana) == ()
    assert _session(scene, ana).card is None


def test_the_forecast_counts_each_card_once(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 5)
    ratings: tuple[Rating, ...] = ("again", "good", "easy", "easy", "hard")
    for rating in ratings:
        _rate(scene, ana, rating)
    with scene.database.unit(write=False) as unit:
        forecast = reviewing.forecast(unit, actor=ana, now=scene.now, days=40)
        assert len(forecast) == 40
        assert sum(forecast) == 5
        assert forecast[0] == 3
        later = reviewing.forecast(unit, actor=ana, now=scene.now + timedelta(days=60))
    assert later[0] == 5


def _session(scene: Scene, actor: Actor) -> Session:
    with scene.database.unit(write=False) as unit:
        return reviewing.session(unit, actor=actor, now=scene.now)


def _card(scene: Scene, actor: Actor) -> CardFront:
    card = _session(scene, actor).card
    assert card is not None
    return card


def _save(scene: Scene, actor: Actor, count: int, *, set_id: str | None = None) -> None:
    with scene.database.unit() as unit:
        for lexeme in WORDS[:count]:
            reviewing.save_word(unit, lexeme=lexeme, set_id=set_id, actor=actor, now=scene.now)


def _rate(scene: Scene, actor: Actor, rating: Rating) -> int:
    card_id = _card(scene, actor).card_id
    with scene.database.unit() as unit:
        reviewing.rate(
            unit, card_id=card_id, rating=rating, actor=actor, now=scene.now, rng=Random(1)
        )
    return card_id


def test_a_rating_sent_twice_counts_once(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    _save(scene, ana, 1)
    front = _card(scene, ana)
    for _ in range(2):
        scene.wait(minutes=1)
        with scene.database.unit() as unit:
            reviewing.rate(
                unit,
                card_id=front.card_id,
                rating="again",
                actor=ana,
                now=scene.now,
                rng=Random(1),
                reviewed_at=front.reviewed_at,
            )
    assert _session(scene, ana).done_today == 1
