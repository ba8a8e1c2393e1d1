"""Each hard failure on a question that has it and on one that has not."""

import pytest

from quizapp.model import Question
from quizapp.questions.bench import Bench
from quizapp.questions.checks import rejection
from quizapp.resources import Resources
from tests import factories


@pytest.fixture
def bench(resources: Resources) -> Bench:
    return Bench(
        article=factories.article(),
        facts=factories.facts(),
        entities=factories.entities(),
        lexemes=(),
        resources=resources,
        seed=0,
    )


def place(*texts: str, key: str = "à Dakar", **changes: object) -> Question:
    fields: dict[str, object] = {
        "choices": factories.choices(*texts, key=key),
        "answer": "abcdefgh"[texts.index(key)],
        "key_text": key,
        "prompt": "Où est-ce que la Norvège et le Sénégal ont signé un accord\u202f?",
    }
    return factories.multiple_choice(**fields | changes)


GOOD = ("à Oslo", "à Dakar", "à Saint-Louis")


def test_a_good_question_passes(bench: Bench) -> None:
    assert rejection(place(*GOOD), bench) is None


@pytest.mark.parametrize(
    ("question", "check"),
    [
        (
            place(*GOOD, evidence=(factories.evidence("signé", f"xx {factories.TEXT}"),)),
            "evidence_is_not_verbatim",
        ),
        (place(*GOOD, evidence=()), "evidence_is_missing"),
        (place("à Oslo", "à Thiès", "à Kaolack", key="à Thiès"), "key_is_not_in_the_evidence"),
        (place("à Dakar", "à Oslo", "à Oslo même"), "options_overlap"),
        (
            factories.short_answer(
                prompt="Qui a signé l’accord au nom de la Norvège\u202f?",
                answer="la Norvège", key_text="la Norvège", accepted=(),
                evidence=(factories.evidence(factories.SIGNED),),
            ),
            "key_stands_in_the_stem",
        ),
        (
            factories.short_answer(
                prompt="Quel pays a signé l’accord avec le gouvernement norvégien\u202f?",
                answer="la Norvège", key_text="la Norvège", accepted=(),
                evidence=(factories.evidence(factories.SIGNED),),
            ),
            "key_stands_in_the_stem",
        ),
        (
            place(*GOOD, prompt="Où est-ce que ces deux pays ont signé un accord\u202f?"),
            "stem_points_outside",
        ),
        (
            place(*GOOD, prompt="Où est-ce que la Norvège a signé un accord hier\u202f?"),
            "stem_points_outside",
        ),
        (place(*GOOD, prompt="Où donc\u202f?"), "stem_has_no_fair_length"),
        (
            place("à Oslo", "à Dakar, la capitale et le premier port du pays sénégalais",
                  key="à Dakar, la capitale et le premier port du pays sénégalais"),
            "key_is_told_by_its_length",
        ),
        (place(*GOOD, prompt="Où est-ce qu'un accord a été signé ?"), "typography_is_wrong"),
        (
            place(*GOOD, prompt="Où est-ce que que la Norvège a signé un accord\u202f?"),
            "french_is_broken",
        ),
        (
            place(*GOOD, prompt="Où est-ce que le texte de le Sénégal a été signé\u202f?"),
            "french_is_broken",
        ),
    ],
)  # fmt: skip
def test_a_bad_question_names_its_failure(bench: Bench, question: Question, check: str) -> None:
    assert rejection(question, bench) == check


def test_a_metonym_in_the_evidence_supports_the_key(bench: Bench) -> None:
    question = factories.short_answer(
        prompt="Quel pays versera une somme d’argent au Sénégal\u202f?",
        answer="la Norvège", key_text="la Norvège", accepted=(), facts=("norvege-verse",),
        evidence=(factories.evidence(factories.PAID),),
    )  # fmt: skip
    assert rejection(question, bench) is None
