"""Whose words a sentence gives: the article's own, or somebody's."""

from dataclasses import dataclass

from quizapp.facts.entities import Registry
from quizapp.facts.reference.subjects import Focus, agrees
from quizapp.facts.voice.speakers import (
    Speaker,
    quotation_around,
    quotations,
    speaker_of_frame,
    speaker_of_tail,
)
from quizapp.french.verbs import Verbs
from quizapp.model import Span
from quizapp.model.span import overlapping
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import ParsedArticle, ParsedSentence


@dataclass(frozen=True)
class Voice:
    """Without `speaker` it is the article itself, or somebody `unknown`."""

    speaker: Speaker | None = None
    unknown: bool = False


UNKNOWN = Voice(unknown=True)


@dataclass(frozen=True)
class Told:
    """« X a déclaré que »: whose words follow it, from `start` to the end of the sentence."""

    start: int
    voice: Voice
    focus: Focus | None

    def focus_beside(self, other: Focus | None) -> Focus | None:
        """The speaker for « il »; None where the subject of a clause before could be meant too."""
        own = self.focus
        if own is None or other is None or own.segment == other.segment:
            return own
        alike = (own.gender, own.number) == (other.gender, other.number)
        return None if alike or None in {own.gender, other.gender} else own


class Voices:
    """Who speaks in each sentence of an article."""

    def __init__(self, parsed: ParsedArticle, *, registry: Registry, verbs: Verbs) -> None:
        self._article = parsed.article
        self._registry = registry
        self._verbs = verbs
        self._quoted = quotations(parsed)
        self._speakers = self._speakers_of_quotations(parsed)

    def of(self, sentence: ParsedSentence, focus: Focus | None) -> Voice:
        """The voice of a sentence; `focus` is what the one before speaks of."""
        frames = sentence.of_kind("frame")
        if frames:
            framed = speaker_of_frame(frames[0], article=self._article, registry=self._registry)
            return Voice(framed, unknown=framed is None)
        tail = self._tail_speaker(sentence)
        if tail:
            return self._voice_of_focus(tail.name, focus) if tail.pronoun else Voice(tail)
        span = quotation_around(sentence, self._quoted)
        if span is None:
            return Voice(unknown=bool(sentence.of_kind("tail")))
        return Voice(self._speakers.get(span), unknown=span not in self._speakers)

    def _tail_speaker(self, sentence: ParsedSentence) -> Speaker | None:
        found = (
            speaker_of_tail(piece, article=self._article, registry=self._registry,
                            verbs=self._verbs)
            for piece in sentence.of_kind("tail")
        )  # fmt: skip
        return next((speaker for speaker in found if speaker), None)

    def _speakers_of_quotations(self, parsed: ParsedArticle) -> dict[Span, Speaker]:
        """Each quotation's speaker, told where it ends or where it goes on."""
        speakers: dict[Span, Speaker] = {}
        for sentence in parsed.sentences:
            tail = self._tail_speaker(sentence)
            for span in overlapping(self._quoted, sentence.span):
                if tail and not tail.pronoun:
                    speakers.setdefault(span, tail)
                elif sentence.span.start < span.start < sentence.span.end:
                    opening = self._speaker_before(sentence, span.start)
                    if opening:
                        speakers.setdefault(span, opening)
        return speakers

    def _speaker_before(self, sentence: ParsedSentence, offset: int) -> Speaker | None:
        """« Pour X « … » », « X déclare que « … » »: the only person named before the quotation."""
        words = [word for word in sentence.words if word.end <= offset]
        says = any(w.is_verb and speech_verb(self._verbs, w.text) for w in words)
        if not words or not (says or words[0].text in {"Pour", "Selon"}):
            return None
        named = self._registry.inside(Span(start=sentence.span.start, end=offset))
        people = {mention.entity for mention in named if mention.kind == "person"}
        if len(people) != 1:
            return None
        entity = people.pop()
        return Speaker(name=self._registry.shown(entity), entity=entity)

    def _voice_of_focus(self, pronoun: str, focus: Focus | None) -> Voice:
        """« a-t-il ajouté »: the person of whom the sentence before speaks."""
        entity = focus.segment.entity if focus and agrees(focus, pronoun) else None
        if entity is None or self._registry.entities[entity].kind != "person":
            return Voice(unknown=True)
        return Voice(Speaker(name=self._registry.shown(entity), entity=entity))
