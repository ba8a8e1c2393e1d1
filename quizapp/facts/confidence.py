"""How likely a fact is right and complete."""

import math
from collections.abc import Mapping

ACCEPTED = 0.58
"""Facts at or above this confidence are accepted without a person."""
_BASE = 0.35
_WEIGHTS: Mapping[str, float] = {
    "agree": 2.2,
    "agree_core": 0.9,
    "named_subject": 0.5,
    "no_second": 0.1,
    "short": 0.2,
    "long": -1.0,
    "bare": -3.2,
    "relative": -0.4,
    "resolved": -0.7,
    "described": -0.4,
    "resolved_noun": -0.4,
    "reported": -0.2,
    "role": 1.6,
    "quote": 1.2,
    "pointing": -5.0,
    "personal": -5.0,
    "third": -2.6,
    "own": -4.5,
    "vague": -4.4,
    "group": -0.8,
    "odd": -3.0,
    "colon": -4.0,
    "heavy_subject": -2.0,
    "loose_front": -4.0,
    "loose_subject": -4.0,
    "verbal_subject": -3.0,
    "open_comma": -2.0,
    "disagree": -3.0,
    "passive_object": -3.0,
    "vague_title": -4.5,
    "odd_verb": -4.0,
    "half": -4.0,
    "unbalanced": -6.0,
    "dangling": -5.0,
    "clitic": -5.0,
    "pronoun": -6.0,
    "impersonal": -4.0,
    "inverted": -4.0,
    "broken": -3.5,
    "leftover": -2.5,
    "coordination": -1.0,
    "unknown_speaker": -6.0,
    "vague_speaker": -2.6,
    "subordinate": -5.0,
    "verbatim": 1.0,
    "other_owner": -4.0,
    "other": -2.9,
    "thin": -3.8,
    "cut_name": -4.0,
    "anchorless": -4.0,
    "undated": -1.9,
    "comparing": -2.2,
    "verbless": -6.0,
    "nameless": -4.4,
    "untold": -1.8,
    "lost_figure": -3.0,
}


def confidence_of(features: frozenset[str]) -> float:
    """A probability from hand-set weights of what was observed; unknown features weigh nothing."""
    score = _BASE + sum(_WEIGHTS.get(name, 0.0) for name in features)
    return round(1 / (1 + math.exp(-score)), 3)
