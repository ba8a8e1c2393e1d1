from pathlib import Path

import pytest

from quizapp.model import Article, Entity, QuizappError, Span
from quizapp.world.curated import read_entities

TEXT = (
    "Kim Jong-il est mort. Kim règne\u202f: l’ONU s’inquiète, Pyongyang s’en moque. Un kim parle."
)
ARTICLE = Article(
    id="kim",
    title="Kim",
    text=TEXT,
    paragraphs=(Span(start=0, end=len(TEXT)),),
    sentences=(Span(start=0, end=len(TEXT)),),
)
WHOLE = """\
- id: kim-jong-un
  name: Kim Jong-un
  kind: person
  aliases: [Kim]
  description: dirigeant de la Corée du Nord depuis 2011
- {id: kim-jong-il, name: Kim Jong-il, kind: person}
- {id: PRK, name: Corée du Nord, kind: country, aliases: [Pyongyang]}
- {id: NO, name: ONU, kind: organisation}
"""


def read(tmp_path: Path, yaml: str) -> tuple[Entity, ...]:
    path = tmp_path / "entities.yaml"
    path.write_text(yaml, encoding="utf-8")
    return read_entities(path, ARTICLE)


def test_entities_are_found_where_the_text_names_them(tmp_path: Path) -> None:
    entities = read(tmp_path, WHOLE.replace("id: NO", "id: onu"))
    named = {
        entity.id: [TEXT[span.start : span.end] for span in entity.mentions] for entity in entities
    }
    assert named == {
        "kim-jong-un": ["Kim"],
        "kim-jong-il": ["Kim Jong-il"],
        "PRK": ["Pyongyang"],
        "onu": ["ONU"],
    }
    assert entities[0].description == "dirigeant de la Corée du Nord depuis 2011"


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        (WHOLE, "8:4: id: expected a slug such as 'jean-jaures', not 'NO'"),
        ("- {id: prk, name: Corée, kind: country}\n", "1:4: id: expected ISO 3166 alpha-3"),
        ("- {id: a, name: A, kind: pays}\n", "1:20: kind: expected 'person', 'organisation'"),
        ("- {id: a, kind: work}\n", "1:3: the key 'name' is missing"),
        ("- {id: a, name: A, kind: work, alias: B}\n", "1:32: unknown key 'alias'; expected one"),
        ("- id: a\n  name: A\n  kind: work\n" * 2, "4:3: the id 'a' is used twice"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, yaml: str, message: str) -> None:
    with pytest.raises(QuizappError) as caught:
        read(tmp_path, yaml)
    assert caught.value.message.startswith(f"{tmp_path / 'entities.yaml'}:{message}")
