"""Numbers in figures and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from quizapp.french.typography import normalise
from quizapp.model.span import Span

Bound = Literal["exact", "about", "more", "less"]


@dataclass(frozen=True)
class Number:
    """`value` of « plus de 400 touristes » is 400, `unit` « touristes », `bound` "more".

    `span` is where the figure itself stands in `text`. Percentages keep their figure: 3,5 % is
    3.5.
    """

    value: Decimal
    bound: Bound
    span: Span
    text: str

    @property
    def unit(self) -> str:
        """What follows the number, to the end of the text (« % », « dollars »)."""
        following = self.text[self.span.end :].replace("\u202f", " ")
        return re.sub(r"^ ?(?:d[e'’] ?)?", "", following, count=1).strip()


_UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
    "millier": 1000,
}  # fmt: skip
_SCALES = {"mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}

_WORD = rf"(?:{'|'.join([*_UNITS, 'vingts', 'cents?', 'milles?'])})"
_WORDS = rf"{_WORD}\b(?:[ -](?:et[ -])?{_WORD}\b)*"
_FIGURES = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)?"
_SCALE = r"(?P<scale> mille\b| millions?\b| milliards?\b| billions?\b)?"
_COLLECTIVE = rf"une? (?P<collective>{'|'.join(_COLLECTIVES)})\b"
_NUMBER = re.compile(
    rf"(?<![\w,.-])(?:(?P<figures>{_FIGURES})|{_COLLECTIVE}|(?P<words>{_WORDS})(?!\w)){_SCALE}"
)
_QUALIFIERS: tuple[tuple[Bound, str], ...] = (
    ("more", r"plus d[e']|au moins|au minimum|pas moins d[e']|au-delà d[e']"),
    ("less", r"moins d[e']|au plus|au maximum|jusqu'à|à peine"),
    (
        "about",
        r"environ|près d[e']|presque|quelques?|autour d[e']|aux alentours d[e']|approximativement",
    ),
)
_LEAD = 40
"""Characters before a number that its qualifier may take."""

_BEFORE = [(bound, re.compile(rf"(?:{pattern}) ?$")) for bound, pattern in _QUALIFIERS]


def find_numbers(text: str) -> list[Number]:
    """Every number in `text`, in order; the articles « un » and « une » alone are not numbers."""
    return list(_found(text))


@lru_cache(maxsize=256)
def _found(text: str) -> tuple[Number, ...]:
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    folded = normalise(text)
    for match in _NUMBER.finditer(folded):
        value = _value(match)
        if value is not None:
            end = len(match.group().rstrip()) + match.start()
            span = Span(start=match.start(), end=end)
            bound = (
                "about"
                if match["collective"]
                else _bound(folded[max(0, match.start() - _LEAD) : match.start()])
            )
            yield Number(value=value, bound=bound, span=span, text=text)


def parse(text: str) -> Number | None:
    """The number that `text` states at its head, behind « environ », « plus de », « les »…"""
    number = next(_numbers(text), None)
    if number is None:
        return _lone_one(text)
    lead = normalise(text[: number.span.start])
    for _, pattern in _QUALIFIERS:
        lead = re.sub(pattern, "", lead)
    words = lead.split()
    return number if set(words) <= {"les", "des", "de", "à", "l'", "d'", "un", "une"} else None


def _lone_one(text: str) -> Number | None:
    if normalise(text.strip()) in {"un", "une"}:
        return Number(Decimal(1), "exact", Span(start=0, end=len(text)), text)
    return None


def _bound(before: str) -> Bound:
    return next((bound for bound, pattern in _BEFORE if pattern.search(before)), "exact")


def _value(match: re.Match[str]) -> Decimal | None:
    scale = _SCALES[match["scale"].strip().rstrip("s")] if match["scale"] else 1
    if match["figures"]:
        return _figures(match["figures"]) * scale
    if match["collective"]:
        return Decimal(_COLLECTIVES[match["collective"]] * scale)
    if match["words"] in {"un", "une"} and scale == 1:
        return None
    value = _words(match["words"])
    return None if value is None else Decimal(value * scale)


def _figures(figures: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?", figures):
        figures = figures.replace(" ", "").replace(".", "")
    return Decimal(figures.replace(",", "."))


def _words(words: str) -> int | None:
    """The value of « deux cent quarante-trois »; None for an impossible sequence."""
    total = current = 0
    tokens = [token for token in re.split(r"[ -]", words) if token not in {"et"}]
    for token in tokens:
        singular = token.rstrip("s") if token in {"vingts", "cents", "milles"} else token
        if singular == "cent":
            current = max(current, 1) * 100
        elif singular == "mille":
            total += max(current, 1) * 1000
            current = 0
        elif singular == "vingt" and current % 100 == 4:
            current += 76
        elif _continues(current % 100, _UNITS[singular]):
            current += _UNITS[singular]
        else:
            return None
    return total + current


def _continues(tens: int, unit: int) -> bool:
    """« vingt deux », « soixante douze », « dix sept », and not « vingt trente »."""
    if tens == 10:
        return unit < 10
    return tens == 0 or (tens % 10 == 0 and unit < 20)


_SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def spell(number: int) -> str:
    """« deux cent quarante-trois », from 0 to 999 999 999 999, in the traditional spelling."""
    if not 0 <= number < 10**12:
        raise ValueError(f"{number} is not between 0 and 999 999 999 999")
    for name, size in (("milliard", 10**9), ("million", 10**6)):
        if number >= size:
            count, rest = divmod(number, size)
            head = f"{spell(count)} {name}{'s' if count > 1 else ''}"
            return f"{head} {spell(rest)}" if rest else head
    if number >= 1000:
        count, rest = divmod(number, 1000)
        thousands = re.sub(r"(cent|vingt)s$", r"\1", spell(count)) + " " if count > 1 else ""
        return f"{thousands}mille {spell(rest)}" if rest else f"{thousands}mille"
    return _spell_hundreds(number)


def _spell_hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _spell_tens(rest)
    count = f"{_SMALL[hundreds]} " if hundreds > 1 else ""
    if rest:
        return f"{count}cent {_spell_tens(rest)}"
    return f"{count}cents" if hundreds > 1 else "cent"


def _spell_tens(number: int) -> str:
    if number <= 16:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    if tens in {1, 7, 9}:
        tens, unit = tens - 1, unit + 10
    if tens == 0:
        return f"dix-{_SMALL[unit - 10]}"
    if not unit:
        return "quatre-vingts" if tens == 8 else _TENS[tens]
    link = " et " if unit in {1, 11} and tens != 8 else "-"
    return f"{_TENS[tens]}{link}{_spell_tens(unit)}"
