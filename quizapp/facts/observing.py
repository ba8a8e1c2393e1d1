"""What speaks for and against a drafted clause."""

import re

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.sharing import coordinated_infinitives, shares_auxiliary
from quizapp.facts.clauses.verbal import verbal_group
from quizapp.facts.reference.anaphora import is_vague
from quizapp.facts.voice.voices import Voice
from quizapp.french.elision import lower_initial
from quizapp.french.typography import normalise
from quizapp.model import Segment
from quizapp.nlp.trees import Piece, Word

_LOOSE = re.compile(
    r"(?:(?:dans |sur |avec |par |pour |à )?(?:lequel|laquelle|lesquels|lesquelles|quoi)|là|le|la"
    r"|les|l['’]|un|une|des|son|sa|ses|leurs?|ce|cette|seulement|\d+)\b",
    re.IGNORECASE,
)

_SUBJECT = re.compile(
    r"(?:(?:le|la|les|l['’]|un(?! jour)|une|des|du|de l|plusieurs|quelques?|certains?|certaines"
    r"|divers|diverses|différents|différentes|chaque|tout|toute|tous|toutes|aucun|aucune|seul|seuls"
    r"|seule|seules|plus|moins|près|environ|au moins|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix|onze|douze|vingt|trente|cent|mille|de nombreux|de nombreuses|d['’]autres|son|sa|ses"
    r"|leur|leurs|ce|cet|cette|ces|beaucoup|nombre|ni|il|elle|ils|elles|on)\b|[A-ZÀ-Þ«]|\d.*[^\W\d])",
)

_OTHER = re.compile(
    r"(?:les |la |le |l['’]|une? |des |d['’]|[\w-]+ )?"
    r"(?:autres?|nouveaux|nouvelles|premiers|derniers)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?! \d)\b"
    r"|\b(?:hier|demain|récemment)\b"
)
_HOUR = re.compile(r"\b(?:à|vers) \d{1,2} ?h")
_DATE = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b(?:1er|\d{1,2}) [a-zéû]{3,9}\b")
_ANCHORLESS = re.compile(
    r"\b(?:la veille|le lendemain|le jour même|plus tard|plus tôt|auparavant|peu après"
    r"|peu de temps après|entre-temps|à ce moment|à l'époque|la même année)\b"
)
_COMPARING = re.compile(
    r"(?<!\w)(?<!le )(?<!la )(?<!les )(?<!de )(?<!au )(?<!du )(?<!\bne )(?:encore plus|plus|moins)"
    r" (?!de |d['’]|que |qu['’]|en |tard|tôt|ou |précisément|du |des |\d)[\w-]+(?!.*\bqu[e'’])",
)
_PLURAL = re.compile(
    r"(?:les|des|ces|ses|leurs|plusieurs|quelques|certaine?s|différente?s|divers|diverses|tous"
    r"|toutes|de nombreu\w+|d['’]autres|deux|trois|quatre|\d)\b",
    re.IGNORECASE,
)
_COLLECTIVE = frozenset(
    "majorité plupart dizaine douzaine vingtaine trentaine quarantaine cinquantaine centaine"
    " millier partie moitié ensemble nombre groupe poignée minorité tiers quart total".split()
)


def _has_finite(clause: Clause) -> bool:
    """A conjugated verb inside the subject, other than that of a relative clause."""
    part = clause.subject
    words = clause.tree.words[part.first : part.last + 1] if part else ()
    related = {w.lower() for w in ("qui", "que", "qu'", "qu’", "dont", "où")}
    inside = [w for w in words if w.is_finite]
    return bool(inside) and not any(w.text.lower() in related for w in words)


def _has_loose_front(clause: Clause, drafted: Draft) -> bool:
    """Before the subject, a bare noun phrase or a clause that nothing subordinates."""
    words, start = clause.tree.words, clause.verb[0].i
    loose = any(
        words[p.first].pos in {"PROPN", "NOUN", "DET", "PRON"}
        and any(w.is_finite for w in words[p.first : p.last + 1])
        for p in clause.parts if p.first < start
    )  # fmt: skip
    return loose or any(_LOOSE.match(s.text) for s in drafted.front if s.role != "time")


def _number_of(head: Word, text: str) -> str | None:
    """The determiner knows best; a name without « les » is one."""
    if _PLURAL.match(text):
        return "Plur"
    return "Sing" if head.pos == "PROPN" else head.feats.get("Number")


def _disagrees(clause: Clause, subject: Segment) -> bool:
    """A singular subject before a plural verb, and the other way round; quantities may do both."""
    part = clause.subject
    if part is None or subject.members or part.head.pos == "PRON":
        return False
    own, wanted = _number_of(part.head, subject.text), clause.finite.feats.get("Number")
    joined = {"et", "ou", "ni"} & set(subject.text.lower().split())
    alone = subject.entity and not joined and not _PLURAL.match(subject.text)
    if alone and wanted == "Plur":
        return True
    several = any(w.text.lower() in {"et", "ou", "ni"} or w.pos == "NUM" for w in
                  clause.tree.words[part.first : part.last + 1])  # fmt: skip
    counted = part.head.text.lower() in _COLLECTIVE
    return own != wanted and None not in {own, wanted} and not several and not counted


def is_verbatim(piece: Piece, segments: tuple[Segment, ...], asides: tuple[Piece, ...]) -> bool:
    """Whether the statement is the piece itself, word for word, times and `asides` apart."""
    roles = {"frame", "time"}
    stated = _letters(" ".join(s.text for s in segments if s.role not in roles))
    for aside in asides:
        stated = stated.replace(_letters(" ".join(word.text for word in aside.main.words)), "")
    return stated == _letters(" ".join(word.text for word in piece.main.words))


def _has_other_owner(drafted: Draft) -> bool:
    """« Une rue et un square portent son nom »: the owner is not in the fact."""
    several = bool(drafted.subject.members) or _PLURAL.match(drafted.subject.text) is not None
    return several and any(re.match(r"(?:son|sa|ses) ", s.text) for s in drafted.rest)


def _leaves_comma_open(drafted: Draft) -> bool:
    odd = drafted.subject.text.count(",") % 2 == 1
    return odd and not drafted.comma and not drafted.subject.members


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", normalise(text))


def _has_colon(clause: Clause, segments: tuple[Segment, ...]) -> bool:
    """A colon that no quotation follows, at the end or between the clause's words."""
    words = clause.tree.words
    first = min([clause.verb[0].i, *(p.first for p in clause.parts)])
    last = max([clause.verb[-1].i, *(p.last for p in clause.parts)])
    inside = (w for w in words[first:] if w.i <= last or w.i == len(words) - 1)
    quotes = any("«" in segment.text for segment in segments)
    return any(w.text == ":" and not (quotes and words[w.i + 1 : w.i + 2]
                                      and words[w.i + 1].text == "«")
               for w in inside)  # fmt: skip


def _stands_alone(clause: Clause) -> bool:
    """Whether no second predicate follows, whose complements a short clause could share."""
    part = clause.subject
    if part is not None and part.last - part.first >= 5:
        return True
    return not any(w.is_verb for w in clause.tree.children(clause.head, "conj"))


def _is_thin(segments: tuple[Segment, ...]) -> bool:
    """« Seuls quelques villages ont été conquis. »: short, without a name or a figure."""
    text = " ".join(segment.text for segment in segments)
    plain = lower_initial(text)
    return len(text.split()) <= 11 and not any(c.isupper() or c.isdigit() for c in plain)


def _cuts_name(clause: Clause) -> bool:
    """A complement that ends with « Boko » where « Haram » follows."""
    words = clause.tree.words
    pairs = ((words[p.last], words[p.last + 1]) for p in (*clause.parts, clause.subject)
             if p and p.last + 1 < len(words))  # fmt: skip
    return any(
        a.text[0].isupper() and b.text[0].isupper() and b.start - a.end <= 1 and a.pos == "PROPN"
        for a, b in pairs
    )


def _is_undated(segments: tuple[Segment, ...]) -> bool:
    """A weekday, « hier » or an hour of the day that nothing dates."""
    text = normalise(" ".join(s.text for s in segments if s.role != "frame"))
    return bool(_WEEKDAY.search(text) or (_HOUR.search(text) and not _DATE.search(text)))


def observed_in(
    clause: Clause,
    drafted: Draft,
    second: Draft | None,
    segments: tuple[Segment, ...],
    voice: Voice,
) -> set[str]:
    words = sum(len(segment.text.split()) for segment in segments)
    names = {
        _agreement(drafted, second): True,
        "named_subject": bool(drafted.subject.entities)
        or any(c.isupper() for c in drafted.subject.text[1:]),
        "short": words <= 25,
        "long": words > 38,
        "bare": not drafted.rest and not (clause.passive and _stands_alone(clause)),
        **{name: _kind_of_impersonal(clause) == name for name in _IMPERSONAL_KINDS},
        "loose_front": _has_loose_front(clause, drafted),
        "loose_subject": not _SUBJECT.match(lower_initial(drafted.subject.text)),
        "verbal_subject": _has_finite(clause),
        "other_owner": _has_other_owner(drafted),
        "open_comma": _leaves_comma_open(drafted),
        "disagree": _disagrees(clause, drafted.subject),
        "passive_object": clause.passive and any(p.role == "object" for p in clause.parts),
        "odd_verb": any(c.isdigit() for c in drafted.verb.text),
        "heavy_subject": len(drafted.subject.text.split()) > 16,
        "unknown_speaker": voice.unknown,
        "reported": voice.speaker is not None,
        "vague_speaker": voice.speaker is not None and is_vague(voice.speaker.name),
        "colon": _has_colon(clause, segments),
        "thin": _is_thin(segments),
        "other": _OTHER.match(drafted.subject.text) is not None,
        "undated": _is_undated(segments),
        "cut_name": _cuts_name(clause),
        "anchorless": any(_ANCHORLESS.search(normalise(s.text)) for s in segments),
        "comparing": any(_COMPARING.search(s.text) for s in segments if s.role != "frame"),
        "coordination": _cuts_coordination(clause),
    }
    how = voice.speaker.how if voice.speaker else frozenset()
    return {name for name, holds in names.items() if holds} | how


_IMPERSONAL_KINDS = ("existential", "necessity", "general", "presentative", "impersonal_verb")


def _cuts_coordination(clause: Clause) -> bool:
    """A verb coordinated with the clause's that is no fact of its own."""
    tree, head = clause.tree, clause.head
    told = coordinated_infinitives(tree, list(verbal_group(tree, head)[0]))
    return any(
        c.is_verb and not c.is_finite and c not in told and not shares_auxiliary(tree, head, c)
        for c in tree.children(head, "conj")
    )


def _kind_of_impersonal(clause: Clause) -> str | None:
    """« il y a » is `existential`, « il faut » `necessity`, « on » `general`, « c’est »
    `presentative`."""
    if "impersonal" not in clause.flaws or clause.subject is None:
        return None
    pronoun = form(clause.subject.head)
    if pronoun in {"ce", "c'", "ça"}:
        return "presentative"
    if pronoun == "on":
        return "general"
    lemmas = set(clause.lemmas)
    if "falloir" in lemmas:
        return "necessity"
    exists = "avoir" in lemmas and any(form(w) == "y" for w in clause.verb)
    return "existential" if exists else "impersonal_verb"


def _agreement(drafted: Draft, second: Draft | None) -> str:
    """How far the second parser reads the clause alike."""
    if second is None:
        return "no_second"
    ours, theirs = _labelled(drafted), _labelled(second)
    if ours == theirs and not second.flaws - drafted.flaws:
        return "agree"
    core = {"subject", "verb", "object", "attribute"}
    same = [x for x in ours if x[0] in core] == [x for x in theirs if x[0] in core]
    return "agree_core" if same else "differ"


def _labelled(drafted: Draft) -> list[tuple[str, str]]:
    return [(segment.role, segment.text) for segment in drafted.segments]
