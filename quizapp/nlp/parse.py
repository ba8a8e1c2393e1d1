"""An article parsed by two models, piece by piece."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from quizapp.french.verbs import Verbs
from quizapp.model import Article, Span
from quizapp.nlp.docs import doc_of
from quizapp.nlp.models import Models
from quizapp.nlp.names import names_of
from quizapp.nlp.peel import peel
from quizapp.nlp.peeling import Peeled
from quizapp.nlp.tokens import Token, merge_names, tokenise
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece, Tree, Word
from quizapp.resources import Resources


def parse(article: Article, *, models: Models, resources: Resources) -> ParsedArticle:
    """Every sentence cut into pieces, each parsed by both models; offsets are the article's."""
    tokens = [
        tokenise(article.text, span.start, span.end, verbs=resources.verbs)
        for span in article.sentences
    ]
    names = names_of(article, tokens, models=models)
    whole = [name.span for name in names if name.agreed and name.label != "MISC"]
    cut = [peel(merge_names(words, whole), verbs=resources.verbs) for words in tokens]
    pieces = [piece for parts in cut for piece in parts]
    main = _docs(models.main, pieces)
    second = _docs(models.second, pieces)
    parsed = iter(
        _piece(piece, _tree(a, piece, article, resources.verbs),
               _tree(b, piece, article, resources.verbs))
        for piece, a, b in zip(pieces, main, second, strict=True)
    )  # fmt: skip
    sentences = tuple(
        ParsedSentence(span=span, pieces=tuple(next(parsed) for _ in parts))
        for span, parts in zip(article.sentences, cut, strict=True)
    )
    return ParsedArticle(article, sentences, names)


def _docs(nlp: Language, pieces: Iterable[Peeled]) -> list[Doc]:
    docs = (doc_of(nlp, _as_clause(piece)) for piece in pieces)
    with nlp.select_pipes(disable=["ner"]):
        return list(nlp.pipe(docs, batch_size=64))


def _as_clause(piece: Peeled) -> list[Token]:
    """A relative clause is parsed with « il » for « qui », which makes it a sentence."""
    if piece.kind != "relative":
        return list(piece.tokens)
    return [
        Token("il" if token.form.lower() == "qui" and i < 2 else token.form, token.start, token.end)
        for i, token in enumerate(piece.tokens)
    ]


def _piece(piece: Peeled, main: Tree, second: Tree) -> Piece:
    span = Span(start=piece.tokens[0].start, end=piece.tokens[-1].end)
    return Piece(kind=piece.kind, span=span, main=main, second=second)


def _tree(doc: Doc, piece: Peeled, article: Article, verbs: Verbs) -> Tree:
    words = []
    for token, source in zip(doc, piece.tokens, strict=True):
        text = article.text[source.start : source.end]
        words.append(
            Word(
                i=token.i,
                text=text,
                start=source.start,
                end=source.end,
                pos=token.pos_,
                dep=token.dep_,
                head=token.head.i,
                lemma=_lemma(text, token.pos_, verbs),
                feats=token.morph.to_dict(),
                borrowed=piece.kind == "relative" and token.i < 2 and source.form.lower() == "qui",
            )
        )
    return Tree(tuple(words))


def _lemma(text: str, pos: str, verbs: Verbs) -> str:
    """Infinitives by table; what is no verb keeps its form, folded (the lexicon knows more)."""
    low = text.lower().replace("’", "'")
    if pos in {"VERB", "AUX"}:
        return verbs.lemma(low) or low
    return low
