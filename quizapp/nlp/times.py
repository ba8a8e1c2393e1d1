"""Where the time adverbials of a clause stand."""

import re
from collections.abc import Sequence

from quizapp.nlp.tokens import Token

_DAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_PART = "(?: (?:matin|midi|soir|après-midi))?"
_NUMBER = r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs)"
_NEAR = "(?:dernier|prochain|passé)"
_NIGHT = "dans la (?:nuit|soirée|matinée|journée) (?:de|du)"
_UNIT = "(?:jours?|semaines?|mois|ans?|années?|heures?)"
_DATE = rf"\d{{1,2}}(?:er)? {_MONTH}(?: {_YEAR})?"
_NUMBERED = rf"(?: {_DATE}| \d{{1,2}}(?= [,.]|$))?"
_TIME = re.compile(
    "|".join(
        rf"\b(?:{pattern})(?![\w'-])"
        for pattern in (
            rf"(?:{_NIGHT} |ce |le )?{_DAY}{_PART}(?: {_NEAR})?{_NUMBERED}(?: (?:à|au) {_DAY})?",
            rf"(?:le|ce) {_DATE}{_PART}(?: {_NEAR})?",
            rf"(?:en|depuis|début|fin|(?:depuis le|au) mois de) {_MONTH}(?: (?:{_NEAR}|{_YEAR}))?",
            rf"(?:en|depuis|début|fin) {_YEAR}",
            rf"(?:avant-)?hier(?: au)?{_PART}|aujourd'hui|demain{_PART}",
            rf"il y a (?:environ |près de |plus de )?{_NUMBER} {_UNIT}",
            r"(?:la|cette) (?:semaine|nuit|année) (?:dernière|prochaine|passée)",
            r"(?:le|ce|cet|l') ?(?:week-end|mois|an|été|hiver) (?:dernier|prochain|passé)",
            r"(?:l')?année dernière|cette (?:année|semaine|nuit)|ce (?:matin|soir|week-end|mois)",
            rf"(?:entre|de) {_MONTH} (?:et|à) {_MONTH}(?: (?:de cette année|{_YEAR}))?",
            rf"entre {_YEAR} et {_YEAR}|de {_YEAR} à {_YEAR}",
            rf"du \d{{1,2}}(?:er)?(?: {_MONTH})? au {_DATE}",
        )
    )
)
_NOT_AFTER = frozenset(
    "de du des d' depuis jusqu' jusque jusqu'à jusqu'au que avant après à au dès pour un une chaque"
    " ce cette le la les entre vers et ou par le celui".split()
)


def time_stretches(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Stretches of `tokens` (start, end) that say when, with the commas on both their sides; none
    shares a comma with another."""
    text, starts = "", {}
    for i, token in enumerate(tokens):
        starts[len(text)] = i
        text += token.form.lower() + " "
    starts[len(text)] = len(tokens)
    found: list[tuple[int, int]] = []
    for match in _TIME.finditer(text):
        start, end = starts.get(match.start()), starts.get(match.end() + 1)
        if start is not None and end is not None and _stands_free(tokens, start, end):
            before = found[-1][1] if found else 0
            start, end = _with_commas(tokens, start, end)
            found.append((max(start, before), end))
    return found


def _stands_free(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Neither governed by what precedes nor coordinated with what follows."""
    following = tokens[end].form.lower() if end < len(tokens) else ""
    governed = start > 0 and tokens[start - 1].form.lower() in _NOT_AFTER
    return not governed and following not in {"et", "ou", "puis"}


def _with_commas(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    before = start > 0 and tokens[start - 1].form == ","
    after = end < len(tokens) and tokens[end].form == ","
    if after and (before or start == 0):
        return start - before, end + 1
    return start, end
