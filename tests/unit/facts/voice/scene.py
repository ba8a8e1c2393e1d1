"""What extraction hears in a short text."""

from datetime import date

from quizapp.facts.entities import registry_of
from quizapp.facts.extract import judge
from quizapp.model import Draft, Fact
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources


def told(text: str, models: Models, resources: Resources) -> dict[str, Fact]:
    """Every candidate by its statement, but for what nobody known says."""
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    return {
        j.fact.statement: j.fact
        for j in judge(parsed, registry, resources=resources)
        if "unknown_speaker" not in j.features
    }


def speakers(facts: dict[str, Fact], words: str) -> set[str | None]:
    """Who says those words, in every fact that holds them."""
    said = (fact for statement, fact in facts.items() if words in statement)
    return {fact.attribution.text if fact.attribution else None for fact in said}
