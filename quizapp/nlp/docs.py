"""Our tokens as a spaCy document."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from quizapp.nlp.tokens import Token


def doc_of(nlp: Language, tokens: Sequence[Token]) -> Doc:
    """One sentence made of these tokens; spaces follow where the article has them."""
    spaces = [a.end < b.start for a, b in pairwise(tokens)]
    doc = Doc(nlp.vocab, words=[t.form for t in tokens], spaces=[*spaces, False] if tokens else [])
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
