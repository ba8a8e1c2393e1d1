"""PDF → text, in a process of its own: a hostile file is stopped by the clock and by its memory."""

import io
import os
import resource
import subprocess
import sys
from pathlib import Path

from quizapp.model import QuizappError
from quizapp.reading.normal import MAX_CHARACTERS

SECONDS = 8
_MAX_PAGES = 60
_MAX_MEMORY = 1_500_000_000
_REFUSED = 3
_ROOT = str(Path(__file__).parents[2])


def pdf_text(name: str, data: bytes, *, seconds: float = SECONDS) -> str:
    """The text of the pages; `article-too-long` where reading them takes longer than `seconds`."""
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", __name__],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": _ROOT, "PYTHONIOENCODING": "utf-8:surrogateescape"},
        )
    except subprocess.TimeoutExpired as error:
        raise QuizappError("article-too-long", f"{name}: reading it takes too long") from error
    said = child.stdout.decode("utf-8", errors="replace")
    if child.returncode == _REFUSED:
        code, _, message = said.partition("\n")
        raise QuizappError(code, f"{name}: {message}")
    if child.returncode:
        raise QuizappError("file-unreadable", f"{name}: the PDF is damaged; paste its text")
    return said


def _read(data: bytes) -> str:
    """Page by page, until there is more than an article may hold."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise QuizappError("file-unreadable", "the PDF is locked; remove its password")
    if len(reader.pages) > _MAX_PAGES:
        raise QuizappError("article-too-long", f"more than {_MAX_PAGES} pages")
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > 2 * MAX_CHARACTERS:
            raise QuizappError("article-too-long", "too much text; cut it to one article")
    return "\n".join(pages)


def _main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))
    try:
        text = _read(sys.stdin.buffer.read())
    except QuizappError as error:
        sys.stdout.write(f"{error.code}\n{error.message}")
        return _REFUSED
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
