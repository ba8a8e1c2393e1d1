"""The two spaCy pipelines; nothing else in the project loads a model."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from quizapp.model import QuizappError

_UNUSED = ["lemmatizer", "attribute_ruler", "senter"]
"""Lemmas of verbs come from the conjugation tables, the others from the lexicon; the ruler only
copies parts of speech into tags; sentences are the article's."""


@dataclass(frozen=True)
class Models:
    """`main` is read by everyone; `second` says where `main` can be believed."""

    main: Language
    second: Language

    @contextmanager
    def one_text(self) -> Iterator[None]:
        """What both models remember of the words they meet inside is forgotten at the end.

        spaCy keeps every new string otherwise. No document made inside may be read afterwards;
        blocks must neither nest nor run side by side in threads.
        """
        with self.main.memory_zone(), self.second.memory_zone():
            yield


@cache
def load_models() -> Models:
    """Loads both models at the first call, once a process (about five seconds).

    They compute with NumPy's matrix product, which knows newer processors than the default one,
    on one thread: an analysis leaves the other cores to those who read the site. They live as long
    as the process: the garbage collector no longer looks through what exists once they are loaded.
    """
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        models = Models(main=_load("fr_core_news_md"), second=_load("fr_core_news_sm"))
    gc.collect()
    gc.freeze()
    return models


def _load(name: str) -> Language:
    try:
        return spacy.load(name, exclude=_UNUSED)
    except OSError as error:
        raise QuizappError(
            "models-missing", f"the French model {name} is not installed: `make run` installs it"
        ) from error
