"""What somebody says in a main clause: « X déclare que … », « X déclare : « … » »."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.drafting import draft, recased
from quizapp.facts.clauses.predicates import clause_of
from quizapp.facts.context import Context, Read
from quizapp.facts.stating import state
from quizapp.facts.voice.quoting import said
from quizapp.facts.voice.voices import Voice
from quizapp.french.elision import elides, lower_initial, upper_initial
from quizapp.model import Attribution, Segment
from quizapp.nlp.markers import speech_verb


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    for read in reads:
        yield from told(read, context)


def told(read: Read, context: Context) -> tuple[Candidate, ...]:
    """The facts that replace the saying: none where the clause stays a fact of its own."""
    if context.voice.speaker or ("pronoun" in read.clause.flaws and read.found is None):
        return ()
    found = _reported(read, context) or _said(read, context)
    return (found,) if found else ()


def _said(read: Read, context: Context) -> Candidate | None:
    verbs = context.resources.verbs
    return said(read.clause, read.drafted, context.sentence, article=context.article, verbs=verbs)


def _reported(read: Read, context: Context) -> Candidate | None:
    """« X a déclaré que … »: the inner clause, framed by who says so."""
    clause, drafted = read.clause, read.drafted
    that = next((p for p in clause.parts if p.head.dep == "ccomp"), None)
    if that is None or speech_verb(context.resources.verbs, clause.verb[-1].text) is None:
        return None
    inner = clause_of(clause.tree, that.head)
    simple = len(clause.parts) == 1 and not drafted.front and not clause.negated
    if inner is None or not simple or inner.flaws or clause.flaws - {"pronoun"}:
        return None
    told = draft(inner, wording=context.wording, registry=context.registry)
    if told is None or clause.tree.words[that.first].text.lower() not in {"que", "qu'", "qu’"}:
        return None
    name = upper_initial(drafted.subject.text)
    that_word = "qu’" if elides(told.segments[0].text) else "que"
    frame = f"{name} {drafted.verb.text} {that_word}"
    speaker = Attribution(text=lower_initial(name), entity=drafted.subject.entity)
    candidate = state(Read(read.piece, inner, told, None, None), context, voice=Voice())
    return replace(
        candidate,
        segments=(Segment(role="frame", text=frame, entity=drafted.subject.entity),
                  recased(candidate.segments[0], lower_initial), *candidate.segments[1:]),
        attribution=speaker,
        features=candidate.features - {"no_second"} | {"reported", "agree_core"},
    )  # fmt: skip
