"""The teacher's desk: one blueprint, filled by the modules beside it."""

from flask import Blueprint

desk = Blueprint("desk", __name__, template_folder="templates", url_prefix="/desk")
