from pathlib import Path

import pytest

from quizapp.facts.notation import read_facts, write_facts
from quizapp.model import Article, Attribution, Entity, Fact, QuizappError, Span

TEXT = (
    "Le maire a promis «\u202fl’eau et le gaz\u202f» aux habitants. "
    "Selon Mme Roy, la ville n’a rien payé. La ville a peur."
)
ARTICLE = Article(
    id="eau",
    title="L’eau",
    text=TEXT,
    paragraphs=(Span(start=0, end=len(TEXT)),),
    sentences=(Span(start=0, end=len(TEXT)),),
)
WHOLE = """\
# facts about water
- id: promesse
  kind: quote
  clause: '[subject Le maire | maire] [verb a promis] [object «\u202fl’eau et le gaz\u202f»].'
  evidence: "Le maire a promis « l'eau et le gaz »"
  importance: 3
  time: 2024-06-19
- id: facture
  kind: event
  clause: '[frame Selon Mme Roy,] [subject la ville | ville] [verb n’a payé] [object rien].'
  modality: reported
  negated: true
  attribution: Mme Roy | mme-roy
  evidence: la ville n’a rien payé
- {id: peur, kind: state, clause: '[subject La ville] [verb a] [object peur].', evidence: 'a peur',
   time: 2024}
"""


def read(tmp_path: Path, yaml: str) -> tuple[Fact, ...]:
    path = tmp_path / "facts.yaml"
    path.write_text(yaml, encoding="utf-8")
    return read_facts(path, ARTICLE)


def test_facts_are_read_with_their_defaults(tmp_path: Path) -> None:
    promise, bill, fear = read(tmp_path, WHOLE)
    assert promise.statement == "Le maire a promis «\u202fl’eau et le gaz\u202f»."
    assert promise.evidence.text == "Le maire a promis «\u202fl’eau et le gaz\u202f»"
    assert (promise.status, promise.origin, promise.importance) == ("accepted", "curated", 3)
    assert (promise.time, fear.time) == ("2024-06-19", "2024")
    assert bill.attribution == Attribution(text="Mme Roy", entity="mme-roy")
    assert (bill.modality, bill.negated, bill.importance) == ("reported", True, 2)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    facts = read(tmp_path, WHOLE)
    edited = facts[0].model_copy(
        update={
            "evidence": ARTICLE.quote(TEXT.index("ville a peur"), TEXT.index("ville a peur") + 5),
            "warnings": ("À revoir.",),
            "confidence": 0.5,
            "origin": "edited",
        }
    )
    written = write_facts((edited, *facts[1:]), ARTICLE)
    assert "evidence_at: 2" in written
    assert read(tmp_path, written) == (edited, *facts[1:])


def test_an_empty_file_holds_no_fact(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing yet\n") == ()


def fact(**changes: str | None) -> str:
    keys = {
        "id": "a",
        "kind": "event",
        "clause": "'[subject La ville] [verb a peur].'",
        "evidence": "La ville a peur",
    }
    pairs = [(k, v) for k, v in {**keys, **changes}.items() if v is not None]
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in pairs) + "\n"


@pytest.mark.parametrize(
    ("yaml", "code", "message"),
    [
        (fact(evidence="le fleuve"), "evidence-missing", "4:3: the article does not say « le fleu"),
        (
            fact(evidence="ville"),
            "evidence-ambiguous",
            "4:3: the article says this 2 times; add 'evidence_at: 1' to 2",
        ),
        (fact(evidence="ville", evidence_at="3"), "evidence-missing", "5:3: expected 1 to 2"),
        (fact(kind="evnt"), "document-shape", "2:3: kind: expected 'event', 'state', 'role'"),
        (fact(claus="x"), "document-shape", "5:3: unknown key 'claus'; expected one of id, kind"),
        (fact(clause=None), "document-shape", "1:3: the key 'clause' is missing"),
        (fact(id="a b"), "document-shape", "1:3: id: String should match"),
        (fact(importance="4"), "document-shape", "5:3: importance: Input should be less than"),
        (fact(time="hier"), "document-shape", "5:3: time: String should match"),
        (
            fact(clause="'[sujet La ville].'"),
            "clause-invalid",
            "3:3: clause, column 2: unknown role 'sujet'; expected one of subject",
        ),
        (
            fact(clause="'[subject La ville.'"),
            "clause-invalid",
            "3:3: clause, column 1: this '[' is never closed",
        ),
        (fact(attribution="'A + B'"), "clause-invalid", "5:3: attribution, column 1: expected a"),
        (fact() + fact(), "document-shape", "5:3: the id 'a' is used twice"),
        (fact() + "  id: b\n", "document-syntax", "5:3: not valid YAML: found duplicate key"),
        ("- id: [a\n", "document-syntax", "2:1: not valid YAML"),
        ("id: a\n", "document-shape", "1:1: expected a list"),
        ("- a\n", "document-shape", "1:1: expected keys and values"),
    ],
)
def test_a_fault_is_told_with_file_line_and_expectation(
    tmp_path: Path, yaml: str, code: str, message: str
) -> None:
    with pytest.raises(QuizappError) as caught:
        read(tmp_path, yaml)
    assert caught.value.message.startswith(f"{tmp_path / 'facts.yaml'}:{message}")
    assert caught.value.code == code
    assert "\n" not in caught.value.message


def test_a_fact_names_entities_of_the_set_only(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    entities = tuple(
        Entity(id=name, name=name, kind="other") for name in ("maire", "ville", "mme-roy")
    )
    assert len(read_facts(path, ARTICLE, entities=entities)) == 3
    for known, place in ((entities[1:], "4:3"), (entities[:2], "13:3")):
        with pytest.raises(QuizappError) as caught:
            read_facts(path, ARTICLE, entities=known)
        assert caught.value.code == "entity-unknown"
        assert caught.value.message.startswith(f"{path}:{place}: the set has no entity '")


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    with pytest.raises(QuizappError) as missing:
        read_facts(path, ARTICLE)
    assert missing.value.code == "document-missing"
    path.write_bytes(b"\xff\xfe- id")
    with pytest.raises(QuizappError) as binary:
        read_facts(path, ARTICLE)
    assert binary.value.code == "document-encoding"
