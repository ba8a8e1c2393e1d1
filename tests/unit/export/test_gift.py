"""GIFT, read back."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.export import gift
from quizapp.model import GAP, Choice
from tests import factories
from tests.unit.export.gift_reader import GiftQuestion, read


def _by_name() -> dict[str, GiftQuestion]:
    found = read(gift.render(factories.study_set()))
    return {question.name.split(" ", 1)[1][:12]: question for question in found}


def _only(question: object) -> GiftQuestion:
    study_set = factories.study_set(questions=(question,))
    (found,) = read(gift.render(study_set))
    return found


def test_every_kind_has_its_moodle_type() -> None:
    kinds = [question.kind for question in read(gift.render(factories.study_set()))]
    assert kinds == [
        "multichoice",
        "multichoice",
        "truefalse",
        "shortanswer",
        "numerical",
        "matching",
        "matching",
    ]


def test_what_gift_cannot_say_is_reported() -> None:
    left_out = gift.left_out(factories.study_set())
    assert [left.key.split("/")[1] for left in left_out] == ["q-carte", "q-trous"]
    assert all(left.reason.endswith(".") for left in left_out)


def test_the_key_and_the_feedback_of_each_option() -> None:
    found = _only(factories.multiple_choice())
    assert [(a.text, a.percent) for a in found.answers] == [
        ("à Oslo", 0),
        ("à Dakar", 100),
        ("à Saint-Louis", 0),
    ]
    assert [a.mark for a in found.answers] == ["~", "=", "~"]
    assert found.answers[0].feedback == "L’article ne dit pas à Oslo."
    assert factories.SIGNED in found.general


def test_several_right_answers_share_the_mark_and_a_wrong_one_costs_it() -> None:
    found = _only(factories.multiple_response())
    assert [a.percent for a in found.answers] == [50, -100, 50]


def test_a_false_statement() -> None:
    (answer,) = _only(factories.true_false()).answers
    assert (answer.text, answer.feedback) == ("FALSE", "L’accord vaut pour cinq ans.")


def test_typed_answers_with_the_apostrophe_of_a_keyboard() -> None:
    question = factories.short_answer(answer="l’État", accepted=("État",))
    assert [a.text for a in _only(question).answers] == ["l’État", "l'État", "État"]


def test_a_number_has_no_thousands_separator() -> None:
    (answer,) = _only(factories.numeric()).answers
    assert answer.text.strip() == "1500"


def test_one_gap_stands_in_its_sentence() -> None:
    question = factories.cloze(prompt=f"Oslo {GAP} de l’argent.", answer=(("versera",),))
    found = _only(question)
    assert (found.kind, found.before, found.after) == ("shortanswer", "Oslo", "de l’argent.")
    assert [a.text for a in found.answers] == ["versera"]


def test_an_ordering_becomes_a_matching_with_ranks() -> None:
    pairs = [(a.text, a.match) for a in _only(factories.ordering()).answers]
    assert pairs == [
        ("l’accord est signé", "3"),
        ("les négociations commencent", "1"),
        ("les négociations sont suspendues", "2"),
    ]


def test_rejected_questions_stay_out() -> None:
    rejected = factories.multiple_choice(status="rejected")
    assert read(gift.render(factories.study_set(questions=(rejected,)))) == []


_TEXTS = st.text(
    st.one_of(st.sampled_from("~=#{}:\\%->$/*[]\n“« éTF1"), st.characters(codec="utf-8")),
    min_size=1,
    max_size=60,
).filter(lambda text: gift.escape(text) != "")


def _read_as(text: str) -> str:
    """What a reader should find: controls are spaces, `->` is an arrow."""
    controls = {*range(9), *range(11, 32), 9, 127, 0x85, 0x2028, 0x2029}
    spaced = "".join(" " if ord(c) in controls else c for c in text)
    return " ".join(spaced.split()).replace("->", "→")


@given(_TEXTS, _TEXTS, _TEXTS)
def test_any_text_is_read_back_letter_by_letter(prompt: str, key: str, rationale: str) -> None:
    texts = {key: True, f"{key}?": False}
    choices = tuple(
        Choice(id="ab"[n], text=text, correct=right, rationale=rationale or None)
        for n, (text, right) in enumerate(texts.items())
    )
    if not all(t.strip() for t in (prompt, key)) or GAP in prompt:
        return
    found = _only(factories.multiple_choice(prompt=prompt, choices=choices, answer="a"))
    assert " ".join(found.before.split()) == _read_as(prompt)
    assert [" ".join(a.text.split()) for a in found.answers] == [_read_as(t) for t in texts]
    assert {" ".join(a.feedback.split()) for a in found.answers} == {_read_as(rationale)}
    assert [a.percent for a in found.answers] == [100, 0]
