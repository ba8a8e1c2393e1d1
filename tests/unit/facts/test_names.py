"""Names of an article, whatever the models and the text are like."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.facts.linking import Linker
from quizapp.facts.names import names_in
from quizapp.model import Article, Span
from quizapp.nlp.trees import Label, Name, ParsedArticle
from quizapp.resources import Resources

WORDS = st.sampled_from(
    "la le l’ de du place mosquée tribunal armée turque Paris Corée du Nord accord Mme Macron Roy "
    "- – « » , Washington d’ gare ONU İstanbul ß œ ministère justice qui".split()
)
LABELS: tuple[Label, ...] = ("PER", "LOC", "ORG", "MISC")


@st.composite
def articles(draw: st.DrawFn) -> ParsedArticle:
    words = draw(st.lists(WORDS | st.text(min_size=1, max_size=4), max_size=30))
    text = " ".join([draw(WORDS), *words])
    names = []
    for start in draw(st.lists(st.integers(0, len(text) - 1), max_size=5)):
        end = draw(st.integers(start + 1, min(len(text), start + 25)))
        span = Span(start=start, end=end)
        label = draw(st.sampled_from(LABELS))
        names.append(Name(span, text[start:end], label, agreed=draw(st.booleans())))
    whole = (Span(start=0, end=len(text)),)
    article = Article(id="a", title="a", text=text, paragraphs=whole, sentences=whole)
    return ParsedArticle(article=article, sentences=(), names=tuple(names))


@given(parsed=articles())
def test_names_stand_where_they_say_and_overlap_nowhere(
    parsed: ParsedArticle, resources: Resources
) -> None:
    text = parsed.article.text
    names = names_in(parsed, resources.world)
    for name, following in pairwise(names):
        assert name.span.end <= following.span.start
    linker = Linker(names, text, resources.world)
    for name in names:
        assert text[name.span.start : name.span.end] == name.text
        found = linker.identify(name)
        assert found is None or found[0]


def test_punctuation_is_nobody(resources: Resources) -> None:
    """A model may call « - – » a person; « – » is then no surname of theirs."""
    spans = (Span(start=0, end=3), Span(start=4, end=5))
    names = [Name(span, "- – –"[span.start : span.end], "PER", agreed=True) for span in spans]
    linker = Linker(names, "- – –", resources.world)
    assert [linker.identify(name) for name in names] == [None, None]
