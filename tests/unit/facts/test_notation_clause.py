import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.facts.notation import parse_clause, write_clause
from quizapp.model import Member, QuizappError, Segment
from quizapp.model.fact import Joiner, Role, join_segments

ROLES: tuple[Role, ...] = ("subject", "verb", "object", "place", "link", "frame")
JOINERS: tuple[Joiner, ...] = ("et", "ou", "ni")

words = st.text(
    st.one_of(
        st.sampled_from("[]|+\\… \u202f’«»,.\n"),
        st.characters(exclude_categories=("Cc", "Cs")),
    ),
    min_size=1,
).filter(lambda text: bool(text.strip()))
ids = st.none() | st.text(st.sampled_from("abAB-[]|+\\…é"), min_size=1)


@st.composite
def plain_segments(draw: st.DrawFn) -> Segment:
    role = draw(st.sampled_from(ROLES))
    return Segment(role=role, text=draw(words), entity=draw(ids), complete=draw(st.booleans()))


@st.composite
def lists(draw: st.DrawFn) -> Segment:
    members = draw(
        st.lists(st.builds(Member, text=words, entity=ids), min_size=2, max_size=4).map(tuple)
    )
    segment = Segment.of_members(
        draw(st.sampled_from(ROLES)),
        members,
        joiner=draw(st.sampled_from(JOINERS)),
        complete=draw(st.booleans()),
    )
    return segment.model_copy(update={"entity": draw(ids)})


@settings(deadline=None)
@given(st.lists(plain_segments() | lists(), min_size=1, max_size=5).map(tuple))
def test_what_is_written_is_read_back(segments: tuple[Segment, ...]) -> None:
    assert parse_clause(write_clause(segments)) == segments


@settings(deadline=None)
@given(st.text(st.sampled_from("[]|+\\… objectverb\n"), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    refusal = None
    try:
        segments = parse_clause(text)
    except QuizappError as error:
        refusal = error.message
    if refusal is None:
        assert parse_clause(write_clause(segments)) == segments
    else:
        assert refusal.startswith("column ")


def test_a_clause_is_its_segments_in_order() -> None:
    segments = parse_clause(
        "[time En juin 2024], [subject la Corée du Nord | PRK] [verb a fourni] "
        "[object des missiles + du matériel électronique +…] [recipient à la Russie | RUS]."
    )
    assert [(s.role, s.entity) for s in segments] == [
        ("time", None),
        ("link", None),
        ("subject", "PRK"),
        ("verb", None),
        ("object", None),
        ("recipient", "RUS"),
        ("link", None),
    ]
    assert join_segments([s.text for s in segments]) == (
        "En juin 2024, la Corée du Nord a fourni des missiles et du matériel électronique "
        "à la Russie."
    )
    assert [member.text for member in segments[4].members] == [
        "des missiles",
        "du matériel électronique",
    ]
    assert not segments[4].complete


@pytest.mark.parametrize(
    ("clause", "text", "joiner"),
    [
        ("[object A + B + C]", "A, B et C", "et"),
        ("[object A +ou+ B]", "A ou B", "ou"),
        ("[object A +ni+ B]", "ni A ni B", "ni"),
    ],
)
def test_a_list_is_printed_with_its_joiner(clause: str, text: str, joiner: str) -> None:
    (segment,) = parse_clause(clause)
    assert (segment.text, segment.joiner, segment.complete) == (text, joiner, True)


def test_each_member_and_the_list_have_their_entities() -> None:
    (segment,) = parse_clause("[subject Moscou | RUS + Pyongyang | PRK || alliance]")
    assert segment.entities == ("alliance", "RUS", "PRK")


def test_a_backslash_makes_marks_literal() -> None:
    (segment,) = parse_clause(r"[object le C\+\+ \[sic\] \| \\]")
    assert segment.text == r"le C++ [sic] | \ ".rstrip()


def test_a_no_break_space_is_kept() -> None:
    segments = parse_clause("[subject Qui | x]\u202f?")
    assert segments[1].text == "\u202f?"


@pytest.mark.parametrize(
    ("clause", "message"),
    [
        ("", "column 1: the clause is empty"),
        ("[subjet La Russie]", "column 2: unknown role 'subjet'; expected one of subject, verb"),
        ("[subject La Russie", "column 1: this '[' is never closed"),
        ("[subject La Russie [verb a]", "column 20: '[' inside a segment"),
        ("La Russie] a", "column 10: ']' outside brackets"),
        ("[]", "column 1: expected a role"),
        ("[subject]", "column 9: expected words"),
        ("[object A + ]", "column 12: expected words"),
        ("[object A + B +ou+ C]", "column 15: one list takes one joiner"),
        ("[object A | b c]", "column 12: expected the id of an entity after '|', not 'b c'"),
        ("[object A |]", "column 12: expected the id of an entity"),
        ("[object A +… B]", "column 13: expected ']', not 'B'"),
        ("[object A || b]", "column 11: '||' is for a list"),
        (r"[object A\n]", r"column 10: '\n' means nothing"),
    ],
)
def test_a_fault_is_told_with_its_column(clause: str, message: str) -> None:
    with pytest.raises(QuizappError) as caught:
        parse_clause(clause)
    assert caught.value.message.startswith(message)
