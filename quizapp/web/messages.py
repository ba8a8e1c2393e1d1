"""What a person is told for each error code, and its HTTP status."""

from typing import Any, Final

from quizapp.web.i18n import lazy_gettext as _

BAD, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, TOO_LARGE = 400, 401, 403, 404, 409, 413

MESSAGES: Final[dict[str, tuple[int, Any]]] = {
    "not-found": (NOT_FOUND, _("This page does not exist, or is not yours to see.")),
    "forbidden": (FORBIDDEN, _("Only its owner may do this.")),
    "sign-in-needed": (UNAUTHORIZED, _("Sign in first, then try again.")),
    "email-taken": (CONFLICT, _("An account with this e-mail address exists: sign in instead.")),
    "email-malformed": (BAD, _("This is not an e-mail address. Check it and try again.")),
    "invitation-invalid": (
        BAD,
        _("This invitation was used already or has run out. Ask for a new link."),
    ),
    "nickname-taken": (CONFLICT, _("Somebody in this course has this nickname. Choose another.")),
    "nickname-malformed": (BAD, _("A nickname has 1 to 40 letters. Choose another.")),
    "join-code-unknown": (NOT_FOUND, _("No course has this code. Check it with your teacher.")),
    "return-link-invalid": (
        BAD,
        _("This link no longer works. Ask your teacher for a new one; your work is kept."),
    ),
    "draft-analysed": (
        CONFLICT,
        _("This text was analysed, so it can no longer be changed. Add it again to correct it."),
    ),
    "article-empty": (BAD, _("There is no text here. Paste an article of a few sentences.")),
    "article-too-long": (TOO_LARGE, _("This text is too long. Cut it to one article.")),
    "article-binary": (BAD, _("This is not a text. Give a text, PDF, DOCX or HTML file.")),
    "file-unreadable": (
        BAD,
        _("This file cannot be read: it is damaged or locked. Paste its text instead."),
    ),
    "file-unsupported": (BAD, _("This kind of file cannot be read. Give a page, a PDF or a text.")),
    "article-not-french": (BAD, _("This text is not in French. Choose a French article.")),
    "analysis-running": (CONFLICT, _("The analysis is under way. Wait for its end.")),
    "analysis-missing": (CONFLICT, _("This article was not analysed yet. Start its analysis.")),
    "job-finished": (CONFLICT, _("The analysis has ended already.")),
    "licence-needed": (
        BAD,
        _("A public set needs the name of its licence. Name it, then publish again."),
    ),
    "questions-needed": (CONFLICT, _("No question was approved yet: there is nothing to ask.")),
    "question-malformed": (BAD, _("This question is not complete. Check its options and its key.")),
    "clause-malformed": (BAD, _("This sentence cannot be read. Check its brackets and roles.")),
    "quiz-empty": (BAD, _("A quiz needs at least one question. Choose some.")),
    "question-unknown": (NOT_FOUND, _("This question no longer exists.")),
    "fact-unknown": (NOT_FOUND, _("This fact no longer exists.")),
    "nothing-to-undo": (CONFLICT, _("There is nothing to undo.")),
    "attempts-used": (FORBIDDEN, _("You have used all your attempts. Your results are kept.")),
    "assignment-open": (
        FORBIDDEN,
        _("An assignment of yours asks these questions. You can practise once its keys are shown."),
    ),
    "text-hidden": (
        FORBIDDEN,
        _("You are answering from memory: finish the quiz first, then the text comes back."),
    ),
    "assignment-closed": (
        FORBIDDEN,
        _("This assignment is closed. What you answered before was kept."),
    ),
    "attempt-finished": (CONFLICT, _("This quiz is finished. Your answers were kept.")),
    "already-answered": (CONFLICT, _("You answered this question already; that answer was kept.")),
    "response-malformed": (BAD, _("This answer is not complete. Fill in every part, then check.")),
    "response-empty": (BAD, _("Give an answer first, then check it.")),
    "places-repeated": (BAD, _("Two items have the same place. Give each its own, then check.")),
    "choice-unknown": (BAD, _("This option is not on offer. Choose again.")),
    "course-gone": (NOT_FOUND, _("This course no longer exists.")),
    "learner-unknown": (NOT_FOUND, _("This learner is not in the course.")),
    "learner-elsewhere": (
        FORBIDDEN,
        _("This learner attends another teacher’s course too: only an account brings her back."),
    ),
    "card-unknown": (NOT_FOUND, _("This card no longer exists. Go on with the next.")),
    "parts-unknown": (BAD, _("Choose at least one part for the deck.")),
    "url-private": (BAD, _("This address is not on the public web. Paste the text instead.")),
    "url-invalid": (BAD, _("This is not an address of the web. It begins with https://.")),
    "url-unreachable": (
        BAD,
        _("This page cannot be reached. Check the address, or open it and paste the text."),
    ),
    "evidence-unknown": (BAD, _("This sentence is not in the article. Copy it word for word.")),
    "clause-invalid": (BAD, _("This sentence cannot be read. Check its brackets and roles.")),
    "title-missing": (BAD, _("Give it a title first.")),
    "attempts-malformed": (BAD, _("Allow at least one attempt.")),
    "due-date-past": (BAD, _("This day is over. Choose a later one.")),
    "timezone-unknown": (BAD, _("This time zone is not known. Choose one from the list.")),
    "deck-empty": (BAD, _("There is nothing to put on cards. Choose other parts.")),
    "flag-unknown": (NOT_FOUND, _("There is no flag for this country.")),
    "country-unknown": (NOT_FOUND, _("There is no map of this country.")),
    "word-unknown": (NOT_FOUND, _("This word is not in the dictionary.")),
    "reason-unknown": (BAD, _("Choose what is wrong with the question.")),
    "rating-unknown": (BAD, _("Choose one of the four ratings.")),
    "not-sure": (BAD, _("Tick the box first. Nothing was deleted.")),
    "csrf": (BAD, _("This page was open for too long. Go back, reload it and try again.")),
    "bad-request": (BAD, _("The site did not understand this request. Go back and try again.")),
    "too-large": (TOO_LARGE, _("This file is too large: 12 MB at most. Nothing was kept.")),
    "too-many": (429, _("Too many tries in a short time. Wait a minute, then try again.")),
    "method": (405, _("This address is not to be opened like that. Go back and use the button.")),
    "broken": (500, _("Something broke on our side. What you had saved is kept. Try again soon.")),
}

UNKNOWN = (BAD, _("This did not work, and nothing was changed."))
"""For a code that has no message of its own; its English line is shown beside it."""


def told(code: str) -> tuple[int, str]:
    """The HTTP status and the sentence for an error code."""
    status, text = MESSAGES.get(code, UNKNOWN)
    return status, str(text)
