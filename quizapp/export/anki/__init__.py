"""Anki packages: words, geopolitics and questions as notes with lasting identities."""

from quizapp.export.anki.deck import DeckReport, write_deck, write_world_deck
from quizapp.export.anki.notes import PARTS, Part
from quizapp.export.anki.notetypes import card_css
from quizapp.export.anki.preview import CardPreview, preview
from quizapp.export.anki.vocabulary import Extra
from quizapp.export.left_out import LeftOut

__all__ = [
    "PARTS",
    "CardPreview",
    "DeckReport",
    "Extra",
    "LeftOut",
    "Part",
    "card_css",
    "preview",
    "write_deck",
    "write_world_deck",
]
