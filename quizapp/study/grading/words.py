"""Whether typed words are the expected ones: what French and a keyboard excuse, and what not."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quizapp.french.numbers import find_numbers
from quizapp.french.typography import normalise
from quizapp.study.grading.mark import Flag

_LEAD = re.compile(
    r"^(?:(?:à|de|en|dans|vers|chez|sur|par|pour|avec) )?"
    r"(?:(?:le|la|les|un|une|des|du|au|aux) |[ld]')?"
)
_EDGE = " .,;:!?…\"'()[]"
_SHORTEST_WITH_TYPO = 5
# Names one slip apart: writing one is not a typo of the other.
_NEIGHBOURS = frozenset(
    "gambie zambie guyana guyane suède suisse slovaquie slovénie maurice mauritanie niger nigeria "
    "mali malte australie autriche tadjikistan ouzbékistan libye liban lettonie lituanie iran irak "
    "inde corée congo russe russie chine chili cuba soudan syrie serbie".split()
)


@dataclass(frozen=True)
class Verdict:
    correct: bool
    flags: tuple[Flag, ...] = ()


WRONG = Verdict(correct=False)


def judge(given: str, accepted: Iterable[str], *, others: Collection[str] = ()) -> Verdict:
    """The kindest verdict over the accepted forms. No slip is forgiven that makes one of
    `others`: wrong options and words known to be something else."""
    written = fold(given)
    if not written:
        return WRONG
    wrong = {fold(other) for other in others} | _NEIGHBOURS
    verdicts = [_compare(written, fold(form), wrong) for form in accepted]
    right = [verdict for verdict in verdicts if verdict.correct]
    return min(right, key=lambda verdict: len(verdict.flags), default=WRONG)


def fold(text: str) -> str:
    """Case, apostrophes, hyphens, spaces, end punctuation and the leading article set aside;
    numbers in figures."""
    words = normalise(unicodedata.normalize("NFC", text)).replace("œ", "oe").replace("æ", "ae")
    words = " ".join(_in_figures(words).replace("-", " ").replace('"', " ").split()).strip(_EDGE)
    bare = _LEAD.sub("", words, count=1)
    return bare or words


def _in_figures(text: str) -> str:
    for number in reversed(find_numbers(text)):
        value = format(number.value.normalize(), "f")
        text = text[: number.span.start] + value + text[number.span.end :]
    return text


def _compare(written: str, expected: str, wrong: set[str]) -> Verdict:
    if not expected:
        return WRONG
    if written == expected or written.replace(" ", "") == expected.replace(" ", ""):
        return Verdict(correct=True)
    if written in wrong:
        return WRONG
    if _plain(written).replace(" ", "") == _plain(expected).replace(" ", ""):
        return _by_accents(written.replace(" ", ""), expected.replace(" ", ""))
    if _differs_by_a_typo(_plain(written), _plain(expected), wrong):
        return Verdict(correct=True, flags=("typo",))
    return WRONG


def _by_accents(written: str, expected: str) -> Verdict:
    """A keyboard may lack accents; one that is put wrong is a typo, two make another word
    (« pêche » is not « péché »)."""
    pairs = [pair for pair in zip(written, expected, strict=False) if pair[0] != pair[1]]
    if all(given == _plain(wanted) for given, wanted in pairs):
        return Verdict(correct=True, flags=("accent-missing",))
    if len(pairs) == 1 and len(expected) >= _SHORTEST_WITH_TYPO:
        return Verdict(correct=True, flags=("typo",))
    return WRONG


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _differs_by_a_typo(written: str, expected: str, wrong: set[str]) -> bool:
    ours, theirs = written.split(), expected.split()
    if len(ours) != len(theirs):
        return False
    pairs = [(ours[n], theirs[n]) for n in range(len(ours)) if ours[n] != theirs[n]]
    if len(pairs) != 1:
        return False
    slip, word = pairs[0]
    known = {_plain(part) for other in wrong for part in other.split()} - set(theirs)
    return (
        len(word) >= _SHORTEST_WITH_TYPO
        and slip not in known
        and not any(c.isdigit() for c in slip + word)
        and _one_edit_apart(slip, word)
    )


def _one_edit_apart(left: str, right: str) -> bool:
    """One letter added, left out, changed, or two neighbours swapped."""
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    a, b = left[start:], right[start:]
    return (
        a[1:] == b[1:]
        or a[1:] == b
        or a == b[1:]
        or (len(a) >= 2 and a[:2] == b[:2][::-1] and a[2:] == b[2:])
    )
