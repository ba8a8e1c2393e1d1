"""Words to put back into the article's sentences."""

from dataclasses import replace

from quizapp.model import GAP, Cloze, Lexeme
from quizapp.questions.compose import judged
from tests import factories
from tests.unit.questions.conftest import MakeBench


def gaps(make_bench: MakeBench, *lexemes: Lexeme) -> list[Cloze]:
    bench = replace(
        make_bench("[subject La Norvège | NOR] [verb a fourni] [object des filets]."),
        article=factories.article(),
        facts=(),
        lexemes=lexemes,
    )
    questions = [q for q, failed in judged(bench) if failed is None]
    return [q for q in questions if isinstance(q, Cloze)]


def verb(lemma: str, form: str, sentence: str) -> Lexeme:
    return factories.lexeme(
        lemma, id=f"{lemma}-verb-1", pos="verb", gender=None, form=form,
        sentence=factories.evidence(sentence),
    )  # fmt: skip


def test_the_bank_holds_verbs_in_the_same_tense(make_bench: MakeBench) -> None:
    questions = gaps(
        make_bench,
        verb("verser", "versera", factories.PAID),
        verb("signer", "ont signé", factories.SIGNED),
        verb("travailler", "travailler", factories.TRAWLERS),
        verb("craindre", "craignent", factories.BEGUN),
    )
    question = next(q for q in questions if q.key_text == "versera")
    assert GAP in question.prompt
    texts = {choice.text for choice in question.choices}
    assert texts <= {"versera", "travaillera", "craindra", "signera"}
    assert len(texts) >= 3
    assert [choice.text for choice in question.choices if choice.correct] == ["versera"]


def test_without_rivals_there_is_no_gap(make_bench: MakeBench) -> None:
    assert gaps(make_bench, verb("verser", "versera", factories.PAID)) == []
