"""Composing and choosing questions beside the parse: `python -m tests.bench.composition`."""

from quizapp.facts.extract import extract
from quizapp.generate import QUESTIONS
from quizapp.nlp.models import load_models
from quizapp.nlp.parse import parse
from quizapp.questions.compose import compose
from quizapp.resources import load_resources
from quizapp.words.pick import pick
from tests.bench.timing import PATHS, best_ms
from tests.golden.extraction import sample_article


def main() -> None:
    """Prints the best of ten rounds on one article, in milliseconds, and the ratio."""
    resources = load_resources(PATHS)
    models = load_models()
    article = sample_article()
    parsed = parse(article, models=models, resources=resources)
    extraction = extract(parsed, resources=resources)
    lexemes = pick(parsed, resources=resources)
    parsing = best_ms(lambda: parse(article, models=models, resources=resources))
    composing = best_ms(
        lambda: compose(
            article,
            extraction.facts,
            extraction.entities,
            lexemes,
            resources=resources,
            count=QUESTIONS,
            seed=0,
        )
    )
    print(f"parse (two models)      {parsing:8.1f} ms")
    print(f"compose and select      {composing:8.1f} ms  {composing / parsing:.0%} of the parse")


if __name__ == "__main__":
    main()
