"""What a change does to contacts, addresses, terms and labels, told against a revision of git."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from guide.__main__ import main
from guide.comparing.changes import Change, changes
from guide.comparing.held import Held, Proof, What
from guide.comparing.raw import held_by_files
from guide.comparing.records import held_by_records
from guide.comparing.table import as_markdown, as_text, visible
from guide.reading.load import read_data
from tests import raw

#: A turned-around line, a terminal that is cleared, and a letter that is no Latin one.
HOSTILE = "\u202e\x1b[2J\u200b\n"


@pytest.fixture
def repository(copy: Path) -> Path:
    """A copy of the project that is a repository with one commit, ``main``."""
    (copy / ".gitattributes").write_text("data/routes/* export-ignore\n", encoding="utf-8")
    for arguments in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        ("-c", "user.name=t", "-c", "user.email=t@guide.example", "commit", "-q", "-m", "one"),
    ):
        subprocess.run(["git", *arguments], cwd=copy, check=True)
    return copy


@pytest.fixture
def told(repository: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[list[str]], str]]:
    """Run the command: its status, the rows of its table, and all that it prints."""

    def run(base: str = "main") -> tuple[int, list[list[str]], str]:
        status = main(["--root", str(repository), "contacts", f"--base={base}"])
        out = capsys.readouterr()
        rows = [re.split(r"  +", line) for line in out.out.splitlines() if "data/" in line or "docs/" in line]
        return status, rows, out.out + out.err

    return run


def with_phone(root: Path) -> tuple[str, str, str]:
    """Return file, number and day of some phone of a route that is written for the whole world."""
    for name, route in raw.records(root, "routes").items():
        for contact in route.get("contacts", ()):
            if contact["kind"] == "phone" and contact["value"].startswith("+") and "tested" not in contact:
                return f"routes/{name}.yml", contact["value"], contact["checked"]
    raise AssertionError("no route has a phone")


def test_without_a_change_there_is_nothing_to_look_at(told: Callable[..., tuple[int, list[list[str]], str]]) -> None:
    status, rows, out = told()

    assert (status, rows) == (0, [])
    assert "0 added, 0 altered, 0 removed" in out


def test_a_number_that_changes_without_date_and_source_is_told(
    told: Callable[..., tuple[int, list[list[str]], str]], repository: Path, change: Callable[[str, str, str], Path]
) -> None:
    file, number, day = with_phone(repository)
    other = number[:-1] + str((int(number[-1]) + 1) % 10)
    path = change(file, number, other)
    line = next(n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if other in text)

    status, rows, _ = told()
    assert status == 2
    assert len(rows) == 1
    assert rows[0][:7] == ["LOOK", "altered", "phone", number, other, "same", "same"]
    assert rows[0][7].startswith(f"data/{file}:{line} ")

    # A new day alone is no source.
    text = path.read_text("utf-8")
    at = text.index(other)
    path.write_text(text[:at] + text[at:].replace(day, "2026-11-30", 1), encoding="utf-8")
    status, rows, _ = told()
    assert (status, rows[0][5:7]) == (2, ["new", "same"])

    # The source was read again: its own dates say so.
    contact = next(c for c in raw.read(repository, file)["contacts"] if c["value"] == other)
    sources = repository / "data" / "sources.yml"
    parts = re.split(r"(?m)^(?=- )", sources.read_text("utf-8"))
    for position, part in enumerate(parts):
        if any(part.startswith(f"- id: {name}\n") for name in contact["sources"]):
            parts[position] = re.sub(r"(?m)^  checked: .*", '  checked: "2026-11-30"', part)
    sources.write_text("".join(parts), encoding="utf-8")
    status, rows, _ = told()
    assert status == 0
    assert ["", "altered", "phone", number, other, "new", "new"] in [row[:7] for row in rows]


def test_a_new_id_does_not_make_a_new_contact_of_an_altered_one(
    told: Callable[..., tuple[int, list[list[str]], str]], repository: Path, change: Callable[[str, str, str], Path]
) -> None:
    file, number, _ = with_phone(repository)
    contact = next(c for c in raw.read(repository, file)["contacts"] if c["value"] == number)
    other = number[:-1] + str((int(number[-1]) + 1) % 10)
    change(file, f"id: {contact['id']}", "id: another")
    change(file, number, other)

    status, rows, _ = told()

    assert status == 2
    assert [row[:5] for row in rows] == [["LOOK", "altered", "phone", number, other]]


def test_links_terms_labels_and_hosts_are_told(
    told: Callable[..., tuple[int, list[list[str]], str]], repository: Path, change: Callable[[str, str, str], Path]
) -> None:
    board = raw.read(repository, "routes/oversight-board.yml")
    days = board["numbers"]["days"]["value"]
    change("routes/oversight-board.yml", f"value: {days}", f"value: {days + 15}")
    change("routes/udefegua.yml", "https://udefegua.org.gt", "https://udefegua.org")
    change("hosts.yml", "host: udefegua.org.gt", "host: udefegua.org")
    label, words = next(
        (name, item["en"])
        for name, item in raw.read(repository, "platforms/facebook.yml")["labels"].items()
        if isinstance(item.get("en"), str)
    )
    change("platforms/facebook.yml", f"en: {words}", "en: Tell us")
    page = repository / "docs" / "about.md"
    page.write_text(page.read_text("utf-8") + "\nEscriba a alguien@guide.example en 48 horas.\n", encoding="utf-8")

    status, rows, _ = told()
    found = [row[:5] for row in rows]

    assert status == 2
    assert ["LOOK", "altered", "term", str(days), str(days + 15)] in found
    assert ["LOOK", "altered", "address", "https://udefegua.org.gt", "https://udefegua.org"] in found
    assert ["LOOK", "altered", "label", words, "Tell us"] in found, label
    assert ["", "added", "in a text", "–", "alguien@guide.example"] in found
    assert ["", "added", "term", "–", "48 horas"] in found
    hosts = [row[1:3] + [part.split(" ")[0] for part in row[3:5]] for row in rows if row[2] == "host"]
    assert hosts == [["altered", "host", "udefegua.org.gt", "udefegua.org"]]


def test_data_of_other_models_are_compared_as_written(
    told: Callable[..., tuple[int, list[list[str]], str]], repository: Path
) -> None:
    file, number, _ = with_phone(repository)
    other = number[:-1] + str((int(number[-1]) + 1) % 10)
    path = repository / "data" / file
    whole = path.read_text("utf-8")
    path.write_text(whole.replace(number, other) + "field_of_old: 1\n", encoding="utf-8")
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@guide.example", "commit", "-qam", "two"],
        cwd=repository,
        check=True,
    )
    path.write_text(whole, encoding="utf-8")

    status, rows, out = told("HEAD")

    assert "as they are written" in out
    assert status == 2
    assert [row[:5] for row in rows] == [["LOOK", "altered", "phone", other, number]]


def test_both_ways_of_reading_see_the_same(repository: Path) -> None:
    plain = {(h.record, h.what, h.value) for h in held_by_files(repository / "data")}
    meant = {(h.record, h.what, h.value) for h in held_by_records(read_data(repository / "data"))}

    assert len(meant) > 1000
    assert meant - plain == set()


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "main:data", ""])
def test_a_base_that_is_none_is_one_sentence(
    told: Callable[..., tuple[int, list[list[str]], str]], base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BASE", raising=False)
    status, _, out = told(base)

    assert status == 1
    assert out.startswith("BASE: ")
    assert "Traceback" not in out


def test_what_cannot_be_read_is_a_fault(
    told: Callable[..., tuple[int, list[list[str]], str]], repository: Path
) -> None:
    (repository / "data" / "guards.yml").write_text("- [", encoding="utf-8")

    status, _, out = told()

    assert status == 1
    assert "data/guards.yml" in out


def test_outside_a_repository_the_answer_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert main(["--root", str(tmp_path), "contacts", "--base", "main"]) == 1
    assert "no repository of git" in capsys.readouterr().err


def hostile_change() -> Change:
    """Return a change whose every word was written to deceive."""
    evil = f"https://ex\u0430mple.org/|x`*_[a](javascript:b)<b>&#124;\\|@you #1 www.a.org{HOSTILE}"
    held = Held("routes/x|y", ("a\x1bb", "value"), What.ADDRESS, evil, Proof(), "data/routes/x.yml", 1)
    return Change(None, held)


@pytest.mark.parametrize("write", [as_text, as_markdown])
def test_what_nobody_sees_is_written_out(write: Callable[[list[Change]], str]) -> None:
    printed = write([hostile_change()])

    assert all(letter == "\n" or (letter.isprintable() and letter not in "\u202e\u200b") for letter in printed)
    shown = html.unescape(printed)
    assert all(name in shown for name in ("U+202E", "U+001B", "U+200B", "U+000A", "а<U+0430>"))


def test_nothing_in_a_cell_ends_it_or_leads_anywhere() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(as_markdown([hostile_change()]))
    kinds = [token.type for token in tokens]
    inner = [child for token in tokens for child in token.children or []]

    assert (kinds.count("tr_open"), kinds.count("td_open")) == (2, 8)
    assert {child.type for child in inner} <= {"text", "text_special", "html_inline"}
    assert {child.content for child in inner if child.type == "html_inline"} == {"<code>", "</code>"}
    assert not re.search(r"://|www\.|[@#]\w", re.sub(r"&#\d+;", "", as_markdown([hostile_change()])))


def test_letters_of_ordinary_languages_stay() -> None:
    assert visible("Signaler à l’équipe · إبلاغ") == "Signaler à l’équipe · إبلاغ"
    assert visible("día\u00a0uno") == "día<U+00A0>uno"
    assert visible("аbc.org", latin=True) == "а<U+0430>bc.org"


def test_a_day_that_goes_back_is_no_new_one_and_a_removal_needs_none() -> None:
    def held(value: str, day: str, source: str) -> Held:
        proof = Proof(day, frozenset({source}))
        return Held("routes/x", ("contacts", "a", "value"), What.PHONE, value, proof, "data/routes/x.yml", 1)

    before = held("1", "2026-11-02", "a")

    assert [c.unproved for c in changes([before], [held("2", "2026-11-01", "b")])] == [True]
    assert [c.unproved for c in changes([before], [held("2", "2026-11-03", "b")])] == [False]
    assert [(c.kind, c.unproved) for c in changes([before], [])] == [("removed", False)]
    assert [(c.kind, c.unproved) for c in changes([], [before])] == [("added", False)]


def test_a_contact_with_nothing_around_that_says_how_it_is_known_is_told() -> None:
    loose = Held("interface", ("x",), What.IN_TEXT, "a@b.org", Proof(), "data/interface.yml", 1)
    term = Held("interface", ("x",), What.TERM, "2 horas", Proof(), "data/interface.yml", 1)

    assert {change.at.what: change.unproved for change in changes([], [loose, term])} == {
        What.TERM: False,
        What.IN_TEXT: True,
    }
