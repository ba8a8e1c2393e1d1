"""« X est ministre de Y. »: what is said of somebody or something without a verb, as a fact."""

import re
from dataclasses import dataclass, replace

from quizapp.facts.candidate import STOP, Candidate
from quizapp.facts.clauses.drafting import Draft
from quizapp.facts.clauses.parts import form
from quizapp.facts.clauses.predicates import clauses_of
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
    r"(?:\b(?:de la|du|de l'|sur la|au) ?(?:spécialité|distance|exécutif|fouille|primaire|course"
    r"|discipline|épreuve|directoire|édition|rédaction|championnat|rencontre|mouvement)"
    r"|\bfavorite?|\bchampion(?:ne)? (?:du monde|d'europe|de france|olympique)(?: en titre)?)$"
)
"""« le chef de l’exécutif »: of which country? « champion du monde »: of what?"""
_LONG = 8
"""Words in an attribute; a longer one has often swallowed what belongs to the clause."""
_YEAR = re.compile(r"(?<!né en )(?<!née en )\b(1[5-9]\d\d|20\d\d)\b")
_NEAR = 2_000
"""How many characters before a sentence a year still tells when it takes place."""
_PLUPERFECT = frozenset({"avait", "avaient", "était", "étaient"})
_LONG_AGO = 10
_WHOLE = re.compile(r"droits de l'homme$")


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


def then(state: State) -> State:
    """What somebody was, not what somebody is."""
    features = state.features - {"role"} | {"then"}
    return replace(state, verb="était", kind="state", features=features)


def state_of(state: State, context: Context) -> Candidate | None:
    """The candidate; None where the wording cannot stand."""
    if "office_on_record" in state.features and _is_of_another_year(context):
        return None
    if state.verb == "est" and _is_over(state, context):
        state = then(state)
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
    features |= {"vague_title"} if _is_open(text) else set()
    features |= {"long_attribute"} if len(text.split()) > _LONG else set()
    sources = [source for source in (state.resolved_by, by, of_title) if source]
    return Candidate(
        segments=segments, evidence=context.sentence.span, lemma=state.lemma, kind=state.kind,
        features=frozenset(features), resolved_by=" ; ".join(sources) or None,
    )  # fmt: skip


def _is_over(state: State, context: Context) -> bool:
    """Whether the article tells of the person’s death, or the sentence of another time."""
    if context.references.deaths.include(state.subject.text):
        return True
    if "party_bracket" in state.features and _is_of_another_year(context):
        return True
    span, text = context.sentence.span, context.article.text
    years = [int(year) for year in _YEAR.findall(text[max(0, span.start - _NEAR) : span.end])]
    published = context.article.published_on
    past = published is not None and bool(years) and published.year - max(years) >= _LONG_AGO
    return "role" in state.features and past and _is_pluperfect(context)


def _is_of_another_year(context: Context) -> bool:
    """« Le 23 avril 2013, Jean Petit (UMP) avait … », in an article of 2016."""
    span, published = context.sentence.span, context.article.published_on
    years = [int(year) for year in _YEAR.findall(context.article.text[span.start : span.end])]
    return published is not None and bool(years) and max(years) < published.year


def _is_pluperfect(context: Context) -> bool:
    """Whether the sentence tells all in that tense: « avaient survécu »."""
    cores = context.sentence.of_kind("core")
    forms = {form(c.finite) for core in cores for c in clauses_of(core.main)}
    return bool(forms) and forms <= _PLUPERFECT


def _is_open(attribute: str) -> bool:
    """Whether it ends in words that only the article makes plain."""
    low = normalise(attribute)
    return not _WHOLE.search(low) and (wants_name(low) or _OPEN_END.search(low) is not None)


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
