"""Marks for every kind of question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.french.numbers import spell
from quizapp.model import (
    Choice,
    ChoiceResponse,
    ChoicesResponse,
    CountryResponse,
    NumericAnswer,
    PairsResponse,
    Question,
    Response,
    TextResponse,
    TextsResponse,
)
from quizapp.study.grading import grade
from tests import factories

_text = st.text(max_size=60)
responses: st.SearchStrategy[Response] = st.one_of(
    st.builds(ChoiceResponse, choice=_text, quote=st.none() | _text),
    st.builds(ChoicesResponse, choices=st.lists(_text, max_size=6).map(tuple)),
    st.builds(TextResponse, text=_text | st.from_regex(r"[0-9., ]{1,40}")),
    st.builds(TextsResponse, texts=st.lists(_text, max_size=6).map(tuple)),
    st.builds(PairsResponse, pairs=st.lists(st.tuples(_text, _text), max_size=6).map(tuple)),
    st.builds(CountryResponse, country=_text),
)


@given(st.sampled_from(factories.questions()), responses)
def test_any_response_to_any_question_has_a_mark(question: Question, response: Response) -> None:
    mark = grade(question, response)
    assert 0 <= mark.score <= 1
    assert mark.correct == (mark.score == 1)
    assert mark.accepted_form


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (factories.multiple_choice(), ChoiceResponse(choice="b")),
        (factories.multiple_response(), ChoicesResponse(choices=("c", "a"))),
        (factories.true_false(), ChoiceResponse(choice="faux")),
        (factories.short_answer(), TextResponse(text="Awa Diallo")),
        (factories.numeric(), TextResponse(text="1 500")),
        (factories.cloze(), TextsResponse(texts=("bateaux", "ans"))),
        (factories.matching(), PairsResponse(pairs=factories.matching().answer[::-1])),
        (factories.ordering(), TextsResponse(texts=factories.ordering().answer)),
        (factories.map_question(), CountryResponse(country="SEN")),
    ],
)
def test_the_key_is_right(question: Question, response: Response) -> None:
    assert grade(question, response).correct


@given(st.sampled_from(factories.questions()))
def test_another_shape_scores_nothing(question: Question) -> None:
    response: Response = TextResponse(text=question.key_text)
    if question.kind in ("short_answer", "numeric"):
        response = CountryResponse(country=question.key_text)
    assert grade(question, response).score == 0


# Typed words


def short(answer: str, *accepted: str) -> Question:
    return factories.short_answer(answer=answer, key_text=answer, accepted=accepted)


@pytest.mark.parametrize(
    ("answer", "typed", "flags"),
    [
        ("la Corée du Nord", "corée du nord", ()),
        ("la Corée du Nord", "La Corée du Nord.", ()),
        ("la Corée du Nord", "coree du nord", ("accent-missing",)),
        ("les élèves", "eleves", ("accent-missing",)),
        ("le règlement", "réglement", ("typo",)),
        ("à la Russie", "la russie", ()),
        ("à la Russie", "Russie", ()),
        ("les États-Unis", "Etats Unis", ("accent-missing",)),
        ("l’Iran", "Iran", ()),
        ("l’Iran", "l'iran", ()),
        ("Kim Jong-un", "kim jong un", ()),
        ("Kim Jong-un", "Kim Jongun", ()),
        ("Vladimir Poutine", "Vladimir Poutinne", ("typo",)),
        ("Vladimir Poutine", "Vladimir Pouitne", ("typo",)),
        ("deux jours", "2 jours", ()),
        ("la main-d’œuvre", "main d'oeuvre", ()),
        ("en 2019", "2019", ()),
        ("« son ferme soutien »", "son ferme soutien", ()),
    ],
)
def test_what_a_keyboard_excuses(answer: str, typed: str, flags: tuple[str, ...]) -> None:
    mark = grade(short(answer), TextResponse(text=typed))
    assert mark.correct
    assert mark.flags == flags


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("l’Iran", "l’Irak"),
        ("le péché", "la pêche"),
        ("élevé", "élève"),
        ("la Gambie", "la Zambie"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("en 2019", "2018"),
        ("11 000 conteneurs", "10 000 conteneurs"),
        ("deux jours", "trois jours"),
        ("Vladimir Poutine", "Vladimir Poutinnne"),
        ("Vladimir Poutine", ""),
        ("Vladimir Poutine", "?"),
        ("la Corée du Nord", "la Corée du Sud"),
        ("la Russie", "le"),
    ],
)
def test_what_nothing_excuses(answer: str, typed: str) -> None:
    assert not grade(short(answer), TextResponse(text=typed)).correct


def test_a_typo_that_makes_another_name_is_wrong() -> None:
    question = short("Marine Duval")
    assert grade(question, TextResponse(text="Marie Duval")).correct
    assert not grade(question, TextResponse(text="Marie Duval"), known=["Marie Duval"]).correct


def test_an_alias_is_right() -> None:
    assert grade(short("la Corée du Nord", "Pyongyang"), TextResponse(text="pyongyang")).correct


# Numbers


def number(value: float, unit: str | None = None) -> Question:
    return factories.numeric(answer=NumericAnswer(value=value, unit=unit), key_text=f"{value:g}")


@pytest.mark.parametrize(
    "typed",
    ["11000", "11 000", "11\u202f000", "11.000", "11,000", "onze mille", "11 mille",
     "environ 11 000", "11 000 conteneurs", "Onze mille conteneurs"],
)  # fmt: skip
def test_every_notation_of_a_number(typed: str) -> None:
    assert grade(number(11_000, "conteneurs"), TextResponse(text=typed)).correct


@pytest.mark.parametrize("typed", ["10 500", "11", "110 000", "onze", "", "entre 10 et 11 000"])
def test_another_number_is_wrong(typed: str) -> None:
    assert not grade(number(11_000), TextResponse(text=typed)).correct


def test_a_measure_must_be_the_right_one() -> None:
    question = number(600, "dollars")
    assert grade(question, TextResponse(text="600 $")).correct
    assert grade(question, TextResponse(text="600")).correct
    mark = grade(question, TextResponse(text="600 euros"))
    assert (mark.correct, mark.flags) == (False, ("other-unit",))


def test_decimals() -> None:
    assert grade(number(3.5, "%"), TextResponse(text="3,5 %")).correct
    assert not grade(number(3.5, "%"), TextResponse(text="35 %")).correct


@pytest.mark.parametrize("typed", ["-5", "−5", "moins cinq", "Moins 5 degrés"])
def test_a_sign_counts(typed: str) -> None:
    assert grade(number(-5), TextResponse(text=typed)).correct
    positive = number(5).model_copy(update={"accepted": ("cinq",)})
    assert not grade(positive, TextResponse(text=typed)).correct
    assert not grade(number(-5), TextResponse(text="5")).correct


@given(st.integers(2, 999_999))
def test_a_number_in_words_is_the_number(value: int) -> None:
    assert grade(number(value), TextResponse(text=spell(value))).correct
    assert not grade(number(value + 1), TextResponse(text=spell(value))).correct


# Several parts


def test_cloze_counts_each_gap() -> None:
    mark = grade(factories.cloze(), TextsResponse(texts=("chalutiers", "mois")))
    assert mark.score == 0.5
    assert [part.correct for part in mark.parts] == [True, False]


def test_cloze_with_too_few_or_too_many_texts() -> None:
    assert grade(factories.cloze(), TextsResponse(texts=("chalutiers",))).score == 0.5
    assert grade(factories.cloze(), TextsResponse(texts=("chalutiers", "ans", "x"))).score == 1


def test_matching_gives_credit_by_pair() -> None:
    question = factories.matching()
    (first, second, third) = question.answer
    mark = grade(question, PairsResponse(pairs=(first, (second[0], third[1]))))
    assert mark.score == pytest.approx(1 / 3)


def test_a_left_side_paired_twice_is_not_right() -> None:
    question = factories.matching()
    everything = tuple((left, right) for left, _ in question.answer for _, right in question.answer)
    assert grade(question, PairsResponse(pairs=everything)).score == 0


def test_ordering_gives_credit_by_pair() -> None:
    question = factories.ordering()
    first, second, third = question.answer
    assert grade(question, TextsResponse(texts=(second, first, third))).score == pytest.approx(
        1 / 3
    )
    assert grade(question, TextsResponse(texts=(third, second, first))).score == 0
    assert grade(question, TextsResponse(texts=(first, second))).score == 0


def test_multiple_response_takes_off_what_is_wrong() -> None:
    question = factories.multiple_response()
    assert grade(question, ChoicesResponse(choices=("a",))).score == 0.5
    assert grade(question, ChoicesResponse(choices=("a", "b", "c"))).score == 0.5
    assert grade(question, ChoicesResponse(choices=("a", "b"))).score == 0
    assert not grade(question, ChoicesResponse(choices=("a", "c", "zz"))).correct


# Justification


def test_justification_needs_both() -> None:
    question = factories.true_false(justification=True)
    quote = "travailler pendant cinq ans dans les eaux sénégalaises"
    assert grade(question, ChoiceResponse(choice="faux", quote=quote)).correct
    assert grade(question, ChoiceResponse(choice="faux", quote=f"« {factories.TRAWLERS} »")).correct
    mark = grade(question, ChoiceResponse(choice="faux", quote="Oslo versera 40 millions"))
    assert (mark.correct, mark.flags) == (False, ("quote-wrong",))
    assert not grade(question, ChoiceResponse(choice="faux")).correct
    assert not grade(question, ChoiceResponse(choice="faux", quote=factories.TEXT)).correct
    assert not grade(question, ChoiceResponse(choice="vrai", quote=quote)).correct


def test_non_mentionne_has_no_sentence_to_quote() -> None:
    question = factories.true_false(
        answer="non mentionné",
        choices=(
            Choice(id="vrai", text="vrai", correct=False),
            Choice(id="non-mentionné", text="non mentionné", correct=True),
        ),
        evidence=(),
        justification=True,
    )
    assert grade(question, ChoiceResponse(choice="non-mentionné")).correct
