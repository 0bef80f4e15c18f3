"""The archives for places without a connection."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from guide.writing.file_names import SINGLE_FILE
from tests import raw
from tests.conftest import ROOT

#: Bytes of an archive without the sheets (rule S11).
MOST_BYTES = 5_000_000


@pytest.fixture(scope="module", params=raw.languages(ROOT))
def archive(request: pytest.FixtureRequest, site: Path) -> zipfile.ZipFile:
    """The archive of one language."""
    return zipfile.ZipFile(io.BytesIO((site / f"offline/guia-{request.param}.zip").read_bytes()))


def test_it_is_small_and_its_digest_stands_beside_it(site: Path, root: Path) -> None:
    paths = sorted(site.glob("offline/*.zip"))
    assert [path.name for path in paths] == sorted(f"guia-{code}.zip" for code in raw.languages(root))
    for path in paths:
        content = path.read_bytes()
        assert len(content) < MOST_BYTES
        told = path.with_suffix(".zip.sha256").read_text(encoding="ascii")
        assert told == f"{hashlib.sha256(content).hexdigest()}  {path.name}\n"


def test_all_its_links_lead_to_files_in_it(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    pages = [name for name in names if name.endswith(".html")]
    assert len(pages) >= len(raw.plans(ROOT)) + len(raw.records(ROOT, "routes")) + len(raw.records(ROOT, "countries"))
    ids = {name: {str(n.attributes["id"]) for n in HTMLParser(archive.read(name)).css("[id]")} for name in pages}
    for name in pages:
        for node in HTMLParser(archive.read(name)).css("[href], [src]"):
            address = str(node.attributes.get("href") or node.attributes.get("src"))
            if re.match(r"[a-z]+:", address):
                assert node.tag == "a", f"{name} loads {address}"
                continue
            path, _, fragment = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert target in names, f"{name}: {address}"
            assert not fragment or fragment in ids[target], f"{name}: {address}"


def test_it_holds_one_language_a_read_me_and_nothing_of_the_time(archive: zipfile.ZipFile) -> None:
    assert "guia/README.txt" in archive.namelist()
    assert "guia/index.html" in archive.namelist()
    for name in archive.namelist():
        if name.endswith(".txt"):  # opened from a folder: nobody says in which letters
            text = archive.read(name)
            assert text.isascii() or text.startswith(b"\xef\xbb\xbf"), name
            assert text.count(b"\xef\xbb\xbf") == (not text.isascii()), name
    languages = {
        str(HTMLParser(archive.read(name)).css("html")[0].attributes["lang"])
        for name in archive.namelist()
        # A plan as one file is set like paper: whole in Spanish where it is not whole in the language of its page.
        if name.endswith(".html") and not name.endswith(f"/{SINGLE_FILE}")
    }
    assert len(languages) == 1
    assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert not [name for name in archive.namelist() if name.endswith(".pdf")]
