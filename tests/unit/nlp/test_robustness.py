"""Whatever somebody pastes is read, parsed and told without an error, and proved by its words."""

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quizapp.facts.extract import extract
from quizapp.model import Article, Draft, QuizappError, Span, StudySet
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.nlp.trees import ParsedSentence
from quizapp.reading.articles import to_article
from quizapp.reading.normal import normalise
from quizapp.reading.text import draft_from_text
from quizapp.resources import Resources

pytestmark = pytest.mark.models

LENGTH = 10_000
HOSTILE = {
    "one sentence": "le ministre de la ville voisine ",
    "digits": "1234567890",
    "figures": "12 345 678 ",
    "number words": "deux cent vingt ",
    "opening guillemets": "« ",
    "closing guillemets": "» ",
    "quotation marks": '"',
    "quotations": "« Oui », a dit Paul. ",
    "brackets": "( [ – ",
    "commas": ", ",
    "full stops": ". ",
    "relatives": "Paul, qui part, ",
    "appositions": "Paul, ministre de la Défense, ",
    "speakers": "Selon Anne Roy, ministre de la Ville, ",
    "reported": "Paul dit qu’Anne dit que ",
    "coordinations": "Il mange et dort et part et ",
    "lists": "Anne Roy, Paul Petit et Léa Le Roy, ",
    "inversions": "a-t-il dit, ",
    "times": "lundi 12 mai 2019, en juin, ",
    "nouns": "de la mère de ",
    "right to left": "مرحبا بالعالم، ",
    "emoji": "👩‍👩‍👧\ufe0f ",
    "combining": "e\u0301\u0323",
    "no width": "a\u200b\u200d\u2060",
    "line breaks": "a\r\nb\rc\u2028d\x85e\n\n",
    "controls": "a\x00b\x1b\ufffe\ud800c ",
    "elisions": "l’d'",
    "hyphens": "a-b–",
}
FRAGMENTS = (
    "Anne Roy|le ministre de la Défense|La France|l’ONU|Elle|il|ils|on|les habitants de Brest"
    "|M. Petit|a déclaré|affirme|déclare que|a-t-il ajouté|affirme-t-elle|dit|qui a signé|est"
    "|a été|sera|veut|n’a pas|aurait vendu|doit construire|ne sont plus|c’est|il y a|va|née"
    "|âgée de 42 ans|élu en 2012|selon|Selon Anne Roy,|d’après l’ONU|pour|afin de|parce que|car"
    "|alors que|tandis qu’|dont|où|que|qu’|qui|et|ou|ni|mais|puis|, |. |…|? |! |; |: |« |»|“|”"
    "|\"|'|’|(|)|[|]|– |—|-|/|%|€|№|l’|d’|du|des|au|à|lundi|hier|en 2019|le 12 mars|depuis mai"
    "|entre février et mai|il y a 24 ans|de 1990 à 1995|demain|plus de|environ|3,5 %|12\u202f000"
    "|1er|quatre-vingt-dix|des centaines de milliers|une|deux|(42 ans)|le Kenya et le Japon"
    "|président du Kenya|Vladimir Poutine|Pyongyang|la Maison-Blanche|Paris|OTAN|du pays|le Front"
    "|ce dernier|cette décision|son père|leur|sa ville|un barrage|trois usines|l’accord|\n|\n\n"
    "|\r\n|\u2028|\t|\u00a0|\u202f|\u200b|\u00ad|\u0301|\x00|\x1f|\ud800|\ufeff|👩‍👧|مرحبا|ß|ﬁ|İ|ſ"
).split("|")

characters = st.characters(exclude_categories=())
"""Every code point, lone surrogates among them."""
sentences = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40)
texts = st.one_of(
    st.builds(str.join, st.sampled_from((" ", "", "\u202f", ", ")), sentences),
    st.text(characters, min_size=1, max_size=150),
    st.text("« »“”\"'’(),.;:!?…–-0123456789 %aàlLqQuiI\n", min_size=1, max_size=150),
    st.recursive(
        sentences.map(" ".join),
        lambda inner: st.one_of(
            inner.map(lambda text: f"« {text} », a dit Anne Roy."),
            inner.map(lambda text: f"Selon le maire ({text}), {text}."),
            inner.map(lambda text: f"Paul Petit, qui {text}, affirme que {text} : « {text}."),
        ),
        max_leaves=3,
    ),
)
thorough = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@given(text=texts)
@example(text="lundi, lundi, Anne Roy")
@example(text="« a»0»DIS'")
@example(text="%s.-")
@example(text="« « ils M. Petit la Maison-Blanche OTAN .  ” … \x1f ” afin de \t », a dit Anne Roy.")
@thorough
def test_any_pasted_text(models: Models, resources: Resources, text: str) -> None:
    """As the site reads it: what is no French article is refused, what is read is told."""
    article = None
    with suppress(QuizappError):
        article = to_article(draft_from_text(text))
    if article:
        _tell(article, models, resources)


@given(texts=st.lists(texts, min_size=1, max_size=4))
@thorough
def test_any_text_in_paragraphs(models: Models, resources: Resources, texts: list[str]) -> None:
    text = normalise("\n\n".join(texts))
    if text.strip():
        _tell(to_article(Draft(title="Titre", text=text)), models, resources)


@given(text=texts)
@thorough
def test_any_text_as_one_sentence(models: Models, resources: Resources, text: str) -> None:
    body = normalise(text)
    if body.strip():
        whole = (Span(start=0, end=len(body)),)
        article = Article(id="a", title="Titre", text=body, paragraphs=whole, sentences=whole)
        _tell(article, models, resources)


@pytest.mark.parametrize("name", HOSTILE)
def test_ten_thousand_characters(models: Models, resources: Resources, name: str) -> None:
    text = normalise((HOSTILE[name] * LENGTH)[:LENGTH])
    _tell(to_article(Draft(title="Titre", text=text)), models, resources)


def _tell(article: Article, models: Models, resources: Resources) -> None:
    """Parse and extract, and hold every word, mention and fact against the text."""
    parsed = parse(article, models=models, resources=resources)
    assert [sentence.span for sentence in parsed.sentences] == list(article.sentences)
    for sentence in parsed.sentences:
        _check_words(sentence, article)
    for name in parsed.names:
        assert article.text[name.span.start : name.span.end] == name.text
    found = extract(parsed, resources=resources)
    _check_facts(StudySet(article=article, facts=found.facts, entities=found.entities))


def _check_words(sentence: ParsedSentence, article: Article) -> None:
    words = sentence.words
    assert all(article.text[word.start : word.end] == word.text for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))
    inside = (sentence.span.start <= word.start < word.end <= sentence.span.end for word in words)
    assert all(inside)
    for piece in sentence.pieces:
        assert [w.start for w in piece.main.words] == [w.start for w in piece.second.words]


def _check_facts(study_set: StudySet) -> None:
    """The span rule; whole statements; entities that are there."""
    text, ids = study_set.article.text, {entity.id for entity in study_set.entities}
    sentences = {(span.start, span.end) for span in study_set.article.sentences}
    for entity in study_set.entities:
        assert all(text[span.start : span.end].strip() for span in entity.mentions)
    for fact in study_set.facts:
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        assert (fact.evidence.start, fact.evidence.end) in sentences
        assert all(segment.text.strip() for segment in fact.segments)
        assert fact.statement.rstrip('\u202f »”"').endswith((".", "!", "?", "…"))
        speaker = fact.attribution.entity if fact.attribution else None
        assert {*fact.entities, *([speaker] if speaker else [])} <= ids
        assert 0 <= (fact.confidence or 0) <= 1
