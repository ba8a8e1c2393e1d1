"""From a clause that was read to a candidate: the printed sentence, and what was observed."""

from datetime import date

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft, recased
from quizapp.facts.clauses.modality import is_past, modality_of
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import clauses_of
from quizapp.facts.context import Context, Read
from quizapp.facts.dating import dated, is_repeated, timeless
from quizapp.facts.measuring import measures_of
from quizapp.facts.observing import is_verbatim, observed_in
from quizapp.facts.reference.anaphora import flaws_of
from quizapp.facts.reference.subjects import refers_to_subject
from quizapp.facts.severed import severed
from quizapp.facts.voice.author import voice_of_author
from quizapp.facts.voice.quoting import unquoted
from quizapp.facts.voice.voices import Voice
from quizapp.facts.wholeness import bare_nouns, lacks_verb, lost_figures
from quizapp.french.elision import lower_initial, upper_initial
from quizapp.french.typography import normalise
from quizapp.model import Segment


def state(read: Read, context: Context, *, voice: Voice | None = None) -> Candidate:
    """The candidate of a clause; `voice` replaces that of the sentence."""
    clause, found = read.clause, read.found
    if voice is None:
        voice = context.voice_at(read.piece.span.start, clause.verb[0].start)
    if voice.speaker is None and not voice.unknown:
        voice = voice_of_author(clause, context.sentence) or voice
    full = context.references.complete(read.drafted, clause.verb[0].start, context.sentence)
    segments = _statement(full.draft, clause, voice, context.day)
    worded = flaws_of(segments, subject=full.draft.subject.text) | bare_nouns(segments)
    if refers_to_subject(clause, segments):
        worded -= {"third"}
    worded -= _plain_in(clause, segments)
    observed = observed_in(clause, read.drafted, read.second, segments, voice)
    observed |= _wholeness(read, segments, context)
    observed |= measures_of(read, segments, context.sentence)
    observed |= severed(read, segments, context.sentence)
    observed -= {"thin"} if "vague" in worded else set()
    flaws = read.drafted.flaws - ({"pronoun"} if found else set())
    heard = voice.speaker.by if voice.speaker else ""
    sources = [source for source in (heard, found.by if found else "", *full.notes) if source]
    return Candidate(
        segments=segments,
        evidence=context.sentence.span,
        lemma=clause.lemma,
        features=flaws | worded | observed | _resolution(read) | full.features,
        modality=modality_of(clause),
        negated=clause.negated,
        attribution=voice.speaker.attribution if voice.speaker else None,
        resolved_by=" ; ".join(sources) or None,
        day=context.day,
        predicate=clause.head.start,
    )


def _plain_in(clause: Clause, segments: tuple[Segment, ...]) -> set[str]:
    """Flaws of wording that are none here: the « on » of « on compte », « ni … ni » as subject."""
    if clause.subject is None:
        return set()
    first = form(clause.tree.words[clause.subject.first])
    if first == "on":
        rest = [s for s in segments if s.role != "subject"]
        return {"personal"} - flaws_of(rest, subject="")
    return {"half"} if first == "ni" else set()


def _statement(
    drafted: Draft, clause: Clause, voice: Voice, day: date | None
) -> tuple[Segment, ...]:
    """The sentence that is printed: dates in full, its speaker in front."""
    past = is_past(clause)
    day = None if is_repeated(" ".join(s.text for s in drafted.segments)) else day
    segments = tuple(
        dated(segment, day, past=past and not _was_due(clause)) for segment in drafted.segments
    )
    segments = segments if past else timeless(segments, day)
    if voice.speaker:
        segments = unquoted(segments)
        inside = (drafted.front or (drafted.subject,))[0].text[:1].islower()
        said = recased(segments[0], lower_first if inside else lower_initial)
        opening = voice.speaker.frame_of(said.text)
        frame = Segment(role="frame", text=opening, entity=voice.speaker.entity)
        return (frame, said, *segments[1:], STOP)
    segments = (recased(segments[0], upper_initial), *segments[1:])
    return (*segments, STOP)


def _was_due(clause: Clause) -> bool:
    """« devait avoir lieu le 19 octobre »: that day may be still to come."""
    return form(clause.finite) in {"devait", "devaient"} and len(clause.verb) > 1


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _wholeness(read: Read, segments: tuple[Segment, ...], context: Context) -> set[str]:
    piece, sentence, verbs = read.piece, context.sentence, context.resources.verbs
    alone = len(clauses_of(piece.main)) == 1
    names = {
        "verbatim": is_verbatim(piece, read.drafted.segments, sentence.of_kind("aside")),
        "verbless": lacks_verb(segments, verbs)
        or not verbs.is_finite(normalise(read.clause.finite.text)),
        "lost_figure": lost_figures(sentence, segments, piece, alone=alone),
    }
    return {name for name, holds in names.items() if holds}


def _resolution(read: Read) -> set[str]:
    """How far the subject was replaced."""
    clause, found = read.clause, read.found
    if clause.borrows_subject and read.piece.kind == "predicate":
        return {"shared_subject"} | ({"resolved"} if found and found.by else set())
    resolved = {"resolved"} if "pronoun" in clause.flaws else set()
    resolved |= found.features if found else frozenset()
    if resolved and found and not found.segment.entities:
        resolved |= {"resolved_noun"}
    return resolved
