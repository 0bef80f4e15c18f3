"""Mends that help: the file to rename or restore, the fields of the record itself, the day of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.checking.check import load_all
from guide.model.clock import today
from guide.model.fault import DataError, Fault


def faults_of(project: Path) -> tuple[Fault, ...]:
    with pytest.raises(DataError) as caught:
        load_all(project / "data")
    return caught.value.faults


def test_a_file_that_ends_in_yaml_is_to_be_renamed(copy: Path) -> None:
    (copy / "data/routes/cpj.yml").rename(copy / "data/routes/cpj.yaml")

    assert "rename it to 'cpj.yml'" in {fault.mend for fault in faults_of(copy)}


def test_names_of_a_missing_file_say_which_to_restore(copy: Path) -> None:
    (copy / "data/routes/cpj.yml").unlink()

    found = [fault for fault in faults_of(copy) if fault.rule == "unknown-reference"]

    assert len(found) > 1
    assert {fault.mend for fault in found} == {
        f"restore the file data/routes/cpj.yml or remove these {len(found)} mentions"
    }


def test_an_unknown_field_suggests_those_of_its_own_record(copy: Path) -> None:
    path = copy / "data/routes/cpj.yml"
    text = path.read_text(encoding="utf-8")
    # 'minutes' is a field of agendas, and 'label' one of contacts.
    path.write_text(text.replace("\nkind:", "\nminutes: x\nkind:", 1).replace("    label:", "    lable:", 1), "utf-8")

    mends = {fault.message: fault.mend for fault in faults_of(copy) if fault.rule == "unknown-field"}

    assert mends["unknown field 'lable'"] == "did you mean 'label'?"
    assert mends["unknown field 'minutes'"].startswith("delete it; the fields here are ")
    assert "reaches_state" in mends["unknown field 'minutes'"]
    assert "minutes" not in mends["unknown field 'minutes'"]


@pytest.mark.parametrize("old", ['checked: "2026-11-24"', 'copy_read: "2026-08-03"'])
def test_a_bad_date_is_mended_by_that_of_today(copy: Path, old: str) -> None:
    path = copy / "data/sources.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, old.split(":")[0] + ': "24/11/2026"', 1), "utf-8")

    assert [today().isoformat() in fault.mend for fault in faults_of(copy)] == [True]
