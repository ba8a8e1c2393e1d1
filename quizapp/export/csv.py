"""Tables that a French spreadsheet opens as they are: BOM, semicolons, decimal commas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

Cell = str | int | float | bool | date | None

_FORMULA = re.compile(r"[ \u00a0]*[=+\-@\t\r\n＝＋－＠]")


def render(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as UTF-8 with a BOM. No text is ever read as a formula; numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_cell(header) for header in headers])
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "oui" if cell else "non"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    return _harmless(cell.replace("\x00", ""))


def _harmless(text: str) -> str:
    """An apostrophe before what a spreadsheet would compute, also behind spaces."""
    return f"'{text}" if _FORMULA.match(text) else text
