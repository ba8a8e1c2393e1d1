"""What a command line names: a file, `-` for standard input, or an address."""

import re
import sys
from pathlib import Path

from quizapp.model import Draft, QuizappError
from quizapp.reading.files import MAX_BYTES, draft_from_file
from quizapp.reading.web import draft_from_url


def open_source(source: str) -> Draft:
    """Read a path, `-` or a URL."""
    if source == "-":
        draft = draft_from_file("standard input", sys.stdin.buffer.read(MAX_BYTES + 1))
        return draft.model_copy(update={"source": None})
    if re.match(r"[a-zA-Z][a-zA-Z+.-]*://", source):
        return draft_from_url(source)
    try:
        with Path(source).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise QuizappError("file-missing", f"{source}: {reason}; give a file or a URL") from error
    return draft_from_file(source, data)
