"""Ready files for servers say what the one truth says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.__main__ import main
from guide.publishing import host_files
from guide.publishing import host_headers as said
from guide.publishing.around_page import POLICY
from guide.publishing.single import policy as policy_of_single


def test_the_files_of_the_project_are_current(root: Path) -> None:
    assert host_files.outdated(root) == []


def test_a_file_that_somebody_changed_by_hand_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "headers", "--check"]) == 1
    assert main(["--root", str(tmp_path), "headers"]) == 0
    assert main(["--root", str(tmp_path), "headers", "--check"]) == 0
    (tmp_path / host_files.FOLDER / "_headers").write_text("/*\n")
    assert main(["--root", str(tmp_path), "headers", "--check"]) == 1
    assert "_headers. Run 'make headers'" in capsys.readouterr().err


def test_the_policy_of_the_header_is_that_of_the_pages_and_forbids_frames() -> None:
    assert f"{POLICY}; frame-ancestors 'none'" == said.PAGE_POLICY
    assert said.headers_of("urgent/index.html")["Content-Security-Policy"] == said.PAGE_POLICY
    assert "unsafe" not in said.policy_for_all()


def test_a_policy_for_all_paths_names_what_a_plan_as_one_file_holds() -> None:
    digests = set(re.findall(r"'sha256-[^']+'", policy_of_single()))

    assert len(digests) == 2
    assert set(re.findall(r"'sha256-[^']+'", said.policy_for_all())) == digests


def test_each_server_says_each_header(root: Path) -> None:
    nginx, caddy, static = (
        (root / host_files.FOLDER / name).read_text("utf-8") for name in ("nginx.conf", "Caddyfile", "_headers")
    )
    for name, value in said.ALWAYS.items():
        assert f'    add_header {name} "{value}" always;\n' in nginx
        assert f'\t\t{name} "{value}"\n' in caddy
        assert f"\n  {name}: {value}\n" in static
    for text in (nginx, caddy):
        assert text.count(f'"{said.PAGE_POLICY}"') == 1
        assert text.count(f'"{said.SINGLE_POLICY}"') == 1
    assert f"\n  Content-Security-Policy: {said.policy_for_all()}\n" in static


def test_no_server_logs_who_reads_or_vouches_for_https_at_an_onion_address(root: Path) -> None:
    nginx, caddy = ((root / host_files.FOLDER / name).read_text("utf-8") for name in ("nginx.conf", "Caddyfile"))

    assert "access_log off;" in nginx
    assert not re.search(r"^\s*log\b", caddy, re.MULTILINE)
    assert re.search(r'~\[\.\]onion\$ "";', nginx)
    assert "@named not host *.onion\n\theader @named Strict-Transport-Security" in caddy
