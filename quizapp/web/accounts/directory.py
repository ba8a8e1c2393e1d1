"""Our accounts as Flask-Security sees them."""

from dataclasses import replace
from typing import Any

from flask_security import RoleMixin, UserDatastore, UserMixin

from quizapp.services import accounts
from quizapp.services.accounts import User
from quizapp.web.preferences import browser_timezone, current_language
from quizapp.web.site import now, site


class Role(RoleMixin):
    """A role by name; what it allows is decided in `services`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.permissions: list[str] = []


class Account(UserMixin):
    """A user row with an e-mail address; changes reach the store by `Directory.put`."""

    # Flask-Security asks the class which fields a user has.
    fs_uniquifier: str = ""
    email: str = ""
    password: str | None = None
    active: bool = True
    row: User | None

    def __init__(self, **fields: Any) -> None:
        self.row = fields.get("row")
        self.id = self.row.id if self.row else 0
        self.email = fields.get("email") or ""
        self.password = fields.get("password")
        self.active = fields.get("active", True)
        self.fs_uniquifier = fields.get("fs_uniquifier", "")
        self.roles = [Role(self.row.role)] if self.row else []

    @classmethod
    def of(cls, row: User | None) -> "Account | None":
        if row is None:
            return None
        return cls(
            row=row,
            email=row.email,
            password=row.password_hash,
            active=row.active,
            fs_uniquifier=row.fs_uniquifier,
        )


class Directory(UserDatastore):
    """Finds and keeps accounts through `services.accounts`; each call is its own transaction."""

    def __init__(self) -> None:
        super().__init__(Account, Role)

    def find_user(self, case_insensitive: bool = False, **by: Any) -> Account | None:
        with site().database.unit(write=False) as unit:
            if "email" in by:
                return Account.of(accounts.find_user_by_email(unit, email=str(by["email"])))
            if "fs_uniquifier" in by:
                uniquifier = str(by["fs_uniquifier"])
                return Account.of(accounts.find_user_by_uniquifier(unit, fs_uniquifier=uniquifier))
        return None

    def find_role(self, role: str) -> Role:
        return Role(role)

    def put(self, model: Account) -> Account:
        with site().database.unit() as unit:
            if model.row is None:
                row = accounts.create_user(
                    unit,
                    email=model.email,
                    password_hash=model.password,
                    language=current_language(),
                    timezone=browser_timezone(),
                    now=now(),
                )
            else:
                row = accounts.save_user(unit, user=_changed(model, model.row))
        model.row, model.id, model.fs_uniquifier = row, row.id, row.fs_uniquifier
        return model

    def delete(self, model: Account) -> None:
        with site().database.unit() as unit:
            accounts.delete_account(unit, actor=accounts.actor_of(model.row))

    def commit(self) -> None:
        """Each call has committed already."""


def _changed(model: Account, row: User) -> User:
    return replace(
        row,
        email=model.email or None,
        password_hash=model.password,
        active=model.active,
        fs_uniquifier=model.fs_uniquifier,
    )
