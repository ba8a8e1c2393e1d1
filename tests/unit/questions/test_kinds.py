"""The kinds of question, on clauses whose right questions a teacher can see."""

import re
from itertools import pairwise

from quizapp.french.numbers import parse
from quizapp.model import (
    Cloze,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizapp.questions.bench import Bench
from quizapp.questions.compose import judged
from tests.unit.questions.conftest import MakeBench

GIFT = (
    "[subject La Norvège | NOR] [verb a fourni] [object des bateaux de pêche] "
    "[recipient au Sénégal | SEN]."
)
CRATES = (
    "[subject La Norvège | NOR] [verb a livré] [quantity environ 11 000 caisses de poisson] "
    "[recipient au Sénégal | SEN]."
)


def composed(bench: Bench, kind: type[Question]) -> list[Question]:
    return [q for q, failed in judged(bench) if failed is None and isinstance(q, kind)]


def test_countries_are_asked_among_countries(make_bench: MakeBench) -> None:
    bench = make_bench(
        GIFT, "[subject Le Japon | JPN] [verb a critiqué] [object l’accord de pêche]."
    )
    question = next(
        q for q in composed(bench, MultipleChoice) if q.id == "f0-multiple_choice-subject"
    )
    assert question.key_text == "la Norvège"
    texts = [choice.text for choice in question.choices]
    assert len(texts) == 4
    assert "le Japon" in texts
    assert "le Sénégal" not in texts
    assert all(choice.rationale for choice in question.choices)


def test_whoever_did_the_same_is_no_distractor(make_bench: MakeBench) -> None:
    also = "[subject Le Japon | JPN] [verb a fourni] [object des filets] [recipient au Mali | MLI]."
    bench = make_bench(GIFT, also)
    question = next(
        q for q in composed(bench, MultipleChoice) if q.id == "f0-multiple_choice-subject"
    )
    assert "le Japon" not in [choice.text for choice in question.choices]


def test_numbers_ascend_and_the_place_of_the_key_varies(make_bench: MakeBench) -> None:
    places = set()
    for seed in range(12):
        bench = make_bench(CRATES, seed=seed)
        question = next(q for q in composed(bench, MultipleChoice) if q.key_text == "11\u202f000")
        values = [n.value for c in question.choices if (n := parse(c.text))]
        assert len(values) == 4
        assert all(low < high for low, high in pairwise(values))
        places.add([c.correct for c in question.choices].index(True))
    assert len(places) >= 3


def test_the_number_may_be_typed(make_bench: MakeBench) -> None:
    (question,) = composed(make_bench(CRATES), Numeric)
    assert isinstance(question, Numeric)
    assert question.answer.value == 11_000


def test_a_typed_name_accepts_its_aliases(make_bench: MakeBench) -> None:
    question = next(q for q in composed(make_bench(GIFT), ShortAnswer) if "subject" in q.id)
    assert "Oslo" in question.accepted


def test_giver_and_receiver_change_places(make_bench: MakeBench) -> None:
    questions = composed(make_bench(GIFT), TrueFalse)
    false = next(q for q in questions if isinstance(q, TrueFalse) and q.answer == "faux")
    assert false.prompt == (
        "D’après l’article, le Sénégal a fourni des bateaux de pêche à la Norvège."
    )
    true = next(q for q in questions if isinstance(q, TrueFalse) and q.answer == "vrai")
    assert true.prompt == (
        "D’après l’article, la Norvège a fourni des bateaux de pêche au Sénégal."
    )


def test_no_false_direction_where_another_fact_makes_it_true(make_bench: MakeBench) -> None:
    back = (
        "[subject Le Sénégal | SEN] [verb a fourni] [object du poisson] "
        "[recipient à la Norvège | NOR]."
    )
    questions = composed(make_bench(GIFT, back), TrueFalse)
    assert all(isinstance(q, TrueFalse) and q.answer == "vrai" for q in questions)


def test_a_false_number_is_far_from_the_true_one(make_bench: MakeBench) -> None:
    more = "[subject Plus de 400 touristes] [verb ont visité] [object le port de Dakar]."
    for seed in range(8):
        for question in composed(make_bench(more, seed=seed), TrueFalse):
            if isinstance(question, TrueFalse) and question.answer == "faux":
                figure = re.search(r"plus de ([\d\u202f]+)", question.prompt)
                assert figure is not None
                assert int(figure[1].replace("\u202f", "")) >= 800


def test_a_gap_takes_determiner_and_noun(make_bench: MakeBench) -> None:
    questions = {q.id: q for q in composed(make_bench(GIFT), Cloze)}
    subject = questions["f0-cloze-subject"]
    assert subject.prompt == "_____ a fourni des bateaux de pêche au Sénégal."
    recipient = questions["f0-cloze-recipient"]
    assert isinstance(recipient, Cloze)
    assert recipient.prompt == "La Norvège a fourni des bateaux de pêche _____."
    assert {"au Sénégal", "le Sénégal", "Sénégal"} <= set(recipient.answer[0])


def test_persons_meet_their_charges(make_bench: MakeBench) -> None:
    bench = make_bench(
        "[subject Awa Diallo | awa-diallo] [verb est] [attribute la ministre de la Pêche].",
        "[subject Jean Petit | jean-petit] [verb est] [attribute le président du syndicat].",
        "[subject Marie Blanc | marie-blanc] [verb est] [attribute la directrice du port].",
    )
    (question,) = composed(bench, Matching)
    assert isinstance(question, Matching)
    assert ("Jean Petit", "président du syndicat") in question.answer
    assert [left for left, _ in question.answer] == ["Awa Diallo", "Jean Petit", "Marie Blanc"]


def dated(what: str, when: str, time: str) -> tuple[str, dict[str, str]]:
    clause = f"[subject La Norvège | NOR] [verb a ouvert] [object {what}] [time {when}]."
    return clause, {"time": time, "kind": "event"}


def test_events_are_put_in_order(make_bench: MakeBench) -> None:
    bench = make_bench(
        dated("un port", "en mars 2021", "2021-03"),
        dated("une école de pêche", "en 2019", "2019"),
        dated("un marché couvert", "le 4 mai 2022", "2022-05-04"),
    )
    (question,) = composed(bench, Ordering)
    assert isinstance(question, Ordering)
    assert [re.search(r"un\w* (\w+)", text)[1] for text in question.answer] == [  # type: ignore[index]
        "école", "port", "marché",
    ]  # fmt: skip
    assert [choice.text for choice in question.choices] != list(question.answer)
    assert not re.search(r"\d", " ".join(question.answer))


def test_events_whose_times_overlap_have_no_order(make_bench: MakeBench) -> None:
    bench = make_bench(
        dated("un port", "en mars 2021", "2021-03"),
        dated("une école de pêche", "en 2021", "2021"),
        dated("un marché couvert", "le 4 mai 2022", "2022-05-04"),
    )
    assert composed(bench, Ordering) == []


def test_all_members_are_keys(make_bench: MakeBench) -> None:
    bench = make_bench(
        "[subject La Norvège | NOR] [verb a fourni] [object des filets + des bateaux] "
        "[recipient au Sénégal | SEN].",
        "[subject Awa Diallo | awa-diallo] [verb a visité] [object des usines].",
        "[subject Jean Petit | jean-petit] [verb a dessiné] [object des cartes marines].",
    )
    (question,) = composed(bench, MultipleResponse)
    assert [c.text for c in question.choices if c.correct] == [
        c.text for c in question.choices if c.text in ("des filets", "des bateaux")
    ]
    assert len([c for c in question.choices if not c.correct]) == 2
