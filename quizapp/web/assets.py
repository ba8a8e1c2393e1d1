"""Copies what pages need from `node_modules` to `static/vendor`: `python -m quizapp.web.assets`."""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"

_FACES = {
    "literata": (
        "literata-latin-wght-normal.woff2",
        "literata-latin-wght-italic.woff2",
        "literata-latin-ext-wght-normal.woff2",
    ),
    "atkinson-hyperlegible-next": (
        "atkinson-hyperlegible-next-latin-wght-normal.woff2",
        "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    ),
}
_FLAGS_AT_LEAST = 250


def assets(modules: Path) -> dict[str, Path]:
    """What is copied: the path below `static/vendor` → the installed file."""
    files = {"htmx.min.js": modules / "htmx.org" / "dist" / "htmx.min.js"}
    for face, names in _FACES.items():
        folder = modules / "@fontsource-variable" / face
        files |= {f"fonts/{name}": folder / "files" / name for name in names}
        files[f"fonts/{face}.LICENSE"] = folder / "LICENSE"
    flags = sorted((modules / "flag-icons" / "flags" / "4x3").glob("*.svg"))
    return files | {f"flags/{flag.name}": flag for flag in flags}


def copy(modules: Path, vendor: Path) -> int:
    """Copies what is missing or differs and returns how many files were written.

    Raises FileNotFoundError when an installed package lacks a file.
    """
    wanted = assets(modules)
    missing = [str(path) for path in wanted.values() if not path.is_file()]
    if missing or sum(name.startswith("flags/") for name in wanted) < _FLAGS_AT_LEAST:
        raise FileNotFoundError(", ".join(missing) or f"flags in {modules / 'flag-icons'}")
    stale = [
        (vendor / name, path) for name, path in wanted.items() if _differs(vendor / name, path)
    ]
    for target, path in stale:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return len(stale)


def _differs(target: Path, path: Path) -> bool:
    return not target.is_file() or target.read_bytes() != path.read_bytes()


def main() -> int:
    try:
        written = copy(MODULES, VENDOR)
    except FileNotFoundError as error:
        sys.stderr.write(f"Assets are not installed: {error}. Run `npm ci`, then try again.\n")
        return 2
    sys.stdout.write(f"static/vendor: {written} files written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
