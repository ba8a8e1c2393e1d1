"""One analysis: the models and tables are loaded at the first one and stay."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.generate import Report, generate
from quizapp.model import Article, StudySet
from quizapp.resources import ResourcePaths, Resources, load_resources
from quizapp.services.analysing import Work

if TYPE_CHECKING:
    from quizapp.nlp.models import Models


class Analyst:
    """Makes study sets of what workers claim."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _resources(self) -> Resources:
        return load_resources(ResourcePaths.under(self._root))

    @cached_property
    def _models(self) -> "Models":
        from quizapp.nlp.models import load_models

        return load_models()

    def analyse(self, work: Work, report: Report) -> StudySet:
        report("read", 0.0)
        article = _article(work)
        return generate(
            article,
            resources=self._resources,
            models=self._models,
            questions=work.questions,
            seed=work.seed,
            report=report,
        )


def _article(work: Work) -> Article:
    """The text under the id that the store fixed when it was saved."""
    from quizapp.reading.articles import to_article

    if work.article is not None:
        return work.article
    if work.draft is None:
        raise ValueError(f"{work.set_id}: neither draft nor article")
    return to_article(work.draft).model_copy(update={"id": work.set_id})
