"""Whatever is wrong: one line on standard error, exit code 2, nothing left behind."""

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.cli import sources
from tests.unit.cli.conftest import Ran, Run, everything_in

ENGLISH = (
    "Fourteen countries signed an agreement on water in Dakar on Friday. The president welcomed "
    "the delegations at the palace. The text provides for the construction of six dams.\n\n"
    "The World Bank will finance half of the works, said the minister of the environment."
)


def assert_refused(ran: Ran, *expected: str) -> None:
    assert ran.code == 2, ran
    assert ran.out == ""
    assert ran.err.startswith("Error: ")
    assert ran.err.count("\n") == 1, ran.err
    for words in expected:
        assert words in ran.err
    assert "Traceback" not in ran.err


@pytest.fixture(params=["generate", "deck"])
def make(request: pytest.FixtureRequest, run: Run, workplace: Path) -> Callable[[str], Ran]:
    """Make something of a source, then see that the folder is as before."""

    def call(source: str) -> Ran:
        before = everything_in(workplace)
        ran = run(request.param, source, "-o", "out.file")
        assert everything_in(workplace) == before
        return ran

    return call


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", "no text"),
        ("blank.txt", b" \n\t\n", "no text"),
        ("long.txt", "Le maire a signé. ".encode() * 300_000, "cut it to"),
        ("english.txt", ENGLISH.encode(), "French"),
        ("binary.txt", bytes(range(256)) * 40, "no text"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "damaged"),
        ("broken.docx", b"PK\x03\x04nothing", "damaged"),
        ("broken.json", b'{"schema": ', "not a study set"),
        ("other.json", b'{"schema": "quizapp/study-set/1"}', "article"),
        ("wrong.json", b"[]", "not a study set"),
    ],
)
def test_files(
    make: Callable[[str], Ran], workplace: Path, name: str, data: bytes, expected: str
) -> None:
    (workplace / name).write_bytes(data)
    assert_refused(make(name), name, expected)


def test_a_missing_file_a_folder_that_is_none_and_no_text_at_all(
    make: Callable[[str], Ran], workplace: Path, run: Run
) -> None:
    assert_refused(make("missing.txt"), "missing.txt", "give a file or a URL")
    assert_refused(make("missing.json"), "missing.json")
    assert_refused(make("tmp"), "tmp: a curated folder needs an article.md")
    assert_refused(run("generate", "-", given=b""), "standard input: there is no text")


def test_a_place_that_cannot_be_written(run: Run, workplace: Path) -> None:
    sources.text(workplace / "text.txt")
    for command in ("generate", "deck"):
        ran = run(command, "text.txt", "-o", "nowhere/out.file")
        assert_refused(ran, "nowhere: no such folder")
    assert not (workplace / "nowhere").exists()


class _Secret(http.server.BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        self.send_error(500)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Quiet."""


@pytest.fixture
def secret() -> Iterator[int]:
    """A service of this machine that nobody may ask; its port."""
    server = http.server.HTTPServer(("127.0.0.1", 0), _Secret)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()
    assert _Secret.asked == 0


def test_private_addresses(run: Run, secret: int, workplace: Path) -> None:
    for url in (
        f"http://127.0.0.1:{secret}/",
        f"http://localhost:{secret}/",
        f"http://[::1]:{secret}/",
        "http://127.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
    ):
        assert_refused(run("generate", url, "-o", "out.json"), url, "not an address of the public")
    for url in ("file:///etc/passwd", "ftp://example.org/a"):
        assert_refused(run("generate", url, "-o", "out.json"), url)
    assert everything_in(workplace) == {}


@pytest.mark.parametrize(
    ("files", "place", "expected"),
    [
        ({"facts": "- id: [a\n  kind: event\n"}, "facts.yaml:2", "not valid YAML"),
        ({"facts": "id: a\n"}, "facts.yaml:1", "expected a list"),
        ({"facts": sources.FACTS.replace("kind: state", "kind: poem")}, "facts.yaml:7", "'event'"),
        ({"facts": sources.FACTS.replace("la pluie]", "la pluie")}, "facts.yaml:8", "]"),
        ({"facts": sources.FACTS.replace("[verb a", "[verbe a")}, "facts.yaml:3", "verbe"),
        (
            {"facts": sources.FACTS.replace('e: "Les habitants', 'e: "Les voisins')},
            "facts.yaml:9",
            "Les voisins",
        ),
        ({"facts": sources.FACTS + "  colour: blue\n"}, "facts.yaml:11", "unknown key 'colour'"),
        (
            {"facts": sources.FACTS.replace("à Dakar]", "à Dakar | paris]")},
            "facts.yaml:3",
            "paris",
        ),
        ({"article": "Le maire a signé."}, "article.md:1", "front matter"),
        (
            {"article": sources.ARTICLE.replace("id: eau", "id: vin")},
            "article.md:2",
            "the folder's name, eau",
        ),
        (
            {"article": sources.ARTICLE.replace("2025-03-15", "hier")},
            "article.md:5",
            "published_on",
        ),
        ({"entities": "- id: dakar\n  kind: town\n  name: Dakar\n"}, "entities.yaml:2", "kind"),
        ({"words": "- lemma: accord\n  sentence: nulle part\n"}, "words.yaml:", ""),
        ({"questions": "- id: nowhere\n"}, "questions.yaml:1", "nowhere"),
    ],
)
def test_curated_folders(
    run: Run, workplace: Path, files: dict[str, str], place: str, expected: str
) -> None:
    folder = sources.curated(workplace, **files)
    before = everything_in(workplace)
    assert_refused(run("facts", "check", str(folder)), place, expected)
    assert everything_in(workplace) == before


def test_arguments(run: Run, workplace: Path) -> None:
    assert_refused(run("generate"), "SOURCE", "flask generate --help")
    assert_refused(run("generate", "a.txt", "--questions", "many"), "--questions")
    assert_refused(run("generate", "a.txt", "--published", "18/06/2024"), "--published")
    assert_refused(run("generate", "a.txt", "--colour"), "--colour")
    assert_refused(run("deck", "a.txt"), "--out")
    assert_refused(run("facts", "check", "nowhere"), "nowhere")
    assert_refused(run("restore", "nowhere"), "nowhere")
    assert_refused(run("serve", "--port", "99999"), "--port")


@pytest.mark.usefixtures("tables")
def test_a_port_that_is_taken(run: Run, secret: int) -> None:
    assert_refused(run("serve", "--port", str(secret)), f"127.0.0.1:{secret}", "--port")


def test_a_database_without_tables(run: Run, workplace: Path) -> None:
    sources.text(workplace / "text.txt")
    for command in (
        ("backup", "b.gz"),
        ("restore", "text.txt"),
        ("library", "load"),
        ("user", "create", "a@example.org"),
        ("article", "add", "text.txt", "--owner", "a@example.org"),
        ("worker",),
        ("serve",),
    ):
        assert_refused(run(*command), "run `flask db upgrade`")
    assert not (workplace.parent / "quizapp.sqlite").exists()
    assert not (workplace / "b.gz").exists()
