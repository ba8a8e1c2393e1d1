"""Our tokens as spaCy documents."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from quizapp.nlp.tokens import Token

_BATCH = 128
"""Sentences that a model reads at once: larger batches cost memory and gain nothing."""


def parsed_docs(nlp: Language, sentences: Iterable[Sequence[Token]]) -> Iterator[Doc]:
    """Each sentence with its dependencies and morphology."""
    docs = (_doc_of(nlp, tokens) for tokens in sentences)
    return nlp.pipe(docs, batch_size=_BATCH, disable=["ner"])


def named_docs(nlp: Language, sentences: Iterable[Sequence[Token]]) -> Iterator[Doc]:
    """Each sentence with its named entities, and nothing else."""
    docs = (_doc_of(nlp, tokens) for tokens in sentences)
    others = [pipe for pipe in nlp.pipe_names if pipe != "ner"]
    return nlp.pipe(docs, batch_size=_BATCH, disable=others)


def _doc_of(nlp: Language, tokens: Sequence[Token]) -> Doc:
    """One sentence made of these tokens; spaces follow where the article has them."""
    spaces = [a.end < b.start for a, b in pairwise(tokens)]
    return Doc(
        nlp.vocab,
        words=[token.form for token in tokens],
        spaces=[*spaces, False] if tokens else [],
        sent_starts=[i == 0 for i in range(len(tokens))],
    )
