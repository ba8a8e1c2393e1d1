"""« X a déclaré lundi à Y que … »: who speaks, and how the fact is opened by it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft, draft
from quizapp.facts.clauses.modality import is_past
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import better_read, clauses_of
from quizapp.facts.clauses.verbal import CLITICS
from quizapp.facts.context import Context
from quizapp.facts.dating import dated
from quizapp.facts.entities import Registry
from quizapp.facts.reference.subjects import Focus, Resolved, agrees, focus_of, gender_of_person
from quizapp.facts.voice.speakers import PRONOUNS, Speaker, is_speaker
from quizapp.facts.voice.voices import UNKNOWN, Told, Voice
from quizapp.french.elision import join, upper_initial
from quizapp.french.typography import normalise
from quizapp.model import Segment
from quizapp.nlp.markers import speech_verb
from quizapp.nlp.trees import Piece, Tree
from quizapp.world import World

_UNFIT = frozenset({"pronoun", "impersonal", "subjectless", "subordinate"})
_DOUBTFUL = frozenset({"broken", "leftover", "inverted"})
_LONG = 8
_POINTING = re.compile(
    r"\b(?:il|elle|ils|elles|lui|leur|leurs|son|sa|ses|ce|cet|cette|ces|celui|celle|ceux|celles"
    r"|nous|je|y|en question)\b"
)

_DAY = re.compile(r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)\b")
_INTRODUCED = re.compile(r"(?P<article>une?|le|la) (?P<noun>[a-zà-ÿ].*)")

Resolve = Callable[[Clause, Context], Resolved | None]


def focus_on(speaker: Speaker, registry: Registry, world: World) -> Focus | None:
    """Whom « il ajoute que » takes up: a person, or « un officier », who then is « l’officier »."""
    entity = registry.entities.get(speaker.entity or "")
    if entity and entity.kind == "person":
        name = registry.shown(entity.id)
        gender = gender_of_person(entity.id, registry, world)
        segment = Segment(role="subject", text=name, entity=entity.id)
        return Focus(segment, gender, "Sing", by="qui parlait")
    introduced = _INTRODUCED.match(speaker.name)
    if introduced is None:
        return None
    feminine = introduced["article"] in {"une", "la"}
    text = join("la" if feminine else "le", introduced["noun"])
    segment = Segment(role="subject", text=text, entity=speaker.entity)
    return Focus(segment, "Fem" if feminine else "Masc", "Sing", by="qui parlait")


class Sayings:
    """Who says what, sentence by sentence; `speaking` is who spoke in the sentence before, whom
    « il ajoute que » takes up."""

    def __init__(self, registry: Registry, world: World) -> None:
        self._registry = registry
        self._world = world
        self.speaking: Focus | None = None

    def told(self, context: Context, resolve: Resolve) -> tuple[Told, ...]:
        """The speakers that « X déclare que » names in the sentence, in text order."""
        told: list[Told] = []
        sayings = sorted(context.sentence.of_kind("saying"), key=lambda piece: piece.span.start)
        for piece in map(better_read, sayings):
            clause = _saying(piece.main, context)
            last = told[-1] if told else Told(0, UNKNOWN, None)
            own = replace(context, wording=context.wording.of_piece(piece, context.sentence))
            found = self._told_by(clause, own, last, resolve) if clause else None
            if clause is None and _is_participle(piece.main):
                found = self._told_besides(piece, context, told, resolve)
            told.append(replace(found or Told(0, UNKNOWN, None), start=piece.span.end))
        return tuple(told)

    def _told_by(
        self, clause: Clause, context: Context, last: Told, resolve: Resolve
    ) -> Told | None:
        if clause.subject is None:
            return _again(clause, context, last)
        if clause.passive and form(clause.subject.head) == "il":
            return Told(0, _announced(clause, context), None)
        again = self._spoke(clause)
        found = again or resolve(clause, context)
        drafted = draft(clause, wording=context.wording, registry=self._registry,
                        subject=found.segment if found else None)  # fmt: skip
        if drafted is None:
            return None
        voice = _voice(clause, drafted, context, resolved=found is not None)
        if found and voice.speaker:
            voice = Voice(replace(voice.speaker, by=found.by))
        if again:
            return Told(0, voice, self.speaking)
        if "pronoun" in clause.flaws:
            return Told(0, voice, context.focus if found else None)
        focus = focus_of(clause, drafted.subject, registry=self._registry, world=self._world)
        return Told(0, voice, replace(focus, by="qui parle") if focus else None)

    def _told_besides(
        self, piece: Piece, context: Context, told: Sequence[Told], resolve: Resolve
    ) -> Told | None:
        """« …, ajoutant que »: who spoke in the sentence before it, or did what it tells."""
        speaker = context.voice.speaker
        if told:
            governing: Told | None = told[-1]
        elif speaker:
            focus = focus_on(speaker, self._registry, self._world)
            governing = Told(0, context.voice, focus)
        else:
            governing = self._subject_before(piece, context, resolve)
        if governing is None or not governing.voice.speaker or not governing.voice.speaker.name:
            return None
        speaker = governing.voice.speaker
        besides = replace(speaker, lead="", said="", how=speaker.how | {"voice_participle"})
        return replace(governing, voice=Voice(besides))

    def _subject_before(self, piece: Piece, context: Context, resolve: Resolve) -> Told | None:
        """The subject of the main clause, as a speaker."""
        cores = [p for p in context.sentence.of_kind("core") if p.span.start < piece.span.start]
        clauses = clauses_of(better_read(cores[-1]).main) if cores else ()
        if not clauses or clauses[-1].passive:
            return None
        return self._told_by(clauses[-1], context, Told(0, UNKNOWN, None), resolve)

    def _spoke(self, clause: Clause) -> Resolved | None:
        """« Il ajoute que »: who spoke in the sentence before."""
        pronoun = form(clause.subject.head) if clause.subject else ""
        if self.speaking is None or "pronoun" not in clause.flaws:
            return None
        by = f"« {pronoun} » : qui parlait dans la phrase précédente"
        return Resolved(self.speaking.segment, by) if agrees(self.speaking, pronoun) else None


def _saying(tree: Tree, context: Context) -> Clause | None:
    """The last clause, when its verb is the last verb of saying there."""
    verbs = context.resources.verbs
    says = [
        w for w in tree.words
        if (w.is_verb and speech_verb(verbs, w.text)
            and (verbs.is_finite(w.text) or verbs.is_past_participle(w.text)))
        or w.text in {"savoir", "valoir"}
    ]  # fmt: skip
    clauses = clauses_of(tree)
    if not says or not clauses or says[-1] not in clauses[-1].verb:
        return None
    return clauses[-1]


def _announced(clause: Clause, context: Context) -> Voice:
    """« Pour X, il avait été estimé que »: what X says; « il a été annoncé que » opens what
    follows, and names nobody."""
    if context.voice.speaker:
        return context.voice
    if clause.negated:
        return UNKNOWN
    lead = f"Il {_verb(clause, context)}"
    return Voice(Speaker("", None, lead=lead, how=frozenset({"voice_impersonal"})))


def _is_participle(tree: Tree) -> bool:
    words = [word for word in tree.words if word.text.lower() not in {",", "en"}]
    return bool(words) and words[0].text.lower().endswith("ant")


def _again(clause: Clause, context: Context, last: Told) -> Told | None:
    """« … et a ajouté que »: the speaker of the saying before it."""
    speaker = last.voice.speaker
    if speaker is None or not speaker.name:
        return None
    lead = f"{upper_initial(speaker.name)} {_verb(clause, context)}"
    return Told(0, Voice(replace(speaker, lead=lead)), last.focus)


def _verb(clause: Clause, context: Context) -> str:
    """The verbal group without its clitics and adverbs: « lui a aussi indiqué » → « a indiqué »."""
    first, last = clause.verb[0].i, clause.verb[-1].i
    group = {w.i for w in clause.verb if form(w) not in CLITICS}
    others = frozenset(i for i in range(first, last + 1) if i not in group)
    return replace(context.wording, times=(), asides=()).text(clause.tree, first, last, others)


def _without_apposition(subject: Segment) -> Segment:
    """« L’agence de l’État, Amaq »: what stands before the comma."""
    if subject.entity or subject.members or "," not in subject.text:
        return subject
    return subject.model_copy(update={"text": subject.text.split(",")[0]})


def _voice(clause: Clause, drafted: Draft, context: Context, *, resolved: bool) -> Voice:
    """The speaker told by a saying; somebody unknown where its subject stays open."""
    subject = _without_apposition(drafted.subject)
    personal = clause.subject is None or form(clause.subject.head) in PRONOUNS
    told = {"pronoun"} if resolved or not personal else set()
    name = speaker_name(subject, context.registry)
    if clause.flaws & (_UNFIT - told) or clause.negated or not is_speaker(name):
        return UNKNOWN
    past = is_past(clause)
    addressed = [dated(_timed(s), context.day, past=past).text for s in drafted.rest if _is_kept(s)]
    lead = " ".join([upper_initial(name), _verb(clause, context), *addressed])
    how = {"voice_that"} | ({"voice_pronoun"} if resolved else set())
    how |= {"voice_doubtful"} if clause.flaws & _DOUBTFUL else set()
    return Voice(Speaker(name, subject.entity, lead=lead, how=frozenset(how)))


def speaker_name(subject: Segment, registry: Registry) -> str:
    """« Dupont », « le ministre Jean Dupont »: a person as the article names him in full."""
    entity = registry.entities.get(subject.entity or "")
    if entity is None or entity.kind != "person":
        return subject.text
    return registry.shown(entity.id)


def _timed(segment: Segment) -> Segment:
    """« lundi » is a time, however it was read."""
    return segment.model_copy(update={"role": "time"}) if _DAY.match(segment.text) else segment


def _is_kept(segment: Segment) -> bool:
    """What is short and points at nothing: « à BFMTV », « dans un communiqué »."""
    text = normalise(segment.text)
    short = len(text.split()) <= _LONG and segment.role != "link"
    return short and not _POINTING.search(text) and '"' not in text
