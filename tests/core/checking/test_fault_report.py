"""A report that one reads: faults one by one while they are few, by kind when one slip has made hundreds."""

from __future__ import annotations

import io

import pytest

from guide.model.fault import Fault
from guide.model.fault_names import RULES
from guide.model.fault_report import FEW, SHOWN_OF_A_KIND, every_asked, in_colour, report


def many(rule: str, count: int, file: str = "data/threats/a.yml") -> list[Fault]:
    return [Fault(file, line, 1, rule, f"{rule} {line}", "mend it") for line in range(1, count + 1)]


RARE = [
    Fault("data/sources.yml", 8, 5, "unknown-field", "unknown field 'ulr'", "did you mean 'url'?", "    ulr: x"),
    *many("no-source", 2, "data/policies.yml"),
]


def test_few_faults_are_told_one_by_one() -> None:
    shown = report(many("wrong-type", FEW))

    assert sum(line.endswith("[wrong-type]") for line in shown.splitlines()) == FEW
    assert "more of this kind" not in shown


def test_hundreds_of_a_kind_do_not_bury_the_others() -> None:
    shown = report([*many("unlisted-host", 500), *many("unlisted-host", 293, "data/threats/b.yml"), *RARE])
    lines = shown.splitlines()

    assert len(lines) < 40
    # The rarest kind, whole with its mend and its line, stands last before the summary.
    assert shown.index("[unlisted-host]") < shown.index("[no-source]") < shown.index("unknown field 'ulr' — did you")
    assert "        ulr: x" in lines
    assert sum(line.endswith("[unlisted-host]") for line in lines) == SHOWN_OF_A_KIND
    assert "    … and 790 more of this kind, in 2 files" in lines
    assert sum(line.endswith("[no-source]") for line in lines) == 2
    # The summary: how many, which kind, what it means, where the first one is.
    assert any(line.startswith("793 × unlisted-host ") and RULES["unlisted-host"] in line for line in lines)
    assert any(line.startswith("  1 × unknown-field ") and line.endswith("First: data/sources.yml:8") for line in lines)
    assert lines[-2:] == [
        "To read them all: make check ALL=1",
        "796 faults. Nothing was built; the last good site is as it was.",
    ]


def test_all_are_told_to_who_asks() -> None:
    shown = report([*many("unlisted-host", 793), *RARE], every=True)

    assert shown.count("[unlisted-host]") == 793
    assert "more of this kind" not in shown


def test_colours_are_for_terminals_whose_reader_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    assert in_colour(Terminal())
    assert not in_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not in_colour(Terminal())

    faults = [*many("unlisted-host", 50), *RARE]
    assert "\x1b" not in report(faults)
    assert "\x1b[31m" in report(faults, colour=True)


@pytest.mark.parametrize(("typed", "asked"), [(None, False), ("", False), ("0", False), ("1", True)])
def test_all_is_asked_for_by_a_variable(typed: str | None, asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALL", raising=False)
    if typed is not None:
        monkeypatch.setenv("ALL", typed)

    assert every_asked() == asked
