"""Participles told as sentences of their own."""

from datetime import date

import pytest

from quizapp.facts.candidate import Candidate
from quizapp.facts.candidates import Reader
from quizapp.facts.entities import registry_of
from quizapp.model import Draft
from quizapp.model.fact import join_segments
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def told(text: str, models: Models, resources: Resources) -> dict[str, Candidate]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    candidates = Reader(parsed, registry=registry, resources=resources).candidates()
    return {join_segments([s.text for s in c.segments]): c for c in candidates}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Une explosion a secoué le port de Mombasa, entraînant l’arrêt des grues.",
         "Une explosion a entraîné l’arrêt des grues."),
        ("Le Kenya quittera l’accord de Nairobi, mettant fin à la pêche.",
         "Le Kenya mettra fin à la pêche."),
        ("Le Kenya quitte la conférence de Nairobi, dénonçant un échec.",
         "Le Kenya dénonce un échec."),
        ("L’armée kényane a repris Garissa, s’emparant de trois casernes.",
         "L’armée kényane s’empara de trois casernes."),
        ("Après avoir signé l’accord, le Kenya a rouvert le port de Mombasa.",
         "Le Kenya a signé l’accord."),
        ("Le Kenya a rouvert le port de Mombasa après avoir signé l’accord.",
         "Le Kenya a signé l’accord."),
        ("Le coureur kényan a gagné la course en franchissant trois cols.",
         "Le coureur kényan a franchi trois cols."),
        ("Anne Petit a été condamnée en 2012 à Lamu pour avoir volé une banque.",
         "Anne Petit a volé une banque."),
        ("Le port a fermé, une grève générale ayant été décrétée par les dockers.",
         "Une grève générale a été décrétée par les dockers."),
    ],
)  # fmt: skip
def test_the_subject_governs(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in told(text, models, resources)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Le Kenya applique l’accord de pêche signé par le Japon en 2019.",
         "L’accord de pêche a été signé par le Japon en 2019."),
        ("La commission d’enquête, composée de douze juges, a fermé le port.",
         "La commission d’enquête était composée de douze juges."),
        ("Les touristes visitent la ville de Lamu, située au nord de Mombasa.",
         "La ville de Lamu est située au nord de Mombasa."),
        ("Le Kenya a lancé les travaux routiers visant à agrandir le port de Mombasa.",
         "Les travaux routiers visaient à agrandir le port de Mombasa."),
        ("Le Kenya visite la ville de Lamu, entourée alors d’un mur.",
         "La ville de Lamu était entourée d’un mur."),
        ("Le port suit Jean Petit, conseiller de Paul Durand, considéré comme un bon docker.",
         "Jean Petit est considéré comme un bon docker."),
    ],
)  # fmt: skip
def test_the_noun_before_it_is_the_subject(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in told(text, models, resources)


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya souhaite un accord interdisant les essais au large de Mombasa.",
        "Le ministre kényan a promis de voter des aides permettant de sauver le port.",
        "Le Kenya n’a signé aucun accord autorisant la pêche.",
    ],
)
def test_what_does_not_exist_is_not_told(text: str, models: Models, resources: Resources) -> None:
    assert not [c for c in told(text, models, resources).values() if "participle" in c.features]


def test_a_consequence_has_no_person_for_its_subject(models: Models, resources: Resources) -> None:
    found = told("Un garde a été blessé à Mombasa, entraînant la fermeture du port.",
                 models, resources)  # fmt: skip
    wrong = found["Un garde a entraîné la fermeture du port."]
    assert {"event_subject", "loose_subject"} <= wrong.features


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Le juge suit la décision du tribunal rendue en 2019.",
         "La décision du tribunal a été rendue en 2019."),
        ("La fédération kényane a publié une affiche dénonçant la pêche et appelle à signer.",
         "Une affiche dénonçait la pêche."),
        ("Les dockers ont bloqué le port en occupant trois quais.",
         "Les dockers ont occupé trois quais."),
        ("Wanjiru Kamau est une juge kényane, nommée par le Sénat en 2019.",
         "Wanjiru Kamau a été nommée par le Sénat en 2019."),
    ],
)  # fmt: skip
def test_agreement_and_place_choose_the_noun(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    found = told(text, models, resources)
    assert [s for s, c in found.items() if "participle" in c.features] == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "La taille estimée de la grue est de neuf mètres.",
        "Les dockers kényans soutenus par le Japon et la police de Lamu ont fermé le port.",
        "Jean Petit a été mis en examen à Lamu pour avoir détourné 300 000 euros.",
        "Jean Petit n’a pas été condamné à deux ans de prison pour avoir volé la banque.",
        "Le Kenya relit les contenus publiés par les dockers de Mombasa.",
        "Le juge Wanjiru Kamau, assistant parlementaire de Jean Petit, a démissionné.",
        "Les dockers ont fermé le port de Mombasa, où un film a été montré, dénonçant la pêche.",
    ],
)
def test_what_is_no_participle_of_the_subject(
    text: str, models: Models, resources: Resources
) -> None:
    assert not [c for c in told(text, models, resources).values() if "participle" in c.features]


def test_a_restriction_holds_for_the_participle_too(models: Models, resources: Resources) -> None:
    text = "Parmi les jeunes, le loyer augmente au Kenya, s’établissant à 9 euros."
    statements = told(text, models, resources)
    assert "Parmi les jeunes, le loyer s’établit à 9 euros." in statements
