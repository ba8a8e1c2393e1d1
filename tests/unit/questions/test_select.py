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
    late = factories.true_false(score=0.9)
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
        factories.true_false(id="c", facts=("f",), prompt="Le musée ferme ses portes mardi."),
    ]


def test_at_most_two_on_a_fact() -> None:
    names = "Luc Zoé Paul Inès Marc Anne Jules Rose".split()
    others = [
        short(f"o{name}", f"Qui a peint le portrait de {name} ?", f"Maître {name}", name, 0.4)
        for name in names
    ]
    quiz = select([*three_on_one_fact(), *others], None)
    assert len([q for q in quiz if q.facts == ("f",)]) == 2


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
