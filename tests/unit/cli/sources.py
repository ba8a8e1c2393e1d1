"""An article of our own as text, PDF, DOCX and curated folder."""

import io
from pathlib import Path

from docx import Document

from tests.unit.reading.test_files import pdf

TITLE = "Quatorze pays s’accordent à Dakar sur l’eau du fleuve"
TEXT = f"""\
{TITLE}

Quatorze pays africains ont signé vendredi à Dakar un accord sur le partage de l’eau. Le \
président sénégalais, Bassirou Diomaye Faye, a accueilli les délégations au palais de la \
République. Le texte prévoit la construction de six barrages avant 2032.

La Banque mondiale financera la moitié des travaux. Le coût total du programme s’élève à 900 \
millions d’euros, selon le ministère sénégalais de l’Hydraulique. La France a promis 80 \
millions d’euros.

Les négociations avaient commencé en mars 2021. Elles ont été suspendues pendant huit mois, \
parce que le Mali refusait de limiter ses prélèvements. L’Union africaine contrôlera \
l’application du traité.
"""

ARTICLE = """\
---
id: eau
title: L’eau du fleuve
source: La rédaction
published_on: 2025-03-15
licence: CC BY 4.0
---

Le maire a signé un accord à Dakar. Les habitants attendent la pluie.
"""
FACTS = """\
- id: maire-accord
  kind: event
  clause: "[subject Le maire] [verb a signé] [object un accord] [place à Dakar]."
  evidence: "Le maire a signé un accord à Dakar."
  importance: 3
- id: habitants-pluie
  kind: state
  clause: "[subject Les habitants] [verb attendent] [object la pluie]."
  evidence: "Les habitants attendent la pluie."
  importance: 2
"""
ENTITIES = """\
- id: dakar
  name: Dakar
  kind: place
"""


def docx(path: Path) -> Path:
    document = Document()
    for paragraph in TEXT.split("\n\n"):
        document.add_paragraph(paragraph.strip())
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(out.getvalue())
    return path


def text(path: Path, words: str = TEXT) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def pdf_file(path: Path) -> Path:
    path.write_bytes(pdf([TITLE, *_lines(TEXT.removeprefix(TITLE))]))
    return path


def _lines(words: str, width: int = 80) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def curated(folder: Path, **files: str) -> Path:
    """A small curated folder `eau`; `facts="…"` gives facts.yaml another content."""
    path = folder / "eau"
    path.mkdir()
    text(path / "article.md", files.get("article", ARTICLE))
    text(path / "facts.yaml", files.get("facts", FACTS))
    text(path / "entities.yaml", files.get("entities", ENTITIES))
    text(path / "words.yaml", files.get("words", ""))
    if "questions" in files:
        text(path / "questions.yaml", files["questions"])
    return path
