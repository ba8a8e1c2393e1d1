"""Candidate facts, sentence by sentence, with what speaks for and against each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.choosing import Reading, readings
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft, draft
from quizapp.facts.clauses.predicates import clauses_of
from quizapp.facts.context import Context, Read
from quizapp.facts.dating import anchor
from quizapp.facts.entities import Registry
from quizapp.facts.finders import (
    adverbials,
    ages,
    appositions,
    brackets,
    categories,
    main,
    origins,
    owned,
    participles,
    places,
    quotations,
    relatives,
    shortened,
    titles,
)
from quizapp.facts.reference.references import References
from quizapp.facts.reference.subjects import (
    Focus,
    Resolved,
    apposed,
    focus_of,
    resolve,
)
from quizapp.facts.voice.sayings import Sayings, focus_on
from quizapp.facts.voice.voices import Voices
from quizapp.facts.wholeness import is_kept
from quizapp.facts.wording import Wording, main_pieces
from quizapp.model import Span
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece
from quizapp.resources import Resources

_FINDERS: tuple[Callable[[Context, tuple[Read, ...]], Iterator[Candidate]], ...] = (
    titles.find, appositions.find, origins.find, ages.find, brackets.find, places.find,
    categories.find, owned.find, quotations.find, main.find, shortened.find, relatives.find,
    participles.find, adverbials.find,
)  # fmt: skip


class Reader:
    """Reads an article once, from the first sentence to the last."""

    def __init__(self, parsed: ParsedArticle, *, registry: Registry, resources: Resources) -> None:
        self._parsed = parsed
        self._article = parsed.article
        self._registry = registry
        self._resources = resources
        self._references = References(self._article, registry, resources)
        self._voices = Voices(
            parsed, registry=registry, verbs=resources.verbs, references=self._references
        )
        self._focus: Focus | None = None
        self._sayings = Sayings(registry, resources.world)

    def candidates(self) -> Iterator[Candidate]:
        self._learn_genders()
        before, paragraph = None, None
        for sentence in self._parsed.sentences:
            own = self._article.paragraph_of(sentence.span)
            if own != paragraph:
                self._focus, paragraph = None, own
            context = self._context(sentence, own, before)
            self._references.learn(sentence, context.wording)
            context = self._with_voices(context)
            reads = self._read(context)
            for find in _FINDERS:
                for told in find(context, reads):
                    candidate = self._references.voiced(told, sentence.span)
                    self._references.hear(candidate)
                    if "empty_role" not in candidate.features:
                        yield candidate
            before = sentence

    def _with_voices(self, context: Context) -> Context:
        told = self._sayings.told(context, self._resolved)
        quoted = tuple(self._voices.quoted(context.sentence, context.voice, told))
        return replace(context, told=told, quoted=quoted)

    def _learn_genders(self) -> None:
        """« Anne X a été élue »: participles behind être agree with their subject."""
        for sentence in self._parsed.sentences:
            wording = Wording(self._article, ())
            for core in sentence.of_kind("core"):
                for clause in clauses_of(core.main):
                    passive = clause.passive
                    drafted = self._draft(clause, wording, None) if passive else None
                    gender = clause.head.feats.get("Gender")
                    if drafted and gender and drafted.subject.entity:
                        self._registry.learn_gender(drafted.subject.entity, gender)

    def _context(
        self, sentence: ParsedSentence, paragraph: Span | None, before: ParsedSentence | None
    ) -> Context:
        kept = tuple(a for a in sentence.of_kind("aside") if is_kept(a))
        return Context(
            article=self._article,
            registry=self._registry,
            resources=self._resources,
            references=self._references,
            sentence=sentence,
            wording=Wording(self._article, sentence.of_kind("time"), kept),
            voice=self._voices.of(sentence, self._focus, self._sayings.speaking),
            focus=self._focus,
            day=self._day(sentence, paragraph),
            since=Span(start=(before or sentence).span.start, end=sentence.span.end),
        )

    def _day(self, sentence: ParsedSentence, paragraph: Span | None) -> date | None:
        start = paragraph.start if paragraph else sentence.span.start
        return anchor(self._article.text[start : sentence.span.end], self._article.published_on)

    # Main clauses, in order, for a pronoun takes up what was read before it

    def _read(self, context: Context) -> tuple[Read, ...]:
        focus, taken_up = self._focus, False
        reads: list[Read] = []
        for piece in main_pieces(context.sentence):
            told = context.told_at(piece.span.start)
            if told:
                self._focus = told.focus_beside(self._focus if reads else None)
                context = context.within(told)
            wording = context.wording.of_piece(piece, context.sentence)
            before = reads[-1] if piece.kind == "predicate" and reads else None
            found = tuple(readings(piece))
            for reading in found[:-1] if piece.kind == "saying" else found:
                read = self._read_clause(reading, piece, wording, context, before)
                if read:
                    reads.append(read)
                    taken_up |= "pronoun" in read.clause.flaws and read.found is not None
        speaker = context.voice.speaker
        speaking = context.told[-1].focus if context.told else None
        speaker = speaker or (context.quoted[-1].voice.speaker if context.quoted else None)
        if speaker:
            speaking = focus_on(speaker, self._registry, self._resources.world)
            self._focus = speaking or self._focus
        elif speaking:
            self._focus = speaking
        elif self._focus is focus and not taken_up:
            self._focus = None
        self._sayings.speaking = speaking
        return tuple(reads)

    def _read_clause(
        self, reading: Reading, piece: Piece, wording: Wording, context: Context,
        before: Read | None,
    ) -> Read | None:  # fmt: skip
        """`before` is the predicate whose subject a coordinated one shares."""
        clause = reading.clause
        found = _shared(before) if clause.borrows_subject else self._resolved(clause, context)
        drafted = self._draft(clause, wording, found)
        if drafted is None:
            return None
        if "pronoun" not in clause.flaws:
            self._focus = focus_of(
                clause, drafted.subject, registry=self._registry, world=self._resources.world
            )
        second = self._draft(reading.other, wording, found) if reading.other else None
        return Read(piece, clause, drafted, second, found, swapped=reading.swapped)

    def _resolved(self, clause: Clause, context: Context) -> Resolved | None:
        """What a pronoun, a title before a name, or a bare noun stands for."""
        found = None
        if "pronoun" in clause.flaws:
            found = resolve(
                clause, self._focus, since=context.since, registry=self._registry,
                world=self._resources.world, article=self._article,
                speaker=context.voice.speaker.entity if context.voice.speaker else None,
            )  # fmt: skip
        return (
            found
            or apposed(clause, context.sentence, self._registry)
            or self._references.subject_of(clause, context.wording, context.sentence, self._focus)
        )

    def _draft(self, clause: Clause, wording: Wording, found: Resolved | None) -> Draft | None:
        subject = found.segment if found else None
        return draft(clause, wording=wording, registry=self._registry, subject=subject)


def _shared(before: Read | None) -> Resolved | None:
    """The subject of the predicate before, for one coordinated with it."""
    if before is None or ("pronoun" in before.clause.flaws and before.found is None):
        return None
    return Resolved(before.drafted.subject, before.found.by if before.found else "")
