"""Every family of pages, in one list: a new one is registered here and nowhere else."""

from quizapp.web.accounts.views import accounts
from quizapp.web.articles.views import articles
from quizapp.web.courses.views import courses
from quizapp.web.decks.views import decks
from quizapp.web.desk.views import desk
from quizapp.web.library.views import library
from quizapp.web.me.views import me
from quizapp.web.pages.views import pages
from quizapp.web.quiz.views import quiz
from quizapp.web.review.views import review

FAMILIES = (pages, library, articles, quiz, review, decks, me, accounts, desk, courses)
