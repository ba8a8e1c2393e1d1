r"""How sentences of our own are cut before they are parsed, sample by sample.

`preparation.txt` holds, for each sample, a line `> text` (`\u202f` and the like stand for spaces
that could not be told apart) and below it what preparation makes of it: a line `= sentence` for
each sentence, then a line `kind: tokens` for each of its pieces in text order. `_` is a space
inside a token. A line `# …` is a title, or says of the sample below it what is a known limit.

`python -m tests.golden.preparation` writes the file anew from its own samples. Read the difference
aloud before you commit it; to add a sample, add its line `> …` and run that.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from quizapp.model import Draft
from quizapp.nlp.models import Models, load_models
from quizapp.nlp.parse import parse
from quizapp.nlp.trees import ParsedArticle, Piece
from quizapp.reading.articles import to_article
from quizapp.resources import ResourcePaths, Resources, load_resources
from tests.sites import ROOT

EXPECTED = Path(__file__).with_name("preparation.txt")
_SPACE = re.compile(r"\\u([0-9a-f]{4})")


def samples() -> list[str]:
    """The lines `> text` of the file."""
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("> ")]


def expected() -> dict[str, list[str]]:
    """The lines that stand below each sample."""
    blocks: dict[str, list[str]] = {}
    sample = ""
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            sample = line
            blocks[sample] = []
        elif line and not line.startswith("#"):
            blocks[sample].append(line)
    return blocks


def prepared(sample: str, *, models: Models, resources: Resources) -> list[str]:
    """The lines that belong below a sample; it is an article by itself."""
    text = _SPACE.sub(lambda match: chr(int(match[1], 16)), sample.removeprefix("> "))
    article = to_article(Draft(title="Échantillon", text=text))
    return list(_lines(parse(article, models=models, resources=resources)))


def _lines(parsed: ParsedArticle) -> Iterator[str]:
    text = parsed.article.text
    for sentence in parsed.sentences:
        yield f"= {text[sentence.span.start : sentence.span.end]}"
        for piece in sorted(sentence.pieces, key=lambda piece: piece.span.start):
            yield f"{piece.kind}: {_tokens(piece)}"


def _tokens(piece: Piece) -> str:
    return " ".join(re.sub(r"\s", "_", word.text) for word in piece.main.words)


def main() -> None:
    models, resources = load_models(), load_resources(ResourcePaths.under(ROOT))
    lines: list[str] = []
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            lines += [line, *prepared(line, models=models, resources=resources)]
        elif not line or line.startswith("#"):
            lines.append(line)
    EXPECTED.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
