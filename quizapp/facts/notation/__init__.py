"""The clause notation and the facts of a curated set, read and written without a model."""

from quizapp.facts.notation.clause import parse_clause, write_clause
from quizapp.facts.notation.documents import read_facts, write_facts

__all__ = ["parse_clause", "read_facts", "write_clause", "write_facts"]
