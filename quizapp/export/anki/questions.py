"""Questions: one note each, a card form for every kind."""

import re
from collections.abc import Callable, Mapping

from quizapp.export.anki.dates import YEAR, month
from quizapp.export.anki.markup import escape, listed
from quizapp.export.anki.notes import CardNote, Gathered
from quizapp.export.anki.notetypes import QUESTION
from quizapp.export.anki.passages import passage, reference
from quizapp.export.anki.pictures import Places, country_map
from quizapp.export.left_out import LeftOut
from quizapp.french.dates import is_relative, parse
from quizapp.french.elision import upper_initial
from quizapp.model import (
    AUTHOR,
    GAP,
    Choice,
    Cloze,
    MapQuestion,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Ordering,
    Question,
    StudySet,
    TrueFalse,
)

_NEEDS_THE_ARTICLE = re.compile(
    r"\b(?:l[’']article|l[’']auteur|l[’']extrait|le journaliste|(?:le|ce|du|au) texte"
    r"|(?:le|ce|du|au) passage)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"^(?:d[’']après|selon) (?:l[’']article|le texte), ", re.IGNORECASE)
_INSTRUCTION = re.compile(r"(?<=[?.!])\s(?:Montrez|Cochez|Choisissez)[^.?!]*\.$")

_ENOUGH = "Le paquet s’en tient aux vingt premières questions du quiz."
MOST_QUESTIONS = 20
"""Question cards of one article: the first of its quiz, which is in the order of their worth."""


def gather_questions(study_set: StudySet, places: Places) -> Gathered:
    """The questions that stand alone, in the order of the text."""
    kept, left_out = choose(study_set)
    ordered = sorted(kept, key=lambda question: question.evidence[0].start)
    notes = tuple(_note(question, study_set, places) for question in ordered)
    return Gathered(notes, left_out)


def asked_facts(study_set: StudySet) -> frozenset[str]:
    """The facts on which the question cards of a study set rest."""
    return frozenset(fact_id for question in choose(study_set)[0] for fact_id in question.facts)


def choose(study_set: StudySet) -> tuple[tuple[Question, ...], tuple[LeftOut, ...]]:
    """The questions that make cards, the first of a quiz before the others, and what is left out.

    A question is kept only when it asks about a fact that none before it asks: two cards on one
    fact would reveal each other.
    """
    asked: frozenset[str] = frozenset()
    kept: list[Question] = []
    left_out: list[LeftOut] = []
    for question in study_set.questions:
        if question.status == "rejected":
            continue
        if reason := _reason_against(question, study_set, asked):
            left_out.append(LeftOut(f"{study_set.id}/{question.id}", reason))
            continue
        kept.append(question)
        asked |= frozenset(question.facts)
    if waiting := len(kept[MOST_QUESTIONS:]):
        left_out.append(LeftOut(study_set.id, f"{_ENOUGH} {waiting} de plus feraient des cartes."))
    return tuple(kept[:MOST_QUESTIONS]), tuple(left_out)


def alone(prompt: str) -> str:
    """The prompt without « D’après l’article » and without what only a page can ask."""
    return upper_initial(_INSTRUCTION.sub("", _ACCORDING.sub("", prompt)))


def _reason_against(question: Question, study_set: StudySet, asked: frozenset[str]) -> str | None:
    prompt = alone(question.prompt)
    unsaid = isinstance(question, TrueFalse) and question.answer == "non mentionné"
    reasons = {
        "C’est un jugement de l’auteur.": _is_judgement(question, study_set),
        "La question ne se comprend pas sans l’article.": (
            unsaid or not question.evidence or _NEEDS_THE_ARTICLE.search(prompt)
        ),
        "La question contient une date relative.": is_relative(prompt),
        "La date demandée est celle d’une situation, non d’un événement.": (
            _asks_when_of_a_state(question, study_set)
        ),
        "Une autre carte porte sur le même fait.": (
            question.facts and asked.issuperset(question.facts)
        ),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _asks_when_of_a_state(question: Question, study_set: StudySet) -> bool:
    """« Quand était-il ministre ? » has as many answers as days."""
    facts = [study_set.fact(fact_id) for fact_id in question.facts]
    return (
        not isinstance(question, TrueFalse)
        and len(facts) == 1
        and facts[0].kind not in ("event", "date")
        and YEAR.search(question.key_text) is not None
        and parse(question.key_text, None) is not None
    )


def _is_judgement(question: Question, study_set: StudySet) -> bool:
    facts = (study_set.fact(fact_id) for fact_id in question.facts)
    return any(fact.attribution and fact.attribution.text == AUTHOR for fact in facts)


def _note(question: Question, study_set: StudySet, places: Places) -> CardNote:
    article = study_set.article
    day = article.published_on
    fields = {
        "Question": escape(alone(question.prompt)),
        "Réponse": escape(upper_initial(question.key_text)),
        "Explication": escape(_rationale(question)),
        "Passage": passage(article, question.evidence),
        "Source": escape(reference(article)),
    }
    if day and not _shows_a_year(question):
        fields["Date"] = escape(upper_initial(month(day.isoformat())))
    form = _FORMS.get(question.kind)
    picture = country_map(question.answer, places) if isinstance(question, MapQuestion) else None
    image = {"Image": picture.image()} if picture else {}
    return CardNote(
        QUESTION,
        "questions",
        f"{study_set.id}/{question.id}",
        fields | (form(question) if form else {}) | image,
        tags=(
            f"quizapp::article::{article.id}",
            f"quizapp::question::{question.kind}",
            f"quizapp::niveau::{question.level}",
        ),
        media=(picture,) if picture else (),
    )


def _shows_a_year(question: Question) -> bool:
    """Whether a date above the question would repeat one, or give the answer away."""
    texts = (question.prompt, question.key_text, *(choice.text for choice in question.choices))
    return any(YEAR.search(text) for text in texts)


def _rationale(question: Question) -> str:
    """Why the key is right; nothing where that only repeats the key or the passage."""
    right = [
        choice
        for choice in question.choices
        if choice.correct and choice.rationale and not choice.rationale.startswith("L’article dit")
    ]
    if isinstance(question, MultipleResponse):
        return " ".join(f"{upper_initial(c.text)}\u202f: {c.rationale}" for c in right)
    rationale = " ".join(dict.fromkeys(c.rationale or "" for c in right))
    return "" if rationale == question.key_text else rationale


def _texts(choices: tuple[Choice, ...]) -> list[str]:
    return [escape(choice.text) for choice in choices]


def _multiple_choice(question: MultipleChoice) -> dict[str, str]:
    return {"Choix": listed(_texts(question.choices))}


def _multiple_response(question: MultipleResponse) -> dict[str, str]:
    return {
        "Consigne": "Plusieurs réponses sont possibles.",
        "Choix": listed(_texts(question.choices)),
        "Réponse": listed(_texts(tuple(c for c in question.choices if c.correct)), "ul"),
    }


def _true_false(question: TrueFalse) -> dict[str, str]:
    return {"Consigne": "Vrai ou faux ?", "Réponse": upper_initial(question.answer)}


def _cloze(question: Cloze) -> dict[str, str]:
    filled = escape(alone(question.prompt))
    for accepted in question.answer:
        filled = filled.replace(GAP, f"<mark>{escape(accepted[0])}</mark>", 1)
    fields = {"Consigne": "Complétez.", "Réponse": filled}
    if question.choices:
        fields["Choix"] = listed(_texts(question.choices), "ul")
    return fields


def _matching(question: Matching) -> dict[str, str]:
    lefts = [escape(left) for left, _ in question.answer]
    pairs = [f"{escape(left)} → {escape(right)}" for left, right in question.answer]
    return {
        "Choix": listed(lefts) + listed(_texts(question.choices), "ul"),
        "Réponse": listed(pairs, "ul"),
    }


def _ordering(question: Ordering) -> dict[str, str]:
    return {
        "Choix": listed(_texts(question.choices), "ul"),
        "Réponse": listed([escape(text) for text in question.answer]),
    }


_FORMS: Mapping[str, Callable[..., dict[str, str]]] = {
    "multiple_choice": _multiple_choice,
    "multiple_response": _multiple_response,
    "true_false": _true_false,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
}
"""What a kind adds to prompt and key; short_answer, numeric and map add nothing."""
