"""Courses: one blueprint, filled by the modules beside it."""

from flask import Blueprint

courses = Blueprint("courses", __name__, template_folder="templates")
