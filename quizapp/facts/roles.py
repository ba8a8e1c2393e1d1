"""Who is what: appositions and titles as facts of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.entities import Mention, Registry
from quizapp.facts.reference.anaphora import flaws_of
from quizapp.facts.wholeness import wants_name
from quizapp.french.elision import lower_initial, uncontract, upper_initial
from quizapp.french.typography import normalise, tidy
from quizapp.model import Article, Segment
from quizapp.nlp.markers import is_role_noun
from quizapp.nlp.trees import ParsedSentence, Word
from quizapp.world import World

_DETERMINERS = frozenset({"le", "la", "l'", "du", "au"})
_GOVERNING = frozenset({"à", "de", "d'", "et", "ou", "par", "avec"})
_SPEAKING = frozenset({"voix", "bouche", "part", "nom", "présence", "intermédiaire"})
_PROFESSION = re.compile(
    r"^(?:le |la |l['’])(?P<noun>(?:journaliste|animateur|animatrice|acteur|actrice|réalisateur"
    r"|réalisatrice|écrivaine?|député|députée|sénateur|sénatrice|avocate?|militante?|chercheur"
    r"|chercheuse|économiste|politologue|historienne?|sociologue|professeure?|candidate?)\b)"
)
"""« le journaliste X »: one of many, so he « est journaliste »."""
_FULL_NAME = re.compile(r"\S+[\s-]\S+")
_UNFIT = re.compile(
    r"\b(?:son|sa|ses|leur|leurs|ce|cet|cette|ces|lui|même|y|celui|celle|dernier|dernière|autre)\b"
    r"|[:;«»()\"]|(?<!de )\bl'[\w-]+$|\b(?:qui|que|dont|où)\b"
)


@dataclass(frozen=True)
class RoleDraft:
    """« X » « est » « ministre de Y »; `vague` when Y is « l’organisation »."""

    subject: Segment
    attribute: Segment
    person: str
    certain: bool
    vague: bool


def roles_of(
    sentence: ParsedSentence, *, article: Article, registry: Registry
) -> Iterator[RoleDraft]:
    """Every role that the sentence states without a verb."""
    yield from _appositions(sentence, article, registry)
    yield from _titles(sentence, article, registry)


def _appositions(
    sentence: ParsedSentence, article: Article, registry: Registry
) -> Iterator[RoleDraft]:
    for piece in sentence.of_kind("apposition"):
        words = [w for w in piece.main.words if w.text != ","]
        if not words or any(word.is_finite for word in words):
            continue
        text = tidy(article.text[words[0].start : words[-1].end])
        before = article.text[: piece.span.start].rstrip()
        named = registry.ending_at(len(before))
        if named and any(is_role_noun(word.text) for word in words[:2]):
            yield from _role(named, text, registry)


def _title_start(words: list[Word]) -> int | None:
    """Index of the determiner of a title that runs to the end of `words`."""
    for n in range(len(words) - 2, max(-1, len(words) - 14), -1):
        if words[n].text == "," or words[n].is_finite:
            return None
        determined = normalise(words[n].text) in _DETERMINERS
        if determined and is_role_noun(words[n + 1].text):
            return n
    return None


def _outermost(words: list[Word]) -> int | None:
    """« le directeur du cabinet du maire, X »: X is the director; nobody where who is open."""
    start = _title_start(words)
    if not start:
        return start
    before = normalise(words[start - 1].text)
    if words[start - 1].pos != "NOUN" and before not in {"de", "d'"}:
        return start
    outer = _outermost(words[: start + 1])
    return start if outer is None and before in _SPEAKING else outer


def _titles(sentence: ParsedSentence, article: Article, registry: Registry) -> Iterator[RoleDraft]:
    """« le dirigeant russe Vladimir Poutine »."""
    for mention in registry.inside(sentence.span):
        if mention.kind != "person":
            continue
        words = [w for w in sentence.words if w.end <= mention.span.start]
        apposed = bool(words) and words[-1].text == ","
        words = words[:-1] if apposed else words
        start = _outermost(words) if apposed else _title_start(words)
        if apposed and start and normalise(words[start - 1].text) in _GOVERNING:
            continue
        if start is None or len(words) - start < 3:
            continue
        if normalise(words[-1].text) in {"de", "d'", "à", "et", "que", "par", "en"}:
            continue
        title = tidy(article.text[words[start].start : words[-1].end])
        contracted = uncontract(title)
        yield from _role(mention, contracted[1] if contracted else title, registry)


def _role(mention: Mention, title: str, registry: Registry) -> Iterator[RoleDraft]:
    entity = registry.entities[mention.entity]
    name = registry.shown(entity.id)
    title = _PROFESSION.sub(r"\g<noun>", title)
    low = normalise(title)
    if _UNFIT.search(low) or not 2 <= len(title.split()) <= 16 or low in normalise(name):
        return
    if low.split()[-1] in {"premier", "première", "vice-premier", "est", "sont", "a", "ont"}:
        return
    if mention.kind != "person" or not _FULL_NAME.match(name):
        return
    yield RoleDraft(
        subject=Segment(role="subject", text=upper_initial(name), entity=entity.id),
        attribute=Segment(role="attribute", text=lower_initial(title)),
        person=entity.id,
        certain="," not in title,
        vague=wants_name(low),
    )


def role_candidate(
    role: RoleDraft, sentence: ParsedSentence, article: Article, world: World
) -> Candidate:
    """« X est ministre de Y. », with a warning where the world's records know better."""
    segments = (role.subject, Segment(role="verb", text="est"), role.attribute, STOP)
    title, day = role.attribute.text, article.published_on
    warning = world.check_role(role.person, title, day) if world.get(role.person) else None
    features = flaws_of(segments, subject="") | {"role", "named_subject"}
    features |= {"agree_core"} if role.certain else set()
    features |= {"vague_title"} if role.vague else set()
    return Candidate(
        segments=segments, evidence=sentence.span, lemma="être", kind="role",
        features=frozenset(features), warnings=(warning,) if warning else (),
    )  # fmt: skip
