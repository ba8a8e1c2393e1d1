"""Words that exclude one another: verbs built alike, directions, rises and falls."""

import re
from collections.abc import Sequence

from quizapp.french import elision
from quizapp.french.verbs import Analysis, Verbs
from quizapp.model import Segment
from quizapp.questions import verbal

_PAIRS = (
    "augmenter diminuer", "accepter refuser", "adopter rejeter", "approuver rejeter",
    "gagner perdre", "remporter perdre", "ouvrir fermer", "monter baisser", "progresser reculer",
    "accélérer ralentir", "renforcer affaiblir", "améliorer aggraver", "construire détruire",
    "soutenir combattre", "réussir échouer", "commencer finir", "élargir réduire",
    "créer supprimer", "avancer reculer", "soulever apaiser", "confirmer démentir",
    "acheter vendre", "autoriser interdire", "allumer éteindre", "critiquer féliciter",
    "débloquer bloquer", "embaucher licencier", "accroître réduire",
    "simplifier compliquer", "prolonger raccourcir", "accélérer freiner",
)  # fmt: skip
_OPPOSITE: dict[str, str] = {}
for _pair in _PAIRS:
    _one, _two = _pair.split()
    _OPPOSITE.setdefault(_one, _two)
    _OPPOSITE.setdefault(_two, _one)
# With these the other verb would need another construction than a bare object.
_ONLY_WITH_OBJECT = frozenset(
    "autoriser interdire confirmer démentir accepter refuser commencer finir".split()
)
_DIRECTIONS = (
    ("le nord", "le sud"), ("au nord", "au sud"), ("du nord", "du sud"),
    ("à l’est", "à l’ouest"), ("de l’est", "de l’ouest"), ("l’est", "l’ouest"),
    ("la hausse", "la baisse"), ("une hausse", "une baisse"), ("en hausse", "en baisse"),
    ("la majorité", "la minorité"), ("la victoire", "la défaite"), ("une victoire", "une défaite"),
    ("l’augmentation", "la diminution"), ("l’ouverture", "la fermeture"),
    ("le succès", "l’échec"),
    ("pour la première fois", "pour la dernière fois"),
    ("au début", "à la fin"), ("du début", "de la fin"), ("plus de", "moins de"),
)  # fmt: skip
_TURNS = {one: two for pair in _DIRECTIONS for one, two in (pair, pair[::-1])}
_TURNING = re.compile(
    r"(?<![\w’-])(?<!en )(?:" + "|".join(sorted(map(re.escape, _TURNS), key=len, reverse=True)) +
    r")(?=\s(?!d[e’]\s?\w+(?:er|ir|re)\b)|$)"
)  # fmt: skip


def directions(text: str) -> list[str]:
    """The words of direction in a text."""
    return _TURNING.findall(text)


def other_direction(text: str) -> str | None:
    """The text with its one word of direction turned round; None where there is none or several."""
    if len(directions(text)) != 1:
        return None
    return _TURNING.sub(lambda match: _TURNS[match.group()], text)


def other_verb(group: str, rest: Sequence[Segment], verbs: Verbs) -> str | None:
    """The verbal group with the opposite verb in the same form; None where none is known, or where
    the two verbs are not built alike here."""
    words = verbal.tokens(group)
    lemma = verbal.lemma(group, verbs)
    opposite = _OPPOSITE.get(lemma or "")
    if lemma is None or opposite is None or re.search(r"(?:^|\s)(?:s’|se )", group):
        return None
    if verbs.auxiliary(lemma) != verbs.auxiliary(opposite) or opposite not in verbs:
        return None
    follows = rest[0] if rest else None
    if lemma in _ONLY_WITH_OBJECT and not (follows and follows.role == "object"):
        return None
    if lemma in ("autoriser", "interdire") and any(s.text.startswith("à ") for s in rest):
        return None
    for place in range(len(words) - 1, -1, -1):
        readings = [r for r in verbs.analyses(words[place]) if r.lemma == lemma]
        readings.sort(key=lambda r: (r.form != "past_participle", r.person != 3))
        form = _form(opposite, readings[0], verbs) if readings else None
        if form:
            words[place] = form
            return _written(words)
    return None


def _form(lemma: str, reading: Analysis, verbs: Verbs) -> str | None:
    if reading.form == "infinitive":
        return lemma
    if reading.form == "past_participle":
        return verbs.participle(lemma, reading.gender or "m", reading.number or "s")
    if reading.tense is None or reading.person is None:
        return None
    return verbs.conjugate(lemma, reading.tense, reading.person, reading.number or "s")


def _written(words: list[str]) -> str | None:
    """Elisions set right; None with an object clitic, which would hide what it stands for."""
    text = ""
    for word in words:
        bare = {"n’": "ne", "d’": "de"}.get(word, word)
        if bare.endswith("’"):
            return None
        text = elision.join(text, bare) if text else bare
    return text
