"""An organisation's own numbers: only in builds that name the file, and never without who tested them (P2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.book import read_book
from guide.model.fault import DataError
from guide.model.languages import LANGUAGES
from tests import raw

NUMBER = "+33 1 44 83 84 66"
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

    assert 'href="tel:+33144838466"' in page
    assert "Probado por 2 personas el 20 nov 2026." in page
    assert "AB" not in page
    first = raw.read(copy, "urgent.yml")["lines"][0]["route"]
    assert page.index(NUMBER) < page.index(raw.records(copy, "routes")[first]["name"])


@pytest.mark.slow
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

    (copy / "local.yml").write_text(ENTRY.replace("84 66", "84 67"), encoding="utf-8")
    assert read_book(copy, known=first) is not first


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("  by: [AB, CD]\n", "  by: [AB]\n", "testers", 7),
        ("  by: [AB, CD]\n", "  by: [AB, ab]\n", "testers", 7),
        ("  by: [AB, CD]\n", "", "missing-field", 1),
        ('tested: "2026-11-20"', 'tested: "2126-11-20"', "future-date", 6),
        ("kind: phone", "kind: telephone", "unknown-value", 3),
        (NUMBER, "33 uno 44", "impossible-number", 4),
        (NUMBER, "01 44 83 84 66", "number-country", 4),
        (NUMBER, "guardia@red.org", "contact-kind", 4),
        (NUMBER, "+00 000 000 000", "example-number", 4),
        (f'phone\n  value: "{NUMBER}"', "form\n  value: http://red.org/", "not-https", 4),
        (f'phone\n  value: "{NUMBER}"', "form\n  value: https://bit.ly/red", "hidden-target", 4),
        (f'phone\n  value: "{NUMBER}"', "email\n  value: guardia@red", "impossible-address", 4),
        ("kind: phone", "kind: phone\n  from: fr", "number-country", 5),
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


def test_the_example_is_refused_until_its_number_is_replaced(
    root: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = (root / "local.example.yml").read_text(encoding="utf-8")
    (copy / "local.yml").write_text(example, encoding="utf-8")
    monkeypatch.setenv("LOCAL", "local.yml")

    with pytest.raises(DataError) as caught:
        read_book(copy)
    told = [(fault.rule, fault.mend, fault.quoted.strip()) for fault in caught.value.faults]
    assert told == [("example-number", "replace the example", 'value: "+00 000 000 000"')]

    (copy / "local.yml").write_text(example.replace("+00 000 000 000", NUMBER), encoding="utf-8")
    assert read_book(copy).local[0].name == "Abogada de guardia de nuestra red"
    assert "local.yml" in (root / ".gitignore").read_text(encoding="utf-8").splitlines()
