"""Dates, examples, markup and templates: the small crafts of a card."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.export.anki.dates import period, printed
from quizapp.export.anki.markup import escape, is_blank, marked
from quizapp.export.anki.passages import LONGEST_EXAMPLE, example
from quizapp.export.anki.template import fields_of, guard_of, render
from quizapp.model import Span


@pytest.mark.parametrize(
    ("iso", "french"),
    [
        ("2024", "2024"),
        ("2022-03", "mars 2022"),
        ("2024-06-18", "18 juin 2024"),
        ("2023-05-01", "1er mai 2023"),
        ("2024-06-18/2024-06-19", "du 18 au 19 juin 2024"),
        ("2024-06-28/2024-07-02", "du 28 juin au 2 juillet 2024"),
        ("2023-12-31/2024-01-02", "du 31 décembre 2023 au 2 janvier 2024"),
        ("2022-04/2022-09", "d’avril à septembre 2022"),
        ("2019/2021", "de 2019 à 2021"),
        ("2022-03/2024-06-18", "de mars 2022 au 18 juin 2024"),
        ("2024/2024", "2024"),
    ],
)
def test_dates_as_french_prints_them(iso: str, french: str) -> None:
    assert printed(iso) == french


@pytest.mark.parametrize(
    ("start", "end", "french"),
    [
        ("2024-05-14", None, "depuis le 14 mai 2024"),
        ("2024-04", None, "depuis avril 2024"),
        ("2012-11-06", "2024-05-12", "de novembre 2012 à mai 2024"),
        (None, "2024", "jusqu’en 2024"),
        (None, "2024-05-12", "jusqu’au 12 mai 2024"),
        (None, None, ""),
    ],
)
def test_terms_of_office(start: str | None, end: str | None, french: str) -> None:
    assert period(start, end) == french


def test_a_long_example_is_cut_to_its_clause() -> None:
    sentence = (
        "Réunis à Genève depuis trois jours sous l’égide de médiateurs venus de plusieurs pays "
        "voisins, les négociateurs ont repris leurs pourparlers, mais aucun accord ne semble en "
        "vue avant la fin de la semaine prochaine."
    )
    start = sentence.index("pourparlers")
    text, form = example(sentence, Span(start=start, end=start + len("pourparlers")))
    assert text == (
        "… les négociateurs ont repris leurs pourparlers, mais aucun accord ne semble en vue "
        "avant la fin de la semaine prochaine."
    )
    assert form is not None
    assert text[form.start : form.end] == "pourparlers"


def test_a_decimal_comma_ends_no_clause() -> None:
    sentence = (
        "Selon l’institut, qui publie ses chiffres chaque trimestre depuis plus de quarante ans, "
        "le chômage s’établit à 10,4 % en France et à 9,7 % en métropole, en hausse dans les deux "
        "cas."
    )
    start = sentence.index("métropole")
    text, _ = example(sentence, Span(start=start, end=start + 9))
    assert "10,4 % en France et à 9,7 %" in text


@given(st.lists(st.sampled_from(["mot", "chose,", "fin ;", "(x)", "l’eau"]), min_size=1), st.data())
def test_an_example_keeps_its_word(words: list[str], data: st.DataObject) -> None:
    sentence = " ".join([*words, "."])
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + (1 if at else 0)
    kept = words[at].rstrip(",; ")
    text, form = example(sentence, Span(start=start, end=start + len(kept)))
    assert form is not None
    assert text[form.start : form.end] == kept
    assert len(text.removeprefix("… ").removesuffix(" …").split()) <= LONGEST_EXAMPLE


@given(st.text(max_size=200))
def test_escaped_text_has_no_markup(text: str) -> None:
    escaped = escape(text)
    assert not any(c in escaped for c in "<>\\\x1f")
    assert "{{" not in escaped


@pytest.mark.parametrize(
    "command",
    ["[sound:a.mp3]", "[anki:play:q:0]", "[[type:Mot]]", "[latex]x[/latex]", "[$]x[/$]", "[$$]x"],
)
def test_escaped_text_commands_nothing(command: str) -> None:
    assert "[" not in escape(command)
    assert escape("l’arme [aʁm] d'assaut") == "l’arme [aʁm] d'assaut"


@given(st.text("ab <&é", min_size=1, max_size=30), st.data())
def test_the_highlighter_changes_no_word(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(start=a, end=b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    highlighted = marked(text, spans)
    bare = highlighted.replace("<mark>", "").replace("</mark>", "")
    assert "".join(bare.split()) == "".join(escape(text, 10_000).split())
    assert highlighted.count("<mark>") == len(spans)


@pytest.mark.parametrize(
    ("field", "blank"),
    [("", True), (" ", True), ("<br>", True), ("<p>&nbsp;</p>", True), ("a", False),
     ('<img src="qa-1.svg" alt="">', False)],
)  # fmt: skip
def test_what_anki_calls_blank(field: str, blank: bool) -> None:
    assert is_blank(field) is blank


def test_templates() -> None:
    front = "{{#A}}<p>{{A}}{{#B}} ({{B}}){{/B}}{{tts fr_FR:A}}</p>{{/A}}"
    assert guard_of(front) == "A"
    assert guard_of("{{#A}}x{{/A}}{{#A}}y{{/A}}") is None
    assert fields_of(front) == ("A", "B")
    assert render(front, {"A": "un", "B": ""}) == "<p>un</p>"
    assert render(front, {"A": "un", "B": "deux"}) == "<p>un (deux)</p>"
    assert render("{{FrontSide}}<hr>{{B}}", {"A": "", "B": "b"}, front="f") == "f<hr>b"
