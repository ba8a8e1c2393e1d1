"""Hard failures: what no question may have. Each check says whether the question fails it."""

import re
from collections.abc import Callable
from itertools import combinations

from quizapp.french import dates
from quizapp.french.numbers import find_numbers
from quizapp.french.typography import is_balanced, tidy
from quizapp.model import GAP, Fact, Matching, MultipleChoice, Question
from quizapp.questions.bench import Bench
from quizapp.questions.context import is_relative, takes_for_known
from quizapp.questions.standing import POINTING
from quizapp.questions.wording import content_words, share_of, words
from quizapp.world.names import fold

Check = Callable[[Question, Bench], bool]

_DEFINITION_PARITY = 1.8
_LONGEST, _LONGEST_QUOTING = 36, 46
_LONGEST_EXTRACTED = 30
_QUOTED = re.compile(r"«[^»]*»")
_ONE_SUPPORTED_KEY = ("multiple_choice", "short_answer", "numeric", "cloze")
_SPOKEN_BY_ONE_WORD = ("multiple_choice", "short_answer", "numeric", "cloze", "map")
_TWICE = re.compile(r"(?<![\w’-])(?!nous |vous )(\w+) \1(?![\w’-])", re.IGNORECASE)
_BROKEN = re.compile(
    r"\b(?:de|à) les? [A-ZÉ\d]|\bque (?:ils?|elles?|on)\b|[,:;]\s*[.?]|’ "
    r"|\b(?:que|de|du|des|à|pour|et|le|la|les|un|une|sur|avec)[\s\u202f]*[»?.]"
)


def evidence_is_not_verbatim(question: Question, bench: Bench) -> bool:
    text = bench.article.text
    return any(text[e.start : e.end] != e.text for e in question.evidence)


def evidence_is_missing(question: Question, bench: Bench) -> bool:
    return bool(question.facts) and not question.evidence


def key_is_not_in_the_evidence(question: Question, bench: Bench) -> bool:
    """The key's words, a name of the entity, the same number or the same date stand there."""
    if question.kind not in _ONE_SUPPORTED_KEY or question.skill == "lexique":
        return False
    evidence = " ".join(e.text for e in question.evidence)
    key = question.key_text
    if share_of(key, evidence) >= 0.5 or fold(key) in fold(evidence):
        return False
    numbers = {n.value for n in find_numbers(key)}
    if numbers and numbers <= {n.value for n in find_numbers(evidence)}:
        return False
    facts = [fact for fact in bench.facts if fact.id in question.facts]
    when = dates.parse(key, bench.article.published_on)
    if when and any(fact.time and when in fact.time for fact in facts):
        return False
    ids = {e for f in facts for e in (*f.entities, *_speakers(f)) if key == bench.name(e)}
    in_place = {e for f in facts for e in f.entities if fold(bench.name(e)) in fold(key)}
    return not any(bench.is_named(e, evidence) for e in ids | in_place)


def options_overlap(question: Question, bench: Bench) -> bool:
    """One option is, holds or means another one."""
    if isinstance(question, Matching) or question.kind in ("true_false", "ordering", "cloze"):
        return False
    world = bench.resources.world
    for one, other in combinations([choice.text for choice in question.choices], 2):
        ours, theirs = set(words(one)), set(words(other))
        same_figures = re.search(r"\d", one) or re.search(r"\d", other)
        if world.same(one, other) or words(one) == words(other):
            return True
        if not same_figures and ours and theirs and (ours <= theirs or theirs <= ours):
            return True
    return False


def key_stands_in_the_stem(question: Question, bench: Bench) -> bool:
    """The key, another name of it or its demonym can be read in the prompt."""
    if question.kind not in _SPOKEN_BY_ONE_WORD:
        return False
    prompt = question.prompt.replace(GAP, " ")
    if question.kind == "numeric" or re.search(r"\d", question.key_text):
        found = {n.value for n in find_numbers(prompt)}
        return {n.value for n in find_numbers(question.key_text)} <= found
    ids = [e.id for e in bench.entities if bench.name(e.id) == question.key_text]
    key = content_words(question.key_text)
    if not ids and key and key <= content_words(prompt):
        return True
    if question.kind == "map":
        ids = [question.answer]
    return any(bench.is_alluded_to(e, prompt) for e in ids)


def stem_points_outside(question: Question, bench: Bench) -> bool:
    """A demonstrative or a relative date that the stem alone does not explain; a sentence of the
    article that lacks a word may have them, for it is the word that is asked."""
    if question.skill == "lexique":
        return False
    stem = _QUOTED.sub("", question.prompt)
    if POINTING.search(stem) or dates.is_relative(stem):
        return True
    return _is_extracted(question, bench) and is_relative(stem)


def takes_something_for_known(question: Question, bench: Bench) -> bool:
    """« le pays », « l’armée »: what a reader of the article understands and nobody else. No
    failure, but the last that one would ask."""
    if question.skill == "lexique" or not _is_extracted(question, bench):
        return False
    stem = _QUOTED.sub("", question.prompt)
    name = question.key_text if question.kind in _SPOKEN_BY_ONE_WORD else ""
    return bool(takes_for_known(stem, bench) or takes_for_known(f"{name}.", bench))


def stem_has_no_fair_length(question: Question, bench: Bench) -> bool:
    longest = _LONGEST_QUOTING if "«" in question.prompt else _LONGEST
    if _is_extracted(question, bench):
        longest = _LONGEST_EXTRACTED
    return not 4 <= len(words(question.prompt)) <= longest


def key_is_told_by_its_length(question: Question, bench: Bench) -> bool:
    """Options within a factor, the key not the longest by far."""
    if not isinstance(question, MultipleChoice):
        return False
    sizes = [len(choice.text) for choice in question.choices]
    longest_wrong = max(len(c.text) for c in question.choices if not c.correct)
    key = next(len(c.text) for c in question.choices if c.correct)
    if question.skill == "lexique":
        return key > _DEFINITION_PARITY * longest_wrong
    uneven = max(sizes) > 40 and max(sizes) > 3 * min(sizes)
    return uneven or (key > 32 and key > 1.6 * longest_wrong)


def typography_is_wrong(question: Question, bench: Bench) -> bool:
    texts = [question.prompt, question.key_text, *(choice.text for choice in question.choices)]
    return any(tidy(text) != text or not is_balanced(text) for text in texts)


def french_is_broken(question: Question, bench: Bench) -> bool:
    """A word twice, an elision or contraction left undone."""
    stem = question.prompt.replace(GAP, "")
    return bool(_TWICE.search(stem) or _BROKEN.search(stem))


CHECKS: tuple[Check, ...] = (
    evidence_is_not_verbatim,
    evidence_is_missing,
    key_is_not_in_the_evidence,
    options_overlap,
    key_stands_in_the_stem,
    stem_points_outside,
    stem_has_no_fair_length,
    key_is_told_by_its_length,
    typography_is_wrong,
    french_is_broken,
)


def rejection(question: Question, bench: Bench) -> str | None:
    """The name of the first check that the question fails; None when it may be asked."""
    return next((check.__name__ for check in CHECKS if check(question, bench)), None)


def _is_extracted(question: Question, bench: Bench) -> bool:
    """Whether it rests on a fact that no person has written."""
    return any(fact.origin == "extracted" and fact.id in question.facts for fact in bench.facts)


def _speakers(fact: Fact) -> tuple[str, ...]:
    said = fact.attribution
    return (said.entity,) if said and said.entity else ()
