"""Questions on words: only where the definition is surely the article's sense."""

from dataclasses import replace
from typing import Any

from quizapp.french.lexicon import OWN_DEFINITION
from quizapp.model import Lexeme, MultipleChoice
from quizapp.questions.bench import Bench
from quizapp.questions.build import LAST_RESORT
from quizapp.questions.compose import judged
from tests import factories
from tests.unit.questions.conftest import MakeBench

_WORDS = {
    "filet": "Réseau de mailles qui sert à prendre le poisson.",
    "port": "Lieu où les bateaux s’abritent et déchargent.",
    "quota": "Part maximale à laquelle chacun a droit.",
    "mer": "Vaste étendue d’eau salée sur le globe.",
}


def asked(make_bench: MakeBench, *lexemes: Lexeme) -> list[MultipleChoice]:
    bench: Bench = replace(
        make_bench("[subject La Norvège | NOR] [verb a fourni] [object des filets]."),
        article=factories.article(),
        facts=(),
        lexemes=lexemes,
    )
    questions = [q for q, failed in judged(bench) if failed is None]
    return [q for q in questions if isinstance(q, MultipleChoice) and q.skill == "lexique"]


def lexemes(**changes: Any) -> tuple[Lexeme, ...]:
    return tuple(
        factories.lexeme(lemma, **{"definition": text, "sources": (OWN_DEFINITION,)} | changes)
        for lemma, text in _WORDS.items()
    )


def test_a_word_is_asked_among_the_meanings_of_its_neighbours(make_bench: MakeBench) -> None:
    question = asked(make_bench, *lexemes())[0]
    assert question.prompt == "Dans l’article, que signifie «\u202ffilet\u202f»\u202f?"
    assert question.key_text == "Réseau de mailles qui sert à prendre le poisson"
    assert len(question.choices) == 4
    assert question.evidence
    assert not question.facts


def test_a_sense_that_nobody_chose_is_not_asked(make_bench: MakeBench) -> None:
    assert asked(make_bench, *lexemes(sources=("Wiktionnaire",))) == []


def test_a_definition_that_holds_its_word_is_not_asked(make_bench: MakeBench) -> None:
    circular = factories.lexeme(
        "pêche", definition="Action de pêcher du poisson.", sources=(OWN_DEFINITION,)
    )
    lemmas = [q.prompt for q in asked(make_bench, circular, *lexemes())]
    assert all("pêche" not in prompt for prompt in lemmas)


def test_an_easy_word_is_asked_only_at_last(make_bench: MakeBench) -> None:
    assert all(q.score <= LAST_RESORT for q in asked(make_bench, *lexemes(band="A2")))


def test_two_senses_in_one_definition_are_not_asked(make_bench: MakeBench) -> None:
    double = factories.lexeme(
        "droit", definition="Ce qui est permis ; impôt à payer.", sources=(OWN_DEFINITION,)
    )
    prompts = [q.prompt for q in asked(make_bench, double, *lexemes())]
    assert all("droit" not in prompt for prompt in prompts)
