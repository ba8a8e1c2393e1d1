"""A question as a form: fields in, fields out, for every kind."""

import random
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from werkzeug.datastructures import MultiDict

from quizapp.french.typography import locate
from quizapp.model import Article, Level, Numeric, Question, QuestionKind, QuizappError, Skill

KINDS: tuple[QuestionKind, ...] = (
    "multiple_choice",
    "multiple_response",
    "true_false",
    "short_answer",
    "numeric",
    "cloze",
    "matching",
    "ordering",
)
"""What a teacher can write; a map question is only composed."""

LEVELS: tuple[str, ...] = get_args(Level)
SKILLS: tuple[str, ...] = get_args(Skill)
ROWS = 6
_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
_TRUE_FALSE = (("vrai", "Vrai"), ("faux", "Faux"))


def read_question(
    form: MultiDict[str, str],
    *,
    kind: QuestionKind,
    article: Article,
    rng: random.Random,
    base: Question | None = None,
) -> Question:
    """The question that the fields describe; `question-malformed` when they describe none.

    What the form does not show (id, facts, score) comes from `base`.
    """
    kept = base.model_dump(mode="json") if base else {"id": "new", "origin": "written"}
    answer, key_text, choices = _READERS[kind](form, rng)
    data = kept | {
        "kind": kind,
        "prompt": form.get("prompt", "").strip(),
        "answer": answer,
        "key_text": key_text,
        "choices": choices,
        "accepted": _lines(form.get("accepted", "")),
        "level": form.get("level", kept.get("level", "B1")),
        "skill": form.get("skill", kept.get("skill", "détaillée")),
        "evidence": _evidence(form, article),
    }
    if kind == "true_false":
        data["justification"] = "justification" in form
    try:
        question = _QUESTION.validate_python(data)
    except ValidationError as error:
        raise QuizappError("question-malformed", str(error.errors()[0]["msg"])) from error
    if base is not None and question.answer == base.answer:
        return question.model_copy(update={"key_text": base.key_text})
    return question


def fields(question: Question) -> dict[str, Any]:
    """What the form shows of a question that exists."""
    data = question.model_dump(mode="json")
    shown = {name: data[name] for name in ("prompt", "choices", "level", "skill")}
    if isinstance(question, Numeric):
        data["answer"]["value"] = f"{question.answer.value:.12g}"
    return shown | {
        "accepted": "\n".join(question.accepted),
        "evidence": "\n".join(evidence.text for evidence in question.evidence),
        "answer": data["answer"],
        "key_text": question.key_text,
        "justification": data.get("justification", False),
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _evidence(form: Mapping[str, str], article: Article) -> list[dict[str, Any]]:
    """Each line quotes the article; one that does not stand there is refused."""
    found = []
    for line in _lines(form.get("evidence", "")):
        spans = locate(line, article.text)
        if not spans:
            raise QuizappError("evidence-unknown", f"not in the article: {line[:80]}")
        found.append(article.quote(spans[0].start, spans[0].end).model_dump())
    return sorted(found, key=lambda evidence: int(evidence["start"]))


_Read = tuple[Any, str, Sequence[dict[str, Any]]]


def _choice(choice_id: str, text: str, rationale: str, *, correct: bool) -> dict[str, Any]:
    return {"id": choice_id, "text": text, "correct": correct, "rationale": rationale or None}


def _options(form: MultiDict[str, str], correct: set[str]) -> list[dict[str, Any]]:
    texts = [text.strip() for text in form.getlist("choice")]
    rationales = [text.strip() for text in form.getlist("rationale")]
    ids = form.getlist("choice_id")
    rows = zip(ids, texts, rationales, strict=False)
    return [
        _choice(choice_id, text, rationale, correct=choice_id in correct)
        for choice_id, text, rationale in rows
        if text
    ]


def _multiple_choice(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    key = form.get("key", "")
    choices = _options(form, {key})
    return key, _texts(choices), choices


def _multiple_response(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    choices = _options(form, set(form.getlist("key")))
    return [c["id"] for c in choices if c["correct"]], _texts(choices), choices


def _texts(choices: Sequence[dict[str, Any]]) -> str:
    return " ; ".join(str(c["text"]) for c in choices if c["correct"])


def _true_false(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    key = form.get("key", "")
    choices = [
        _choice(name, text, form.get(f"why-{name}", "").strip(), correct=name == key)
        for name, text in _TRUE_FALSE
    ]
    return key, dict(_TRUE_FALSE).get(key, ""), choices


def _short_answer(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    answer = form.get("answer", "").strip()
    return answer, answer, []


def _numeric(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    value, unit = form.get("value", ""), form.get("unit", "").strip()
    plain = "".join(value.split()).replace(",", ".")
    key_text = f"{value.strip()} {unit}".strip()
    return {"value": plain, "unit": unit or None}, key_text, []


def _cloze(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    """One line a gap, its accepted words between bars."""
    gaps = [
        [word.strip() for word in line.split("|") if word.strip()]
        for line in _lines(form.get("gaps", ""))
    ]
    return gaps, " … ".join(gap[0] for gap in gaps if gap), []


def _matching(form: MultiDict[str, str], rng: random.Random) -> _Read:
    sides = zip(form.getlist("left"), form.getlist("right"), strict=False)
    pairs = [(left.strip(), right.strip()) for left, right in sides if left.strip()]
    rights = list(dict.fromkeys(right for _, right in pairs))
    rng.shuffle(rights)
    choices = [_choice(f"r{n}", text, "", correct=True) for n, text in enumerate(rights, 1)]
    return pairs, " ; ".join(f"{left} – {right}" for left, right in pairs), choices


def _ordering(form: MultiDict[str, str], rng: random.Random) -> _Read:
    texts = _lines(form.get("order", ""))
    shown = list(texts)
    while len(set(texts)) > 1 and shown == texts:
        rng.shuffle(shown)
    choices = [_choice(f"t{n}", text, "", correct=True) for n, text in enumerate(shown, 1)]
    return texts, " → ".join(texts), choices


def _map(form: MultiDict[str, str], _rng: random.Random) -> _Read:
    code = form.get("answer", "").strip().upper()
    return code, form.get("key_text", "").strip(), []


_READERS = {
    "multiple_choice": _multiple_choice,
    "multiple_response": _multiple_response,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numeric": _numeric,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "map": _map,
}
