"""What a page shows of a country: its map and its flag."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.model import QuizappError


@dataclass(frozen=True)
class Atlas:
    """Map shapes (TopoJSON) and a folder of flags (SVG), both as installed."""

    shapes: Path
    flags: Path

    @classmethod
    def open(cls, *, shapes: Path, flags: Path) -> "Atlas":
        """Raises `QuizappError` when the map shapes or the flags are not installed."""
        for path in (shapes, flags):
            if not path.exists():
                raise QuizappError("assets-missing", f"{path} is missing: run `make assets`.")
        return cls(shapes=shapes, flags=flags)

    def flag_path(self, iso2: str) -> Path:
        """The SVG of a flag, 4 to 3."""
        path = self.flags / f"{iso2.lower()}.svg"
        if not path.is_file():
            raise QuizappError("flag-unknown", f"there is no flag for {iso2} in {self.flags}")
        return path
