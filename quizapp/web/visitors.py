"""Who asks: an account, a guest known by the signed session cookie, or nobody yet."""

from datetime import timedelta
from typing import cast

import flask_login
from flask import g, session

from quizapp.model import QuizappError
from quizapp.services import accounts
from quizapp.services.access import Actor
from quizapp.services.accounts import User
from quizapp.web.preferences import browser_timezone, current_language
from quizapp.web.site import now, site

_GUEST = "guest"
_SEEN_EVERY = timedelta(hours=1)


def visitor() -> User | None:
    """The user row behind this request, if there is one."""
    if "visitor" not in g:
        g.visitor = _find()
    return cast("User | None", g.visitor)


def shown_name() -> str | None:
    """What the masthead calls the visitor."""
    user = visitor()
    if user is None:
        return None
    with site().database.unit(write=False) as unit:
        return accounts.shown_name(unit, user=user)


def actor() -> Actor:
    """Who asks, for a service."""
    return accounts.actor_of(visitor())


def writer() -> Actor:
    """Who asks, for a first action that keeps something: an anonymous visitor becomes a guest."""
    if visitor() is None:
        with site().database.unit() as unit:
            guest = accounts.create_guest(
                unit,
                language=current_language(),
                timezone=browser_timezone(),
                now=now(),
            )
        remember_guest(guest)
    return actor()


def remember_guest(user: User) -> None:
    """Know this user again by the session cookie: a guest, or a learner who came by a link.

    The cookie holds the uniquifier: the id of a deleted guest may become somebody else's.
    """
    session.permanent = True
    session[_GUEST] = user.fs_uniquifier
    g.visitor = user


def adopt_guest(user_id: int) -> bool:
    """What the guest of this browser did becomes the account's. Not so for a learner of a course,
    who may be somebody else at the same computer: False, and she stays until `take_over`."""
    g.pop("visitor", None)
    guest = _guest()
    if guest is None:
        session.pop(_GUEST, None)
        return True
    with site().database.unit(write=False) as unit:
        if accounts.is_enrolled(unit, user_id=guest.id):
            return False
    _merge(guest, user_id)
    return True


def learner_here() -> str | None:
    """The nickname of the learner, without account, whom this browser knew before the sign-in."""
    user, guest = visitor(), _guest()
    if user is None or user.guest or guest is None:
        return None
    with site().database.unit(write=False) as unit:
        return accounts.shown_name(unit, user=guest)


def take_over() -> None:
    """What that learner did becomes the account's, as its owner asked."""
    user, guest = visitor(), _guest()
    if user is None or user.guest or guest is None:
        raise QuizappError("not-found", "this browser knows no learner")
    _merge(guest, user.id)


def forget() -> None:
    """This browser is nobody's again."""
    session.clear()
    g.pop("visitor", None)


def _guest() -> User | None:
    uniquifier = session.get(_GUEST)
    if uniquifier is None:
        return None
    with site().database.unit(write=False) as unit:
        found = accounts.find_user_by_uniquifier(unit, fs_uniquifier=uniquifier)
    return found if found is not None and found.guest else None


def _merge(guest: User, user_id: int) -> None:
    session.pop(_GUEST, None)
    with site().database.unit() as unit:
        accounts.merge_guest(unit, guest_id=guest.id, user_id=user_id, now=now())


def _find() -> User | None:
    uniquifier = _account() or session.get(_GUEST)
    if uniquifier is None:
        return None
    with site().database.unit(write=False) as unit:
        user = accounts.find_user_by_uniquifier(unit, fs_uniquifier=uniquifier)
    if user is None or not user.active:
        return None
    if now() - user.last_seen > _SEEN_EVERY:
        with site().database.unit() as unit:
            accounts.touch(unit, user_id=user.id, now=now())
    return user


def _account() -> str | None:
    account = flask_login.current_user
    return cast("str", account.fs_uniquifier) if account.is_authenticated else None
