"""Whose words a sentence gives: the article's own, or somebody's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import clauses_of
from quizapp.facts.entities import Registry
from quizapp.facts.reference.references import References
from quizapp.facts.reference.subjects import Focus, agrees
from quizapp.facts.voice.scope import scope_of
from quizapp.facts.voice.speakers import (
    Speaker,
    named_speaker,
    quotation_around,
    quotations,
    speaker_of_frame,
    speaker_of_tail,
)
from quizapp.french.typography import normalise, tidy
from quizapp.french.verbs import Verbs
from quizapp.model import Span
from quizapp.model.span import overlapping
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import ParsedArticle, ParsedSentence

_TEXTS = frozenset(
    "communiqué message tweet lettre courrier discours déclaration termes propos texte éditorial"
    " tribune interview entretien rapport mots".split()
)
"""What one writes or says before a colon."""

_NAME = r"[A-ZÀ-Þ][\w'’.-]+"
_TURN = re.compile(rf"[–—-]?\s*(?P<who>{_NAME}(?: {_NAME}){{1,3}})\s?:\s?(?=[A-ZÀ-Þ«])")
_APPOSED_PRONOUN = re.compile(r"(?:\w+ ){0,3}\w+, (?P<who>il|elle) [^:,]{2,40}:\s*")
"""« Ému, il déclare : »."""


@dataclass(frozen=True)
class Voice:
    """Without `speaker` it is the article itself, or somebody `unknown`."""

    speaker: Speaker | None = None
    unknown: bool = False
    until: int | None = None
    """Where another speaker takes over in the same sentence: « selon X …, selon Y »."""
    since: int | None = None
    """Where the speaker’s words begin: « P, mais, selon X, Q » says P itself."""
    own_from: int | None = None
    """Where the article speaks again: « P, selon X, mais Q »."""


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


@dataclass(frozen=True)
class Quoted:
    """The part of a quotation that stands in a sentence, without its guillemets."""

    span: Span
    voice: Voice
    continued: bool = False
    """Whether the quotation began in a sentence before."""


class Voices:
    """Who speaks in each sentence of an article; they are asked in text order."""

    def __init__(
        self, parsed: ParsedArticle, *, registry: Registry, verbs: Verbs, references: References
    ) -> None:
        self._article = parsed.article
        self._registry = registry
        self._verbs = verbs
        self._references = references
        self._quoted = quotations(parsed)
        self._speakers = self._speakers_of_quotations(parsed)
        self._inherit()

    def of(
        self, sentence: ParsedSentence, focus: Focus | None, speaking: Focus | None = None
    ) -> Voice:
        """The voice of a sentence; `focus` is what the one before speaks of, `speaking` who said
        it."""
        heard = [f for f in (speaking, focus) if f]
        for span in overlapping(self._quoted, sentence.span):
            told = self._speakers.get(span)
            if told:
                self._speakers[span] = self._known(told, heard, sentence)
        turn = self._turn(sentence)
        if turn:
            return turn
        frames, tail = sentence.of_kind("frame"), self._tail_speaker(sentence)
        if frames and not (tail and _stands_behind_tail(frames[0].span, sentence)):
            framed = speaker_of_frame(frames[0], article=self._article, registry=self._registry)
            voice = self._voice(framed, heard, sentence)
            return replace(voice, until=_until(sentence), **scope_of(sentence))
        if tail:
            return self._voice(tail, heard, sentence)
        around = quotation_around(sentence, self._quoted)
        if around is None:
            return Voice(unknown=bool(sentence.of_kind("tail")))
        spread = self._speakers.get(around) or self._continuing(around, sentence, speaking)
        return self._voice(_with(spread, "voice_spread"), heard, sentence)

    def quoted(
        self, sentence: ParsedSentence, voice: Voice, told: Sequence[Told]
    ) -> Iterator[Quoted]:
        """The quotations of a sentence with their speakers; `voice` is that of the sentence.

        Who « X a déclaré que « P. Q » » tells speaks in the sentences after it, too.
        """
        for span in overlapping(self._quoted, sentence.span):
            start = max(span.start + 1, sentence.span.start)
            end = min(span.end - 1, sentence.span.end)
            if start >= end:
                continue
            inside = Span(start=start, end=end)
            saying = [t for t in told if t.start <= span.start]
            speaker = self._speakers.get(span)
            own = saying[-1].voice if saying else Voice(speaker) if speaker else voice
            if saying and own.speaker and span.end > sentence.span.end:
                self._speakers.setdefault(span, replace(own.speaker, lead=""))
            continued = span.start < sentence.span.start
            yield Quoted(inside, own, continued)

    def _turn(self, sentence: ParsedSentence) -> Voice | None:
        """« Anne Petit : La digue cédera. Le port aussi. » in an interview: her words; those that
        follow her name cannot be told apart from it."""
        block = self._article.paragraph_of(sentence.span)
        found = _TURN.match(self._article.text, block.start, block.end) if block else None
        if found is None:
            return None
        named = self._registry.ending_at(found.end("who"))
        if sentence.span.start < found.end() or named is None or named.kind != "person":
            return UNKNOWN
        name = self._registry.shown(named.entity)
        return Voice(Speaker(name, named.entity, how=frozenset({"voice_turn"})))

    def _voice(
        self, speaker: Speaker | None, heard: list[Focus], sentence: ParsedSentence
    ) -> Voice:
        known = self._known(speaker, heard, sentence) if speaker else None
        return Voice(known, unknown=known is None)

    def _known(self, told: Speaker, heard: list[Focus], sentence: ParsedSentence) -> Speaker | None:
        """The speaker in full, for « il » as for « le préfet »."""
        if told.pronoun:
            return self._resolved(told, heard)
        full = None if told.entity else self._references.in_full(told.name, sentence)
        if full is None:
            return told
        found = replace(told, name=full.segment.text, entity=full.segment.entity, by=full.by)
        return _with(found, "voice_in_full")

    def _resolved(self, told: Speaker, heard: list[Focus]) -> Speaker | None:
        """« a-t-il ajouté »: who spoke in the sentence before, or whom it speaks of."""
        for focus in heard:
            entity = self._registry.entities.get(focus.segment.entity or "")
            if agrees(focus, told.name) and entity and entity.kind == "person":
                name = self._registry.shown(entity.id)
                by = f"« {told.name} » : {focus.by}"
                found = replace(told, name=name, entity=entity.id, pronoun=False, by=by)
                return _with(found, "voice_pronoun")
        return None

    def _continuing(
        self, span: Span, sentence: ParsedSentence, speaking: Focus | None
    ) -> Speaker | None:
        """« … », a dit X. « … »: a sentence that is nothing but a quotation goes on with X."""
        entity = self._registry.entities.get(speaking.segment.entity or "") if speaking else None
        around = Span(start=max(0, span.start - 1), end=span.end + 3)
        if entity is None or entity.kind != "person" or not around.contains(sentence.span):
            return None
        name = self._registry.shown(entity.id)
        return Speaker(name, entity.id, how=frozenset({"voice_continued"}))

    def _tail_speaker(self, sentence: ParsedSentence) -> Speaker | None:
        found = (
            speaker_of_tail(piece, article=self._article, registry=self._registry,
                            verbs=self._verbs)
            for piece in sentence.of_kind("tail")
        )  # fmt: skip
        return next((speaker for speaker in found if speaker), None)

    def _speakers_of_quotations(self, parsed: ParsedArticle) -> dict[Span, Speaker | None]:
        """Each quotation's speaker, told where it ends or where it begins; maybe as a pronoun."""
        speakers: dict[Span, Speaker | None] = {}
        for sentence in parsed.sentences:
            tail = self._tail_speaker(sentence)
            for span in overlapping(self._quoted, sentence.span):
                if tail:
                    speakers.setdefault(span, tail)
                elif sentence.span.start < span.start < sentence.span.end:
                    before = self._article.text[sentence.span.start : span.start]
                    opening = _moved_speaker(before) or self._speaker_before(sentence, span.start)
                    if opening:
                        speakers.setdefault(span, opening)
        return speakers

    def _inherit(self) -> None:
        """« … » « … », a dit X: both are X's, when nothing but a space stands between them."""
        for span, after in reversed(list(pairwise(self._quoted))):
            told = self._speakers.get(after)
            between = self._article.text[span.end : after.start]
            if (
                told
                and span not in self._speakers
                and len(between) <= 2
                and not between.strip(" .")
            ):
                self._speakers[span] = _with(told, "voice_continued")

    def _speaker_before(self, sentence: ParsedSentence, offset: int) -> Speaker | None:
        """« X s’indigne : « … » »: the subject of the clause before the colon."""
        before = self._article.text[sentence.span.start : offset].rstrip()
        if not before.endswith(":"):
            return None
        pieces = [p for p in sentence.of_kind("core") if p.span.start < offset]
        clauses = [c for p in pieces for c in clauses_of(p.main) if c.verb[-1].end <= offset]
        subject = clauses[-1].subject if clauses else None
        if subject is None or clauses[-1].negated:
            return None
        clause, how = clauses[-1], frozenset({"voice_colon"})
        words = list(clause.tree.words[subject.first : subject.last + 1])
        says = speech_verb(self._verbs, clause.verb[-1].text) is not None
        whole = says and not any(p.role == "object" for p in clause.parts)
        said = " ".join(self._article.text[w.start : w.end] for w in clause.verb) if whole else ""
        if "pronoun" in clause.flaws:
            return Speaker(form(subject.head), None, said, pronoun=True, how=how)
        if clause.flaws & {"impersonal", "inverted"}:
            return None
        found = named_speaker(words, self._article, self._registry)
        wrote = says or bool(_TEXTS & set(normalise(before).split()))
        if found is None or not (wrote or found.entity):
            return None
        return replace(found, said=tidy(said), how=how)


def _moved_speaker(before: str) -> Speaker | None:
    """« Ému, il déclare : »: « il », though the adjective stands where a subject would."""
    found = _APPOSED_PRONOUN.fullmatch(before)
    how = frozenset({"voice_colon"})
    return Speaker(found["who"], None, pronoun=True, how=how) if found else None


def _stands_behind_tail(frame: Span, sentence: ParsedSentence) -> bool:
    """« « … », dit-il selon Y »: he says it, and Y that he did."""
    return any(tail.span.end <= frame.start for tail in sentence.of_kind("tail"))


def _until(sentence: ParsedSentence) -> int | None:
    """Where the clause begins that a second « selon » ends."""
    frames = sorted(piece.span.start for piece in sentence.of_kind("frame"))
    if len(frames) < 2:
        return None
    starts = [p.span.start for p in sentence.of_kind("relative", "participle", "clause")]
    opens = frames[0] == sentence.span.start
    otherwise = frames[1] if opens else sentence.span.start
    return max((s for s in starts if frames[0] < s < frames[1]), default=otherwise)


def _with(speaker: Speaker | None, feature: str) -> Speaker | None:
    return replace(speaker, how=speaker.how | {feature}) if speaker else None
