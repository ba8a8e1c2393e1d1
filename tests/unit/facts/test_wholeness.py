"""Whether a statement is whole."""

import pytest

from quizapp.facts.notation import parse_clause
from quizapp.facts.wholeness import bare_nouns, is_court, lacks_verb, wants_name
from quizapp.resources import Resources


@pytest.mark.parametrize(
    ("clause", "lacking"),
    [
        ("[subject Anna Lund] [verb a reconnu] [complement que le jeu].", True),
        ("[subject Anna Lund] [verb a reconnu] [complement que le jeu était raté].", False),
        ("[subject La crise] [verb s’est aggravée] [time quand une délégation renvoyée].", True),
        ("[subject Oslo] [verb est] [attribute plus grande que Bergen].", False),
        ("[subject Oslo] [verb n’a confirmé] [object que le blocage].", False),
        ("[subject Oslo] [verb aide] [object une ville qui souffre].", False),
    ],
)
def test_a_clause_that_opens_has_its_verb(
    clause: str, *, lacking: bool, resources: Resources
) -> None:
    assert lacks_verb(parse_clause(clause), resources.verbs) is lacking


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("[subject Oslo] [verb a quitté] [object l’organisation].", {"nameless"}),
        ("[subject Oslo] [verb combat] [place dans le nord du pays].", {"nameless"}),
        ("[subject Oslo] [verb a quitté] [object l’organisation météorologique].", set()),
        ("[subject Oslo] [verb préside] [object la Ligue contre la soif].", set()),
        ("[subject Oslo] [verb condamne] [object l’attentat].", {"untold"}),
        ("[subject Oslo] [verb condamne] [object l’attentat contre un marché].", set()),
        ("[subject Oslo] [verb passe] [complement à l’offensive].", set()),
        ("[subject L’attentat] [verb choque] [object Oslo].", set()),
        ("[subject Oslo] [verb évoque] [object « la ville »].", set()),
    ],
)
def test_nouns_that_want_a_name(clause: str, found: set[str]) -> None:
    assert bare_nouns(parse_clause(clause)) == found


def test_titles_and_names_cut_short() -> None:
    assert wants_name("le chef de l’organisation")
    assert not wants_name("le chef de l’organisation météorologique mondiale")
    assert is_court("Le Front")
    assert not is_court("Le Front populaire")
