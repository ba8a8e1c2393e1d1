"""A stem: what is asked of one fact, and its key, before a kind of question dresses it."""

from dataclasses import dataclass
from typing import Literal

from quizapp.french import elision
from quizapp.french.numbers import Number
from quizapp.french.typography import tidy
from quizapp.model import Fact
from quizapp.model.fact import join_segments
from quizapp.questions.clause import Clause

Sort = Literal[
    "person", "country", "organisation", "place", "thing", "number", "year", "date", "duration",
    "purpose", "cause", "role",
]  # fmt: skip


@dataclass(frozen=True)
class Stem:
    """`asked` names the role that is asked for, `sort` what the key is, `key` how an option says
    it. `lead` stands before the key in the article's sentence (« à », « en »)."""

    fact: Fact
    asked: str
    sort: Sort
    prompt: str
    key: str
    entity: str | None = None
    number: Number | None = None
    lead: str = ""


def question(*words: str) -> str:
    """The words as a question: capital, question mark, typography."""
    text = join_segments([word for word in words if word])
    return tidy(f"{elision.upper_initial(text)} ?".replace(" ?", "\u202f?"))


def with_speaker(clause: Clause, *words: str) -> str:
    """The question under its « Selon X, »."""
    first, *others = words
    if clause.speaker:
        first = first[0].lower() + first[1:]
    return question(clause.speaker, first, *others)


def est_ce_que(head: str, clause: Clause, verb: str, rest: list[str]) -> str:
    """« À quel pays est-ce que la Corée du Nord a fourni … ? »"""
    subject = elision.lower_initial(clause.subject.text)
    opening = "Qu’est-ce que" if head == "Que" else f"{head} est-ce que"
    return with_speaker(clause, elision.join(opening, subject), verb, *rest)
