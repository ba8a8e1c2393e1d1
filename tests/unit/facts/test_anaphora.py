"""What a statement may not contain when it is to stand alone."""

import pytest

from quizapp.facts.notation import parse_clause
from quizapp.facts.reference.anaphora import flaws_of, is_vague, third_persons


@pytest.mark.parametrize(
    ("clause", "flaws"),
    [
        ("[subject La France] [verb a signé] [object l’accord].", set()),
        ("[subject Cette décision] [verb surprend] [object Paris].", {"pointing"}),
        ("[subject Ce dernier] [verb a signé] [object l’accord].", {"pointing", "backward"}),
        ("[subject Leur amitié] [verb repose] [complement sur la peur].", {"own", "backward"}),
        (
            "[frame Selon Lyon,] [subject sa mairie] [verb repose] [complement sur la peur].",
            {"own"},
        ),
        ("[subject La France] [verb a] [object du mal] [complement à s’en remettre].", {"third"}),
        ("[subject Et la France] [verb a] [object du mal].", {"half", "backward"}),
        ("[subject Il] [verb s’agit] [complement d’un accord].", {"backward"}),
        ("[subject Nous] [verb signerons] [object l’accord].", {"personal"}),
        ("[subject Les moyens] [verb comprennent] [object des obus].", {"vague"}),
        ("[subject Les enquêteurs] [verb ont retrouvé] [object des obus].", {"group"}),
        ("[subject La France] [verb craint] [complement qu’elle perde].", {"third"}),
        ("[subject Kim Jong-un] [verb a reçu] [object Kim Jong-il].", set()),
        ("[subject La France] [verb a dit] [object « oui].", {"unbalanced", "odd"}),
        ("[subject La France] [verb vend] [complement des obus et de].", {"dangling"}),
        ("[subject La France] [verb vend] [complement et achète].", {"half"}),
    ],
)
def test_flaws(clause: str, flaws: set[str]) -> None:
    segments = parse_clause(clause)
    subject = next(s.text for s in segments if s.role == "subject")
    assert flaws_of(segments, subject=subject) == flaws


@pytest.mark.parametrize(
    ("phrase", "vague"),
    [("le modèle", True), ("Les deux dirigeants", True), ("la police", False),
     ("l’armée irakienne", False), ("la Chine", False), ("certains", True)],
)  # fmt: skip
def test_is_vague(phrase: str, *, vague: bool) -> None:
    assert is_vague(phrase) is vague


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("il y a deux ans", set()),
        ("Il faut réduire les taxes", set()),
        ("Il n’est donc pas nécessaire de voter", set()),
        ("il était prévu de voter", set()),
        ("il est membre du parti", {"il"}),
        ("il a été élu", {"il"}),
        ("il s’agit d’elles", {"elles"}),
    ],
)
def test_an_impersonal_il_stands_for_nobody(text: str, pronouns: set[str]) -> None:
    assert third_persons(text) == pronouns
