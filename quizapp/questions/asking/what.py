"""What, where, when, how long, why."""

import re
from collections.abc import Iterator

from quizapp.french import nouns
from quizapp.french.numbers import parse as parse_number
from quizapp.french.verbs import Verbs
from quizapp.model import Segment
from quizapp.questions import verbal, when
from quizapp.questions.asking.stem import Sort, Stem, est_ce_que, with_speaker
from quizapp.questions.asking.who import names_it
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.standing import refers_to_subject

NOUN_PHRASE = re.compile(
    r"^(?:le|la|les|un|une|des|du|de la|de l’|l’|plusieurs|son|sa|ses|leur|leurs)[\s’]?\w|^l’\w",
    re.IGNORECASE,
)
# With these the noun belongs to the verb: « mettre fin », « jouer un rôle », « avoir besoin ».
_LIGHT = frozenset(
    "avoir être faire mettre prendre tenir porter perdre jouer donner falloir rendre poser tirer "
    "laisser devenir rester constituer représenter sembler paraître permettre entrer".split()
)
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_YEAR = re.compile(r"^en \d{4}$")
_DATE = re.compile(
    rf"^(?:le (?:(?:{_DAY}) )?\d{{1,2}}(?:er)? (?:{_MONTH})(?: \d{{4}})?"
    rf"|en (?:{_MONTH}) \d{{4}})$"
)
_SINCE = re.compile(rf"^depuis (?:\d{{4}}|(?:le \d{{1,2}}(?:er)? )?(?:{_MONTH})(?: \d{{4}})?)$")
_DURATION = re.compile(r"^pendant ", re.IGNORECASE)
_PURPOSE = re.compile(r"^(?:pour|afin d[e’]|dans le but d[e’]|en vue d[e’])\s?(?P<verb>.*)$")
_CAUSE = re.compile(r"^(?:en raison d|à cause d|parce qu|faute d|en réponse à|en représailles)")
_PLACE = re.compile(r"^(?:à|au|aux|en|dans|sur|sous|chez|près d|au large)[\s’]")
_ABSTRACT_PLACE = re.compile(
    r"^(?:en (?:effet|retour|échange|cours|revanche)|dans (?:le cadre|ce|le pays|la région)"
    r"|à l’(?:étranger|intérieur)|sur (?:place|terre))"
)
# Nouns of things, by their ending or by hand: others may be persons, of whom one asks « qui ».
_THING = re.compile(
    r"(?:tion|sion|ment|age|té|ure|isme|ance|ence|ie|erre|ord|ise|oi|ilm|ort|ix|ogue|aisse|ausse"
    r"|crise|grève|attaque|visite|rencontre|réunion|traité|projet|texte|plan|conflit|succès|échec"
    r"|départ|voyage|vote|pacte|virus|séisme|incendie|film|livre|journal|discours)s?$"
)
POSSESSIVE = re.compile(r"^(?:son|sa|ses|leurs?)\s", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:ami|soignant|homme|femme|enfant|travailleur|touriste|soldat|citoyen|dirigeant|allié|médecin|élève"
    r"|émigré|militaire|responsable|habitant|migrant|réfugié|partisan|militant|manifestant|député|élu"
    r"|combattant|policier|étudiant|chercheur|expert|ouvrier|employé|salarié|civil|otage|victime"
    r"|personne|peuple|famille|voisin|adversaire|candidat|électeur|président|ministre)s?"
)
_NOT_THINGS = re.compile(
    r"(?:gouvernement|députée?|parlement|témoin|otage|compagnie|autorité|population|délégation|opposition"
    r"|organisation|administration|coalition|communauté|majorité|direction|mairie|justice|armée"
    r"|association|commission|institution|entourage|présidence|sage)s?$"
)


def direct_object(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« Qu’est-ce que la Corée du Nord a fourni à la Russie ? »"""
    asked = clause.part("object")
    verbs = bench.resources.verbs
    if asked is None or not asked.complete or len(clause.parts("object")) != 1:
        return
    whole = not asked.entity or bench.kind(asked.entity) not in ("person", "country")
    if not whole or not NOUN_PHRASE.match(asked.text) or parse_number(asked.text):
        return
    if names_people(asked, bench) or POSSESSIVE.match(asked.text):
        return
    if bench.lemma(clause.fact) in _LIGHT or verbal.is_passive(clause.verb, verbs):
        return
    prompt = est_ce_que("Que", clause, clause.verb, clause.after_verb(without=[asked]))
    yield Stem(clause.fact, "object", "thing", prompt, asked.text, entity=asked.entity)


def names_people(segment: Segment, bench: Bench) -> bool:
    """Persons or countries, by their name or their noun: of them one asks « qui »."""
    kinds = {bench.kind(entity) for entity in segment.entities}
    noun = nouns.counted(segment.text) or ""
    return bool(kinds & {"person", "country"}) or bool(_PEOPLE.fullmatch(noun.lower()))


def inanimate_subject(clause: Clause, bench: Bench) -> Iterator[Stem]:
    """« Qu’est-ce qui a poussé la Russie vers la Corée du Nord ? » — singular and active only."""
    asked = clause.subject
    verbs = bench.resources.verbs
    head = verbal.finite(clause.verb, verbs)
    if asked.entity or asked.members or head is None or head[1].number != "s":
        return
    noun = re.match(r"^(?:(?:le|la|un|une) |l’)(?P<noun>[\w-]+)", asked.text, re.IGNORECASE)
    if noun is None or not _THING.search(noun["noun"]) or _NOT_THINGS.search(noun["noun"]):
        return
    rest = clause.after_verb()
    if (
        head[1].lemma == "être"
        or clause.part("object") is None
        or refers_to_subject(" ".join(rest))
    ):
        return
    key = asked.text[0].lower() + asked.text[1:]
    prompt = with_speaker(clause, "Qu’est-ce qui", clause.verb, *rest)
    yield Stem(clause.fact, "subject", "thing", prompt, key)


def place(clause: Clause, bench: Bench) -> Iterator[Stem]:
    asked = clause.part("place")
    if asked is None or asked.members or not _PLACE.match(asked.text):
        return
    if bench.kind(asked.entity) in ("person", "organisation"):
        return
    if _ABSTRACT_PLACE.match(asked.text) or bench.lemma(clause.fact) == "être":
        return
    rest = clause.after_verb(without=[asked])
    if bench.kind(asked.entity) == "country" and asked.entity:
        if not names_it(re.sub(r"^\w+ ", "", asked.text), asked.entity, bench):
            return
        prompt = est_ce_que("Dans quel pays", clause, clause.verb, rest)
        name = bench.resources.world.in_country(asked.entity)
        yield Stem(clause.fact, "place", "country", prompt, name, entity=asked.entity, lead="en")
        return
    prompt = est_ce_que("Où", clause, clause.verb, rest)
    yield Stem(clause.fact, "place", "place", prompt, asked.text, entity=asked.entity)


def time(clause: Clause, bench: Bench) -> Iterator[Stem]:
    asked = clause.part("time")
    if asked is None or len(clause.parts("time")) != 1 or not when.is_told(asked.text, clause.fact):
        return
    head = verbal.finite(clause.verb, bench.resources.verbs)
    if head is None or _is_ongoing(asked.text, head[1].tense, clause.verb):
        return
    heads: tuple[tuple[re.Pattern[str], str, Sort], ...] = (
        (_YEAR, "En quelle année", "year"),
        (_DATE, "Quand", "date"),
    )
    rest = clause.after_verb(without=[asked])
    for pattern, opening, sort in heads:
        if pattern.match(asked.text):
            prompt = est_ce_que(opening, clause, clause.verb, rest)
            yield Stem(clause.fact, "time", sort, prompt, asked.text)
    if _SINCE.match(asked.text) and _is_durative(clause.verb, bench.resources.verbs):
        prompt = est_ce_que("Depuis quand", clause, clause.verb, rest)
        yield Stem(clause.fact, "time", "date", prompt, asked.text)


def _is_ongoing(time: str, tense: str | None, group: str) -> bool:
    """A state or a habit: of what it began one asks, not when it is."""
    simple_present = tense == "present" and len(verbal.tokens(group)) == 1
    return tense == "imperfect" or (simple_present and not _SINCE.match(time))


def duration(clause: Clause, bench: Bench) -> Iterator[Stem]:
    asked = clause.part("duration")
    if asked is None or not _DURATION.match(asked.text):
        return
    number = parse_number(_DURATION.sub("", asked.text))
    if number is None:
        return
    rest = clause.after_verb(without=[asked])
    prompt = est_ce_que("Pendant combien de temps", clause, clause.verb, rest)
    yield Stem(clause.fact, "duration", "duration", prompt, asked.text, number=number)


def purpose(clause: Clause, bench: Bench) -> Iterator[Stem]:
    asked = clause.part("purpose")
    match = _PURPOSE.match(asked.text) if asked else None
    if asked is None or match is None or not _is_infinitive(match["verb"], bench.resources.verbs):
        return
    rest = clause.after_verb(without=[asked])
    done = re.match(r"(?:s’|se |n’|ne pas )?(?:avoir|être) \w+", match["verb"])
    opening = "Pourquoi" if done else "Dans quel but"
    prompt = est_ce_que(opening, clause, clause.verb, rest)
    yield Stem(clause.fact, "purpose", "purpose", prompt, asked.text)


def cause(clause: Clause, bench: Bench) -> Iterator[Stem]:
    asked: Segment | None = clause.part("cause")
    if asked is None or not _CAUSE.match(asked.text):
        return
    rest = clause.after_verb(without=[asked])
    prompt = est_ce_que("Pourquoi", clause, clause.verb, rest)
    yield Stem(clause.fact, "cause", "cause", prompt, asked.text)


def _is_durative(group: str, verbs: Verbs) -> bool:
    head = verbal.finite(group, verbs)
    simple = head is not None and head[1].tense in ("present", "imperfect")
    return simple and len([w for w in verbal.tokens(group) if w not in ("ne", "n’", "pas")]) == 1


def _is_infinitive(text: str, verbs: Verbs) -> bool:
    words = [
        w for w in verbal.tokens(text) if w.lower() not in ("se", "s’", "y", "en", "ne", "pas")
    ]
    return bool(words) and verbs.is_infinitive(words[0])
