"""The two spaCy pipelines; nothing else in the project loads a model."""

from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

from quizapp.model import QuizappError

_UNUSED = ["lemmatizer"]
"""Lemmas of verbs come from the conjugation tables, the others from the lexicon."""


@dataclass(frozen=True)
class Models:
    """`main` is read by everyone; `second` says where `main` can be believed."""

    main: Language
    second: Language


@cache
def load_models() -> Models:
    """Loads both models at the first call, once a process (about five seconds)."""
    return Models(main=_load("fr_core_news_md"), second=_load("fr_core_news_sm"))


def _load(name: str) -> Language:
    try:
        return spacy.load(name, exclude=_UNUSED)
    except OSError as error:
        raise QuizappError(
            "models-missing", f"the French model {name} is not installed: `make run` installs it"
        ) from error
