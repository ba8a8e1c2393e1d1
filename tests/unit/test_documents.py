from pathlib import Path

import pytest

from quizapp.documents import Row, read_row, read_rows
from quizapp.model import QuizappError


class _Town(Row):
    name: str
    country: str
    twins: tuple[str, ...] = ()
    mayor: dict[str, int] | None = None


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "towns.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_yaml_1_2(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff- {name: Oslo, country: NO}\n- {name: yes, country: on}\n")
    assert [row.value.country for row in read_rows(path, _Town)] == ["NO", "on"]


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("- name: Oslo\n  country: NO\n  twins:\n    - Gand\n    - 3\n", "5:7: twins.1: "),
        ("- name: Oslo\n  country: NO\n  mayor:\n    age: vieux\n", "4:5: mayor.age: "),
        ("- name: Oslo\n  country: NO\n- name: Gand\n", "3:3: the key 'country' is missing"),
        ("- name: 'Oslo\n", "2:1: not valid YAML: "),
    ],
)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, yaml: str, message: str) -> None:
    path = write(tmp_path, yaml)
    with pytest.raises(QuizappError) as caught:
        read_rows(path, _Town)
    assert caught.value.message.startswith(f"{path}:{message}")


def test_a_row_inside_a_file_counts_from_its_first_line() -> None:
    row = read_row("name: Oslo\ncountry: NO\n", _Town, path=Path("a.md"), first_line=2)
    with pytest.raises(QuizappError, match=r"^a\.md:3:1: no such country$"):
        row.fail("country-unknown", "no such country", key="country")
