"""docs/services.md says what the services are."""

import importlib
import inspect
import re
from collections.abc import Iterator

import pytest

from tests.sites import ROOT

PAGE = (ROOT / "docs" / "services.md").read_text(encoding="utf-8")
ROOMS = ("accounts", "library", "authoring", "taking", "reviewing", "teaching", "exporting")
_FUNCTION = re.compile(r"^(\w+)\((unit.*?)\) -> ", re.MULTILINE | re.DOTALL)
_PARAMETER = re.compile(
    r"(\w+)(?:: (?:[^,\[\]=]|\[[^\[\]]*(?:\[[^\]]*\])?[^\]]*\])*)?(?: ?= ?[^,]+)?"
)


def sections() -> Iterator[tuple[str, str]]:
    for part in PAGE.split("\n## ")[1:]:
        title, _, text = part.partition("\n")
        yield title.split()[0], text


def documented() -> list[tuple[str, str, str]]:
    return [
        (room, name, parameters)
        for room, text in sections()
        for name, parameters in _FUNCTION.findall(text)
    ]


@pytest.mark.parametrize(("room", "name", "parameters"), documented())
def test_a_documented_function_has_these_parameters(room: str, name: str, parameters: str) -> None:
    function = getattr(importlib.import_module(f"quizapp.services.{room}"), name)
    told = [
        found.group(1)
        for found in (_PARAMETER.match(part) for part in re.split(r",\s+(?![^\[]*\])", parameters))
        if found
    ]
    actual = list(inspect.signature(function).parameters)
    assert sorted(told) == sorted(actual), (told, actual)


def test_every_service_is_documented() -> None:
    told = {(room, name) for room, name, _ in documented()}
    for room in ROOMS:
        module = importlib.import_module(f"quizapp.services.{room}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            public = not name.startswith("_") and function.__module__.startswith(module.__name__)
            if public and list(inspect.signature(function).parameters)[:1] == ["unit"]:
                assert (room, name) in told, f"{room}.{name}"
