"""The words themselves: quotations as facts of their own."""

import re

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.reference.anaphora import flaws_of, is_vague
from quizapp.facts.voice.speakers import Speaker
from quizapp.facts.voice.voices import Quoted
from quizapp.french.elision import lower_initial, upper_initial
from quizapp.french.typography import is_balanced, tidy
from quizapp.model import Article, Segment
from quizapp.nlp.trees import ParsedSentence

_SHORTEST, _LONGEST = 5, 60
"""In words."""
_LEADING = re.compile(r"(?:^|[:.!?…]|\bqu(?:e|['’]))\s*$")
"""What stands before a quotation that is a clause, not a part of one."""

_LEFT_OUT = re.compile(r"^[(\[](?:\.{3}|…)[)\]]\s*|[.\s]*[(\[](?:\.{3}|…)[)\]]$")
"""What the article left out at either end of a quotation."""
_JOINED = re.compile(r"^(?:Et|Mais|Or|Car|Donc),? (?=\w)")

_OPENING_QUE = re.compile(r"(?:«\s*)?qu(?:e\s|['’])")


def quotation(
    quoted: Quoted, sentence: ParsedSentence, article: Article, *, predicate: int | None
) -> Candidate | None:
    """« … », a déclaré X: the words themselves, a sentence at a time.

    Behind « que » only those that a clause cannot give back: « X a déclaré que « nous … » ».
    `predicate` is where their verb stands, when they hold no more than one.
    """
    speaker = quoted.voice.speaker
    words = article.text[quoted.span.start : quoted.span.end].strip(" ,.\u00a0\u202f")
    words = _JOINED.sub("", _LEFT_OUT.sub("", words))
    before = article.text[sentence.span.start : max(quoted.span.start - 1, sentence.span.start)]
    clausal = any(w.is_finite for w in sentence.words
                  if quoted.span.start <= w.start < quoted.span.end)  # fmt: skip
    fits = _SHORTEST <= len(words.split()) <= _LONGEST and "«" not in words
    leads = quoted.continued or _LEADING.search(before)
    if speaker is None or speaker.pronoun or not (clausal and fits and leads):
        return None
    observed = _observed(words)
    if speaker.lead and "quote_personal" not in observed:
        return None
    opening = _opening(speaker)
    shown = words if opening.endswith(":") else lower_initial(words)
    told = Segment(role="complement", text=tidy(f"«\u202f{shown}\u202f»"))
    return Candidate(
        segments=(Segment(role="frame", text=opening, entity=speaker.entity), told, STOP),
        evidence=sentence.span,
        lemma="dire",
        kind="quote",
        features=frozenset({"quote", _source(speaker)}) | speaker.how | observed,
        attribution=speaker.attribution,
        resolved_by=speaker.by or None,
        predicate=predicate,
    )


def _opening(speaker: Speaker) -> str:
    """« X a déclaré : », « X a déclaré que », « Selon X, »."""
    if speaker.lead:
        return speaker.frame_of("«")
    if speaker.said:
        return f"{upper_initial(speaker.name)} {speaker.said}\u202f:"
    return speaker.frame


def _observed(words: str) -> set[str]:
    """How far the words are understood by themselves."""
    flaws = flaws_of((Segment(role="complement", text=words),), subject="")
    names = {
        "quote_personal": "personal" in flaws,
        "quote_pointing": bool(flaws & {"pointing", "third"}),
        "quote_long": len(words.split()) > 35,
        "severed": _OPENING_QUE.match(words) is not None,
        "quote_cut": "..." in words or "…" in words or not is_balanced(words),
    }
    return {name for name, holds in names.items() if holds}


def unquoted(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """What somebody says, without the guillemets that open in one segment and close in another;
    a quotation inside one segment keeps its own."""
    if all(is_balanced(segment.text) for segment in segments):
        return segments
    return tuple(s if is_balanced(s.text) else _bare(s) for s in segments)


def _bare(segment: Segment) -> Segment:
    if not segment.members:
        return segment.model_copy(update={"text": _without_guillemets(segment.text)})
    members = tuple(
        m.model_copy(update={"text": _without_guillemets(m.text)}) for m in segment.members
    )
    return Segment.of_members(
        segment.role, members, joiner=segment.joiner, complete=segment.complete
    )


def _without_guillemets(text: str) -> str:
    return tidy(re.sub(r"(?<=['’])\s+", "", re.sub(r"[«»]", "", text)).strip())


def _source(speaker: Speaker) -> str:
    if speaker.entity:
        return "named_subject"
    return "vague_speaker" if is_vague(speaker.name) else "described_speaker"
