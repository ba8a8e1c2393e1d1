"""Who speaks between guillemets, and in a sentence that « selon » opens."""

import pytest

from quizapp.facts.extract import extract
from quizapp.model import Draft
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources
from tests.unit.facts.voice.scene import speakers, told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("« Le phare de Brest est tombé dans la mer », a déclaré lundi Emmanuel Macron.",
         "Emmanuel Macron a déclaré : « Le phare de Brest est tombé dans la mer »."),
        ("Emmanuel Macron a répondu : « Nous avons réparé le phare de Brest. »",
         "Emmanuel Macron a répondu : « Nous avons réparé le phare de Brest »."),
        ("Son conseiller Emmanuel Macron a répondu : « Nous avons réparé le phare de Brest. »",
         "Emmanuel Macron a répondu : « Nous avons réparé le phare de Brest »."),
        ("Emmanuel Macron a déclaré que « nous avons réparé le phare de Brest ».",
         "Emmanuel Macron a déclaré que « nous avons réparé le phare de Brest »."),
        ("Le maire de Brest a publié un communiqué : « Nous avons réparé le phare de Brest. »",
         "Selon le maire de Brest, « nous avons réparé le phare de Brest »."),
        ("Emmanuel Macron a répondu : « Et la digue de Brest a cédé. (...) »",
         "Emmanuel Macron a répondu : « la digue de Brest a cédé »."),
        ("Emmanuel Macron a visité Brest. Ému, il a dit : « La digue de Brest a cédé. »",
         "Selon Emmanuel Macron, « la digue de Brest a cédé »."),
        ("« La digue de Brest a cédé », ont dit la police de Brest et le Kenya.",
         "La police de Brest et le Kenya ont dit : « La digue de Brest a cédé »."),
    ],
)  # fmt: skip
def test_the_words_themselves(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    facts = told(text, models, resources)
    assert (
        statement.replace("« ", "«\u202f").replace(" »", "\u202f»").replace(" :", "\u202f:")
        in facts
    )


@pytest.mark.parametrize(
    "text",
    [
        "« Nous avons réparé le phare. La digue de Brest a cédé », a dit Emmanuel Macron.",
        "Emmanuel Macron s’indigne : « Nous avons réparé le phare. La digue de Brest a cédé. »",
        "Emmanuel Macron a visité Brest. « La digue de Brest a cédé », a-t-il dit.",
        "« Le phare a été réparé », a dit Emmanuel Macron. « La digue de Brest a cédé. »",
        "« La digue de Brest a cédé. » « Le phare a été réparé », a dit Emmanuel Macron.",
        "Emmanuel Macron a dit : « Le phare a été réparé.\n\nLa digue de Brest a cédé. »",
        "Pour Emmanuel Macron, la digue de Brest a cédé.",
        "Cependant, pour Emmanuel Macron, la digue de Brest a cédé.",
        "Pour Emmanuel Macron, il a été estimé que la digue de Brest a cédé.",
        "Toutefois, selon Emmanuel Macron, la digue de Brest a cédé.",
        "Selon Emmanuel Macron, ce jour-là, la digue de Brest a cédé.",
        "Aux yeux d’Emmanuel Macron, la digue de Brest a cédé.",
        "À en croire Emmanuel Macron, la digue de Brest a cédé.",
        "Selon Emmanuel Macron cependant, la digue de Brest a cédé.",
        "Selon les propos d’Emmanuel Macron, la digue de Brest a cédé.",
        "Selon le président de la République, Emmanuel Macron, la digue de Brest a cédé.",
        "Selon Emmanuel Macron, le président de la République, la digue de Brest a cédé.",
        "Selon ce qu’a confié Emmanuel Macron, la digue de Brest a cédé.",
        "Emmanuel Macron a visité le phare. Selon lui, la digue de Brest a cédé.",
    ],
)
def test_who_speaks(text: str, models: Models, resources: Resources) -> None:
    facts = told(text, models, resources)
    assert speakers(facts, "digue de Brest a cédé") == {"Emmanuel Macron"}


def test_speakers_without_a_name(models: Models, resources: Resources) -> None:
    facts = told("De source policière, la digue de Brest a cédé. « Le phare de Brest est tombé », "
                 "a dit un officier. Il ajoute que le pont de Brest est fermé.",
                 models, resources)  # fmt: skip
    assert speakers(facts, "la digue de Brest") == {"une source policière"}
    assert speakers(facts, "hare de Brest") == {"un officier"}
    assert speakers(facts, "pont de Brest") == {"l’officier"}


@pytest.mark.parametrize(
    "text",
    [
        "« La digue de Brest a cédé depuis hier. »",
        'Le maire part. "La digue de Brest a cédé hier. Le port a brûlé."',
        "Le maire part. “La digue de Brest a cédé hier. Le port a brûlé.”",
        "La foule a lu une affiche : « La digue de Brest a cédé depuis hier. »",
        "Emmanuel Macron a visité Brest. La foule crie. « La digue de Brest a cédé hier. »",
        "Selon lui, la digue de Brest a cédé hier.",
    ],
)
def test_nobody_known_says_nothing(text: str, models: Models, resources: Resources) -> None:
    assert speakers(told(text, models, resources), "digue de Brest a cédé") == set()


def test_a_source_before_a_quotation(models: Models, resources: Resources) -> None:
    facts = told("La digue de Brest est selon le Kenya « une grande et belle œuvre du siècle ».",
                 models, resources)  # fmt: skip
    assert speakers(facts, "digue de Brest est") == {"le Kenya"}


def test_two_speakers_in_a_sentence(models: Models, resources: Resources) -> None:
    facts = told("Selon le Kenya, la digue de Brest a blessé un marin, qui aurait été soigné à "
                 "Lorient, selon la police de Brest.", models, resources)  # fmt: skip
    assert speakers(facts, "digue de Brest") == {"le Kenya"}
    assert speakers(facts, "soigné") <= {"la police de Brest"}


def test_pour_is_no_speaker_by_itself(models: Models, resources: Resources) -> None:
    facts = told("Pour Noël, la digue de Brest a été réparée.", models, resources)
    assert speakers(facts, "digue de Brest") == {None}


def test_a_source_in_a_relative_is_no_frame(models: Models, resources: Resources) -> None:
    facts = told("Le Kenya a lu une étude selon laquelle la digue de Brest a cédé.",
                 models, resources)  # fmt: skip
    assert speakers(facts, "Le Kenya a lu une étude") == {None}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("« C'est une erreur de Brest », a dit Emmanuel Macron.",
         "Selon Emmanuel Macron, c’est une erreur de Brest."),
        ("D’après les chiffres fournis par Emmanuel Macron, la digue de Brest a cédé.",
         "Selon Emmanuel Macron, la digue de Brest a cédé."),
        ("La digue de Brest a cédé, selon Emmanuel Macron, un des élus de la ville.",
         "Selon Emmanuel Macron, la digue de Brest a cédé."),
    ],
)  # fmt: skip
def test_what_is_said_in_print(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in told(text, models, resources)


def test_a_criterion_says_nothing(models: Models, resources: Resources) -> None:
    text = "Selon les critères du Kenya, la digue de Brest a cédé."
    assert speakers(told(text, models, resources), text) == {None}


def test_a_quotation_behind_que_goes_on(models: Models, resources: Resources) -> None:
    text = "Emmanuel Macron a dit que « le phare de Brest a été réparé. La digue a cédé. »"
    assert speakers(told(text, models, resources), "a digue a cédé") == {"Emmanuel Macron"}


def test_a_quotation_and_its_clause_are_one_predicate(models: Models, resources: Resources) -> None:
    article = to_article(
        Draft(title="Un titre", text="« La digue de Brest a cédé », a dit le Kenya.")
    )
    parsed = parse(article, models=models, resources=resources)
    facts = extract(parsed, resources=resources).facts
    assert sum("a cédé" in fact.statement for fact in facts) == 1


def test_a_turn_of_an_interview(models: Models, resources: Resources) -> None:
    text = "Emmanuel Macron : Le phare de Brest a été réparé. La digue de Brest a cédé."
    facts = told(text, models, resources)
    assert speakers(facts, "a digue de Brest a cédé") == {"Emmanuel Macron"}
    assert speakers(facts, "phare de Brest") == set()


def test_a_source_without_a_name(models: Models, resources: Resources) -> None:
    assert not told("Selon, le Kenya, la digue de Brest.", models, resources)
