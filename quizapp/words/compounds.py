"""The plural of a noun and of a compound: « mandats d’arrêt », « mouvements sociaux »."""

import re

_LINKS = re.compile(r"[ -](?:d'|(?:de|du|des|à|au|aux|en|par|sur|sous|contre|pour|hors) )")


def plural(noun: str) -> str:
    """The usual plural: every word before the first preposition takes its mark."""
    link = _LINKS.search(noun)
    head, tail = (noun[: link.start()], noun[link.start() :]) if link else (noun, "")
    return re.sub(r"[^ ]+", lambda word: _word(word[0]), head) + tail


def _word(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al") and word not in ("festival", "bal", "carnaval"):
        return f"{word[:-2]}aux"
    return f"{word}x" if word.endswith(("au", "eu")) else f"{word}s"
