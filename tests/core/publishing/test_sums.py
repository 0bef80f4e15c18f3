"""The list of digests: it names every file, servers can read them all, and a stranger's list leads nowhere else."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from guide.publishing.sums import LONGEST_PATH, MOST_FILES, NAME, BadSums, digests_of, read_sums, seal

A = hashlib.sha256(b"a").hexdigest()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site that was written under a umask that shuts everybody out."""
    before = os.umask(0o077)
    try:
        folder = tmp_path / "site"
        for path in ("b/index.html", "a.html", "B.html", "b-c.html"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(b"a")
        seal(folder)
    finally:
        os.umask(before)
    return folder


def test_every_file_is_listed_in_the_order_of_its_bytes(site: Path) -> None:
    text = (site / NAME).read_text(encoding="utf-8")

    assert text == "".join(f"{A}  {path}\n" for path in ("B.html", "a.html", "b-c.html", "b/index.html"))
    assert read_sums(text) == digests_of(site)


def test_a_server_may_read_everything_whatever_the_umask(site: Path) -> None:
    modes = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in [site, *site.rglob("*")]}

    assert modes == {True: 0o755, False: 0o644}


def test_to_seal_twice_lists_the_same(site: Path) -> None:
    before = (site / NAME).read_bytes()
    seal(site)

    assert (site / NAME).read_bytes() == before


def test_a_link_out_of_the_folder_is_not_followed(site: Path) -> None:
    (site / "out.html").symlink_to("/etc/hostname")

    assert "out.html" not in digests_of(site)


@pytest.mark.parametrize(
    "line",
    [
        *(f"{A}  {path}" for path in ("../a", "/etc/passwd", "a/../b", "a//b", "./a", "a/", ".git/config", NAME)),
        *(f"{A}  {path}" for path in ("a\\b", "C:a", "a\x1b[2Jb", "a\tb", "a?b", "a#b", "a%2e", "https://b.example/")),
        f"{A}  {'a' * (LONGEST_PATH + 1)}",
        f"{A} a",
        f"{A[:-1]}  a",
        f"{A.upper()}  a",
        f"{A}  a\n{A}  a",
        "<!doctype html>",
        "",
    ],
)
def test_a_list_that_leads_elsewhere_is_refused(line: str) -> None:
    with pytest.raises(BadSums) as told:
        read_sums(line + "\n")

    assert str(told.value).isprintable()


def test_a_list_without_end_is_refused() -> None:
    with pytest.raises(BadSums, match="more than"):
        read_sums("".join(f"{A}  {number}\n" for number in range(MOST_FILES + 1)))
