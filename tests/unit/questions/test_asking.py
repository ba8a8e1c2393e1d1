"""Stems: the question that French asks of each segment, and its key."""

from typing import Any

import pytest

from quizapp.questions.asking import all_stems
from tests.unit.questions.conftest import MakeBench

SUPPLY = (
    "[subject La Norvège | NOR] [verb a également fourni] [object des bateaux de pêche] "
    "[recipient au Sénégal | SEN] [time en 2019]."
)
DATED = {"kind": "event", "time": "2019"}


def prompts(make_bench: MakeBench, clause: str, **changes: Any) -> dict[str, tuple[str, str]]:
    return {
        stem.asked: (stem.prompt.replace("\u202f", " "), stem.key.replace("\u202f", " "))
        for stem in all_stems(make_bench((clause, changes)))
    }


def test_each_part_of_a_gift(make_bench: MakeBench) -> None:
    asked = prompts(make_bench, SUPPLY, **DATED)
    assert asked["subject"] == (
        "Quel pays a fourni des bateaux de pêche au Sénégal en 2019 ?", "la Norvège",
    )  # fmt: skip
    assert asked["object"] == (
        "Qu’est-ce que la Norvège a fourni au Sénégal en 2019 ?", "des bateaux de pêche",
    )  # fmt: skip
    assert asked["recipient"] == (
        "À quel pays est-ce que la Norvège a fourni des bateaux de pêche en 2019 ?", "le Sénégal",
    )  # fmt: skip
    assert asked["time"] == (
        "En quelle année est-ce que la Norvège a fourni des bateaux de pêche au Sénégal ?",
        "en 2019",
    )


@pytest.mark.parametrize(
    ("clause", "role", "prompt", "key"),
    [
        (
            "[subject Les États-Unis | USA] [verb ont envoyé] [object un navire] [place à Oslo].",
            "subject", "Quel pays a envoyé un navire à Oslo ?", "les États-Unis",
        ),
        (
            ("[subject Awa Diallo | awa-diallo] [verb a reçu] [object Jean Petit | jean-petit] "
            "[place à Dakar]."),
            "object", "Qui est-ce qu’Awa Diallo a reçu à Dakar ?", "Jean Petit",
        ),
        (
            "[subject La ministre Awa Diallo | awa-diallo] [verb est arrivée] [place à Oslo].",
            "subject", "Qui est arrivé à Oslo ?", "Awa Diallo",
        ),
        (
            "[subject Awa Diallo | awa-diallo] [verb a négocié] [company avec la Norvège | NOR].",
            "company", "Avec quel pays est-ce qu’Awa Diallo a négocié ?", "la Norvège",
        ),
        (
            "[subject L’accord] [verb a été signé] [agent par Jean Petit | jean-petit].",
            "agent", "Par qui est-ce que l’accord a été signé ?", "Jean Petit",
        ),
        (
            "[subject Awa Diallo | awa-diallo] [verb a voyagé] [place au Sénégal | SEN].",
            "place", "Dans quel pays est-ce qu’Awa Diallo a voyagé ?", "au Sénégal",
        ),
        (
            "[subject Awa Diallo | awa-diallo] [verb a signé] [object un accord] [place à Dakar].",
            "place", "Où est-ce qu’Awa Diallo a signé un accord ?", "à Dakar",
        ),
        (
            ("[subject La Norvège | NOR] [verb a envoyé] [object un navire] "
            "[purpose pour surveiller les côtes]."),
            "purpose", "Dans quel but est-ce que la Norvège a envoyé un navire ?",
            "pour surveiller les côtes",
        ),
        (
            ("[subject La hausse des prix] [verb a poussé] [object les pêcheurs] "
            "[complement à la grève]."),
            "subject", "Qu’est-ce qui a poussé les pêcheurs à la grève ?", "la hausse des prix",
        ),
        (
            ("[subject La Norvège | NOR] [verb a livré] [quantity environ 11 000 caisses] "
            "[recipient au Sénégal | SEN]."),
            "number",
            "Environ combien de caisses est-ce que la Norvège a livrées au Sénégal ?", "11 000",
        ),
        (
            "[subject Plus de 400 touristes] [verb ont visité] [object le port].",
            "subject-number", "Plus de combien de touristes ont visité le port ?", "400",
        ),
        (
            ("[subject La Norvège | NOR] [verb versera] [quantity 40 millions d’euros] "
            "[recipient au Sénégal | SEN]."),
            "number", "Quelle somme est-ce que la Norvège versera au Sénégal ?",
            "40 millions d’euros",
        ),
        (
            "[subject L’accord] [verb a duré] [duration pendant cinq ans] [place à Dakar].",
            "duration", "Pendant combien de temps est-ce que l’accord a duré à Dakar ?",
            "pendant cinq ans",
        ),
    ],
)  # fmt: skip
def test_forms(make_bench: MakeBench, clause: str, role: str, prompt: str, key: str) -> None:
    assert prompts(make_bench, clause)[role] == (prompt, key)


def test_a_role_is_asked_both_ways(make_bench: MakeBench) -> None:
    clause = (
        "[subject Awa Diallo | awa-diallo] [verb est] [attribute la ministre sénégalaise de la "
        "Pêche]."
    )
    asked = prompts(make_bench, clause, kind="role")
    assert asked["subject"] == ("Qui est la ministre sénégalaise de la Pêche ?", "Awa Diallo")
    assert asked["role"][0] == "D’après l’article, quelle est la fonction d’Awa Diallo ?"


def test_selon_and_the_conditional_stay(make_bench: MakeBench) -> None:
    asked = prompts(
        make_bench,
        "[frame Selon Awa Diallo,] [subject la Norvège | NOR] [verb aurait fourni] "
        "[object des bateaux] [recipient au Sénégal | SEN].",
        attribution="Awa Diallo | awa-diallo", modality="reported",
    )  # fmt: skip
    assert asked["subject"][0] == (
        "Selon Awa Diallo, quel pays aurait fourni des bateaux au Sénégal ?"
    )
    assert asked["speaker"] == (
        "D’après l’article, qui affirme que la Norvège aurait fourni des bateaux au Sénégal ?",
        "Awa Diallo",
    )


def test_who_said_these_words(make_bench: MakeBench) -> None:
    asked = prompts(
        make_bench,
        "[frame Awa Diallo a déclaré :] [complement « Nous gardons notre mer »].",
        kind="quote", attribution="Awa Diallo | awa-diallo",
    )  # fmt: skip
    assert asked["speaker"] == (
        "D’après l’article, qui a déclaré : « Nous gardons notre mer » ?", "Awa Diallo",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "changes"),
    [
        ("[subject Elle] [verb a signé] [object un accord] [place à Dakar].", {}),
        ("[subject Leur amitié] [verb a aidé] [object le Sénégal | SEN].", {}),
        ("[subject Ce voyage] [verb a irrité] [object le Sénégal | SEN].", {}),
        ("[subject La Norvège | NOR] [verb l’a aidé] [place à Dakar].", {}),
        ("[subject La Norvège | NOR] [verb a aidé] [object cette région].", {}),
        ("[subject Les moyens] [verb aident] [object le Sénégal | SEN].", {"origin": "extracted"}),
        (SUPPLY, {"status": "proposed"}),
        (SUPPLY, {"warnings": ("Le titre ne va pas.",)}),
    ],
)
def test_what_does_not_stand_alone_is_not_asked(
    make_bench: MakeBench, clause: str, changes: dict[str, Any]
) -> None:
    assert prompts(make_bench, clause, **changes) == {}


def test_part_of_an_answer_is_not_asked(make_bench: MakeBench) -> None:
    asked = prompts(
        make_bench,
        "[subject La Norvège | NOR + la Suède | SWE] [verb ont fourni] "
        "[object des bateaux + des filets +…] [recipient au Sénégal | SEN].",
    )
    assert set(asked) == {"recipient"}


def test_what_holds_of_several_is_not_asked_of_one(make_bench: MakeBench) -> None:
    member = "[subject La Norvège | NOR] [verb est] [attribute membre de l’OTAN]."
    voted = "[subject La Norvège | NOR] [verb a voté] [object la résolution]."
    assert "subject" not in prompts(make_bench, member)
    assert "subject" not in prompts(make_bench, voted)


def test_a_date_added_to_stand_alone_is_not_asked(make_bench: MakeBench) -> None:
    bench = make_bench((SUPPLY, DATED))
    told = bench.facts[0].evidence
    silent = told.model_copy(update={"text": told.text.replace("2019", "xxxx")})
    fact = bench.facts[0].model_copy(update={"evidence": silent})
    article = bench.article.model_copy(update={"text": bench.article.text.replace("2019", "xxxx")})
    stems = all_stems(type(bench)(article, (fact,), bench.entities, (), bench.resources, 0))
    assert "time" not in {stem.asked for stem in stems}


def test_a_relative_date_becomes_absolute(make_bench: MakeBench) -> None:
    asked = prompts(
        make_bench,
        "[subject La Norvège | NOR] [verb a fourni] [object des bateaux] [time mardi].",
        time="2024-06-18",
    )
    assert asked["subject"][0] == "Quel pays a fourni des bateaux le 18 juin 2024 ?"
