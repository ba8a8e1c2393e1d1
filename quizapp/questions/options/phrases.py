"""Distractors that are phrases of the article itself: things, places, aims, causes, charges."""

import re
from collections.abc import Iterator

from quizapp.french import elision
from quizapp.french.nouns import agreement
from quizapp.model import Fact, Segment
from quizapp.questions.asking.stem import Stem
from quizapp.questions.asking.what import NOUN_PHRASE, POSSESSIVE, names_people
from quizapp.questions.bench import Bench
from quizapp.questions.options.option import Option
from quizapp.questions.wording import content_words

_SOURCES: dict[str, tuple[str, ...]] = {
    "thing": ("object", "subject", "topic"),
    "place": ("place",),
    "purpose": ("purpose", "complement"),
    "cause": ("cause",),
    "role": ("attribute",),
}
_GIVING = frozenset(
    "fournir livrer envoyer donner offrir vendre acheminer exporter accorder remettre transférer "
    "verser apporter".split()
)
_SEEKING = frozenset(
    "chercher vouloir espérer souhaiter désirer demander obtenir réclamer rêver attendre viser "
    "craindre redouter".split()
)
_MOST = 2.5
_INFINITIVE = re.compile(
    r"^(?:pour |afin de |afin d’|de |d’|à )(?P<aim>(?:se |s’)?\w+(?:er|ir|re)\b.*)$"
)
_PAST = re.compile(r"^pour (?:s’)?(?:avoir|être) ")
POSSESSIVE_WITHIN = re.compile(r"\b(?:son|sa|ses|leurs?|il|elle|ils|elles|lui)\b")
_ARTICLE = re.compile(r"^(?:l[’']|(\w+))")


def phrase_options(stem: Stem, bench: Bench, wanted: int) -> list[Option]:
    """Phrases of the same role and shape from other facts, which the article does not say of the
    thing that is asked."""
    rng = bench.rng("phrases", stem.fact.id, stem.asked)
    found: list[tuple[float, float, str, Fact | None]] = [
        (_unlikeness(stem, segment, fact), rng.random(), segment.text, fact)
        for fact, segment in _candidates(stem, bench)
    ]
    if stem.sort == "place":
        found += [(1.0, rng.random(), text, None) for text in _towns(stem, bench)]
    options: list[Option] = []
    words = [content_words(stem.key)]
    for _, _, text, fact in sorted(found, key=lambda item: item[:2]):
        own = content_words(text)
        if len(options) < wanted and not any(_overlap(own, other) for other in words):
            words.append(own)
            options.append(Option(text, _rationale(fact)))
    return options


def _towns(stem: Stem, bench: Bench) -> list[str]:
    """« à Lahore », as the article itself says it of another town than the key's."""
    if not re.fullmatch(r"à [A-ZÉÎ][\w-]+", stem.key):
        return []
    told = dict.fromkeys(re.findall(r"(?<!\w)à [A-ZÉÎ][\w-]+", bench.article.text))
    places = {f"à {entity.name}" for entity in bench.entities if entity.kind == "place"}
    near = f"{stem.prompt} {stem.fact.evidence.text}"
    return [text for text in told if text in places and text[2:] not in near]


def _candidates(stem: Stem, bench: Bench) -> Iterator[tuple[Fact, Segment]]:
    in_stem = content_words(f"{stem.prompt} {stem.fact.evidence.text}")
    subject = stem.fact.segment("subject")
    doers = subject.entities if subject and stem.sort == "thing" else ()
    for clause in bench.clauses:
        if clause.fact.id == stem.fact.id or _could_be_true(stem, clause.fact, bench):
            continue
        if stem.sort == "role" and bench.kind(clause.subject.entity) != "person":
            continue
        for segment in (clause.subject, *clause.rest):
            text = elision.lower_initial(segment.text).strip(" ,")
            if stem.sort == "purpose":
                text = _as_aim(text, stem.key, bench)
            lowered = segment.model_copy(update={"text": text or "…", "members": ()})
            if segment.role in _SOURCES[stem.sort] and _alike(stem, segment, lowered.text, bench):
                own = content_words(lowered.text)
                apart = own and len(own & in_stem) / len(own) <= 0.5
                if apart and not any(bench.is_alluded_to(e, lowered.text) for e in doers):
                    yield clause.fact, lowered


def _alike(stem: Stem, segment: Segment, text: str, bench: Bench) -> bool:
    """Same grammatical shape, comparable length, and not a bare name."""
    ratio = len(text) / max(1, len(stem.key))
    if not 1 / _MOST <= ratio <= _MOST or re.search(r"\d", text):
        return False
    if stem.sort == "thing":
        named = names_people(segment, bench) or bench.kind(segment.entity) == "organisation"
        return (
            not named
            and not POSSESSIVE.match(text)
            and bool(NOUN_PHRASE.match(text))
            and _same_number(text, stem.key)
        )
    if stem.sort == "place":
        if bench.kind(segment.entity) == "country":
            return False
        return _first(text) == _first(stem.key)
    if stem.sort == "role":
        return _first(text) == _first(stem.key) or not NOUN_PHRASE.match(stem.key)
    return _first(text) == _first(stem.key)


def _as_aim(text: str, key: str, bench: Bench) -> str:
    """« d’encercler la ville » → « pour encercler la ville »; empty where it is no aim like the
    key."""
    match = _INFINITIVE.match(text)
    if match is None or not key.startswith("pour ") or POSSESSIVE_WITHIN.search(text):
        return ""
    first = re.match(r"(?:se |s’)?(\w+)", match["aim"])
    known = bool(first) and bench.resources.verbs.is_infinitive(first[1] if first else "")
    aim = f"pour {match['aim']}"
    return aim if known and bool(_PAST.match(aim)) == bool(_PAST.match(key)) else ""


def _same_number(text: str, key: str) -> bool:
    ours, theirs = agreement(text).number, agreement(key).number
    return ours == theirs or None in (ours, theirs)


def _first(text: str) -> str:
    match = _ARTICLE.match(text)
    return match.group().lower() if match else ""


def _could_be_true(stem: Stem, other: Fact, bench: Bench) -> bool:
    """Facts that tell of the same doer and the same deed, or of the same two parties: what they
    say may answer this stem too."""
    if stem.sort == "role":
        return bool(stem.entity) and stem.entity in other.entities
    ours, theirs = bench.lemma(stem.fact), bench.lemma(other)
    if ours == theirs or {ours, theirs} <= _GIVING:
        return True
    one, two = stem.fact.segment("subject"), other.segment("subject")
    same_doer = bool(one and two and set(one.entities) & set(two.entities))
    if same_doer and (_is_sought(stem.fact, ours) or stem.sort in ("purpose", "cause")):
        return True
    return len(set(stem.fact.entities) & set(other.entities)) >= 2


def _is_sought(fact: Fact, lemma: str | None) -> bool:
    """What somebody wants: everything else that he wants may answer the question too."""
    return fact.kind == "intention" or fact.modality == "desired" or lemma in _SEEKING


def are_related(stem: Stem, options: list[Option], bench: Bench) -> bool:
    """Whether two options or more come from facts about one of those of whom the stem speaks."""
    quoted = "".join(option.rationale for option in options)
    related = [
        fact
        for fact in bench.usable
        if set(fact.entities) & set(stem.fact.entities) and f"« {fact.statement} »" in quoted
    ]
    return len(related) >= 2


def _unlikeness(stem: Stem, segment: Segment, fact: Fact) -> float:
    """By length, by determiner, by the part that the phrase plays in its own sentence, and by
    whom that sentence is about."""
    key = stem.key
    text = segment.text
    length = abs(len(key) - len(text)) / max(len(key), len(text))
    stranger = not set(fact.entities) & set(stem.fact.entities)
    return (
        length
        + 0.5 * stranger
        + 0.4 * (_first(key) != _first(text))
        + 0.4 * (segment.role == "subject")
    )


def _overlap(words: frozenset[str], others: frozenset[str]) -> bool:
    return bool(words & others) and len(words & others) / min(len(words), len(others)) >= 0.5


def _rationale(fact: Fact | None) -> str:
    if fact is None:
        return "Non\u202f: l’article en parle à un autre propos."
    return f"Non\u202f: l’article en parle à un autre propos\u202f: « {fact.statement} »"
