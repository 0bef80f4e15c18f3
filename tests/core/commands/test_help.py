"""The commands of the guide: each tells in whole sentences what it does, and ``./guide`` runs from any folder."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from guide.__main__ import COMMANDS, main
from tests.conftest import ROOT


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_tells_what_it_does_in_whole_sentences(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    for part in COMMANDS[command][1:]:
        assert part in said
        assert all(re.match(r"[A-Z].*\w", sentence) for sentence in re.split(r"(?<=\.) ", part))
        assert part.endswith(".")


def test_the_list_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    said = capsys.readouterr().out
    assert [command for command in COMMANDS if command not in said] == []


def test_the_script_runs_from_another_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [ROOT / "guide", "check", "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert COMMANDS["check"][1] in done.stdout


def test_without_a_set_up_the_script_says_what_to_run(tmp_path: Path) -> None:
    script = tmp_path / "guide"
    script.write_bytes((ROOT / "guide").read_bytes())
    done = subprocess.run(["sh", script, "check"], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "make check" in done.stderr
