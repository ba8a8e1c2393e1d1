"""Pasted text becomes a draft, a draft an article."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.model import Article, QuizappError
from quizapp.reading.articles import to_article
from quizapp.reading.normal import MAX_CHARACTERS
from quizapp.reading.text import draft_from_text

NEWS = """Le port de Brest rouvre après la tempête

Le port de Brest rouvre après la tempête

Publié le 3 mars 2023 à 18h04

Par Anne Le Goff

Le port de Brest a rouvert vendredi matin, après deux jours d’arrêt. « Nous avons eu peur », a dit
le capitaine du port. Les bateaux de pêche sont sortis dès l’aube.

1. Des dégâts limités

La digue a tenu. La mairie compte trois navires abîmés et aucun blessé.

Photo : la digue du Moulin Blanc

Partager cet article :

Facebook,

Courriel,

À lire également

Les pêcheurs bretons manquent de bras
"""


def reasons(text: str) -> dict[str, str]:
    return {dropped.text: dropped.reason for dropped in draft_from_text(text).dropped}


def test_a_news_page_keeps_its_article_only() -> None:
    draft = draft_from_text(NEWS)
    assert draft.title == "Le port de Brest rouvre après la tempête"
    assert draft.published_on == date(2023, 3, 3)
    assert draft.text.startswith("Le port de Brest a rouvert vendredi matin")
    assert draft.text.endswith("aucun blessé.")


def test_what_is_left_out_is_told_with_its_reason() -> None:
    assert reasons(NEWS) == {
        "Le port de Brest rouvre après la tempête": "repeated-title",
        "Publié le 3 mars 2023 à 18h04": "publication-date",
        "Par Anne Le Goff": "byline",
        "Photo : la digue du Moulin Blanc": "caption",
        "Partager cet article :": "sharing",
        "Facebook,": "sharing",
        "Courriel,": "sharing",
        "À lire également": "see-also",
        "Les pêcheurs bretons manquent de bras": "see-also",
    }


@pytest.mark.parametrize(
    "line", ["A lire également", "À lire aussi : le port ferme", "Lire aussi", "LIRE ÉGALEMENT :"]
)
def test_links_to_other_articles_are_left_out(line: str) -> None:
    assert reasons(f"Titre\n\nLe port a fermé hier.\n\n{line}") == {line: "see-also"}


def test_a_sentence_that_begins_like_a_link_stays() -> None:
    text = "Titre\n\nLire les journaux chaque matin demande du temps et un peu de patience."
    assert reasons(text) == {}


def test_headings_paragraphs_and_sentences_are_spans_of_the_text() -> None:
    article = to_article(draft_from_text(NEWS))
    words = [article.text[span.start : span.end] for span in article.headings]
    assert words == ["1. Des dégâts limités"]
    assert len(article.paragraphs) == 2
    sentences = [article.text[span.start : span.end] for span in article.sentences]
    assert "La digue a tenu." in sentences
    assert all("Des dégâts" not in sentence for sentence in sentences)


def test_lines_that_a_margin_broke_are_joined() -> None:
    assert "a dit le capitaine du port." in draft_from_text(NEWS).text


def test_paragraphs_on_single_lines_stay_apart() -> None:
    first = "Le gouvernement a présenté mercredi un plan pour les ports de pêche du pays entier."
    second = (
        "Les syndicats le jugent insuffisant et demandent une réunion dès la semaine prochaine."
    )
    assert draft_from_text(f"Un plan\n{first}\n{second}").text == f"{first}\n\n{second}"


def test_an_unknown_date_stays_unknown() -> None:
    assert draft_from_text("Titre\n\nLe port a fermé hier, le 3 mars.").published_on is None


def test_a_dateline_before_the_first_sentence_dates_the_article() -> None:
    draft = draft_from_text("Titre\n\n7 avril 2016. – Des astronomes ont vu une lueur.")
    assert draft.published_on == date(2016, 4, 7)
    assert draft.text == "Des astronomes ont vu une lueur."


def test_a_given_title_and_date_are_kept() -> None:
    draft = draft_from_text(
        "Le port a fermé. Il rouvre demain.", title="Le port", published_on=date(2020, 1, 2)
    )
    assert (draft.title, draft.published_on) == ("Le port", date(2020, 1, 2))


def test_a_text_without_a_title_is_called_by_its_opening() -> None:
    assert draft_from_text("Le port a fermé.").title == "Le port a fermé."


def test_apostrophes_and_spaces_stay_and_the_rest_is_normalised() -> None:
    draft = draft_from_text(
        "Titre\r\n\r\nL'e\u0301te\u0301, «\u00a0oui\u00a0», d’ici\x00 l\ud800à."
    )
    assert draft.text == "L'été, «\u00a0oui\u00a0», d’ici là."


def test_the_id_comes_from_title_and_text() -> None:
    one, two = (to_article(draft_from_text(f"L’été à Évian\n\n{t}")) for t in ("Un.", "Deux."))
    assert one.id.startswith("l-ete-a-evian-")
    assert one.id != two.id
    assert one.id == to_article(draft_from_text("L’été à Évian\n\nUn.")).id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "article-empty"),
        (" \n\t\n", "article-empty"),
        ("*** 123 ***", "article-empty"),
        ("é" * (MAX_CHARACTERS + 1), "article-too-long"),
        ("word " * 1_000_000, "article-too-long"),
        (
            " ".join(
                ["The harbour was closed and the boats had to wait for the storm to end."] * 3
            ),
            "article-not-french",
        ),
    ],
)
def test_what_is_no_french_article_is_refused(text: str, code: str) -> None:
    with pytest.raises(QuizappError) as caught:
        draft_from_text(text)
    assert caught.value.code == code
    assert "\n" not in caught.value.message


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_is_refused_or_has_exact_spans(text: str) -> None:
    try:
        article = to_article(draft_from_text(text))
    except QuizappError:
        return
    _check(article)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*NEWS.split("\n"), "«", "Oui.", "\u2028", "\r", "3."]), max_size=25)
)
def test_any_shuffling_of_lines_is_refused_or_has_exact_spans(lines: list[str]) -> None:
    try:
        article = to_article(draft_from_text("\n".join(lines)))
    except QuizappError:
        return
    _check(article)


def _check(article: Article) -> None:
    blocks = sorted((*article.headings, *article.paragraphs), key=lambda span: span.start)
    assert article.paragraphs
    position = 0
    for block in blocks:
        assert not article.text[position : block.start].strip()
        assert article.text[block.start : block.end].strip()
        position = block.end
    assert not article.text[position:].strip()
    for sentence in article.sentences:
        assert any(paragraph.contains(sentence) for paragraph in article.paragraphs)
