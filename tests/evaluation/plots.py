"""The pictures of the evaluation page: small SVG, the same for the same figures."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.evaluation.calibration import Bin, Cut
from tests.evaluation.scoring import Score

_BLUE, _ORANGE, _GREY = "#2b6cb0", "#c05621", "#888888"


@contextmanager
def _picture(path: Path, width: float, height: float) -> Iterator[Axes]:
    with mpl.rc_context(
        {
            "svg.hashsalt": "quizapp",
            "svg.fonttype": "none",
            "font.family": "sans-serif",
            "font.size": 9,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "grid.color": "#dddddd",
            "grid.linewidth": 0.6,
            "axes.axisbelow": True,
        }
    ):
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure.add_subplot()
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})


def reliability(bins: Sequence[Bin], path: Path) -> None:
    """Observed share right over predicted probability, one dot a bin."""
    with _picture(path, 4, 3.6) as axes:
        axes.plot([0, 1], [0, 1], color=_GREY, linewidth=1, linestyle="--")
        axes.plot([b.predicted for b in bins], [b.observed for b in bins], color=_BLUE,
                  marker="o", markersize=4)  # fmt: skip
        axes.set(xlabel="predicted: right and complete", ylabel="observed", xlim=(0, 1),
                 ylim=(0, 1), aspect="equal")  # fmt: skip


def thresholds(cuts: Sequence[Cut], chosen: float, path: Path) -> None:
    """Shares right and wrong among what a threshold accepts, and how much that is."""
    shown = [cut for cut in cuts if cut.accepted >= 10]
    at = [cut.threshold for cut in shown]
    most = max((cut.accepted for cut in shown), default=1)
    with _picture(path, 5, 3.2) as axes:
        axes.plot(at, [cut.right for cut in shown], color=_BLUE, label="right and complete")
        axes.plot(at, [cut.wrong for cut in shown], color=_ORANGE, label="wrong")
        axes.plot(at, [cut.accepted / most for cut in shown], color=_GREY, linestyle=":",
                  label=f"accepted, of {most}")  # fmt: skip
        axes.axvline(chosen, color="black", linewidth=0.8)
        axes.set(xlabel="threshold of confidence", ylim=(0, 1.02))
        axes.legend(frameon=False, loc="center left")


def recall(scores: Sequence[Score], path: Path) -> None:
    """Recall of each file, among accepted facts: all gold facts, and those of importance 3."""
    rows = range(len(scores))
    with _picture(path, 6.4, 0.9 + 0.42 * len(scores)) as axes:
        axes.barh([row - 0.2 for row in rows], [s.recall() for s in scores], height=0.36,
                  color=_BLUE, label="all facts")  # fmt: skip
        axes.barh([row + 0.2 for row in rows], [s.recall(importance=3) for s in scores],
                  height=0.36, color=_ORANGE, label="importance 3")  # fmt: skip
        axes.axvline(0.5, color=_BLUE, linewidth=0.8, linestyle="--")
        axes.axvline(0.65, color=_ORANGE, linewidth=0.8, linestyle="--")
        axes.set_yticks(list(rows), [score.name.split("-")[0] for score in scores])
        axes.invert_yaxis()
        axes.grid(visible=False, axis="y")
        axes.set(xlabel="recall among accepted facts", xlim=(0, 1))
        axes.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
