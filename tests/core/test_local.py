"""An organisation's own numbers: only in builds that name the file, and never without who tested them (P2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.book import read_book
from guide.model.fault import DataError
from guide.model.languages import LANGUAGES
from tests import raw

NUMBER = "+99 123 456 789"
ENTRY = f"""- id: on-duty
  name: Abogada de guardia
  kind: phone
  value: "{NUMBER}"
  limit: De 8 a 22 horas.
  tested: "2026-11-20"
  by: [AB, CD]
"""


def urgent(project: Path) -> str:
    """Return the text of the urgent page of ``project``."""
    pages = read_book(project).pages(LANGUAGES["es"])
    return next(page.body for page in pages if page.path == "urgent/")


def test_a_private_number_stands_on_the_urgent_page_when_the_build_is_told_so(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy / "local.yml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.setenv("LOCAL", "local.yml")

    page = urgent(copy)

    assert 'href="tel:+99123456789"' in page
    assert "Probado por 2 personas el 20 nov 2026." in page
    assert "AB" not in page
    first = raw.read(copy, "urgent.yml")["lines"][0]["route"]
    assert page.index(NUMBER) < page.index(raw.records(copy, "routes")[first]["name"])


def test_nothing_of_it_reaches_a_build_that_is_not_told_so(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "local.yml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.delenv("LOCAL", raising=False)

    book = read_book(copy)

    assert all(NUMBER not in page.body for language in book.languages for page in book.pages(language))


def test_a_changed_private_file_makes_another_book(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "local.yml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.setenv("LOCAL", "local.yml")
    first = read_book(copy)
    assert read_book(copy, known=first) is first

    (copy / "local.yml").write_text(ENTRY.replace("456", "654"), encoding="utf-8")
    assert read_book(copy, known=first) is not first


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("  by: [AB, CD]\n", "  by: [AB]\n", "too-few", 7),
        ("  by: [AB, CD]\n", "", "missing-field", 1),
        ('tested: "2026-11-20"', 'tested: "2126-11-20"', "future-date", 6),
        ("kind: phone", "kind: telephone", "unknown-value", 3),
        ("  limit: De 8 a 22 horas.", "  limit: De 8: a 22 horas.", "colon-in-text", 5),
    ],
)
def test_a_fault_of_the_private_file_is_told_with_its_place(
    copy: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, rule: str, line: int
) -> None:
    (copy / "local.yml").write_text(ENTRY.replace(old, new), encoding="utf-8")
    monkeypatch.setenv("LOCAL", "local.yml")

    with pytest.raises(DataError) as caught:
        read_book(copy)

    assert [(f.file, f.rule, f.line) for f in caught.value.faults] == [("local.yml", rule, line)]
    assert caught.value.faults[0].quoted


def test_a_file_that_is_not_there_is_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL", "local.yml")

    with pytest.raises(DataError) as caught:
        read_book(copy)
    assert caught.value.faults[0].rule == "missing-file"


def test_the_example_is_valid(root: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "local.yml").write_bytes((root / "local.example.yml").read_bytes())
    monkeypatch.setenv("LOCAL", "local.yml")

    assert read_book(copy).local[0].name == "Abogada de guardia de nuestra red"
    assert "local.yml" in (root / ".gitignore").read_text(encoding="utf-8").splitlines()
