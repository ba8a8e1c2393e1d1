"""Downloads: one blueprint, filled by the modules beside it."""

from flask import Blueprint

decks = Blueprint("decks", __name__, template_folder="templates")
