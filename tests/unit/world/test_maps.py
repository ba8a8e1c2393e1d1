"""Locator maps and flags from the installed shapes."""

import re
from pathlib import Path

import pytest
import resvg_py
from lxml import etree

from quizapp.model import QuizappError
from quizapp.world import Atlas, World
from quizapp.world.maps.projection import distance, equal_area, middle
from quizapp.world.maps.shapes import Shapes
from quizapp.world.maps.topology import read_polygons
from tests.unit.world.conftest import PATHS

LIMIT = 60_000
HIGHLIGHT = {"light": "#FFF0A6", "dark": "#5A4E12"}


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes(read_polygons(PATHS.map_shapes))


def outline_steps(svg: str) -> list[tuple[int, int]]:
    """The steps of the blue outline, in pixels."""
    outline = re.search(r'<path d="([^"]+)" fill="none"', svg)
    assert outline
    steps = []
    for run in re.findall(r"l([^Mz]*)", outline.group(1)):
        numbers = [int(n) for n in re.findall(r"-?\d+", run)]
        steps += list(zip(numbers[::2], numbers[1::2], strict=True))
    return steps


def test_every_map_is_small_and_well_formed(world: World, atlas: Atlas) -> None:
    for country in world.countries():
        svg = atlas.locator_svg(country.id)
        assert len(svg.encode()) < LIMIT, country.id
        etree.fromstring(svg.encode())
        assert HIGHLIGHT["light"] in svg


def test_a_map_says_nothing_of_the_answer(atlas: Atlas) -> None:
    root = etree.fromstring(atlas.locator_svg("PRK").encode())
    assert not [element for element in root.iter() if (element.text or "").strip()]
    assert {etree.QName(element).localname for element in root.iter()} <= {
        "svg",
        "rect",
        "path",
        "circle",
    }


@pytest.mark.parametrize("iso3", ["RUS", "FJI", "USA", "NZL"])
def test_no_line_runs_across_the_map_at_the_antimeridian(atlas: Atlas, iso3: str) -> None:
    assert max(abs(x) + abs(y) for x, y in outline_steps(atlas.locator_svg(iso3))) < 130


def test_a_far_apart_world_map_has_no_line_across_it(atlas: Atlas) -> None:
    svg = atlas.places_svg(["USA", "RUS", "FRA", "FJI"])
    assert len(svg.encode()) < LIMIT
    assert max(abs(x) for x, _ in outline_steps(svg)) < 100


@pytest.mark.parametrize("iso3", ["SGP", "VAT", "MLT", "KIR"])
def test_a_tiny_country_gets_a_ring_and_a_globe(atlas: Atlas, iso3: str) -> None:
    assert atlas.locator_svg(iso3).count("<circle") == 4


def test_a_map_to_choose_from_holds_the_neighbours_and_hits_for_the_small(atlas: Atlas) -> None:
    outlines = {outline.country: outline for outline in atlas.outlines(["FRA", "MCO"])}
    assert {"FRA", "MCO", "BEL", "DEU", "ESP"} <= outlines.keys()
    assert "JPN" not in outlines
    assert outlines["FRA"].spot is None
    assert outlines["MCO"].spot is not None
    assert all(outline.path or outline.spot for outline in outlines.values())


def test_a_large_country_gets_neither(atlas: Atlas) -> None:
    assert "<circle" not in atlas.locator_svg("FRA")


def test_dark_is_dark(atlas: Atlas) -> None:
    svg = atlas.locator_svg("NOR", dark=True)
    assert HIGHLIGHT["dark"] in svg
    assert HIGHLIGHT["light"] not in svg


def test_the_highlighter_stands_in_the_middle_of_the_picture(atlas: Atlas, tmp_path: Path) -> None:
    from PIL import Image

    for iso3 in ("FRA", "PRK", "RUS", "POL"):
        file = tmp_path / f"{iso3}.png"
        file.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=atlas.locator_svg(iso3))))
        with Image.open(file) as picture:
            width, height = picture.size
            middle_pixel = picture.convert("RGB").getpixel((width // 2, height // 2))
        assert middle_pixel == (0xFF, 0xF0, 0xA6), iso3


def test_overseas_parts_do_not_stretch_the_frame(shapes: Shapes) -> None:
    lons = [lon for part in shapes.main_parts("FRA") for lon, _ in part.outer]
    assert min(lons) > -6
    assert max(lons) < 11


def test_crimea_and_somaliland_are_drawn_as_the_united_nations_see_them(shapes: Shapes) -> None:
    crimea, berbera = (34.1, 45.0), (45.0, 10.44)
    for place, iso3 in ((crimea, "UKR"), (berbera, "SOM")):
        nearest = min(
            (min(distance(place, point) for point in shape.outer), shape.country)
            for shape in shapes.near(place, 3)
            if shape.country in (iso3, "RUS", "ETH", "DJI")
        )
        assert nearest[1] == iso3


def test_neighbours_keep_their_side_of_the_seam() -> None:
    project = equal_area((180.0, 65.0))
    west, east = project((179.0, 65.0)), project((-179.0, 65.0))
    assert west
    assert east
    assert west[0] < 0 < east[0]
    assert abs(west[0] + east[0]) < 1e-9
    assert abs(abs(middle([(179.0, 0.0), (-179.0, 0.0)])[0]) - 180) < 1e-6


def test_unknown_places_are_told(atlas: Atlas, tmp_path: Path) -> None:
    with pytest.raises(QuizappError, match="no map shape for ZZZ"):
        atlas.locator_svg("ZZZ")
    with pytest.raises(QuizappError, match="one country at least"):
        atlas.places_svg([])
    with pytest.raises(QuizappError, match="no flag for ZZ"):
        atlas.flag_path("ZZ")
    with pytest.raises(QuizappError, match="make assets"):
        Atlas.open(shapes=tmp_path / "none.json", flags=PATHS.flags)
