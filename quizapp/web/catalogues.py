"""Compiles the translations of the interface: `python -m quizapp.web.catalogues`."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "translations"


def compile_all(folder: Path = FOLDER) -> list[Path]:
    """Write the `.mo` beside each `.po` and return what was written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/messages.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parents[1].name)
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


def main() -> int:
    sys.stdout.write("".join(f"{path.name} of {path.parents[1].name}\n" for path in compile_all()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
