"""The clause notation: `[subject La Corée du Nord | PRK] [verb a fourni] … .`

    clause   = { words | segment }            words between segments are links
    segment  = "[" role " " member { joiner member } [ "+…" ] [ "||" entity ] "]"
    member   = text [ "|" entity ]
    joiner   = "+" | "+ou+" | "+ni+"          « A, B et C », « A ou B », « ni A ni B »

`+…` says that the list is not whole, `||` names the entity of the coordination itself.
`\\` makes `[ ] | + \\` and white space literal.
"""

import re
from dataclasses import dataclass
from typing import Literal, NoReturn, get_args

from pydantic import TypeAdapter, ValidationError

from quizapp.model import Member, QuizappError, Role, Segment
from quizapp.model.base import Id
from quizapp.model.fact import Joiner

_ROLES: tuple[str, ...] = get_args(Role)
_ROLE = TypeAdapter[Role](Role)
_JOINERS: dict[str, Joiner] = {"+": "et", "+ou+": "ou", "+ni+": "ni"}
_MARKS: dict[Joiner, str] = {joiner: mark for mark, joiner in _JOINERS.items()}
_INCOMPLETE = "+…"
_BLANK = " \t\n\r"

Sort = Literal["text", "open", "close", "joiner", "incomplete", "entity", "whole"]

_TOKEN = re.compile(
    r"(?P<open>\[)|(?P<close>\])|(?P<incomplete>\+…)|(?P<joiner>\+ou\+|\+ni\+|\+)"
    r"|(?P<whole>\|\|)|(?P<entity>\|)|(?P<text>(?:\\[\s\S]?|[^\\\[\]|+])+)"
)
_ESCAPE = re.compile(r"\\([\s\S]?)")
_SPECIAL = re.compile(r"[\[\]|+\\]")


@dataclass(frozen=True)
class _Token:
    sort: Sort
    text: str
    column: int


def parse_clause(text: str) -> tuple[Segment, ...]:
    """Segments of a clause; a QuizappError says the column and what was expected there."""
    tokens = [
        _Token(_sort(match), match.group(), match.start() + 1) for match in _TOKEN.finditer(text)
    ]
    segments: list[Segment] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token.sort == "open":
            length = _length(tokens, place)
            segments.append(_segment(token, tokens[place : place + length]))
            place += length + 1
        elif token.sort == "text":
            segments += _link(token)
        else:
            _fail(token.column, f"'{token.text}' outside brackets; write '\\{token.text}'")
    if not segments:
        _fail(1, "the clause is empty; expected '[role words]'")
    return tuple(segments)


def write_clause(segments: tuple[Segment, ...]) -> str:
    """The notation of `segments`; `parse_clause` gives back the same."""
    clause = ""
    bare_before = False
    for segment in segments:
        bare = not bare_before and _is_bare_link(segment)
        written = _escape(segment.text) if bare else _write_segment(segment)
        glue = "" if not clause or (bare and segment.text[0] in ",.)…\u202f\u00a0") else " "
        clause += glue + written
        bare_before = bare
    return clause


def parse_member(text: str) -> Member:
    """`name | entity`, as in `attribution: John Kirby | john-kirby`."""
    segment = parse_clause(f"[link {text}]")
    if len(segment) != 1 or segment[0].members or not segment[0].complete:
        _fail(1, "expected a name, or 'name | entity'")
    return Member(text=segment[0].text, entity=segment[0].entity)


def write_member(member: Member) -> str:
    return _write_member(member.text, member.entity)


def _sort(match: re.Match[str]) -> Sort:
    sorts: tuple[Sort, ...] = get_args(Sort)
    return next(sort for sort in sorts if match.lastgroup == sort)


def _length(tokens: list[_Token], start: int) -> int:
    """How many tokens stand before the bracket that closes the segment."""
    brackets = (n for n in range(start, len(tokens)) if tokens[n].sort in ("open", "close"))
    end = next(brackets, None)
    if end is None:
        _fail(tokens[start - 1].column, "this '[' is never closed; expected ']'")
    if tokens[end].sort == "open":
        _fail(tokens[end].column, "'[' inside a segment; close the one before it with ']'")
    return end - start


def _link(token: _Token) -> list[Segment]:
    words = _unescape(token)
    return [Segment(role="link", text=words)] if words.strip() else []


def _segment(bracket: _Token, tokens: list[_Token]) -> Segment:
    if not tokens or tokens[0].sort != "text":
        _fail(bracket.column, "expected a role and words after '['")
    head = tokens[0]
    role = re.split(r"\s", head.text, maxsplit=1)[0]
    if role not in _ROLES:
        _fail(head.column, f"unknown role '{role}'; expected one of {', '.join(_ROLES)}")
    rest = head.text[len(role) :]
    tokens = [_Token("text", rest, head.column + len(role)), *tokens[1:]]
    return _Body(_ROLE.validate_python(role), tokens, bracket.column).read()


class _Body:
    """The inside of a bracket after its role, read token by token."""

    def __init__(self, role: Role, tokens: list[_Token], column: int) -> None:
        self._role = role
        self._tokens = tokens
        self._column = column
        self._place = 0

    def read(self) -> Segment:
        members = [self._member()]
        joiners: set[Joiner] = set()
        while mark := self._take("joiner"):
            joiners.add(_JOINERS[mark.text])
            members.append(self._member())
            if len(joiners) > 1:
                _fail(mark.column, "one list takes one joiner: '+', '+ou+' or '+ni+'")
        complete = self._take("incomplete") is None
        self._skip_blank()
        mark = self._take("whole")
        if mark and len(members) == 1:
            _fail(mark.column, "'||' is for a list; expected '|'")
        whole = self._entity() if mark else None
        self._end()
        if len(members) == 1:
            (only,) = members
            return Segment(role=self._role, text=only.text, entity=only.entity, complete=complete)
        segment = Segment.of_members(
            self._role, tuple(members), joiner=joiners.pop(), complete=complete
        )
        return segment.model_copy(update={"entity": whole})

    def _member(self) -> Member:
        column = self._here()
        token = self._take("text")
        words = _unescape(token) if token else ""
        if not words.strip():
            _fail(column, "expected words")
        return Member(text=words, entity=self._entity() if self._take("entity") else None)

    def _entity(self) -> str:
        column = self._here()
        token = self._take("text")
        name = _unescape(token) if token else ""
        try:
            return TypeAdapter[str](Id).validate_python(name)
        except ValidationError:
            _fail(column, f"expected the id of an entity after '|', not '{name}'")

    def _take(self, sort: Sort) -> _Token | None:
        if self._place < len(self._tokens) and self._tokens[self._place].sort == sort:
            self._place += 1
            return self._tokens[self._place - 1]
        return None

    def _skip_blank(self) -> None:
        if self._place < len(self._tokens) and not self._tokens[self._place].text.strip(_BLANK):
            self._place += 1

    def _end(self) -> None:
        if self._place < len(self._tokens):
            token = self._tokens[self._place]
            _fail(token.column, f"expected ']', not '{token.text.strip(_BLANK)}'")

    def _here(self) -> int:
        if self._place < len(self._tokens):
            return self._tokens[self._place].column
        return (
            self._tokens[-1].column + len(self._tokens[-1].text) if self._tokens else self._column
        )


def _unescape(token: _Token) -> str:
    """The words of a text token without outer blanks; an escaped blank is kept."""
    text = token.text.lstrip(_BLANK)
    kept = text.rstrip(_BLANK)
    if _ends_in_escape(kept) and len(kept) < len(text):
        kept = text[: len(kept) + 1]
    for escape in _ESCAPE.finditer(kept):
        if not (_SPECIAL.fullmatch(escape[1]) or escape[1].isspace()):
            column = token.column + len(token.text) - len(text) + escape.start()
            _fail(column, f"'{escape[0]}' means nothing; '\\' goes before [ ] | + \\ or a space")
    return _ESCAPE.sub(r"\1", kept)


def _ends_in_escape(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _escape(text: str) -> str:
    start = len(text) - len(text.lstrip(_BLANK))
    end = len(text.rstrip(_BLANK))
    return "".join(
        f"\\{char}" if _SPECIAL.match(char) or not start <= place < end else char
        for place, char in enumerate(text)
    )


def _is_bare_link(segment: Segment) -> bool:
    return segment == Segment(role="link", text=segment.text)


def _write_segment(segment: Segment) -> str:
    if segment.members:
        mark = f" {_MARKS[segment.joiner]} "
        body = mark.join(_write_member(m.text, m.entity) for m in segment.members)
        whole = f" || {_escape(segment.entity)}" if segment.entity else ""
    else:
        body, whole = _write_member(segment.text, segment.entity), ""
    incomplete = "" if segment.complete else f" {_INCOMPLETE}"
    return f"[{segment.role} {body}{incomplete}{whole}]"


def _write_member(text: str, entity: str | None) -> str:
    return f"{_escape(text)} | {_escape(entity)}" if entity else _escape(text)


def _fail(column: int, message: str) -> NoReturn:
    raise QuizappError("clause-invalid", f"column {column}: {message}")
