"""What proves that nobody changed a site: digests, and what it was built from."""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path

from guide.book import Book
from guide.publishing import build_record, sums
from guide.publishing.host_headers import type_of
from guide.reading.stamp import read_stamp
from tests.site.conftest import BuiltPage


def test_every_file_but_the_list_is_in_the_list(site: Path) -> None:
    listed = sums.read_sums((site / sums.NAME).read_text(encoding="utf-8"))
    there = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}

    assert listed == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items() if name != sums.NAME
    }
    assert list(listed) == sorted(listed)


def test_a_server_may_read_every_file(site: Path) -> None:
    assert {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_file()} == {0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_dir()} == {0o755}


def test_every_page_says_version_commit_and_day(built: list[BuiltPage], site: Path, root: Path, book: Book) -> None:
    said = [book.catalogue(language).interface["stamp"].words.split()[0] for language in book.languages]
    word = "|".join(map(re.escape, said))
    record = build_record.read_record((site / build_record.NAME).read_text(encoding="utf-8"))
    assert record.version == read_stamp(root).version
    number, short = re.escape(record.version), record.commit[:7]

    for page in built:
        if page.path != "404.html":
            told = page.one("footer .stamp").text()
            assert re.match(rf"(?:{word}) {number}( \({short}\))? ?.* 20\d\d\.", told), page.path
            assert (f"({short})" in told) is bool(short)


def test_every_file_has_a_type_that_servers_are_told(site: Path) -> None:
    types = {type_of(path) for path in sums.digests_of(site)} | {type_of(sums.NAME)}

    assert types >= {"text/html; charset=utf-8", "text/csv; charset=utf-8", "application/pdf"}


def test_search_engines_are_kept_from_nothing(site: Path) -> None:
    assert "Disallow" not in (site / "robots.txt").read_text(encoding="utf-8")
