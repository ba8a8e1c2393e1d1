"""Where a statement stops too early, or points at what only its sentence tells."""

import re
from collections.abc import Sequence

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, form
from quizapp.facts.context import Read
from quizapp.french.typography import normalise
from quizapp.model import Segment
from quizapp.nlp.trees import ParsedSentence, Word

_MAIN = frozenset({"core", "predicate"})
_JOINING = frozenset({"et", "ou", "ni"})
_SUBJUNCTIVES = frozenset({"ait", "aient", "soit", "soient", "puisse", "puissent", "fût", "eût"})
_RESTRICTING = re.compile(
    r"\b(?:surtout|principalement|essentiellement|majoritairement|presque|quasi|quasiment"
    r"|à peine|au moins|au plus|jusqu'à|moins de|plus de|près de|environ)\b"
)
_ADVERBS = re.compile(
    r"\b(?:dessus|dessous|dedans)(?= ?[.,]|$)|^là\b|^(?:dans (?:le (?:premier|second) cas|ce cas"
    r"|les deux cas)|plus précisément|tels? (?:est|sont)|telles? (?:est|sont))\b"
)
_PRESENTING = re.compile(r"^il (?:ne )?s'agi(?:t|ssait|rait|ra)\b")
_EXAMPLES = re.compile(r"\btel(?:le)?s? (?:que |qu')[^,]*$")
_WORDS_TO_COME = re.compile(
    r"\b(?:déclarer|affirmer|dire|répondre|expliquer|préciser|ajouter|déclarant|affirmant|disant"
    r"|répondant|expliquant|précisant|ajoutant)$"
)
_FACING = re.compile(
    r"\b(?:fait|font|faisait|faisaient|firent|faire)(?: \w+)? face\b(?!.* (?:à|aux?|y)\b)"
)
_BINDING = frozenset({"obliger", "contraindre", "forcer", "inciter", "inviter", "pousser"})
_TRANSITIVE = frozenset("affirmer annoncer déclarer expliquer indiquer préciser utiliser".split())
_OPENING = frozenset({"que", "qu'", "comment", "pourquoi", "si"})
_PRONOUNS = frozenset({"s'", "se", "l'", "le", "la", "les", "en", "y"})
_ANSWERING = frozenset({"à", "au", "aux", "d'", "de", "par", "vers"})


def severed(read: Read, segments: Sequence[Segment], sentence: ParsedSentence) -> set[str]:
    """`hanging_subject`, `cut_examples`, `cut_infinitive`, `lone_ne`, `cut_saying`, `subjunctive`,
    `lost_dont`, `lost_degree`, `half_idiom`, `lost_que`, `adverb_pointing`, `presenting`,
    `objectless`, `loose_tail`: each a name of what is wrong, and `severed` beside them;
    empty for a whole statement."""
    clause = read.clause
    said = [s for s in segments if s.role != "frame"]
    text = normalise(" ".join(s.text for s in said)).rstrip(" .")
    after = _behind(clause)
    names = {
        "hanging_subject": read.piece.kind in _MAIN and _takes_next_subject(clause, after),
        "cut_examples": bool(_EXAMPLES.search(text)) and _goes_on(clause, sentence),
        "cut_infinitive": _is_cut_infinitive(clause, after),
        "lone_ne": _is_lone_ne(said),
        "cut_saying": bool(_WORDS_TO_COME.search(text)),
        "subjunctive": form(clause.finite) in _SUBJUNCTIVES,
        "lost_dont": _loses_dont(clause),
        "lost_degree": _loses_degree(clause, text),
        "half_idiom": bool(_FACING.search(text)) or _binds_to_nothing(clause),
        "lost_que": form(sentence.words[0]) in {"que", "qu'"} and not text.startswith("qu"),
        "adverb_pointing": bool(_ADVERBS.search(text)),
        "presenting": bool(_PRESENTING.search(text)),
        "objectless": _lacks_object(clause),
        "loose_tail": _has_loose_tail(clause),
    }
    found = {name for name, holds in names.items() if holds}
    return found | ({"severed"} if found else set())


def _own_parts(clause: Clause) -> list[Part]:
    subject = () if clause.shared or clause.subject is None else (clause.subject,)
    return sorted((*subject, *clause.parts), key=lambda part: part.last)


def _behind(clause: Clause) -> Sequence[Word]:
    """The words of the tree behind the clause’s last."""
    ends = [part.last for part in _own_parts(clause)]
    return clause.tree.words[max([clause.verb[-1].i, *ends]) + 1 :]


def _takes_next_subject(clause: Clause, after: Sequence[Word]) -> bool:
    """« prend la troisième place et Julie Petit | prend »: the subject of the next verb."""
    parts = _own_parts(clause)
    if not parts or not after or parts[-1].last < clause.verb[-1].i:
        return False
    words = clause.tree.words[parts[-1].first : parts[-1].last + 1]
    joined = any(form(word) in _JOINING for word in words)
    return joined and (after[0].is_finite or form(after[0]) in {"ne", "n'", "se", "s'"})


def _goes_on(clause: Clause, sentence: ParsedSentence) -> bool:
    """Whether the sentence names more behind the one example."""
    end = max([clause.verb[-1].end, *(clause.tree.words[p.last].end for p in _own_parts(clause))])
    rest = [form(word) for word in sentence.words if word.start >= end]
    return rest[:1] == [","] and bool(_JOINING & set(rest))


def _is_cut_infinitive(clause: Clause, after: Sequence[Word]) -> bool:
    """« cherche à contrer |, voire à tuer l’application »."""
    ends = [part.last for part in _own_parts(clause)]
    last = clause.tree.words[max([clause.verb[-1].i, *ends])]
    following = [form(word) for word in after if word.text != ","][:1]
    return last.feats.get("VerbForm") == "Inf" and following in (["voire"], ["ou"], ["puis"])


def _is_lone_ne(segments: Sequence[Segment]) -> bool:
    """« Les États-Unis ne confirment. »: « que » or « pas » is gone."""
    if not segments or not any(s.role == "verb" for s in segments):
        return False
    told = [s for s in segments if s.role != "link" and s.text != "."]
    text = normalise(told[-1].text)
    return told[-1].role == "verb" and re.fullmatch(r"(?:ne |n')[\w-]+", text) is not None


def _loses_dont(clause: Clause) -> bool:
    """« six Islais | dont le patron |, Noé Petit »: the « dont » between the clause’s words."""
    covered = {i for part in _own_parts(clause) for i in range(part.first, part.last + 1)}
    first, last = min([clause.verb[0].i, *covered]), max([clause.verb[-1].i, *covered])
    inside = clause.tree.words[first:last]
    return any(form(word) == "dont" and word.i not in covered for word in inside)


def _loses_degree(clause: Clause, text: str) -> bool:
    """« sont surtout des femmes » is more than « sont des femmes »."""
    parts = _own_parts(clause)
    first = min([clause.verb[0].i, *(part.first for part in parts)])
    last = max([clause.verb[-1].i, *(part.last for part in parts)])
    source = normalise(" ".join(word.text for word in clause.tree.words[first : last + 1]))
    found = (match.group() for match in _RESTRICTING.finditer(source.replace("' ", "'")))
    return any(word not in text for word in found)


def _binds_to_nothing(clause: Clause) -> bool:
    """« Les règles obligent les coureurs. »"""
    if clause.lemma not in _BINDING or clause.passive:
        return False
    return not any(
        p.head.is_verb or form(clause.tree.words[p.first]) in _ANSWERING for p in clause.parts
    )


def _lacks_object(clause: Clause) -> bool:
    """« La société explique, par un communiqué. », « Elle utilise, en fait. »"""
    if clause.lemma not in _TRANSITIVE or clause.passive:
        return False
    inverted = clause.subject is not None and clause.subject.first > clause.verb[0].i
    pronouns = any(form(word) in _PRONOUNS for word in clause.verb)
    told = any(p.role in {"object", "attribute", "quantity"} or p.head.is_verb
               or any(form(w) in _OPENING for w in clause.tree.words[p.first : p.last + 1])
               for p in clause.parts)  # fmt: skip
    return not (inverted or pronouns or told or clause.borrows_subject)


def _has_loose_tail(clause: Clause) -> bool:
    """« ne sont pas épargnées, l’usine de Brest »: behind a comma a noun phrase that the passive,
    or a verb that has its object, does not govern."""
    words = clause.tree.words
    objects = [p for p in clause.parts if p.role in {"object", "attribute"}]
    behind = [
        p for p in objects
        if p.first > clause.verb[-1].i and words[p.first - 1].text == ","
        and words[p.first].pos in {"DET", "PROPN"}
    ]  # fmt: skip
    return bool(behind) and (clause.passive or len(objects) > len(behind))
