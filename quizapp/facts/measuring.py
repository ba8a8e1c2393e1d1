"""What can be counted of a clause that was read, as names of ranges: « words_9_14 », « pps_2 »."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.clauses.modality import is_past, modality_of
from quizapp.facts.context import Read
from quizapp.facts.losses import losses_of
from quizapp.facts.wording import main_pieces
from quizapp.french.numbers import find_numbers
from quizapp.model import Segment
from quizapp.model.fact import join_segments
from quizapp.nlp.trees import ParsedSentence, Word

_GAP = 3
"""Between two words that stand further apart, something was peeled off."""
_LENGTHS = (8, 14, 20, 27, 38)
_RELATING = frozenset("qui que qu' dont où".split())
_INDEFINITE = re.compile(r"(?:un|une|des|plusieurs|quelques|certaine?s|de nombreu\w+)\b", re.I)
_CORE = frozenset({"object", "attribute", "quantity"})


def measures_of(
    read: Read, segments: Sequence[Segment], sentence: ParsedSentence
) -> frozenset[str]:
    """How far the two readings agree, role by role; how long and how branching the clause is;
    what its verb and its subject are. Each name is a fact of the reading, none a judgement."""
    words = sum(len(segment.text.split()) for segment in segments)
    names = {
        _ranged("words", words, _LENGTHS),
        *_agreements(read.drafted, read.second),
        *_branching(read.clause),
        *_of_verb(read.clause),
        *_of_subject(read.drafted.subject),
        *_of_rest(read.drafted),
    }
    names |= losses_of(read, segments, sentence)
    names |= {"swapped"} if read.swapped else set()
    names |= {"split_sentence"} if len(main_pieces(sentence)) > 1 else set()
    return frozenset(names)


def _ranged(name: str, value: int, bounds: Sequence[int]) -> str:
    """« words_9_14 » for 12 words; « words_39_more » above the last bound."""
    low = 0
    for bound in bounds:
        if value <= bound:
            return f"{name}_{low}_{bound}" if low != bound else f"{name}_{bound}"
        low = bound + 1
    return f"{name}_{low}_more"


def _agreements(drafted: Draft, second: Draft | None) -> Iterator[str]:
    if second is None:
        return
    yield f"subject_{_verdict(drafted.subject.text == second.subject.text)}"
    yield f"verb_{_verdict(drafted.verb.text == second.verb.text)}"
    ours, theirs = _complements(drafted), _complements(second)
    yield f"complements_{_verdict(ours == theirs)}"
    yield f"core_{_verdict(_core(drafted) == _core(second))}"
    if _text(drafted) == _text(second):
        yield "text_agrees" if ours == theirs else "text_cut_otherwise"
    if second.flaws - drafted.flaws:
        yield "second_more_flaws"


def _verdict(agrees: bool) -> str:
    return "agrees" if agrees else "differs"


def _complements(drafted: Draft) -> list[str]:
    return [s.text for s in (*drafted.front, *drafted.rest) if s.role != "link"]


def _core(drafted: Draft) -> list[tuple[str, str]]:
    return [(s.role, s.text) for s in drafted.rest if s.role in _CORE]


def _text(drafted: Draft) -> str:
    return join_segments([segment.text for segment in drafted.segments]).replace(" ,", ",")


def _branching(clause: Clause) -> Iterator[str]:
    """How many complements could hang elsewhere, and clauses inside the clause."""
    behind = [p for p in clause.parts if p.first > clause.verb[-1].i]
    words = [w for p in behind for w in clause.tree.words[p.first : p.last + 1]]
    led = sum(clause.tree.words[p.first].pos == "ADP" for p in behind)
    yield _ranged("pps", led, (0, 1, 2))
    yield _ranged("prepositions", sum(w.pos == "ADP" for w in words), (0, 1, 3, 6))
    yield _ranged("conjunctions", sum(w.pos == "CCONJ" for w in words), (0, 1))
    yield _ranged("commas", sum(w.text == "," for w in words), (0, 1))
    yield _ranged("finite_inside", sum(w.is_finite for w in words), (0, 1))
    if any(_relates(word) for word in words):
        yield "relative_inside"
    if any(b.start - a.end > _GAP for a, b in pairwise(words)):
        yield "peeled_inside"
    if any(w.feats.get("VerbForm") in {"Inf", "Part"} for w in words):
        yield "nonfinite_inside"


def _relates(word: Word) -> bool:
    return word.text.lower().replace("’", "'") in _RELATING


def _of_verb(clause: Clause) -> Iterator[str]:
    roles = {part.role for part in clause.parts}
    if clause.passive:
        yield "passive" if "agent" not in roles else "passive_agent"
    elif clause.tree.child(clause.head, "cop"):
        yield "copular"
    elif any(w.dep.startswith("expl") for w in clause.verb):
        yield "pronominal"
    else:
        yield "transitive" if "object" in roles else "intransitive"
    yield f"modality_{modality_of(clause)}"
    yield "past" if is_past(clause) else "not_past"
    if clause.negated:
        yield "negated"
    if len(clause.lemmas) > 1:
        yield "verb_chain"
    if clause.helpers:
        yield "shared_auxiliary"


def _of_subject(subject: Segment) -> Iterator[str]:
    yield _ranged("subject_words", len(subject.text.split()), (1, 2, 4, 8))
    if subject.entities:
        yield "subject_entity"
    elif find_numbers(subject.text):
        yield "subject_figure"
    elif _INDEFINITE.match(subject.text):
        yield "subject_indefinite"
    else:
        yield "subject_definite"


def _of_rest(drafted: Draft) -> Iterator[str]:
    told = [s for s in drafted.segments if s.role != "link"]
    yield _ranged("segments", len(told), (2, 3, 4, 5))
    if drafted.front:
        yield "fronted"
    if any("«" in s.text for s in told):
        yield "quoting"
    if any(s.members for s in told):
        yield "members"
    if any(find_numbers(s.text) for s in drafted.rest):
        yield "figure_in_rest"
    if any(c.isupper() for s in drafted.rest for c in s.text):
        yield "name_in_rest"
