"""Pages beside a bare endpoint: `python -m tests.bench.pages`."""

import tempfile
from pathlib import Path

from quizapp.resources import load_resources
from tests import factories
from tests.bench.timing import PATHS, best_ms
from tests.sites import open_database, open_site
from tests.web.visitor import Visitor

PAGES = ("/healthz", "/", f"/articles/{factories.SET_ID}", f"/articles/{factories.SET_ID}/deck")


def main() -> None:
    """Prints the fastest answer of each page in milliseconds; the first is the reference."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder), study_sets=[factories.study_set()])
        visitor = Visitor(open_site(database, resources=load_resources(PATHS)))
        bare = best_ms(lambda: visitor.read(PAGES[0]))
        for page in PAGES:
            answer = best_ms(lambda page=page: visitor.read(page))  # type: ignore[misc]
            print(f"{page:<36}{answer:8.1f} ms  ×{answer / bare:.1f}")
        database.close()


if __name__ == "__main__":
    main()
