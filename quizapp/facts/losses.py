"""What a statement has lost of its sentence, says twice, or leaves unsaid."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizapp.facts.clauses.choosing import hides_verb
from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import clauses_of
from quizapp.facts.context import Read
from quizapp.facts.wording import reach_of
from quizapp.french.typography import normalise
from quizapp.model import Segment
from quizapp.nlp.trees import ParsedSentence, Piece, Word

_WANTING = frozenset(
    "adresser affirmer ajouter annoncer appartenir appeler apporter atteindre avoir bénéficier"
    " causer chercher commencer compter comprendre comporter concerner conduire connaître"
    " considérer consister constituer contenir contribuer convaincre correspondre demeurer"
    " dépendre déclarer détenir devenir devoir dire disposer donner effectuer engendrer entraîner"
    " estimer établir expliquer faire figurer impliquer indiquer inscrire insurger laisser mener"
    " mettre montrer nécessiter obtenir opposer perdre permettre plaindre porter pouvoir"
    " préciser prendre procéder produire provenir provoquer qualifier rapprocher recevoir rejoindre"
    " remettre remporter rendre représenter résulter sembler signifier situer subir succéder"
    " tenter tenir traduire trouver utiliser vouloir viser".split()
)
"""Verbs that say nothing without an object or another complement: « X représentait. »"""
_WANTING_PASSIVE = frozenset(
    "appeler associer attribuer baser commencer composer concerner confronter connaître consacrer"
    " considérer constituer destiner entourer estimer fonder incarner intituler lier mettre nommer"
    " payer placer porter prendre qualifier situer viser".split()
)
"""« L’incident est lié. »: passives that wait for « à », « par », « comme »."""
_LAPSES = frozenset({"time", "duration"})
_EXCEPTION = re.compile(
    r"\b(?:sauf|hormis|excepté|à l'exception|à condition|respectivement|uniquement|seulement"
    r"|avant que|parmi les)\b"
)
_CONDITION = re.compile(r"\W*(?:si |s'ils? )(?!bien)")
_OF_MAIN = frozenset({"core", "predicate", "aside", "time", "clause", "marker"})
_MILD = frozenset({"cut_coordination", "lost_list"})
_PARTING = frozenset({"relative", "participle", "apposition", "clause", "frame", "tail"})
_OPEN = frozenset({"DET", "PROPN", "NOUN", "NUM", "ADV", "PRON"})
_WORD = re.compile(r"[\w-]+'?")


def losses_of(read: Read, segments: Sequence[Segment], sentence: ParsedSentence) -> frozenset[str]:
    """`repeated`, `says_nothing`, `hidden_verb`, `glued`, `lost_exception`, `lost_condition`,
    `cut_coordination`, `lost_list`: each a name of what is wrong, and `broken` beside all but
    the last two; empty for a whole statement."""
    said = normalise(" ".join(s.text for s in segments if s.role != "frame"))
    source = normalise(" ".join(word.text for word in _reached(read.piece, sentence)))
    source = source.replace("' ", "'")
    lost = {match.group() for match in _EXCEPTION.finditer(source)}
    opening = normalise(" ".join(word.text for word in sentence.words[:4])).replace("' ", "'")
    names = {
        "repeated": _repeats(said, source),
        "says_nothing": says_nothing(read.clause),
        "hidden_verb": hides_verb(read.clause),
        "glued": _is_glued(read.clause, sentence) or _takes_from_lost_verb(read.clause),
        "lost_exception": any(word not in said for word in lost),
        "lost_condition": bool(_CONDITION.match(opening)) and not _CONDITION.match(said),
        "cut_coordination": _is_half(read.clause),
        "lost_list": any(p.main.words[0].text == ":" for p in sentence.of_kind("aside")),
    }
    found = {name for name, holds in names.items() if holds}
    return frozenset(found | ({"broken"} if found - _MILD else set()))


def _reached(piece: Piece, sentence: ParsedSentence) -> Iterator[Word]:
    """The words of the piece, and those beside it that were peeled off as asides and times."""
    if piece.kind not in {"core", "predicate"}:
        return iter(piece.main.words)
    reach = reach_of(piece, sentence)
    return (
        word
        for part in sentence.pieces
        if part.kind in _OF_MAIN and reach.start <= part.span.start < reach.end
        for word in part.main.words
    )


def says_nothing(clause: Clause) -> bool:
    """« Les routes ont été. », « X représentait mardi. », « L’incident est lié. »"""
    told = [p for p in clause.parts if p.role not in _LAPSES]
    if any(p.last > p.first or p.role in {"attribute", "object", "place"} for p in told):
        return False
    if clause.subject and clause.subject.first > clause.verb[0].i:
        return False
    if form(clause.verb[-1]) == "été" or (clause.lemma == "être" and not clause.passive):
        return True
    wanting = _WANTING_PASSIVE if clause.passive else _WANTING
    alone = not any(form(word) in {"y", "en", "l'", "le", "la", "les"} for word in clause.verb)
    return clause.lemma in wanting and alone


def _repeats(said: str, source: str) -> bool:
    """Three words in a row more often than the sentence has them."""
    ours, theirs = _WORD.findall(said), _WORD.findall(source)
    runs = list(zip(ours, ours[1:], ours[2:], strict=False))
    if len(set(runs)) == len(runs):
        return False
    known = list(zip(theirs, theirs[1:], theirs[2:], strict=False))
    return any(runs.count(run) > max(1, known.count(run)) for run in set(runs))


def _is_glued(clause: Clause, sentence: ParsedSentence) -> bool:
    """« Le dispositif | un garçon de cinq ans »: behind what was peeled off, a phrase that hangs
    on what is gone."""
    peeled = sorted((p.span for p in sentence.pieces if p.kind in _PARTING), key=lambda s: s.start)
    if not peeled:
        return False
    own = () if clause.shared or clause.subject is None else (clause.subject,)
    for part in (*own, *clause.parts):
        words = clause.tree.words[part.first : part.last + 1]
        opens = part.first > 0 and part.role in {"complement", "manner", "place"}
        stretch = [clause.tree.words[part.first - 1], *words] if opens else list(words)
        for before, word in pairwise(stretch):
            if word.pos in _OPEN and before.text != "," and form(word) not in {"dont", "où"}:
                gap = [s for s in peeled if before.end <= s.start and s.end <= word.start]
                if gap:
                    return True
    return False


def _takes_from_lost_verb(clause: Clause) -> bool:
    """« a été votée par le conseil | et publiée | au journal »: a complement of a coordinated
    participle that is not in the statement."""
    lost = [
        w.i for w in clause.tree.children(clause.head, "conj")
        if w.is_verb and w.feats.get("VerbForm") == "Part" and w.i > clause.verb[-1].i
    ]  # fmt: skip
    spans = [(part.first, part.last) for part in clause.parts]
    gone = [i for i in lost if not any(first <= i <= last for first, last in spans)]
    return any(first > i for i in gone for first, _ in spans)


def _is_half(clause: Clause) -> bool:
    """« filtrées | ou coupées »: what « et » joins to the clause is neither in it nor said by
    another one."""
    own = () if clause.shared or clause.subject is None else (clause.subject,)
    last = max([clause.verb[-1].i, *(p.last for p in (*own, *clause.parts))])
    rest = [w for w in clause.tree.words[last + 1 :] if w.pos != "PUNCT"]
    if not rest or form(rest[0]) not in {"et", "ou", "ni"}:
        return False
    return not any(other.verb[-1].i > last for other in clauses_of(clause.tree))
