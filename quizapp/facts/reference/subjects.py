"""The noun behind « il », where there is only one that fits."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import form
from quizapp.facts.entities import Mention, Registry
from quizapp.facts.reference.anaphora import is_impersonal, is_vague, third_persons
from quizapp.french.typography import normalise
from quizapp.model import Article, Segment, Span
from quizapp.nlp.trees import ParsedSentence, Word
from quizapp.world import Person, World

_PRONOUNS = {"il": ("Masc", "Sing"), "elle": ("Fem", "Sing"), "ils": ("Masc", "Plur"),
             "elles": ("Fem", "Plur")}  # fmt: skip
_OF_THINGS = frozenset(
    "élever établir chiffrer coûter durer dérouler tenir situer composer comprendre entrer valoir"
    " compter dépasser atteindre passer fermer ouvrir contenir".split()
)
"""What « il » does when it stands for a number, a meeting, a text."""


_SINGULAR = re.compile(r"(?:le|la|un|une|ce|cet|cette|son|sa) |l'")
_COLLECTIVE = re.compile(r"(?<![\w-])(?:et|plupart|majorité|moitié|nombre|partie|\w+aine)(?![\w-])")


@dataclass(frozen=True)
class Focus:
    """What a sentence speaks of: its subject, for the pronoun of the next one."""

    segment: Segment
    gender: str | None
    number: str | None
    by: str = "sujet de la phrase précédente"


@dataclass(frozen=True)
class Resolved:
    """A subject with what it stands for; `by` says how it was found, `features` how surely."""

    segment: Segment
    by: str
    features: frozenset[str] = frozenset()


def focus_of(clause: Clause, subject: Segment, *, registry: Registry, world: World) -> Focus | None:
    """The clause's subject, when the next sentence may take it up by a pronoun."""
    if clause.subject is None:
        return None
    head = clause.subject.head
    number = "Plur" if subject.members else _number(subject.text) or head.feats.get("Number")
    gender = _gender(head, subject, registry, world)
    if subject.entity and registry.entities[subject.entity].kind == "person":
        name = registry.shown(subject.entity)
        subject = Segment(role="subject", text=name, entity=subject.entity)
        number = "Sing"
    return Focus(subject, gender, number)


def _number(phrase: str) -> str | None:
    """What the determiner tells: « l’emballement de certains médias » is no « ils »."""
    low = normalise(phrase)
    return "Sing" if _SINGULAR.match(low) and not _COLLECTIVE.search(low) else None


def _gender(head: Word, subject: Segment, registry: Registry, world: World) -> str | None:
    if subject.entity and registry.entities[subject.entity].kind == "person":
        return gender_of_person(subject.entity, registry, world)
    return head.feats.get("Gender")


def resolve(
    clause: Clause,
    focus: Focus | None,
    *,
    since: Span,
    registry: Registry,
    world: World,
    article: Article,
    speaker: str | None = None,
) -> Resolved | None:
    """The subject for « il », « elle », « ils », « elles »; None where another person, named
    between the start of `since` and the pronoun, could be meant.

    `speaker` is whose words these are: nobody says « il » of himself.
    """
    head = clause.subject.head if clause.subject else None
    pronoun = normalise(head.text) if head else ""
    wanted = _PRONOUNS.get(pronoun)
    if head is None or wanted is None or is_impersonal(article.text[head.start : head.end + 60]):
        return None
    topic = registry.dominant() or topic_of(article, registry)
    named = _people(Span(start=since.start, end=head.start + 1), wanted[0], registry, world)
    people = {m.entity for m in named if m.entity == topic or not _is_quoted(m, article)}
    if focus and agrees(focus, pronoun):
        rivals = people - {focus.segment.entity}
        if not _is_plain(focus, registry) or (rivals and focus.segment.entity != topic):
            return None
        by = f"« {pronoun} » : sujet de la phrase précédente"
        return Resolved(focus.segment, by, frozenset({"rival_people"} if rivals else ()))
    gender = gender_of_person(topic, registry, world) if topic else None
    if wanted != (gender or "Masc", "Sing") or topic is None or people - {topic}:
        return None
    if clause.lemma in _OF_THINGS or topic == speaker:
        return None
    subject = Segment(role="subject", text=registry.shown(topic), entity=topic)
    by = f"« {pronoun} » : seule personne dont il soit alors question"
    return Resolved(subject, by, frozenset({"by_topic"}))


def topic_of(article: Article, registry: Registry) -> str | None:
    """The one person whom the title names, when nobody is named more often."""
    counts = Counter(m.entity for m in registry.mentions if m.kind == "person")
    title = normalise(article.title)
    titled = [e for e in counts if re.search(rf"\b{re.escape(_surname(e, registry))}\b", title)]
    if len(titled) != 1 or counts[titled[0]] < max(3, *counts.values()):
        return None
    return titled[0]


def _surname(entity: str, registry: Registry) -> str:
    return normalise(registry.shown(entity)).split()[-1]


def _is_quoted(mention: Mention, article: Article) -> bool:
    """Named by somebody whose words stand between guillemets."""
    paragraph = article.paragraph_of(mention.span)
    before = article.text[paragraph.start if paragraph else 0 : mention.span.start]
    return before.count("«") > before.count("»")


def agrees(focus: Focus, pronoun: str) -> bool:
    """Whether the pronoun can take up the focus; « elle » wants a gender that is known."""
    gender, number = _PRONOUNS.get(pronoun, (None, None))
    own = focus.gender or "Masc"
    return gender == own and (focus.number or number) == number


def refers_to_subject(clause: Clause, segments: Sequence[Segment]) -> bool:
    """« L’armée … la ville dont elle a été chassée »: every pronoun agrees with the subject, and
    no other person is named whom it could mean. « La victoire lui permet » is said of another."""
    part = clause.subject
    if part is None:
        return False
    said = third_persons(" ".join(s.text for s in segments if s.role not in {"subject", "frame"}))
    entities = {entity for s in segments for entity in s.entities}
    if part.head.pos == "PRON":
        return said == {form(part.head)} and len(entities) <= 1
    if form(clause.tree.words[part.first]) in {"un", "une", "des", "d'", "de"}:
        return False
    gender, number = part.head.feats.get("Gender"), part.head.feats.get("Number")
    own = {pronoun for pronoun, agrees in _PRONOUNS.items() if agrees == (gender, number)}
    given = any(s.role == "verb" and "lui" in normalise(s.text).split() for s in segments)
    own |= {"lui"} if number == "Sing" and len(entities) <= 1 and not given else set()
    return bool(said) and said <= own and len(entities) <= 2


def _people(span: Span, gender: str, registry: Registry, world: World) -> list[Mention]:
    """Where `span` names persons who can be of that gender."""
    return [
        m for m in registry.inside(span)
        if m.kind == "person" and gender_of_person(m.entity, registry, world) in {gender, None}
    ]  # fmt: skip


def gender_of_person(entity: str, registry: Registry, world: World) -> str | None:
    """From the world room, else from the title before the name (« la présidente X »)."""
    record = world.get(entity)
    if isinstance(record, Person):
        return "Fem" if record.gender == "f" else "Masc"
    return registry.gender_told(entity)


def apposed(clause: Clause, sentence: ParsedSentence, registry: Registry) -> Resolved | None:
    """« Le porte-parole du Conseil, John Kirby, »: the name, since the title is told apart."""
    if clause.subject is None or clause.shared:
        return None
    end = clause.tree.words[clause.subject.last].end
    for piece in sentence.of_kind("apposition"):
        words = [w for w in piece.main.words if w.text != ","]
        named = registry.ending_at(words[-1].end) if words else None
        if piece.span.start == end and named and named.span.start <= words[0].start:
            name = registry.shown(named.entity)
            subject = Segment(role="subject", text=name, entity=named.entity)
            return Resolved(subject, f"« {words[0].text} » : nom apposé au sujet")
    return None


def _is_plain(focus: Focus, registry: Registry) -> bool:
    """Names and full definite descriptions are carried over, nothing that points back itself."""
    if focus.segment.members:
        return all(member.entity for member in focus.segment.members)
    if focus.segment.entity in registry.entities:
        return True
    text = focus.segment.text
    definite = re.match(r"(?:le|la|les|l['’])", text, re.IGNORECASE) is not None
    return definite and not is_vague(text) and "," not in text and 3 <= len(text.split()) <= 9
