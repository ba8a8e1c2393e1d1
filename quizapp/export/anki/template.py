"""The part of Anki's template language that our cards use, checked and rendered."""

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"\{\{([#/]?)\s*([^{}]+?)\s*\}\}")
_FILTERS = ("tts fr_FR", "type:nc")


def fields_of(template: str) -> tuple[str, ...]:
    """The fields that a template names, filters and `FrontSide` left out."""
    names = (_field(match[2]) for match in _TOKEN.finditer(template))
    return tuple(dict.fromkeys(name for name in names if name != "FrontSide"))


def guard_of(front: str) -> str | None:
    """The field in whose `{{#Field}}…{{/Field}}` the whole front stands."""
    match = re.fullmatch(r"\s*\{\{#([^{}]+)\}\}(.*)\{\{/\1\}\}\s*", front, re.DOTALL)
    if match is None or f"{{{{#{match[1]}}}}}" in match[2]:
        return None
    return match[1]


def render(template: str, fields: Mapping[str, str], *, front: str = "") -> str:
    """`template` filled in as Anki does; sound is silent, a typed answer becomes its field box.

    `front` stands for `{{FrontSide}}`.
    """
    return _render(_without_empty(template, fields), fields, front)


def _without_empty(template: str, fields: Mapping[str, str]) -> str:
    section = re.compile(r"\{\{#([^{}]+)\}\}((?:(?!\{\{#).)*?)\{\{/\1\}\}", re.DOTALL)
    while True:
        template, n = section.subn(lambda m: m[2] if fields[m[1]].strip() else "", template)
        if not n:
            return template


def _render(template: str, fields: Mapping[str, str], front: str) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[2]
        if name == "FrontSide":
            return front
        if ":" in name:
            return "<input disabled>" if name.startswith("type:") else ""
        return fields[name]

    return _TOKEN.sub(value, template)


def _field(token: str) -> str:
    for filter_name in _FILTERS:
        token = token.removeprefix(f"{filter_name}:")
    return token
