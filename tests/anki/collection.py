"""The real Anki as a test oracle: a collection that imports our packages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import (
    IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER as IF_NEWER,
)

COMPLAINTS = (
    "template has a problem",
    "there is no field called",
    "front of this card is blank",
    "no cards were generated",
    "Invalid HTML",
    "{{",
    "}}",
)


@dataclass(frozen=True)
class Imported:
    """How many notes Anki took, and how."""

    new: int
    updated: int
    duplicate: int
    conflicting: int
    other: int


@dataclass(frozen=True)
class Shown:
    """One card as a learner sees it."""

    front: str
    back: str
    css: str
    deck: str
    note_type: str
    template: str


class Anki:
    """One learner's collection."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    def take(self, package: Path) -> Imported:
        log = self.collection.import_anki_package(
            ImportAnkiPackageRequest(
                package_path=str(package),
                options=ImportAnkiPackageOptions(
                    merge_notetypes=False,
                    update_notes=IF_NEWER,
                    update_notetypes=IF_NEWER,
                    with_scheduling=False,
                    with_deck_configs=False,
                ),
            )
        ).log
        self.collection.models._clear_cache()
        others = (
            log.first_field_match,
            log.missing_notetype,
            log.missing_deck,
            log.empty_first_field,
        )
        return Imported(
            len(log.new),
            len(log.updated),
            len(log.duplicate),
            len(log.conflicting),
            sum(len(found) for found in others),
        )

    def cards(self) -> list[Shown]:
        """Every card in the order in which new ones come, deck by deck."""
        found = [self.collection.get_card(i) for i in self.collection.find_cards("")]
        shown = []
        for card in sorted(found, key=lambda card: (card.did, card.due, card.ord)):
            output = card.render_output()
            shown.append(
                Shown(
                    front=output.question_text,
                    back=output.answer_text,
                    css=output.css,
                    deck=self.collection.decks.name(card.did),
                    note_type=str(card.note_type()["name"]),
                    template=str(card.template()["name"]),
                )
            )
        return shown

    def complaints(self) -> list[str]:
        """What Anki shows in the place of a card that it cannot make."""
        return [
            side
            for card in self.cards()
            for side in (card.front, card.back)
            if any(complaint in side for complaint in COMPLAINTS)
        ]

    def missing_and_unused_media(self) -> tuple[list[str], list[str]]:
        found = self.collection.media.check()
        return list(found.missing), list(found.unused)

    def cards_to_add_and_remove(self) -> tuple[int, int]:
        """What Anki would change so that the cards be its own. It changes the collection: last."""
        before = self.collection.card_count()
        self.collection.after_note_updates(
            list(self.collection.find_notes("")), mark_modified=False, generate_cards=True
        )
        added = self.collection.card_count() - before
        empty = sum(len(note.card_ids) for note in self.collection.get_empty_cards().notes)
        return added, empty


@contextmanager
def new_collection(folder: Path) -> Iterator[Anki]:
    folder.mkdir(exist_ok=True)
    collection = Collection(str(folder / "collection.anki2"))
    try:
        yield Anki(collection)
    finally:
        collection.close()
