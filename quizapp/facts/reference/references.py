"""What stands for what in an article: names, offices and descriptions written in full."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.clauses.parts import Part
from quizapp.facts.entities import Registry
from quizapp.facts.reference.completion import Completion
from quizapp.facts.reference.deaths import Deaths
from quizapp.facts.reference.descriptions import Descriptions
from quizapp.facts.reference.naming import Names
from quizapp.facts.reference.offices import Offices
from quizapp.facts.reference.people import People
from quizapp.facts.reference.pointing import latest, owned
from quizapp.facts.reference.subjects import Focus, Resolved
from quizapp.facts.wording import Wording
from quizapp.model import Article, Attribution, Segment, Span
from quizapp.nlp.trees import ParsedSentence
from quizapp.resources import Resources

Completer = Callable[[str, Span, str], Completion | None]
"""From a text, the sentence in which it stands, and the whole statement."""


@dataclass(frozen=True)
class Completed:
    """A draft that says in full what it speaks of; `notes` tell how, `features` how surely."""

    draft: Draft
    notes: tuple[str, ...]
    features: frozenset[str]


class References:
    """Told an article sentence by sentence, it completes what leans on those before."""

    def __init__(self, article: Article, registry: Registry, resources: Resources) -> None:
        self._registry = registry
        self._world = resources.world
        self._before: ParsedSentence | None = None
        self._sentence: ParsedSentence | None = None
        self._names = Names(registry, article, resources.world)
        self._descriptions = Descriptions(registry, resources.world)
        self._descriptions.learn_title(article, verbs=resources.verbs)
        self._offices = Offices(registry, article, resources.world)
        self._people = People(registry, article)
        self.deaths = Deaths(article)

    def learn(self, sentence: ParsedSentence, wording: Wording) -> None:
        """What the sentence introduces; to be called before its own clauses are completed."""
        self._before, self._sentence = self._sentence, sentence
        self._descriptions.learn(sentence, wording)

    def hear(self, told: Candidate) -> None:
        """A fact of the article: who bears which title is of use from the next sentence on."""
        self._offices.learn(told)

    def subject_of(
        self, clause: Clause, wording: Wording, sentence: ParsedSentence, focus: Focus | None
    ) -> Resolved | None:
        """« Le ministre », « l’attaque », « ce dernier », « sa campagne »: the subject in full.

        `focus` is what the sentence before speaks of.
        """
        part = clause.subject
        if part is None or clause.shared:
            return None
        text = wording.text(clause.tree, part.first, part.last, frozenset())
        return self._pointed(text, part, focus, sentence) or self.in_full(text, sentence)

    def _pointed(
        self, text: str, part: Part, focus: Focus | None, sentence: ParsedSentence
    ) -> Resolved | None:
        if self._before is None:
            return None
        since = Span(start=self._before.span.start, end=sentence.span.end)
        return latest(text, self._before, self._registry, self._world) or owned(
            text, part, focus, since=since, registry=self._registry
        )

    def in_full(self, text: str, sentence: ParsedSentence) -> Resolved | None:
        """« Le préfet », « l’association »: the noun phrase as the article told it before."""
        for complete in (self._offices.completed, self._descriptions.completed):
            found = complete(text, sentence.span, text)
            if found and "described_inside" not in found.features:
                subject = Segment(role="subject", text=found.text, entity=found.entity)
                return Resolved(subject, " ; ".join(found.notes), found.features)
        return None

    def complete(self, drafted: Draft, offset: int, sentence: ParsedSentence) -> Completed:
        """The draft of what stands at `offset` of the sentence, with every segment that leans on
        the sentences before written in full."""
        named, by = self.named(drafted, offset)
        notes = [by] if by else []
        features: set[str] = {"named"} if by else set()
        said = " ".join(segment.text for segment in named.segments)

        def completed(segment: Segment) -> Segment:
            for complete in self._completers(segment):
                found = complete(segment.text, sentence.span, said)
                if found:
                    notes.extend(found.notes)
                    features.update(found.features)
                    segment = segment.model_copy(
                        update={"text": found.text, "entity": found.entity or segment.entity}
                    )
            return segment

        draft = replace(
            named,
            subject=completed(named.subject),
            front=tuple(completed(segment) for segment in named.front),
            rest=tuple(completed(segment) for segment in named.rest),
        )
        return Completed(draft, tuple(dict.fromkeys(notes)), frozenset(features))

    def voiced(self, told: Candidate, sentence: Span) -> Candidate:
        """« Selon le ministre, … »: with the name of him whom the article called so."""
        speaker = told.attribution
        if speaker is None or speaker.entity:
            return told
        found = self._offices.completed(speaker.text, sentence, "")
        if found is None or found.entity is None:
            return told
        who = re.compile(re.escape(speaker.text), re.IGNORECASE)
        segments = tuple(
            s.model_copy(update={"text": who.sub(found.text, s.text, count=1),
                                 "entity": found.entity}) if s.role == "frame" else s
            for s in told.segments
        )  # fmt: skip
        notes = [note for note in (told.resolved_by, *found.notes) if note]
        return replace(
            told,
            segments=segments,
            attribution=Attribution(text=found.text, entity=found.entity),
            features=told.features - {"vague_speaker", "described_speaker"} | {"speaker_by_office"},
            resolved_by=" ; ".join(notes),
        )

    def named(self, drafted: Draft, offset: int) -> tuple[Draft, str | None]:
        """A statement that has no clause of its own: its bare nouns with their names."""
        told = self._before or self._sentence
        return self._names.complete(drafted, offset, since=told.span.start if told else offset)

    def _completers(self, segment: Segment) -> tuple[Completer, ...]:
        """Nothing for lists and links; « X est le ministre » keeps its title."""
        if segment.members or segment.role == "link":
            return ()
        if segment.role == "attribute":
            return (self._people.completed, self._descriptions.completed)
        return (self._people.completed, self._offices.completed, self._descriptions.completed)
