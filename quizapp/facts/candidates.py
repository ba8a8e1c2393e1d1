"""Candidate facts, sentence by sentence, with what speaks for and against each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft, draft, recased
from quizapp.facts.clauses.modality import is_past, modality_of
from quizapp.facts.clauses.predicates import better_read, clause_of, clauses_of
from quizapp.facts.dating import anchor, dated
from quizapp.facts.entities import Registry
from quizapp.facts.observing import is_verbatim, observed_in
from quizapp.facts.reference.anaphora import flaws_of
from quizapp.facts.reference.descriptions import Descriptions
from quizapp.facts.reference.naming import Names
from quizapp.facts.reference.subjects import (
    Focus,
    Resolved,
    antecedent,
    apposed,
    focus_of,
    gender_of_person,
    refers_to_subject,
    resolve,
)
from quizapp.facts.roles import role_candidate, roles_of
from quizapp.facts.voice.quoting import quotation, said
from quizapp.facts.voice.speakers import Speaker
from quizapp.facts.voice.voices import Voice, Voices
from quizapp.facts.wholeness import bare_nouns, is_kept, lacks_verb, lost_figures
from quizapp.facts.wording import Wording
from quizapp.french.elision import elides, lower_initial, upper_initial
from quizapp.french.typography import normalise
from quizapp.model import Attribution, Segment, Span
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import ParsedArticle, ParsedSentence, Piece, Tree
from quizapp.resources import Resources


class Reader:
    """Reads an article once, from the first sentence to the last."""

    def __init__(self, parsed: ParsedArticle, *, registry: Registry, resources: Resources) -> None:
        self._parsed = parsed
        self._article = parsed.article
        self._registry = registry
        self._resources = resources
        self._voices = Voices(parsed, registry=registry, verbs=resources.verbs)
        self._focus: Focus | None = None
        self._names = Names(registry, self._article, resources.world)
        self._taken_up = False
        self._descriptions = Descriptions(registry, resources.world)
        self._descriptions.learn_title(parsed.article.title, verbs=resources.verbs)

    def candidates(self) -> Iterator[Candidate]:
        self._learn_genders()
        paragraph = None
        for sentence in self._parsed.sentences:
            own = self._article.paragraph_of(sentence.span)
            if own != paragraph:
                self._focus, paragraph = None, own
            yield from self._of_sentence(sentence)

    def _learn_genders(self) -> None:
        """« Anne X a été élue »: participles behind être agree with their subject."""
        for sentence in self._parsed.sentences:
            wording = Wording(self._article, ())
            for core in sentence.of_kind("core"):
                for clause in clauses_of(core.main):
                    drafted = self._draft(clause, wording, None) if clause.passive else None
                    gender = clause.head.feats.get("Gender")
                    if drafted and gender and drafted.subject.entity:
                        self._registry.learn_gender(drafted.subject.entity, gender)

    def _focus_on(self, speaker: Speaker) -> Focus | None:
        entity = self._registry.entities.get(speaker.entity or "")
        if entity is None or entity.kind != "person":
            return None
        name = self._registry.shown(entity.id)
        gender = gender_of_person(entity.id, self._registry, self._resources.world)
        return Focus(Segment(role="subject", text=name, entity=entity.id), gender, "Sing")

    # Sentences

    def _of_sentence(self, sentence: ParsedSentence) -> Iterator[Candidate]:
        kept = tuple(a for a in sentence.of_kind("aside") if is_kept(a))
        wording = Wording(self._article, sentence.of_kind("time"), kept)
        voice = self._voices.of(sentence, self._focus)
        yield from self._roles(sentence)
        quoted = quotation(sentence, voice, self._article)
        if quoted:
            yield quoted
        focus = self._focus
        self._taken_up = False
        for core in map(better_read, sentence.of_kind("core")):
            for clause in clauses_of(core.main):
                yield from self._of_clause(clause, core, sentence, wording, voice)
            for relative in sentence.of_kind("relative"):
                if core.span.start <= relative.span.start:
                    yield from self._relative(core.main, relative, sentence, wording, voice)
            self._descriptions.learn(core.main, wording)
        if voice.speaker and voice.speaker.entity:
            self._focus = self._focus_on(voice.speaker) or self._focus
        elif self._focus is focus and not self._taken_up:
            self._focus = None

    def _roles(self, sentence: ParsedSentence) -> Iterator[Candidate]:
        for role in roles_of(sentence, article=self._article, registry=self._registry):
            yield role_candidate(role, sentence, self._article, self._resources.world)

    # Clauses

    def _of_clause(
        self,
        clause: Clause,
        piece: Piece,
        sentence: ParsedSentence,
        wording: Wording,
        voice: Voice,
    ) -> Iterator[Candidate]:
        found = None
        if "pronoun" in clause.flaws:
            found = resolve(
                clause, self._focus, since=self._since(sentence), registry=self._registry,
                world=self._resources.world,
            )  # fmt: skip
        found = (
            found
            or apposed(clause, sentence, self._registry)
            or self._descriptions.complete(clause, wording)
        )
        drafted = self._draft(clause, wording, found)
        if drafted is None:
            return
        if "pronoun" in clause.flaws:
            self._taken_up = bool(found) or self._taken_up
        else:
            self._focus = focus_of(
                clause, drafted.subject, registry=self._registry, world=self._resources.world
            )
        unresolved = "pronoun" in clause.flaws and found is None
        framing = not voice.speaker and not unresolved
        reported = self._reported(clause, drafted, sentence, wording, piece) if framing else None
        if reported:
            yield reported
            return
        words = said(clause, drafted, sentence, article=self._article, verbs=self._resources.verbs)
        if words and framing:
            yield words
            return
        second = self._second(clause, piece.second, wording, found)
        yield self._candidate(clause, drafted, second, sentence, voice, found, piece)

    def _day(self, sentence: ParsedSentence) -> date | None:
        """The day from which the dates of a sentence count."""
        paragraph = self._article.paragraph_of(sentence.span)
        start = paragraph.start if paragraph else sentence.span.start
        return anchor(self._article.text[start : sentence.span.end], self._article.published_on)

    def _since(self, sentence: ParsedSentence) -> Span:
        """From the sentence before to the end of this one."""
        sentences = self._article.sentences
        before = sentences[max(0, sentences.index(sentence.span) - 1)]
        return Span(start=before.start, end=sentence.span.end)

    def _relative(
        self, core: Tree, piece: Piece, sentence: ParsedSentence, wording: Wording, voice: Voice
    ) -> Iterator[Candidate]:
        for clause in clauses_of(piece.main):
            if clause.subject is None or not clause.subject.head.borrowed:
                continue
            found = antecedent(core, piece, clause, wording=wording, registry=self._registry)
            drafted = self._draft(clause, wording, found) if found else None
            if found is None or drafted is None:
                continue
            second = self._second(clause, piece.second, wording, found)
            candidate = self._candidate(clause, drafted, second, sentence, voice, found, piece)
            yield replace(candidate, features=candidate.features - {"resolved"} | {"relative"})

    def _draft(self, clause: Clause, wording: Wording, found: Resolved | None) -> Draft | None:
        subject = found.segment if found else None
        return draft(clause, wording=wording, registry=self._registry, subject=subject)

    def _second(
        self, clause: Clause, tree: Tree, wording: Wording, found: Resolved | None
    ) -> Draft | None:
        """The same clause as the second parser reads it."""
        twins = (c for c in clauses_of(tree) if c.finite.start == clause.finite.start)
        twin = next(twins, None)
        return self._draft(twin, wording, found) if twin else None

    def _reported(
        self,
        clause: Clause,
        drafted: Draft,
        sentence: ParsedSentence,
        wording: Wording,
        piece: Piece,
    ) -> Candidate | None:
        """« X a déclaré que … »: the inner clause, framed by who says so."""
        that = next((p for p in clause.parts if p.head.dep == "ccomp"), None)
        if that is None or speech_verb(self._resources.verbs, clause.verb[-1].text) is None:
            return None
        inner = clause_of(clause.tree, that.head)
        simple = len(clause.parts) == 1 and not drafted.front and not clause.negated
        if inner is None or not simple or inner.flaws or clause.flaws - {"pronoun"}:
            return None
        told = self._draft(inner, wording, None)
        if told is None or clause.tree.words[that.first].text.lower() not in {"que", "qu'", "qu’"}:
            return None
        name = upper_initial(drafted.subject.text)
        that_word = "qu’" if elides(told.segments[0].text) else "que"
        frame = f"{name} {drafted.verb.text} {that_word}"
        speaker = Attribution(text=lower_initial(name), entity=drafted.subject.entity)
        candidate = self._candidate(inner, told, None, sentence, Voice(), None, piece)
        return replace(
            candidate,
            segments=(Segment(role="frame", text=frame, entity=drafted.subject.entity),
                      recased(candidate.segments[0], lower_initial), *candidate.segments[1:]),
            attribution=speaker,
            features=candidate.features - {"no_second"} | {"reported", "agree_core"},
        )  # fmt: skip

    def _candidate(
        self,
        clause: Clause,
        drafted: Draft,
        second: Draft | None,
        sentence: ParsedSentence,
        voice: Voice,
        found: Resolved | None,
        piece: Piece,
    ) -> Candidate:
        named, by = self._names.complete(drafted, clause.verb[0].start)
        day = self._day(sentence)
        segments = self._statement(named, clause, voice, day)
        worded = flaws_of(segments, subject=named.subject.text) | bare_nouns(segments)
        if refers_to_subject(clause, segments):
            worded -= {"third"}
        observed = observed_in(clause, drafted, second, segments, voice)
        observed |= self._wholeness(clause, drafted, segments, sentence, piece)
        observed -= {"thin"} if "vague" in worded else set()
        flaws = drafted.flaws - ({"pronoun"} if found else set())
        sources = [source for source in (found.by if found else None, by) if source]
        return Candidate(
            segments=segments,
            evidence=sentence.span,
            lemma=clause.lemma,
            features=flaws | worded | observed | _resolution(clause, found),
            modality=modality_of(clause),
            negated=clause.negated,
            attribution=voice.speaker.attribution if voice.speaker else None,
            resolved_by=" ; ".join(sources) or None,
            day=day,
        )

    def _statement(
        self, drafted: Draft, clause: Clause, voice: Voice, day: date | None
    ) -> tuple[Segment, ...]:
        """The sentence that is printed: dates in full, its speaker in front."""
        past = is_past(clause)
        segments = tuple(dated(segment, day, past=past) for segment in drafted.segments)
        segments = (recased(segments[0], upper_initial), *segments[1:])
        if voice.speaker:
            frame = Segment(role="frame", text=voice.speaker.frame, entity=voice.speaker.entity)
            segments = (frame, recased(segments[0], lower_initial), *segments[1:])
        return (*segments, STOP)

    def _wholeness(
        self, clause: Clause, drafted: Draft, segments: tuple[Segment, ...],
        sentence: ParsedSentence, piece: Piece,
    ) -> set[str]:  # fmt: skip
        alone = len(clauses_of(piece.main)) == 1
        verbs = self._resources.verbs
        names = {
            "verbatim": is_verbatim(piece, drafted.segments, sentence.of_kind("aside")),
            "verbless": lacks_verb(segments, verbs)
            or not verbs.is_finite(normalise(clause.finite.text)),
            "lost_figure": lost_figures(sentence, segments, piece, alone=alone),
        }
        return {name for name, holds in names.items() if holds}


def _resolution(clause: Clause, found: Resolved | None) -> set[str]:
    """How far the subject was replaced."""
    resolved = {"resolved"} if "pronoun" in clause.flaws else set()
    if found and "désignation" in found.by:
        resolved = {"described"}
    if resolved and found and not found.segment.entities:
        resolved |= {"resolved_noun"}
    return resolved
