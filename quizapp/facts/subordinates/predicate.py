"""A subordinate predicate told as a sentence of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft, draft
from quizapp.facts.clauses.modality import modality_of
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import clause_of
from quizapp.facts.clauses.verbal import CLITICS
from quizapp.facts.context import Context, Read
from quizapp.facts.reference.subjects import Resolved, focus_of, resolve
from quizapp.facts.stating import state
from quizapp.facts.subordinates.conjugating import time_of
from quizapp.facts.wholeness import lacks_verb
from quizapp.french.verbs import Number
from quizapp.model import Modality, Role, Segment, Span
from quizapp.nlp.trees import Piece, Tree, Word

_OF_SUBJECT = frozenset({"subjectless", "pronoun", "inverted", "impersonal", "subordinate"})


_BARE: frozenset[Role] = frozenset({"frame", "subject", "verb", "link"})
"""What « des membres présumés » would give, and no fact."""


@dataclass(frozen=True)
class Predicate:
    """A clause with the subject it lacks: `verb` replaces its verbal group, `modality` what its own
    verb tells, `added` and `front` are segments that it lacks, `by` says where the subject comes
    from."""

    piece: Piece
    clause: Clause
    second: Clause | None
    subject: Segment
    by: str
    features: frozenset[str]
    verb: str | None = None
    modality: Modality | None = None
    added: tuple[Segment, ...] = ()
    front: tuple[Segment, ...] = ()


def told(predicate: Predicate, context: Context) -> Candidate | None:
    """The candidate, with its features; None where no sentence can be made."""
    context = within(predicate.piece, context, predicate.clause)
    drafted = _drafted(predicate, predicate.clause, context)
    if drafted is None:
        return None
    second = _drafted(predicate, predicate.second, context) if predicate.second else None
    clause = _bare(predicate.clause)
    read = Read(predicate.piece, clause, drafted, second, Resolved(predicate.subject, predicate.by))
    candidate = state(read, context)
    if "restrictive" in predicate.features and _is_renamed(candidate, predicate):
        return None
    features = candidate.features | predicate.features
    if predicate.piece.kind == "core":
        features -= {"lost_figure"}
    if predicate.verb and not lacks_verb(candidate.segments, context.resources.verbs):
        features -= {"verbless"}
    modality = predicate.modality or candidate.modality
    return replace(candidate, features=features, modality=modality)


def says_more(candidate: Candidate) -> bool:
    """Whether anything stands beside subject and verb."""
    return any(segment.role not in _BARE for segment in candidate.segments)


def _is_renamed(candidate: Candidate, predicate: Predicate) -> bool:
    """« l’épreuve qui décerne le titre » is no race told of before."""
    told = next((s.text for s in candidate.segments if s.role == "subject"), "")
    plain = predicate.subject.entity is None
    return plain and told.lower() != predicate.subject.text.lower()


def _bare(clause: Clause) -> Clause:
    return replace(clause, subject=None, flaws=clause.flaws - _OF_SUBJECT)


def _drafted(predicate: Predicate, clause: Clause, context: Context) -> Draft | None:
    drafted = draft(_bare(clause), wording=context.wording, registry=context.registry,
                    subject=predicate.subject)  # fmt: skip
    if drafted is None:
        return None
    same = [w.start for w in clause.verb] == [w.start for w in predicate.clause.verb]
    if predicate.verb and same:
        drafted = replace(drafted, verb=Segment(role="verb", text=predicate.verb))
    front = (*predicate.front, *drafted.front)
    return replace(drafted, front=front, rest=(*predicate.added, *drafted.rest))


def within(piece: Piece, context: Context, clause: Clause | None = None) -> Context:
    """The context with the times and asides that stand inside a piece only, or inside a clause
    of it that another governs."""
    wording, span = context.wording, _reach(piece, clause)
    timed = piece.kind in {"core", "predicate", "saying"}
    times = wording.times if timed else context.sentence.of_kind("inner_time")
    inside = [
        tuple(p for p in pieces if span.start <= p.span.start and p.span.start <= span.end + 1)
        for pieces in (times, wording.asides)
    ]
    return replace(context, wording=replace(wording, times=inside[0], asides=inside[1]))


def _reach(piece: Piece, clause: Clause | None) -> Span:
    """What a clause of a piece holds; the whole piece where it is the main one."""
    if clause is None or clause.head.head == clause.head.i:
        return piece.span
    last = max([clause.verb[-1].i, *(part.last for part in clause.parts)])
    return Span(start=clause.tree.subtree(clause.head)[0].start, end=clause.tree.words[last].end)


def clause_at(tree: Tree, start: int) -> Clause | None:
    """The clause of the verb, or of the auxiliary, that stands at an offset."""
    word = tree.at(start)
    if word is None:
        return None
    helps = word.dep.split(":")[0] in {"aux", "cop"}
    clause = clause_of(tree, tree.words[word.head] if helps else word)
    return _without_borrowed(clause) if clause else None


def _without_borrowed(clause: Clause) -> Clause:
    """« en évoquant » was parsed as « il évoque »: its « en » is no pronoun."""
    verb = tuple(word for word in clause.verb if not word.borrowed)
    if len(verb) == len(clause.verb):
        return clause
    clitic = any(form(word) in CLITICS and word.pos == "PRON" for word in verb)
    return replace(clause, verb=verb, flaws=clause.flaws - (set() if clitic else {"clitic"}))


def governing(reads: Sequence[Read], offset: int) -> Read | None:
    """The main clause on which what stands at `offset` depends: the last one begun before it, or
    the first of the sentence."""
    before = [read for read in reads if read.clause.verb[0].start < offset]
    return before[-1] if before else next(iter(reads), None)


def stands_firm(read: Read) -> bool:
    """Whether the clause tells what is so: neither wished, denied nor supposed."""
    told = modality_of(read.clause) == "asserted" and not read.clause.negated
    return told and time_of(read.clause) != "conditional"


def subject_of(read: Read) -> Segment | None:
    """The subject of a main clause, unless a pronoun stands there unresolved."""
    clause = read.clause
    if clause.flaws & {"impersonal", "inverted"} or ("pronoun" in clause.flaws and not read.found):
        return None
    return read.drafted.subject


def number_of(read: Read) -> Number:
    several = bool(read.drafted.subject.members)
    return "p" if several or read.clause.finite.feats.get("Number") == "Plur" else "s"


def resolved(clause: Clause, read: Read | None, context: Context) -> Resolved | None:
    """« il » as the subject of the governing clause."""
    if "pronoun" not in clause.flaws or read is None:
        return None
    world = context.resources.world
    focus = focus_of(read.clause, read.drafted.subject, registry=context.registry, world=world)
    return resolve(
        clause, focus, since=context.since, registry=context.registry, world=world,
        article=context.article,
    )  # fmt: skip


def is_hypothetical(tree: Tree, noun: Word) -> bool:
    """Whether the noun stands under an infinitive: « demander des mesures permettant … »."""
    return any(w.feats.get("VerbForm") == "Inf" for w in _above(tree, noun))


def is_subjunctive(clause: Clause) -> bool:
    """« qu’ait connu le pays »: no statement by itself."""
    return clause.finite.feats.get("Mood") == "Sub" or "subordinate" in clause.flaws


def is_cleft(tree: Tree, noun: Word) -> bool:
    """« c’est la France qui … »: what is said is said of the main clause."""
    above = tree.words[noun.head]
    return any(form(w) in {"c'", "ce"} for w in (*tree.children(noun), *tree.children(above)))


def is_quoted(tree: Tree, word: Word) -> bool:
    """Whether the word stands between guillemets inside its piece."""
    before = [w.text for w in tree.words[: word.i]]
    return before.count("«") > before.count("»")


def is_foreign(tree: Tree, word: Word, context: Context) -> bool:
    """Whether somebody who is not named says the word: in guillemets, or behind « que »."""
    if context.voice_at(word.start).speaker:
        return False
    return is_quoted(tree, word) or is_told_by_other(tree, word)


def is_told_by_other(tree: Tree, word: Word) -> bool:
    """Whether the word stands in a clause behind « que », which somebody else may say."""
    return any(w.dep.startswith("ccomp") for w in _above(tree, word))


def _above(tree: Tree, word: Word) -> Iterable[Word]:
    while True:
        yield word
        if word.head == word.i:
            return
        word = tree.words[word.head]
