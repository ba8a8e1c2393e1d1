"""Accounts, guests, invitations, one's data."""

import json
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import func, select

from quizapp.model import QuizappError, StudySet
from quizapp.services import accounts, authoring, library, personal_data, reviewing, taking
from quizapp.services.access import ANONYMOUS, Actor
from quizapp.store import tables
from quizapp.store.tables import Base, CardRow, ReviewRow
from tests import factories
from tests.unit.services.scene import Scene


def test_an_address_has_one_account_whatever_its_case(scene: Scene) -> None:
    scene.user("Ana@Example.org")
    with scene.database.unit(write=False) as unit:
        found = accounts.find_user_by_email(unit, email=" ana@example.ORG ")
    assert found is not None
    assert found.email == "ana@example.org"
    with pytest.raises(QuizappError) as error:
        scene.user("ANA@example.org")
    assert error.value.code == "email-taken"


@pytest.mark.parametrize("email", ["", "ana", "ana@host", "a b@c.org", "a@b@c.org"])
def test_what_is_no_address_is_refused(scene: Scene, email: str) -> None:
    with pytest.raises(QuizappError) as error:
        scene.user(email)
    assert error.value.code == "email-malformed"


def test_a_person_is_called_by_name_address_or_nickname(scene: Scene) -> None:
    joined = scene.join(scene.course(scene.teacher()), "Aïcha").user
    with scene.database.unit() as unit:
        ana = accounts.create_user(unit, email="ana.diaz@x.org", password_hash=None, now=scene.now)
        guest = accounts.create_guest(unit, language="fr", timezone="UTC", now=scene.now)
        assert accounts.shown_name(unit, user=ana) == "ana.diaz"
        assert accounts.shown_name(unit, user=replace(ana, name="Ana")) == "Ana"
        assert accounts.shown_name(unit, user=joined) == "Aïcha"
        assert accounts.shown_name(unit, user=guest) is None


def test_a_new_password_ends_other_sessions(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    assert ana.user_id is not None
    with scene.database.unit() as unit:
        before = accounts.find_user(unit, user_id=ana.user_id)
        accounts.set_password(unit, user_id=ana.user_id, password_hash="new")
        after = accounts.find_user(unit, user_id=ana.user_id)
        assert before is not None
        assert after is not None
        assert after.password_hash == "new"
        assert accounts.find_user_by_uniquifier(unit, fs_uniquifier=before.fs_uniquifier) is None
        assert accounts.find_user_by_uniquifier(unit, fs_uniquifier=after.fs_uniquifier) == after


def test_saving_a_user_writes_what_flask_security_changes(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    with scene.database.unit() as unit:
        user = accounts.find_user(unit, user_id=ana.user_id or 0)
        assert user is not None
        changed = replace(user, email="Ana.B@example.org", active=False, password_hash="h")
        saved = accounts.save_user(unit, user=changed)
    assert saved == replace(changed, email="ana.b@example.org")


def test_preferences_are_checked(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    with scene.database.unit() as unit:
        user = accounts.set_preferences(
            unit, actor=ana, language="en", timezone="America/Lima", name="Ana"
        )
    assert (user.language, user.timezone, user.name) == ("en", "America/Lima", "Ana")
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        accounts.set_preferences(unit, actor=ana, timezone="Mars/Olympus")
    assert error.value.code == "timezone-unknown"


def test_being_seen_is_written_once_an_hour(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    start = scene.now
    for minutes, expected in ((30, start), (31, None)):
        scene.wait(minutes=minutes)
        with scene.database.unit() as unit:
            accounts.touch(unit, user_id=ana.user_id or 0, now=scene.now)
            user = accounts.find_user(unit, user_id=ana.user_id or 0)
        assert user is not None
        assert user.last_seen == (expected or scene.now)


def test_an_invitation_makes_one_teacher(scene: Scene) -> None:
    ana, bob = scene.user("ana@example.org"), scene.user("bob@example.org")
    with scene.database.unit() as unit:
        assert not accounts.has_teacher(unit)
        token = accounts.invite_teacher(unit, actor=None, now=scene.now)
    with scene.database.unit(write=False) as unit:
        assert accounts.find_invitation(unit, token=token, now=scene.now).role == "teacher"
        kept = unit.session.scalars(select(tables.Invitation.token_hash)).one()
    assert token not in kept
    with scene.database.unit() as unit:
        user = accounts.redeem_invitation(
            unit, token=token, user_id=ana.user_id or 0, now=scene.now
        )
        assert user.role == "teacher"
        assert accounts.has_teacher(unit)
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        accounts.redeem_invitation(unit, token=token, user_id=bob.user_id or 0, now=scene.now)
    assert error.value.code == "invitation-invalid"


def test_an_invitation_expires_and_makes_no_teacher_of_a_guest(scene: Scene) -> None:
    guest = scene.guest()
    with scene.database.unit() as unit:
        token = accounts.invite_teacher(unit, actor=None, now=scene.now, days=7)
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        accounts.redeem_invitation(unit, token=token, user_id=guest.user_id or 0, now=scene.now)
    assert error.value.code == "sign-in-needed"
    scene.wait(days=7)
    with pytest.raises(QuizappError) as error, scene.database.unit(write=False) as unit:
        accounts.find_invitation(unit, token=token, now=scene.now)
    assert error.value.code == "invitation-invalid"


def test_only_an_administrator_invites(scene: Scene) -> None:
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        accounts.invite_teacher(unit, actor=scene.teacher(), now=scene.now)
    assert error.value.code == "forbidden"
    with scene.database.unit() as unit:
        admin = Actor(user_id=None, role="administrator")
        assert accounts.invite_teacher(unit, actor=admin, now=scene.now)


def test_what_a_guest_did_becomes_the_account_s(scene: Scene) -> None:
    set_id, guest, ana = scene.library(), scene.guest(), scene.user("ana@example.org")
    scene.take(scene.start(set_id, guest).id, guest, wrong=("q-lieu",))
    _save(scene, guest, "chalutier")
    _merge(scene, guest, ana)
    with scene.database.unit(write=False) as unit:
        assert accounts.find_user(unit, user_id=guest.user_id or 0) is None
        (summary,) = library.list_sets(unit, actor=ana, now=scene.now)
        assert summary.progress == library.Progress(answered=9, correct=8, total=9)
        assert [w.lexeme.lemma for w in reviewing.saved_words(unit, actor=ana)] == ["chalutier"]
        assert reviewing.session(unit, actor=ana, now=scene.now).new == 2


def test_merging_keeps_one_card_the_one_reviewed_more(scene: Scene) -> None:
    scene.library()
    guest, ana = scene.guest(), scene.user("ana@example.org")
    for actor in (guest, ana):
        _save(scene, actor, "chalutier")
        _save(scene, actor, "hausse")
    _rate_first(scene, guest)
    _merge(scene, guest, ana)
    with scene.database.unit(write=False) as unit:
        assert len(reviewing.saved_words(unit, actor=ana)) == 2
        assert unit.session.scalar(select(func.count(CardRow.id))) == 2
        assert unit.session.scalar(select(func.count(ReviewRow.id))) == 1
        assert unit.session.scalar(select(func.count()).where(CardRow.state.is_not(None))) == 1


def test_only_a_guest_is_merged(scene: Scene) -> None:
    ana, bob = scene.user("ana@example.org"), scene.user("bob@example.org")
    with pytest.raises(QuizappError) as error:
        _merge(scene, bob, ana)
    assert error.value.code == "not-found"


def test_idle_guests_are_forgotten_learners_of_a_course_are_not(scene: Scene) -> None:
    course = scene.course(scene.teacher())
    scene.join(course, "Ana")
    idle, ana = scene.guest(), scene.user("ana@example.org")
    scene.wait(days=80)
    scene.guest()
    scene.wait(days=11)
    with scene.database.unit() as unit:
        assert accounts.delete_idle_guests(unit, now=scene.now) == 1
        assert accounts.find_user(unit, user_id=idle.user_id or 0) is None
        assert accounts.find_user(unit, user_id=ana.user_id or 0) is not None
        assert unit.session.scalar(select(func.count(tables.User.id))) == 4


def test_one_s_data_is_whole_and_without_secrets(scene: Scene) -> None:
    set_id, ana, bob = scene.library(), scene.user("ana@example.org"), scene.guest()
    scene.take(scene.start(set_id, ana).id, ana, wrong=("q-lieu",))
    scene.take(scene.start(set_id, bob).id, bob)
    _save(scene, ana, "chalutier")
    with scene.database.unit(write=False) as unit:
        data = accounts.export_data(unit, actor=ana, now=scene.now)
    text = json.dumps(data)
    assert "ana@example.org" in text
    assert len(json.loads(text)["responses"]) == 9
    assert [word["lexeme_id"] for word in json.loads(text)["saved_words"]] == ["chalutier-noun-1"]
    assert "password_hash" not in text
    assert "fs_uniquifier" not in text


def test_a_teacher_s_data_holds_her_study_sets(scene: Scene) -> None:
    lea = scene.teacher()
    set_id = scene.analysed(lea)
    with scene.database.unit(write=False) as unit:
        data = json.loads(json.dumps(accounts.export_data(unit, actor=lea, now=scene.now)))
    (study_set,) = data["study_sets"]
    assert StudySet.model_validate(study_set).questions == factories.questions()
    assert study_set["article"]["id"] == set_id
    assert data["jobs"][0]["status"] == "done"


def test_one_s_data_leaves_out_no_table() -> None:
    told = {table.__tablename__ for table, _ in personal_data.own_rows(1).values()}
    naming = {
        table.name
        for table in Base.metadata.sorted_tables
        if any(key.column.table.name == "user" for key in table.foreign_keys)
    }
    assert naming <= told


def test_deleting_an_account_leaves_nothing_of_it(scene: Scene) -> None:
    lea = scene.teacher()
    set_id = scene.analysed(lea)
    course = scene.course(lea)
    scene.assign(lea, course, set_id)
    scene.take(scene.start(set_id, lea).id, lea, wrong=("q-lieu",))
    _save(scene, lea, "chalutier")
    with scene.database.unit() as unit:
        accounts.delete_account(unit, actor=lea)
    with scene.database.unit(write=False) as unit:
        for table in Base.metadata.sorted_tables:
            assert unit.session.scalar(select(func.count()).select_from(table)) == 0, table.name


def test_a_public_set_outlives_its_owner(scene: Scene) -> None:
    lea, reader = scene.teacher(), scene.guest()
    set_id = scene.analysed(lea)
    with scene.database.unit() as unit:
        authoring.set_status(
            unit, set_id=set_id, status="public", licence="CC BY 4.0", actor=lea, now=scene.now
        )
    attempt = scene.start(set_id, reader)
    with scene.database.unit() as unit:
        accounts.delete_account(unit, actor=lea)
    with scene.database.unit(write=False) as unit:
        assert [s.id for s in library.list_sets(unit, actor=ANONYMOUS, now=scene.now)] == [set_id]
        assert taking.resume(unit, attempt_id=attempt.id, actor=reader).total == 9


def _save(scene: Scene, actor: Actor, lemma: str) -> None:
    chosen = next(lexeme for lexeme in factories.lexemes() if lexeme.lemma == lemma)
    with scene.database.unit() as unit:
        reviewing.save_word(unit, lexeme=chosen, set_id=None, actor=actor, now=scene.now)


def _rate_first(scene: Scene, actor: Actor) -> None:
    with scene.database.unit() as unit:
        card = reviewing.session(unit, actor=actor, now=scene.now).card
        assert card is not None
        reviewing.rate(
            unit, card_id=card.card_id, rating="good", actor=actor, now=scene.now, rng=Random(1)
        )


def _merge(scene: Scene, guest: Actor, into: Actor) -> None:
    assert guest.user_id is not None
    assert into.user_id is not None
    with scene.database.unit() as unit:
        accounts.merge_guest(unit, guest_id=guest.user_id, user_id=into.user_id, now=scene.now)


def test_the_courses_of_a_deleted_teacher_go_with_their_work(scene: Scene) -> None:
    lea = scene.teacher()
    course, set_id = scene.course(lea), scene.analysed(lea)
    assignment = scene.assign(lea, course, set_id)
    ana = accounts.actor_of(scene.join(course, "Ana").user)
    scene.take(scene.start_assignment(assignment, ana).id, ana)
    with scene.database.unit() as unit:
        accounts.delete_account(unit, actor=lea)
    with scene.database.unit(write=False) as unit:
        assert unit.session.scalars(select(tables.CourseRow.id)).all() == []
        assert unit.session.scalars(select(tables.ArticleRow.id)).all() == []
        assert accounts.find_user(unit, user_id=ana.user_id or 0) is not None


def test_links_of_the_command_line_do_not_pile_up(scene: Scene) -> None:
    for _ in range(3):
        with scene.database.unit() as unit:
            token = accounts.invite_teacher(unit, actor=None, now=scene.now)
    with scene.database.unit(write=False) as unit:
        assert unit.session.scalar(select(func.count(tables.Invitation.id))) == 1
        assert accounts.find_invitation(unit, token=token, now=scene.now).role == "teacher"
