"""Words as the parsers need them: compounds whole, inversions apart, no token of spaces."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from quizapp.french.verbs import Verbs
from quizapp.model import Span

_SPACE = "[ \u00a0\u202f\u2009]"
_TOKEN = re.compile(
    rf"""
    [^\W\d_]\.(?:-?[^\W\d_]\.)+                                 # O.N.U.  J.-P.
    | \b(?:M|MM|Dr|Pr|St|Ste|J|n°)\.                            # M.
    | \d+(?:[.,]\d+)?{_SPACE}?%                                 # 3,5 %
    | \d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?              # 11 000
    | \d+(?:[.,:/]\d+)*(?:er|re|e|ème|h\d*|h)?(?!\w)            # 3,5  1er  10h30
    | aujourd['’]hui | quelqu['’]une? | presqu['’]île | c['’]est-à-dire | d['’]accord(?!\w)
    | \[[^\W\d]+\]['’]?\w* | \w+\[[^\W\d]+\]                   # [un]  [l]’  [E]lle
    | (?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu|quelqu)['’]   # l’
    | \w+(?:['’-]\w+)*                                          # Jong-un, week-end, O’Brien
    | \.{{2,}} | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNSAID = re.compile(r"(?<=\d)\s(?=\d)|[\[\]](?=.)|(?<=.)[\[\]]")
"""The space of « 11 000 », the brackets of « [un] »."""
_INVERSION = re.compile(r"(?P<verb>.+?)(?P<pronoun>-t-(?:il|elle|on)s?|-(?:ils?|elles?|on|ce))$")


@dataclass(frozen=True)
class Token:
    """`form` is what the parser reads; offsets are the article's."""

    form: str
    start: int
    end: int


def tokenise(text: str, start: int, end: int, *, verbs: Verbs) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        tokens += _split_inversion(match.group(), match.start(), verbs)
    return tuple(tokens)


def merge_names(tokens: Sequence[Token], names: Iterable[Span]) -> tuple[Token, ...]:
    """Each name as one token; its longest capitalised word stands for it in the parse."""
    merged = list(tokens)
    for name in names:
        first = bisect_left(merged, name.start, key=attrgetter("start"))
        after = bisect_right(merged, name.end, key=attrgetter("end"))
        inside = merged[first:after]
        forms = [t.form for t in inside]
        if len(inside) < 2 or not all(any(c.isalnum() for c in form) for form in forms):
            continue
        stand_in = max((f for f in forms if f[0].isupper()), key=len, default=forms[0])
        whole = Token(form=stand_in, start=inside[0].start, end=inside[-1].end)
        merged[first:after] = [whole]
    return tuple(merged)


def _split_inversion(word: str, start: int, verbs: Verbs) -> list[Token]:
    """« a-t-il » is a verb and its subject; « Jong-il » is one name."""
    inversion = _INVERSION.match(word.lower()) if "-" in word else None
    if inversion and verbs.is_finite(inversion["verb"]):
        cut = inversion.end("verb")
        return [_token(word[:cut], start), _token(word[cut:], start + cut)]
    return [_token(word, start)]


def _token(word: str, start: int) -> Token:
    if word.isalpha():
        return Token(form=word, start=start, end=start + len(word))
    if word.endswith("%"):
        return Token(form="%", start=start, end=start + len(word))
    form = _UNSAID.sub("", word.replace("’", "'"))
    return Token(form=form, start=start, end=start + len(word))
