"""What a composer works with: one article, what is known of it, and seeded randomness."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random

from quizapp.french import elision
from quizapp.french.verbs import Gender
from quizapp.model import Article, Entity, EntityKind, Evidence, Fact, Lexeme, Segment
from quizapp.questions import verbal
from quizapp.questions.clause import Clause, is_usable, read_clause
from quizapp.questions.wording import words
from quizapp.resources import Resources
from quizapp.world.names import fold
from quizapp.world.records import Country, Organisation

_KNOWN: dict[str, Gender] = {
    "cartouche": "f", "cartouches": "f", "personne": "f", "personnes": "f", "victime": "f",
    "victimes": "f", "touriste": "m", "touristes": "m", "responsable": "m", "responsables": "m",
    "élève": "m", "élèves": "m", "membre": "m", "membres": "m", "migrant": "m", "migrants": "m",
}  # fmt: skip
_RIVALS = 60
_TITLE = re.compile(r"^(?:le|la|l’|les) ", re.IGNORECASE)


@dataclass(frozen=True)
class Bench:
    article: Article
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    lexemes: tuple[Lexeme, ...]
    resources: Resources
    seed: int
    focus: str | None = None
    """The one fact to ask about; None for all."""

    def rng(self, *key: str) -> Random:
        """Randomness of its own for each question, so that one more fact changes no other."""
        return Random("|".join((self.article.id, str(self.seed), *key)))

    @cached_property
    def usable(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if is_usable(fact))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses of the usable facts, in text order."""
        read = (read_clause(fact, self.resources.verbs) for fact in self.usable)
        return tuple(sorted((c for c in read if c), key=lambda c: c.fact.evidence.start))

    @cached_property
    def asked(self) -> tuple[Clause, ...]:
        """The clauses to ask about."""
        return tuple(c for c in self.clauses if self.focus in (None, c.fact.id))

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    def entity(self, entity_id: str | None) -> Entity | None:
        return self._by_id.get(entity_id) if entity_id else None

    def kind(self, entity_id: str | None) -> EntityKind | None:
        """The kind by the study set, else by the world."""
        if entity_id is None:
            return None
        if found := self._by_id.get(entity_id):
            return found.kind
        record = self.resources.world.get(entity_id)
        return record.entity_kind if record else None

    def name(self, entity_id: str) -> str:
        """The name with its article: « la Russie », « l’ONU », « Vladimir Poutine »."""
        if self.kind(entity_id) == "person":
            return self._name_in_the_article(entity_id)
        if self.resources.world.get(entity_id) is not None:
            return self.resources.world.with_article(entity_id)
        return self._printed.get(entity_id) or self._with_article(self._by_id[entity_id])

    def _with_article(self, entity: Entity) -> str:
        """A name that begins with a common noun takes its article: « la Télévision centrale »."""
        if entity.kind in ("person", "place", "work"):
            return entity.name
        noun = entity.name.split()[0]
        gender = self.gender_of(noun.lower()) if noun.isalpha() and not noun.isupper() else None
        if gender is None or len(entity.name.split()) == 1:
            return entity.name
        return elision.join("la" if gender == "f" else "le", entity.name)

    def _name_in_the_article(self, person_id: str) -> str:
        """The full name as this article spells it; the usual one where it gives none."""
        names = [name for name in self.names(person_id) if " " in name]
        found = [name for name in names if name in self.article.text]
        usual = self.names(person_id)[0]
        return usual if usual in found or not found else max(found, key=len)

    def names(self, entity_id: str) -> tuple[str, ...]:
        """All names, aliases and metonyms that mean nothing else here, own name first."""
        if entity_id not in self._names:
            self._names[entity_id] = self._names_of(entity_id)
        return self._names[entity_id]

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _names_of(self, entity_id: str) -> tuple[str, ...]:
        own = self._by_id.get(entity_id)
        record = self.resources.world.get(entity_id)
        known = (own.name, *own.aliases) if own else ()
        listed = (*known, *(record.names if record else ()), *getattr(record, "metonyms", ()))
        distinct = dict.fromkeys(listed)
        return tuple(n for n in distinct if n == listed[0] or not self._is_shared(n, entity_id))

    def _is_shared(self, name: str, entity_id: str) -> bool:
        """A name that may mean another one as well: « Corée », « Kim »."""
        if len(self.resources.world.find(name)) > 1:
            return True
        parts, kind = set(name.lower().split()), self.kind(entity_id)
        others = (e for e in self.entities if e.id != entity_id and e.kind == kind)
        return any(parts < set(re.split(r"[\s-]", other.name.lower())) for other in others)

    def peers(self, entity_id: str) -> tuple[str, ...]:
        """The world's likeliest rivals when the article appeared."""
        if entity_id not in self._peers:
            rng, on = self.rng("peers", entity_id), self.article.published_on
            self._peers[entity_id] = self.resources.world.peers(entity_id, _RIVALS, rng, on)
        return self._peers[entity_id]

    @cached_property
    def _peers(self) -> dict[str, tuple[str, ...]]:
        return {}

    def is_called(self, entity_id: str, name: str) -> bool:
        """Whether the name is, holds or is held in one of the entity's."""
        key = (entity_id, name)
        if key not in self._called:
            same, folded = self.resources.world.same, fold(name)
            self._called[key] = any(
                (len(mine) > 2 and (fold(mine) in folded or folded in fold(mine)))
                or same(mine, name)
                for mine in self.names(entity_id)
            )
        return self._called[key]

    @cached_property
    def _called(self) -> dict[tuple[str, str], bool]:
        return {}

    @cached_property
    def _printed(self) -> dict[str, str]:
        """How the facts name what the world does not know, article included."""
        printed: dict[str, str] = {}
        for segment in self._segments():
            entity = self._by_id.get(segment.entity or "")
            if entity is None or entity.kind in ("person", "place"):
                continue
            bare = _TITLE.sub("", segment.text)
            if bare.lower() == _TITLE.sub("", entity.name).lower():
                printed.setdefault(entity.id, elision.lower_initial(segment.text))
        return printed

    def _segments(self) -> Iterable[Segment]:
        return (segment for fact in self.facts for segment in fact.segments)

    def organisation_noun(self, entity_id: str) -> str:
        """« Quelle organisation », « Quelle entreprise », « Quel média »…"""
        record = self.resources.world.get(entity_id)
        kind = record.kind if isinstance(record, Organisation) else "international"
        return {
            "company": "Quelle entreprise",
            "media": "Quel média",
            "institution": "Quelle institution",
            "party": "Quel parti",
            "armed-group": "Quel groupe armé",
            "alliance": "Quelle alliance",
            "ngo": "Quelle association",
        }.get(kind, "Quelle organisation")

    def gender_of(self, noun: str) -> Gender | None:
        """The gender of a common noun by its form; None when unknown or double."""
        if noun in _KNOWN:
            return _KNOWN[noun]
        entries = self.resources.lexicon.look_up(noun)
        genders = {entry.gender for entry in entries if entry.pos == "noun"}
        if genders == {"m"}:
            return "m"
        return "f" if genders == {"f"} else None

    def lemma(self, fact: Fact) -> str | None:
        """The infinitive of the fact's main verb."""
        if fact.id not in self._lemmas:
            verb = fact.segment("verb")
            found = verbal.lemma(verb.text, self.resources.verbs) if verb else None
            self._lemmas[fact.id] = found
        return self._lemmas[fact.id]

    @cached_property
    def _lemmas(self) -> dict[str, str | None]:
        return {}

    def evidence(self, fact: Fact) -> Evidence:
        """The fact's evidence, widened in its paragraph until those of whom it tells are named."""
        speaker = (fact.attribution.entity,) if fact.attribution else ()
        wanted = {entity for entity in (*fact.entities, *speaker) if entity}
        found = fact.evidence
        for wider in self._wider(found):
            missing = [e for e in wanted if not self.is_named(e, found.text)]
            if any(self.is_named(e, wider.text) for e in missing):
                found = wider
        return found

    def _wider(self, evidence: Evidence) -> Iterator[Evidence]:
        """Its whole sentence, then with the sentence before in the same paragraph, then the
        second before."""
        block = self.article.paragraph_of(evidence)
        inside = [s for s in self.article.sentences if block and block.contains(s)]
        starts = [s.start for s in inside if s.start <= evidence.start]
        end = max([evidence.end, *(s.end for s in inside if s.start < evidence.end)])
        for start in starts[::-1][:3]:
            yield self.article.quote(start, end)

    def is_named(self, entity_id: str, text: str) -> bool:
        """Whether one of its names stands in the text: alias, metonym, capital, surname."""
        names = [" ".join(words(name)) for name in self.names(entity_id)]
        record = self.resources.world.get(entity_id)
        if isinstance(record, Country) and record.capital:
            names.append(" ".join(words(record.capital)))
        if self.kind(entity_id) == "person":
            names += [name.split()[-1] for name in names if name]
        folded = f" {' '.join(words(text))} "
        return any(len(name) > 2 and f" {name} " in folded for name in names)

    def is_alluded_to(self, entity_id: str, text: str) -> bool:
        """Whether it is named, or its demonym stands there (« les armes nord-coréennes »)."""
        demonym = self.resources.world.demonym
        return self.is_named(entity_id, text) or any(
            demonym(word) == entity_id for word in re.findall(r"[\w-]+", text)
        )
