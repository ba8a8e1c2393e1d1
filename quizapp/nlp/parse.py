"""An article parsed by two models, piece by piece."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from spacy.tokens import Doc

from quizapp.french.verbs import Verbs
from quizapp.model import Article, Span
from quizapp.nlp.docs import parsed_docs
from quizapp.nlp.models import Models
from quizapp.nlp.names import names_of
from quizapp.nlp.participial import as_sentence, subject_slot
from quizapp.nlp.peel import peel
from quizapp.nlp.peeling import Peeled
from quizapp.nlp.tokens import Token, merge_names, tokenise
from quizapp.nlp.trees import Name, ParsedArticle, ParsedSentence, Piece, Tree, Word
from quizapp.resources import Resources

_LONGEST = 250
"""Words of the longest sentence that is read; what is longer is a list or a table, and to read it
would take more than its length in time."""


def parse(article: Article, *, models: Models, resources: Resources) -> ParsedArticle:
    """Every sentence cut into pieces, each parsed by both models; offsets are the article's.

    A sentence of more words than any has stays without pieces.
    """
    verbs = resources.verbs
    with models.one_text():
        tokens = [tokenise(article.text, s.start, s.end, verbs=verbs) for s in article.sentences]
        names = names_of(article, tokens, models=models)
        named = zip(tokens, _merged_names(article, names), strict=True)
        cut = [_cut(merge_names(words, whole), verbs) for words, whole in named]
        pieces = _pieces([piece for parts in cut for piece in parts], article, models, verbs)
        sentences = tuple(
            ParsedSentence(span=span, pieces=tuple(islice(pieces, len(parts))))
            for span, parts in zip(article.sentences, cut, strict=True)
        )
    return ParsedArticle(article, sentences, names)


def _cut(tokens: Sequence[Token], verbs: Verbs) -> tuple[Peeled, ...]:
    return peel(tokens, verbs=verbs) if len(tokens) <= _LONGEST else ()


def _merged_names(article: Article, names: Sequence[Name]) -> Iterator[list[Span]]:
    """Sentence by sentence, the names that the parsers read as one word."""
    spans = [name.span for name in names if name.agreed and name.label != "MISC"]
    starts = [span.start for span in spans]
    for sentence in article.sentences:
        yield spans[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _pieces(
    peeled: Sequence[Peeled], article: Article, models: Models, verbs: Verbs
) -> Iterator[Piece]:
    clauses = [_as_clause(piece, verbs) for piece in peeled]
    main, second = (parsed_docs(nlp, clauses) for nlp in (models.main, models.second))
    for piece, one, other in zip(peeled, main, second, strict=True):
        yield Piece(
            kind=piece.kind,
            span=Span(start=piece.tokens[0].start, end=piece.tokens[-1].end),
            main=_tree(one, piece, article, verbs),
            second=_tree(other, piece, article, verbs),
        )


def _as_clause(piece: Peeled, verbs: Verbs) -> list[Token]:
    """A relative clause is parsed with « il » for « qui », a coordinated predicate with « il » or
    « ils » for « et », a participle as a conjugated verb: each makes a sentence."""
    if piece.kind == "participle":
        return as_sentence(piece.tokens, verbs)
    borrowed = _borrowed_at(piece, verbs)
    return [
        Token(_pronoun(piece), token.start, token.end) if i == borrowed else token
        for i, token in enumerate(piece.tokens)
    ]


def _borrowed_at(piece: Peeled, verbs: Verbs) -> int | None:
    """The word that is parsed as a pronoun subject."""
    words = [token.form.lower() for token in piece.tokens]
    if piece.kind == "predicate":
        return 0
    if piece.kind == "participle":
        found = subject_slot(verbs, words)
        return found[0] if found else None
    return words.index("qui") if piece.kind == "relative" and "qui" in words[:2] else None


def _pronoun(piece: Peeled) -> str:
    verbal = [token.form for token in piece.tokens[1:4]]
    plural = piece.kind == "predicate" and any(form.endswith("nt") for form in verbal[:2])
    return "ils" if plural else "il"


def _tree(doc: Doc, piece: Peeled, article: Article, verbs: Verbs) -> Tree:
    words = []
    borrowed = _borrowed_at(piece, verbs)
    for i, (token, source) in enumerate(zip(doc, piece.tokens, strict=True)):
        text, pos = article.text[source.start : source.end], token.pos_
        words.append(
            Word(
                i=i,
                text=text,
                start=source.start,
                end=source.end,
                pos="X" if pos == "SPACE" else pos,
                dep=token.dep_,
                head=token.head.i,
                lemma=_lemma(text, pos, verbs),
                feats=_feats(str(token.morph)),
                borrowed=i == borrowed,
            )
        )
    return Tree(tuple(words))


@cache
def _feats(morphology: str) -> dict[str, str]:
    """« Number=Sing|Person=3 » as a dictionary; the models know a few hundred of them."""
    return dict(feature.split("=", 1) for feature in morphology.split("|") if feature)


def _lemma(text: str, pos: str, verbs: Verbs) -> str:
    """Infinitives by table; what is no verb keeps its form, folded (the lexicon knows more)."""
    low = text.lower().replace("’", "'")
    if pos in {"VERB", "AUX"}:
        return verbs.lemma(low) or low
    return low
