"""Archives: the same bytes for the same content, and files that whoever unpacks them can read."""

from __future__ import annotations

import io
import zipfile

from guide.writing.zipped import packed, zipped


def test_everybody_may_read_what_is_unpacked() -> None:
    for made in (zipped("folder", [("a.txt", b"a")]), packed([("b.xml", b"b")], first=("mimetype", b"m"))):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert {oct(entry.external_attr >> 16) for entry in archive.infolist()} == {"0o100644"}
            assert {entry.create_system for entry in archive.infolist()} == {3}


def test_the_first_file_is_not_compressed() -> None:
    with zipfile.ZipFile(io.BytesIO(packed([("b.xml", b"b" * 99)], first=("mimetype", b"m")))) as archive:
        assert [entry.compress_type for entry in archive.infolist()] == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]
