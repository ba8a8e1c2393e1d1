"""How long decks take and how large they are: `python -m tests.bench.decks`."""

import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quizapp.export.anki import PARTS, DeckReport, write_deck, write_world_deck
from quizapp.resources import ResourcePaths
from quizapp.world import Atlas, World, load_world
from tests import factories

ROOT = Path(__file__).parents[2]
BUILT = datetime(2026, 11, 22, tzinfo=UTC)


@dataclass(frozen=True)
class Places:
    world: World
    atlas: Atlas


def words(count: int, places: Places, out: Path) -> DeckReport:
    """A deck of that many words."""
    lexemes = tuple(factories.lexeme(f"chalutier-{n}") for n in range(count))
    return write_deck(
        [factories.study_set(lexemes=lexemes)],
        resources=places,
        parts=frozenset({"vocabulary"}),
        out=out,
        built_at=BUILT,
    )


def main() -> None:
    paths = ResourcePaths.under(ROOT)
    atlas = Atlas.open(shapes=paths.map_shapes, flags=paths.flags)
    places = Places(load_world(paths.world), atlas)
    runs: dict[str, Callable[[Path], DeckReport]] = {
        "one article": lambda out: write_deck(
            [factories.study_set()],
            resources=places,
            parts=frozenset(PARTS),
            out=out,
            built_at=BUILT,
        ),
        "1,000 words": lambda out: words(1_000, places, out),
        "10,000 words": lambda out: words(10_000, places, out),
        "decks/world": lambda out: write_world_deck(resources=places, out=out, built_at=BUILT),
    }
    print(f"{'deck':14} {'notes':>7} {'cards':>7} {'kB':>7} {'CPU s':>7} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, run in runs.items():
            start = time.process_time()
            report = run(Path(folder) / "deck.apkg")
            spent = time.process_time() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{name:14} {report.notes:7} {report.cards:7} {report.size // 1000:7} "
                f"{spent:7.2f} {peak:8}"
            )


if __name__ == "__main__":
    main()
