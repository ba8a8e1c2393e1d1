"""Facts written by hand: what a careful reader takes from an article."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class GoldFact:
    """`arguments` are stretches of French by role: subject, verb, object, recipient, time…

    The clause of reported speech is the inner one; `attribution` is who says it.
    """

    id: str
    kind: str
    statement: str
    evidence: str
    importance: int
    negated: bool
    modality: str
    arguments: Mapping[str, str]

    @property
    def subject(self) -> str:
        return self.arguments.get("subject", "")

    @property
    def verb(self) -> str:
        return self.arguments.get("verb", "")

    @property
    def attribution(self) -> str:
        return self.arguments.get("attribution", "")

    @property
    def complements(self) -> dict[str, str]:
        """Every argument beside subject, verb and speaker."""
        outside = {"subject", "verb", "attribution"}
        return {role: text for role, text in self.arguments.items() if role not in outside}


@dataclass(frozen=True)
class GoldEntity:
    """`type` is person, country, city, region, place, organisation, event, work or product."""

    name: str
    type: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Gold:
    """One gold file; `traps` are French sentences that say what leads a reader astray."""

    article: str
    facts: tuple[GoldFact, ...]
    entities: tuple[GoldEntity, ...] = ()
    traps: tuple[str, ...] = field(default=())


def read_gold(path: Path) -> Gold:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Gold(
        article=data["article"],
        facts=tuple(
            GoldFact(
                id=fact["id"],
                kind=fact["kind"],
                statement=fact["statement"],
                evidence=fact["evidence"],
                importance=fact["importance"],
                negated=fact["negated"],
                modality=fact["modality"],
                arguments=fact["arguments"],
            )
            for fact in data["facts"]
        ),
        entities=tuple(
            GoldEntity(name=e["name"], type=e["type"], aliases=tuple(e.get("aliases", ())))
            for e in data.get("entities", ())
        ),
        traps=tuple(data.get("traps", ())),
    )
