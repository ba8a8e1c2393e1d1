"""A small reader of GIFT, written from the format's description, independent of the writer."""

import re
from dataclasses import dataclass, field


@dataclass
class Answer:
    mark: str
    text: str
    percent: float | None = None
    feedback: str = ""
    match: str | None = None


@dataclass
class GiftQuestion:
    name: str
    before: str
    after: str
    kind: str
    answers: list[Answer] = field(default_factory=list)
    general: str = ""


def read(source: str) -> list[GiftQuestion]:
    blocks = [block for block in re.split(r"\n\s*\n", source.strip()) if block]
    return [_question(block) for block in blocks if not block.startswith("$CATEGORY:")]


def unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text.strip())


def _find(text: str, symbol: str, start: int = 0) -> int:
    """Where `symbol` stands unescaped, or -1."""
    position = start
    while position < len(text):
        if text[position] == "\\":
            position += 2
            continue
        if text.startswith(symbol, position):
            return position
        position += 1
    return -1


def _question(block: str) -> GiftQuestion:
    assert block.startswith("::")
    end = _find(block, "::", 2)
    name, rest = unescape(block[2:end]), block[end + 2 :].removeprefix("[plain]")
    opening, closing = _find(rest, "{"), _find(rest, "}")
    body = rest[opening + 1 : closing]
    general_at = _find(body, "####")
    general = unescape(body[general_at + 4 :]) if general_at >= 0 else ""
    body = (body[:general_at] if general_at >= 0 else body).strip()
    kind, answers = _answers(body)
    return GiftQuestion(
        name, unescape(rest[:opening]), unescape(rest[closing + 1 :]), kind, answers, general
    )


def _answers(body: str) -> tuple[str, list[Answer]]:
    if body.startswith("#"):
        return "numerical", [Answer("=", body[1:])]
    truth = re.match(r"(TRUE|FALSE|T|F)(?=#|$)", body)
    if truth:
        feedback_at = _find(body, "#")
        feedback = "" if feedback_at < 0 else body[feedback_at + 1 :]
        return "truefalse", [Answer("=", truth[1], feedback=unescape(feedback.split("#")[0]))]
    answers = [_answer(piece) for piece in _pieces(body)]
    if any(answer.mark == "~" for answer in answers):
        return "multichoice", answers
    if all(answer.match is not None for answer in answers):
        return "matching", answers
    return "shortanswer", answers


def _pieces(body: str) -> list[str]:
    starts, position = [], 0
    while position < len(body):
        if body[position] == "\\":
            position += 2
            continue
        if body[position] in "=~":
            starts.append(position)
        position += 1
    ends = [*starts[1:], len(body)]
    return [body[start:end] for start, end in zip(starts, ends, strict=True)]


def _answer(piece: str) -> Answer:
    mark, text = piece[0], piece[1:]
    percent = None
    if weight := re.match(r"%(-?\d+\.?\d*)%", text):
        percent, text = float(weight[1]), text[weight.end() :]
    feedback_at = _find(text, "#")
    feedback = "" if feedback_at < 0 else unescape(text[feedback_at + 1 :])
    text = text if feedback_at < 0 else text[:feedback_at]
    left, arrow, right = text.partition("->")
    if arrow:
        return Answer(mark, unescape(left), percent, feedback, unescape(right))
    return Answer(mark, unescape(text), percent, feedback)
