"""Whatever the clause, composing gives questions that pass every check, or none."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.questions.checks import rejection
from quizapp.questions.compose import judged
from tests.unit.questions.conftest import MakeBench

_SUBJECTS = st.sampled_from(
    [
        "[subject La Norvège | NOR]", "[subject Les États-Unis | USA + la Suède | SWE]",
        "[subject Plus de 3 000 pêcheurs]", "[subject Il]", "[subject Awa Diallo | awa-diallo]",
        "[subject Une hausse de 3 %]", "[subject « La mer »]", "[subject 187]",
        "[subject Un port, le plus grand du pays]",
    ]
)  # fmt: skip
_VERBS = st.sampled_from(
    [
        "[verb a fourni]", "[verb ont été arrêtés]", "[verb s’est rendue]", "[verb n’a pas voté]",
        "[verb est]", "[verb devrait également verser]", "[verb lui a donné]", "[verb xxx]",
        "[verb versera]",
    ]
)  # fmt: skip
_COMPLEMENTS = st.lists(
    st.sampled_from(
        [
            "[object des bateaux + des filets]", "[object Jean Petit | jean-petit]",
            "[object l’accord]",
            "[recipient au Sénégal | SEN]", "[recipient aux États-Unis | USA]",
            "[time en 2019]", "[time hier]", "[time le 18 juin]", "[place à Dakar]",
            "[place en Norvège | NOR]", "[quantity environ 11 000 tonnes]", "[quantity 3,5 %]",
            "[quantity une centaine de personnes]", "[quantity 40 millions d’euros]",
            "[duration pendant deux ans]", "[purpose pour aider les ports]",
            "[cause en raison de la crise]", "[attribute le ministre norvégien de la Pêche]",
            "[agent par Jean Petit | jean-petit]", "[company avec la Suède | SWE]",
            "[complement que Poutine]", ",", "[manner très vite]",
        ]
    ),
    max_size=4,
    unique=True,
)  # fmt: skip
_FRAMES = st.sampled_from(
    ["", "[frame Selon Jean Petit,] ", "[frame Jean Petit a dit que] ", "[time En 2019], "]
)
_CLAUSES = st.builds(
    lambda frame, subject, verb, rest: f"{frame}{' '.join([subject, verb, *rest])}.",
    _FRAMES, _SUBJECTS, _VERBS, _COMPLEMENTS,
)  # fmt: skip
_CHANGES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["event", "role", "quantity", "date", "state"]),
        "origin": st.sampled_from(["curated", "extracted"]),
        "time": st.sampled_from([None, "2019", "2024-06-18", "2019/2020"]),
        "negated": st.booleans(),
    }
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(_CLAUSES, _CHANGES), min_size=1, max_size=4), st.integers(0, 3))
def test_any_clauses(
    make_bench: MakeBench, clauses: list[tuple[str, dict[str, object]]], seed: int
) -> None:
    bench = make_bench(*clauses, seed=seed)
    ids = set()
    for question, failed in judged(bench):
        assert question.id not in ids
        ids.add(question.id)
        assert failed == rejection(question, bench)
        if failed is None:
            assert question.prompt[0].isupper() or not question.prompt[0].isalpha()
            assert question.prompt.endswith(("\u202f?", ".", "»"))
            assert "  " not in question.prompt
