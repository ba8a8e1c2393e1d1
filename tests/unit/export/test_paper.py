"""The printed sheet."""

from dataclasses import asdict

import pytest

from quizapp.export.paper import paper_sheet
from tests import factories


def test_the_text_stands_whole_with_numbered_paragraphs() -> None:
    sheet = paper_sheet(factories.study_set())
    assert "\n\n".join(block.text for block in sheet.blocks) == factories.TEXT
    assert [block.number for block in sheet.blocks] == [None, 1, 2, 3]
    assert sheet.blocks[0].is_heading


def test_nothing_in_the_questions_tells_the_answer() -> None:
    study_set = factories.study_set()
    for printed, question in zip(
        paper_sheet(study_set).questions, study_set.questions, strict=True
    ):
        shown = str(asdict(printed))
        rationales = {c.rationale for c in question.choices if c.rationale}
        assert not any(rationale in shown for rationale in rationales)
        assert "correct" not in shown
        if not question.choices:
            assert question.key_text not in shown


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (factories.multiple_choice(), "B. à Dakar"),
        (factories.multiple_response(), "A. la Norvège, C. le Sénégal"),
        (factories.true_false(), "faux\u202f: l’accord vaut pour cinq ans"),
        (factories.short_answer(), "Awa Diallo"),
        (factories.numeric(), "1\u202f500 emplois"),
        (factories.cloze(), "chalutiers · ans"),
        (factories.matching(), "1 – B · 2 – A · 3 – C"),
        (factories.ordering(), "3 · 1 · 2"),
        (factories.map_question(), "le Sénégal"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.kind,
)
def test_the_key_speaks_of_the_sheet_as_printed(question: object, answer: str) -> None:
    (key,) = paper_sheet(factories.study_set(questions=(question,))).key
    assert key.answer == answer


def test_the_key_says_where_the_proof_stands() -> None:
    (key,) = paper_sheet(factories.study_set(questions=(factories.matching(),))).key
    assert key.paragraphs == (1, 3)
    assert key.evidence == (factories.SIGNED, factories.BEGUN, factories.PAUSED)


def test_a_justified_true_false_asks_for_the_sentence_and_counts_double() -> None:
    question = factories.true_false(justification=True)
    (printed,) = paper_sheet(factories.study_set(questions=(question,))).questions
    assert "citez la phrase" in printed.instruction
    assert (printed.points, printed.lines) == (2, 2)


def test_chosen_questions_in_the_chosen_order_without_the_rejected() -> None:
    rejected = factories.numeric(status="rejected")
    study_set = factories.study_set(questions=(factories.cloze(), rejected))
    assert [q.kind for q in paper_sheet(study_set).questions] == ["cloze"]
    chosen = paper_sheet(study_set, (factories.ordering(), factories.cloze()))
    assert [(q.number, q.kind) for q in chosen.questions] == [(1, "ordering"), (2, "cloze")]
