"""Clean, short definitions out of the Wiktionnaire's senses."""

import re
from collections.abc import Container, Iterable

from quizapp.model import PartOfSpeech

MAX_SENSES = 6
_MAX_LENGTH = 220

_RESIDUE = re.compile(r"^(?:thumb|vignette|upright|left|right|\d+px)\|[^.]*\.?\s*|\[\[|\]\]|''+")
_TRAILING = re.compile(r"(?:vignette|thumb)$|\s*(?:Syn|Synonyme)s?\.? ?:.*$|\s*— Dans ce sens.*$")
_REMARK = re.compile(
    r"^(?:Par exemple|Exemple|Note|Remarque|Ce mot|Ne pas confondre|S’utilise|Voir |Langue \w+ "
    r"parlée|Variante|Abréviation|Symbole|Sigle|Code |Prénom|Nom de famille|Une? lettre)"
)
_EMPTY_SLOT = re.compile(
    r"[a-zà-ÿ][A-ZÀ-Ý][a-zà-ÿ]|(?:^|[\s(]),(?=\s|$)|^;|; ;|\(\s*\)|, \.|\bà ;|^d’une demande, "
)
_DATED = re.compile(
    r"\b(?:autrefois|vieilli|anciennement|ancien(?:ne)? (?:mesure|monnaie|unité|titre)|jadis|"
    r"(?:sous|dans) l[’'](?:Ancien Régime|Antiquité)|au Moyen Âge|féodal|héraldi|blason|"
    r"armoiries|liturgi|vénerie|graphe|algèbre|typographi)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"^(?:\([^)]*\) )?(?:Ne pas |Se |S[e’'] ?|Y )?(\w+)(?: (\w+))?")
_NOMINALISED = frozenset("être pouvoir devoir savoir rire déjeuner dîner avoir".split())
_NOUN_AFTER_ALL = frozenset({"de", "du", "des", "qui", "que", "vivant", "humain", "exercé"})
_ADJECTIVAL = re.compile(
    r"^(?:\([^)]*\) )?(?:Qui |Que |Dont |Relati(?:f|ve) |Propre à|Se dit |Il se dit|De l[ae’]|"
    r"De (?:\w+ )?(?:couleur|grande?|petite?|dimension)|Du |D[’'](?:un|origine)|"
    r"En (?:rapport|relation)|À qui|Où |\w+(?:é|ée|if|eux|able|ible|ant)(?:[ ,;.]|$))"
)
_ADVERBIAL = re.compile(
    r"^(?:D[’']une (?:manière|façon)|De (?:manière|façon)|Avec |Sans |En |Dans |À |Par |Au )"
)


def senses(raw: Iterable[str], pos: PartOfSpeech, infinitives: Container[str]) -> tuple[str, ...]:
    """The usable senses of that part of speech, current ones first, at most `MAX_SENSES`.

    The Wiktionnaire defines a verb by an infinitive; `infinitives` are those of the language.
    """
    cleaned = [text for text in map(clean, raw) if text]
    fitting = [text for text in cleaned if _fits(text, pos, infinitives)]
    if not fitting and pos not in ("noun", "adjective"):
        fitting = cleaned
    elif not fitting:
        fitting = [text for text in cleaned if not _is_verbal(text, infinitives)]
    current = [text for text in fitting if not _DATED.search(text)]
    dated = [text for text in fitting if _DATED.search(text)]
    return tuple(dict.fromkeys(current + dated))[:MAX_SENSES]


def clean(sense: str) -> str | None:
    """The sense without wiki residue, cut at a sentence's end; None when nothing is left."""
    text = _RESIDUE.sub("", sense)
    text = _TRAILING.sub("", text).replace("'", "’").strip()
    text = re.sub(r"\s+(?=[,.])", "", text).rstrip(" ,;.") + "."
    if len(text) < 4 or _REMARK.match(text) or _EMPTY_SLOT.search(text) or "|" in text:
        return None
    text = _first_sentences(text)
    if len(text) > _MAX_LENGTH:
        return None
    return text[0].upper() + text[1:]


def _first_sentences(text: str) -> str:
    """The first sentence: what follows is commentary."""
    end = re.search(r"(?<=\w{3})\.(?=\s+[A-ZÀ-ÖØ-Ý—])", text)
    return text[: end.end()] if end else text


def _fits(text: str, pos: PartOfSpeech, infinitives: Container[str]) -> bool:
    verbal = _is_verbal(text, infinitives)
    if pos == "verb":
        return verbal
    if pos == "adjective":
        return bool(_ADJECTIVAL.match(text)) and not verbal
    if pos == "adverb":
        return bool(_ADVERBIAL.match(text))
    if pos == "noun":
        return not verbal and not re.match(
            r"^(?:Qui |Relati(?:f|ve) |Se dit |Concernant |Qualifie |Propre à |Dont )", text
        )
    return True


def _is_verbal(text: str, infinitives: Container[str]) -> bool:
    match = _FIRST_WORD.match(text)
    if match is None or match[1].lower() not in infinitives:
        return False
    return match[2] not in _NOUN_AFTER_ALL or match[1].lower() not in _NOMINALISED


def guess_pos(text: str, infinitives: Container[str]) -> PartOfSpeech:
    """The part of speech that a definition's shape betrays."""
    if _is_verbal(text, infinitives):
        return "verb"
    if re.match(r"^(?:Qui |Relati(?:f|ve) |Se dit |Propre à |Dont )", text):
        return "adjective"
    if re.match(r"^(?:D[’']une (?:manière|façon)|De (?:manière|façon)) ", text):
        return "adverb"
    return "noun"
