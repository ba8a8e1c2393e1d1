"""The table of conjugations and the way back from a form."""

import time
from pathlib import Path

import pytest

from quizapp.french.verbs import Verbs
from quizapp.model import QuizappError

TABLE = Path("node_modules/french-verbs-lefff/dist/conjugations.json")


@pytest.fixture(scope="module")
def verbs() -> Verbs:
    return Verbs.load(TABLE)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("rêve", "rêver"),
        ("sape", "saper"),
        ("cherche", "chercher"),
        ("est", "être"),
        ("suis", "être"),
        ("Fournit", "fournir"),
        ("signé", "signer"),
        ("va", "aller"),
        ("sont", "être"),
    ],
)
def test_a_form_leads_to_its_infinitive(verbs: Verbs, form: str, lemma: str) -> None:
    assert verbs.lemma(form) == lemma


def test_every_candidate_is_given(verbs: Verbs) -> None:
    assert verbs.lemmas("suis") == ("être", "suivre")


def test_a_noun_is_no_form(verbs: Verbs) -> None:
    assert verbs.lemma("cartouche-frein") is None
    assert not verbs.is_form("Pyongyang")


def test_it_conjugates(verbs: Verbs) -> None:
    assert verbs.conjugate("fournir", "present", 3, "p") == "fournissent"
    assert verbs.conjugate("avoir", "conditional", 3, "s") == "aurait"
    assert verbs.conjugate("pleuvoir", "present", 1, "s") is None
    assert verbs.conjugate("finir", "imperative", 1, "s") is None
    assert verbs.conjugate("inconnaître", "present", 1, "s") is None


def test_the_participle_agrees(verbs: Verbs) -> None:
    assert verbs.participle("fournir", "f", "p") == "fournies"
    assert verbs.participle("mettre", "f") == "mise"
    assert verbs.participle("mourir") == "mort"


def test_readings_of_a_form(verbs: Verbs) -> None:
    assert verbs.is_past_participle("reçue")
    assert not verbs.is_past_participle("reçoit")
    assert verbs.is_infinitive("recevoir")
    assert not verbs.is_finite("recevoir")
    (reading,) = verbs.analyses("recevront")
    assert (reading.tense, reading.person, reading.number) == ("future", 3, "p")


def test_the_auxiliary(verbs: Verbs) -> None:
    assert verbs.auxiliary("venir") == "être"
    assert verbs.auxiliary("fournir") == "avoir"


def test_forms_of_a_verb(verbs: Verbs) -> None:
    assert {"fourni", "fournies", "fournissait"} <= verbs.forms("fournir")
    assert "NA" not in verbs.forms("fournir")


def test_it_loads_quickly() -> None:
    start = time.perf_counter()
    Verbs.load(TABLE).lemma("fournit")
    assert time.perf_counter() - start < 3


def test_a_missing_table_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QuizappError, match="make assets"):
        Verbs.load(tmp_path / "none.json")
