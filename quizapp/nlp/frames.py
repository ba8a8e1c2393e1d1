"""Who says it, stripped off: « Selon X, … » before a sentence, « …, a déclaré X » behind it."""

from quizapp.french.verbs import Verbs
from quizapp.nlp.markers import (
    AUXILIARIES,
    CLITICS,
    CONNECTORS,
    DETERMINERS,
    ENDS,
    SPEAKING_FOR,
    is_role_noun,
    speech_verb,
)
from quizapp.nlp.peeling import Peeling

_NO_SPEAKERS = frozenset({"que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles"})


def take_frames(peeling: Peeling) -> None:
    """« Selon X, … », « …, selon X, … », « … selon X. »"""
    start = 0
    while (start := _frame_start(peeling, start)) >= 0:
        end = _frame_end(peeling, start)
        quote = _quote_behind(peeling, start)
        if 0 < start < quote < end:
            peeling.take("frame", start, quote)
            continue
        last = end >= len(peeling.rest) or peeling.rest[end].form in ENDS
        if end - start > 40 or (peeling.finite(start, end) and not start):
            end = min(end, len(peeling.rest))
        last = _take_title(peeling, start, end) or last
        has_comma = start > 0 and peeling.rest[start - 1].form == ","
        if start == 0 and not last:
            peeling.take("frame", 0, end + 1)
        elif start > 0 and (last or has_comma):
            peeling.take("frame", start - has_comma, end + (has_comma and not last))
        elif start > 0 and end - start <= 8 and peeling.rest[end].form == ",":
            peeling.take("frame", start, end)
        else:
            start += 1


def _quote_behind(peeling: Peeling, start: int) -> int:
    """Where « est selon X « … » » goes on; 0 when nothing long is quoted behind the name."""
    words = peeling.words()[start + 2 :]
    opened = words.index("«") if "«" in words[:6] else len(words)
    closed = words.index("»", opened) if "»" in words[opened:] else opened
    return start + 2 + opened if closed - opened > 5 else 0


def _take_title(peeling: Peeling, start: int, comma: int) -> bool:
    """« selon X, ministre de Y. »: the title behind the speaker; whether it ends the sentence."""
    words = peeling.words()[comma : comma + 3]
    titled = (
        len(words) == 3
        and words[0] == ","
        and (
            is_role_noun(words[1])
            or (words[1] in DETERMINERS and is_role_noun(words[2]))
            or (words[1] in {"un", "une"} and words[2] == "des")
        )
    )
    if not titled or not peeling.rest[comma - 1].form[:1].isupper():
        return False
    end = peeling.closing(comma + 1)
    closed = end >= len(peeling.rest) or peeling.rest[end].form in ENDS
    if closed == (start > 0):
        peeling.take("apposition", comma, end)
    return closed and start > 0


def _frame_end(peeling: Peeling, start: int) -> int:
    """The comma that closes the frame, behind the name in « Selon le ministre, Jean Petit, »."""
    end = peeling.closing(start + 1)
    after = peeling.closing(end + 1)
    name = [token.form for token in peeling.rest[end + 1 : after]]
    closed = after < len(peeling.rest) and peeling.rest[after].form == ","
    named = 1 <= len(name) <= 4 and all(form[0].isupper() for form in name)
    return after if closed and named else end


def _frame_start(peeling: Peeling, start: int) -> int:
    words = peeling.words()
    opening = 2 if words[1:2] == [","] and words[0] in CONNECTORS else 0
    if start <= opening and _opens_with_speaker(peeling, words, opening):
        return opening
    for i in range(start, len(words) - 2):
        selon = words[i] == "selon" or words[i : i + 2] == ["d'", "après"]
        if selon and not peeling.in_quotation(i) and words[i + 1] not in _NO_SPEAKERS:
            return i
    return -1


def _opens_with_speaker(peeling: Peeling, forms: list[str], at: int) -> bool:
    """« Aux yeux de X, », « Pour Jean Petit, », « Pour lui, »; not « Pour Noël, »."""
    comma, words = peeling.closing(at + 1) - at, forms[at:]
    if comma > 12 or words[comma : comma + 1] != [","]:
        return False
    if any(tuple(words[: len(opening)]) == opening for opening in SPEAKING_FOR):
        return True
    if words[0] != "pour":
        return False
    first = peeling.rest[at + 1]
    named = first.form[:1].isupper() and first.end - first.start > len(first.form)
    titled = words[1] in DETERMINERS and is_role_noun(words[2])
    return named or titled or (words[1] in {"lui", "elle", "eux", "elles"} and comma == 2)


def take_tail(peeling: Peeling) -> None:
    """« …, a déclaré X. », « …, affirme-t-il »."""
    words = peeling.words()
    for i in range(1, len(words) - 1):
        if words[i - 1] not in {",", "»", "?", "!"} or peeling.in_quotation(i):
            continue
        verb = _speech_at(peeling.verbs, words, i)
        if verb is None or words[verb + 1 : verb + 2] in (["que"], ["qu'"], ["par"]):
            continue
        if words[i - 1] == "," and "»" not in words[:i] and not peeling.finite(0, i):
            continue
        end = next((k for k in range(i, len(words)) if words[k] in {"«", ":"}), len(words))
        if end == len(words) and words[-1] in ENDS:
            end -= 1
        peeling.take("tail", i - (words[i - 1] == ","), end)
        return


def _speech_at(verbs: Verbs, words: list[str], index: int) -> int | None:
    """Index of the verb of saying when its group begins at `index`."""
    while index < len(words) and words[index] in CLITICS:
        index += 1
    if index < len(words) - 1 and words[index] in AUXILIARIES:
        index += 1
        while index < len(words) - 1 and (
            words[index].startswith("-")
            or words[index]
            in {
                "aussi",
                "également",
                "notamment",
                "encore",
                "ensuite",
                "déjà",
                "pas",
                "ainsi",
                "enfin",
                "donc",
                "toutefois",
                "cependant",
                "d'ailleurs",
                "été",
            }
        ):
            index += 1
        participle = verbs.is_past_participle(words[index])
        return index if participle and speech_verb(verbs, words[index]) else None
    if index < len(words) and verbs.is_finite(words[index]) and speech_verb(verbs, words[index]):
        return index
    return None
