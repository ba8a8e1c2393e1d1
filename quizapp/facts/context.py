"""What is known when a sentence is read."""

from dataclasses import dataclass, replace
from datetime import date

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.entities import Registry
from quizapp.facts.reference.references import References
from quizapp.facts.reference.subjects import Focus, Resolved
from quizapp.facts.voice.voices import Quoted, Told, Voice
from quizapp.facts.wording import Wording
from quizapp.model import Article, Span
from quizapp.nlp.trees import ParsedSentence, Piece
from quizapp.resources import Resources


@dataclass(frozen=True)
class Context:
    """A sentence with what the article has told so far.

    `focus` is what the sentence before speaks of, `day` the day from which relative dates count,
    `since` the stretch from the sentence before to the end of this one.
    """

    article: Article
    registry: Registry
    resources: Resources
    references: References
    sentence: ParsedSentence
    wording: Wording
    voice: Voice
    focus: Focus | None
    day: date | None
    since: Span
    told: tuple[Told, ...] = ()
    quoted: tuple[Quoted, ...] = ()

    def told_at(self, offset: int) -> Told | None:
        """The saying that governs the clause at `offset`."""
        before = [told for told in self.told if told.start <= offset]
        return before[-1] if before else None

    def within(self, told: Told) -> "Context":
        """The context for what is said: times before it belong to the saying, and « il » is
        looked for in this sentence alone."""
        times = tuple(t for t in self.wording.times if t.span.start >= told.start)
        return replace(self, wording=replace(self.wording, times=times), since=self.sentence.span)

    def voice_at(self, offset: int, verb: int | None = None) -> Voice:
        """Who speaks there: « X a déclaré que » counts for what follows it, a quotation has its
        own speaker, known or not; `verb` is where that of the clause stands, if not there."""
        told = self.told_at(offset)
        if told:
            return told.voice
        around = (q for q in self.quoted if q.span.start <= offset < q.span.end)
        quoted = next(around, None)
        if quoted is None:
            return self._framed(offset, offset if verb is None else verb)
        return quoted.voice if quoted.voice.speaker else Voice(unknown=True)

    def _framed(self, offset: int, verb: int) -> Voice:
        """The voice of the sentence as far as « selon X » reaches."""
        voice = self.voice
        if voice.until is not None and offset >= voice.until:
            return Voice(unknown=True)
        before = voice.since is not None and verb < voice.since
        behind = voice.own_from is not None and offset >= voice.own_from
        return Voice() if before or behind else voice


@dataclass(frozen=True)
class Read:
    """A main clause as it was read, with its subject resolved where a pronoun or a bare noun stood.

    `second` is the other parser's reading of the same clause, if it has one; `swapped` tells that
    `clause` is the second parser's.
    """

    piece: Piece
    clause: Clause
    drafted: Draft
    second: Draft | None
    found: Resolved | None
    swapped: bool = False
