"""Invitations of teachers. Sign-in and sign-up themselves are Flask-Security's views."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as BaseResponse

from quizapp.model import QuizappError
from quizapp.services import accounts as service
from quizapp.web.i18n import gettext as _
from quizapp.web.limits import JOIN, limiter
from quizapp.web.site import now, site
from quizapp.web.visitors import visitor

accounts = Blueprint("accounts", __name__, template_folder="templates")


@accounts.get("/invitations/<token>")
@limiter.limit(JOIN)
def invitation(token: str) -> str:
    with site().database.unit(write=False) as unit:
        found = service.find_invitation(unit, token=token, now=now())
    return render_template("accounts/invitation.html", invitation=found, token=token)


@accounts.post("/invitations/<token>")
@limiter.limit(JOIN)
def accept_invitation(token: str) -> BaseResponse:
    user = visitor()
    if user is None or user.email is None:
        raise QuizappError("sign-in-needed", "sign in to accept an invitation")
    with site().database.unit() as unit:
        service.redeem_invitation(unit, token=token, user_id=user.id, now=now())
    flash(_("Welcome! You can now add articles and open courses."), "success")
    return redirect(url_for("library.index"))
