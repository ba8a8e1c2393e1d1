"""The order of a quiz."""

from quizapp.model import Choice, Question
from quizapp.questions.select import select
from tests import factories


def short(question_id: str, prompt: str, key: str, fact: str, score: float) -> Question:
    return factories.short_answer(
        id=question_id, prompt=prompt, answer=key, key_text=key, accepted=(), facts=(fact,),
        score=score,
    )  # fmt: skip


def test_the_best_come_first_in_text_order() -> None:
    late = factories.true_false(score=0.9, prompt="L’accord vaut pour dix ans.")
    early = factories.multiple_choice(score=0.8)
    weak = factories.ordering(score=0.1)
    assert select([late, weak, early], 2) == (early, late)


def test_no_question_answers_another() -> None:
    told = short("a", "Qui a vendu la maison rouge à Jean Petit ?", "Marie Blanc", "f", 0.9)
    asks = short(
        "b", "À qui est-ce que Marie Blanc a vendu la maison rouge ?", "Jean Petit", "f", 0.8
    )
    other = short("c", "Qui a planté un chêne ?", "Awa Diallo", "g", 0.1)
    assert {q.id for q in select([told, asks, other], None)} == {"a", "c"}


def three_on_one_fact() -> list[Question]:
    return [
        factories.multiple_choice(id="a", facts=("f",), prompt="Où est né le peintre Paul ?"),
        factories.numeric(id="b", facts=("f",), prompt="Combien de tableaux sont vendus ?"),
        short("c", "Quel jour est-ce que le musée ferme ?", "mardi", "f", 0.5),
    ]


def test_at_most_two_on_a_fact() -> None:
    names = "Luc Zoé Paul Inès Marc Anne Jules Rose".split()
    others = [
        short(f"o{name}", f"Qui a peint le portrait de {name} ?", f"Maître {name}", name, 0.4)
        for name in names
    ]
    quiz = select([*three_on_one_fact(), *others], None)
    assert len([q for q in quiz if q.facts == ("f",)]) == 2


def test_what_a_statement_tells_is_not_asked() -> None:
    tells = factories.true_false(score=0.9)
    asks = factories.multiple_choice(score=0.8)
    assert select([tells, asks], 10) == (tells,)


def on_a_word(number: int, score: float) -> Question:
    return factories.multiple_choice(
        id=f"w{number}", facts=(), skill="lexique", score=score,
        prompt=f"Que signifie « mot{number} » ?",
    )  # fmt: skip


def test_few_words_in_ten_questions() -> None:
    others = [
        short(f"o{n}", f"Qui a peint le portrait de {n} ?", f"Maître {n}", f"f{n}", 0.2 + n / 100)
        for n in range(20, 28)
    ]
    quiz = select([*(on_a_word(n, 0.9) for n in range(5)), *others], 10)
    assert len([q for q in quiz if q.skill == "lexique"]) == 2
    assert len(quiz) == 10


def test_a_poor_article_falls_back_on_words() -> None:
    assert len(select([on_a_word(n, 0.1) for n in range(8)], 10)) == 6


def test_a_short_article_asks_more_of_each_fact() -> None:
    assert len(select(three_on_one_fact(), None)) == 3


def test_vrai_and_faux_alternate() -> None:
    verdicts = ["vrai", "vrai", "faux", "faux"]
    questions: list[Question] = [
        factories.true_false(
            id=f"q{n}", facts=(f"f{n}",), prompt=f"{word} arrive en ville le matin.", score=0.5,
            answer=verdict,
            choices=tuple(
                Choice(id=v, text=v, correct=v == verdict) for v in ("vrai", "faux")
            ),
        )
        for n, (word, verdict) in enumerate(
            zip(("Luc", "Zoé", "Paul", "Inès"), verdicts, strict=True)
        )
    ]  # fmt: skip
    first_two = select(questions, 2)
    assert {q.answer for q in first_two if q.kind == "true_false"} == {"vrai", "faux"}


def test_nothing_from_nothing() -> None:
    assert select([], 10) == ()
