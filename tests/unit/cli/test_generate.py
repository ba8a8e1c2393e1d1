"""`flask generate` and `flask schema`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quizapp.model import StudySet
from tests.sites import ROOT
from tests.unit.cli import sources
from tests.unit.cli.conftest import Run

CURATED = ROOT / "decks" / "poutine-kim-2024"


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every stretch of text that a document points to."""
    if isinstance(value, dict):
        if {"start", "end"} <= set(value):
            yield value
        for held in value.values():
            yield from spans(held)
    elif isinstance(value, list):
        for held in value:
            yield from spans(held)


def check(document: dict[str, Any], run: Run) -> None:
    """Valid against the printed schema, every span exact, and readable by the model."""
    schema = json.loads(run("schema").out)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(document)) == []
    words = document["article"]["text"]
    found = list(spans(document))
    assert found
    for span in found:
        stretch = words[span["start"] : span["end"]]
        assert stretch.strip() == stretch != ""
        assert span.get("text", stretch) == stretch
    StudySet.model_validate(document)


@pytest.mark.models
@pytest.mark.xdist_group("models")
def test_text_pdf_docx_and_folder_in_one_run(run: Run, workplace: Path) -> None:
    given = {
        "text": sources.text(workplace / "text.txt"),
        "page": sources.pdf_file(workplace / "page.pdf"),
        "letter": sources.docx(workplace / "letter.docx"),
        CURATED.name: CURATED,
    }
    ran = run("generate", *map(str, given.values()), "-o", "sets", "--published", "2025-03-15")
    assert ran.code == 0, ran.err
    assert ran.out == ""
    written = {path.stem: path for path in (workplace / "sets").iterdir()}
    assert set(written) == set(given)
    documents = {name: json.loads(path.read_bytes()) for name, path in written.items()}
    for document in documents.values():
        check(document, run)
        assert document["questions"]
    assert documents["text"]["facts"] == documents["letter"]["facts"]
    assert "construction de six barrages" in documents["page"]["article"]["text"]
    assert documents["text"]["article"]["published_on"] == "2025-03-15"
    for line, name in zip(ran.err.splitlines(), given, strict=True):
        assert f"{name}.json: " in line
        assert "questions" in line


@pytest.mark.models
@pytest.mark.xdist_group("models")
def test_standard_input_to_standard_output(run: Run, workplace: Path) -> None:
    path = sources.text(workplace / "text.txt")
    ran = run("generate", "-", "--questions", "3", given=sources.TEXT.encode())
    again = run("generate", str(path), "--questions", "3")
    assert (ran.code, ran.err) == (0, "")
    document = json.loads(ran.out)
    check(document, run)
    assert len(document["questions"]) == 3
    assert document["article"]["source"] is None
    assert json.loads(again.out)["questions"] == document["questions"]
    assert list(workplace.glob("*.json")) == []


@pytest.mark.models
@pytest.mark.xdist_group("models")
def test_one_bad_source_among_good_ones(run: Run, workplace: Path) -> None:
    """The good ones are done, the bad one is named, the exit code says so."""
    good, bad = sources.text(workplace / "good.txt"), sources.text(workplace / "bad.txt", "")
    ran = run("generate", str(bad), str(good), "-o", "sets")
    assert ran.code == 2
    assert "bad.txt: " in ran.err.splitlines()[0]
    assert ran.err.splitlines()[-1].endswith("1 of 2 sources failed: " + str(bad))
    assert [path.name for path in (workplace / "sets").iterdir()] == ["good.json"]


def test_a_curated_folder_needs_no_model(run: Run) -> None:
    ran = run("generate", str(CURATED), "--questions", "12", "--seed", "3")
    document = json.loads(ran.out)
    check(document, run)
    assert len(document["questions"]) == 12
    assert document["timings"]["parse_ms"] == 0


def test_what_was_there_is_replaced_whole(run: Run, workplace: Path) -> None:
    out = sources.text(workplace / "set.json", "an older set")
    assert run("generate", str(sources.curated(workplace)), "-o", str(out)).code == 0
    check(json.loads(out.read_bytes()), run)
    assert [path.name for path in workplace.iterdir() if path.is_file()] == ["set.json"]


def test_several_sources_need_a_folder(run: Run, workplace: Path) -> None:
    ran = run("generate", "a.txt", "b.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Error: several sources need -o FOLDER, one file is written for each\n"
    ran = run("generate", "x/a.txt", "y/a.txt", "-o", "sets")
    assert ran.code == 2
    assert "two sources have one name" in ran.err
    assert not (workplace / "sets").exists()
