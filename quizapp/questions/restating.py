"""A clause in other words that mean the same: the passive, the date before the subject."""

import re

from quizapp.french import elision, nouns
from quizapp.french.verbs import Verbs
from quizapp.model import Segment
from quizapp.model.fact import join_segments
from quizapp.questions import verbal
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause
from quizapp.questions.standing import refers_to_subject
from quizapp.questions.wording import words

_LONGEST_OBJECT, _LONGEST_SUBJECT = 9, 5
# The passive of these says something else or nothing.
_NO_PASSIVE = frozenset(
    "avoir être comporter compter coûter valoir vouloir pouvoir devoir savoir croire dire affirmer "
    "estimer aimer craindre espérer mesurer peser comprendre connaître regarder concerner faire "
    "subir enregistrer recevoir perdre quitter prendre tenir franchir rejoindre tenter "
    "prévoir risquer".split()
)
# What the subject does besides, or a comparison that the object would lose.
_CONTROLLED = re.compile(
    r"\b(?:avant d[e’]|après (?:avoir|être)|pour |afin d|sans \w+(?:er|ir|re)\b|en \w+ant\b"
    r"|de même que|ainsi que|sur les|comme )"
)
_FRONTING = ("le ", "en ", "depuis ", "pendant ", "au cours ", "du ")


def restated(clause: Clause, bench: Bench) -> str | None:
    """The clause without its speaker and full stop; None where only the article's words are
    safe."""
    return _passive(clause, bench) or _time_first(clause)


def _time_first(clause: Clause) -> str | None:
    """« en janvier 2012, le Front s’est formé en Syrie », where the article says it later."""
    times = clause.parts("time")
    if len(times) != 1 or not times[0].text.startswith(_FRONTING) or clause.fact.negated:
        return None
    head = next((s for s in clause.fact.segments if s.role not in ("frame", "link")), None)
    if clause.speaker or (head and head.role == "time"):
        return None
    rest = clause.after_verb(without=times)
    if not rest or "," in rest:
        return None
    subject = elision.lower_initial(clause.subject.text)
    return join_segments([f"{times[0].text},", subject, clause.verb, *rest])


def _passive(clause: Clause, bench: Bench) -> str | None:
    """« l’accord a été signé par la Norvège »; agreement surely known, no pronoun nor possessive
    that would change its sense."""
    done = clause.part("object")
    verbs = bench.resources.verbs
    if done is None or done is not clause.rest[0] or not _may_be_passive(clause, done, bench):
        return None
    if done.entity and bench.kind(done.entity) == "person":
        return None
    agreement = nouns.agreement(done.text, bench.gender_of)
    verb = _passive_group(clause.verb, agreement, verbs) if agreement.known else None
    rest = clause.after_verb(without=[done])
    whole = f"{clause.subject.text} {done.text} {' '.join(rest)}"
    if (
        verb is None
        or _CONTROLLED.search(whole)
        or refers_to_subject(whole)
        or {"son", "sa", "ses", "leur", "leurs"} & set(words(whole))
    ):
        return None
    by = f"par {elision.lower_initial(clause.subject.text)}"
    return join_segments([elision.lower_initial(done.text), verb, by, *rest])


def _may_be_passive(clause: Clause, done: Segment, bench: Bench) -> bool:
    lemma = bench.lemma(clause.fact)
    subject = clause.subject
    return (
        not clause.fact.negated
        and lemma is not None
        and lemma not in _NO_PASSIVE
        and not subject.members
        and not done.members
        and "," not in f"{subject.text}{done.text}"
        and len(subject.text.split()) <= _LONGEST_SUBJECT
        and len(done.text.split()) <= _LONGEST_OBJECT
        and done.text.startswith(("le ", "la ", "les ", "l’", "un ", "une "))
        and not clause.parts("recipient")
        and not clause.parts("purpose")
        and len(clause.parts("object")) == 1
    )


def _passive_group(group: str, agreement: nouns.Agreement, verbs: Verbs) -> str | None:
    """« a signé » → « a été signé », « signe » → « est signé », « signera » → « sera signé »."""
    words = verbal.tokens(group)
    found = verbal.finite(group, verbs)
    if found is None or found[0] != 0 or found[1].tense in (None, "past_historic"):
        return None
    reading = found[1]
    number, gender = agreement.number or "s", agreement.gender or "m"
    if len(words) == 1:
        done = verbs.participle(reading.lemma, gender, number)
        be = verbs.conjugate("être", reading.tense, 3, number) if reading.tense else None
    elif len(words) == 2 and reading.lemma == "avoir" and verbs.is_past_participle(words[1]):
        lemma = next(a.lemma for a in verbs.analyses(words[1]) if a.form == "past_participle")
        done = verbs.participle(lemma, gender, number)
        have = verbs.conjugate("avoir", reading.tense, 3, number) if reading.tense else None
        be = f"{have} été" if have else None
    else:
        return None
    return f"{be} {done}" if be and done else None
