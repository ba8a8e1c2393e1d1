"""« X est ministre de Y. »: what is said of somebody or something without a verb, as a fact."""

import re
from dataclasses import dataclass, replace

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.context import Context
from quizapp.facts.reference.anaphora import flaws_of
from quizapp.facts.wholeness import wants_name
from quizapp.french.typography import normalise
from quizapp.model import FactKind, Segment

_UNFIT = re.compile(
    r"\b(?:son|sa|ses|leur|leurs|lui|même|mêmes|y|celui|celle|autre|autres)\b|[:;()]"
    r"|\b(?:qui|que|dont|où)\b|\w, *$"
)


_OPEN_END = re.compile(
    r"\b(?:de la|du|de l') ?(?:spécialité|distance|exécutif|fouille|primaire|discipline|course"
    r"|épreuve|directoire|édition|rédaction|championnat|rencontre|mouvement)$"
)
"""« le chef de l’exécutif »: of which country?"""


@dataclass(frozen=True)
class State:
    """Somebody or something, and what it is; `offset` is where the article says so."""

    subject: Segment
    attribute: str
    offset: int
    features: frozenset[str]
    kind: FactKind = "role"
    verb: str = "est"
    lemma: str = "être"
    role: str = "attribute"
    resolved_by: str | None = None


def state_of(state: State, context: Context) -> Candidate | None:
    """The candidate, with a warning where the world's records contradict an office; None where
    the wording cannot stand."""
    low = normalise(state.attribute)
    if _UNFIT.search(low) or not 1 <= len(low.split()) <= 24:
        return None
    if low in normalise(state.subject.text):
        return None
    drafted = Draft(
        subject=state.subject,
        verb=Segment(role="verb", text=state.verb),
        front=(),
        rest=(Segment.model_validate({"role": state.role, "text": state.attribute}),),
        flaws=frozenset(),
    )
    drafted, by = context.references.named(drafted, state.offset)
    text, of_title = _of_country(drafted.rest[0].text, context)
    attribute = drafted.rest[0].model_copy(update={"text": text})
    segments = (state.subject, drafted.verb, attribute, STOP)
    features = flaws_of(segments, subject=state.subject.text) - {"vague", "own"} | state.features
    features |= {"named_subject"}
    features |= {"vague_title"} if wants_name(text) or _OPEN_END.search(normalise(text)) else set()
    sources = [source for source in (state.resolved_by, by, of_title) if source]
    warning = _warning(replace(state, attribute=text), context)
    return Candidate(
        segments=segments, evidence=context.sentence.span, lemma=state.lemma, kind=state.kind,
        features=frozenset(features), warnings=(warning,) if warning else (),
        resolved_by=" ; ".join(sources) or None,
    )  # fmt: skip


def _of_country(text: str, context: Context) -> tuple[str, str | None]:
    """« la deuxième ville du pays »: of the one country that the article's title names."""
    if not text.endswith(" du pays"):
        return text, None
    world, title = context.resources.world, normalise(context.article.title)
    countries = {m.entity for m in context.registry.mentions if m.kind == "country"}
    named = [iso3 for iso3 in countries if normalise(world.country(iso3).name) in title]
    if len(named) != 1:
        return text, None
    of = world.de(named[0])
    return f"{text.removesuffix('du pays')}{of}", f"« du pays » : {of}, pays du titre"


def _warning(state: State, context: Context) -> str | None:
    """What the world's records know better of a person's office."""
    world, person = context.resources.world, state.subject.entity
    if state.kind != "role" or not person or not world.get(person):
        return None
    if context.registry.entities[person].kind != "person":
        return None
    return world.check_role(person, state.attribute, context.article.published_on)
