"""Write docs/assets/minisearch.js: the library of the search, shortened, from the package that its author publishes.

The package has no short form. It is fetched with npm and taken only with its published hash; what comes out of rjsmin
must have the hash that stands here too. Whoever takes a newer version reads its changes, then writes both hashes anew.
``--check`` fetches nothing, and fails when the file in docs/assets is another one.
"""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "docs" / "assets"
#: The library, and beside it its licence: each copy must carry it.
LIBRARY, LICENCE = ASSETS / "minisearch.js", ASSETS / "minisearch-licence.txt"
NAME, VERSION = "minisearch", "7.2.0"
#: Of the package, as npm tells it (SHA-512).
PACKAGE_HASH = "dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg=="
#: Of the file that we ship (SHA-256).
LIBRARY_HASH = "5892a3f7233d8f742ba170a982f14869848b22e4bc75884c8ad072167deb578b"
HEAD = f"/*! MiniSearch {VERSION}, copyright Luca Ongaro, MIT: see {LICENCE.name} */\n"
SOURCE, TERMS = "package/dist/umd/index.js", "package/LICENSE.txt"


def fetched() -> bytes:
    """Return the package, fetched with npm."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, f"{NAME}@{VERSION}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return (Path(folder) / f"{NAME}-{VERSION}.tgz").read_bytes()


def shortened(package: bytes) -> tuple[str, str]:
    """Return the library without blanks and comments, and its licence; raises SystemExit for another package."""
    import rjsmin

    if base64.b64encode(hashlib.sha512(package).digest()).decode() != PACKAGE_HASH:
        raise SystemExit(f"{NAME} {VERSION} is not the package whose hash stands in {Path(__file__).name}.")
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        source, terms = (archive.extractfile(name) for name in (SOURCE, TERMS))
        assert source is not None
        assert terms is not None
        return HEAD + rjsmin.jsmin(source.read().decode()) + "\n", terms.read().decode().rstrip() + "\n"


def hash_of(text: str) -> str:
    """Return the SHA-256 of ``text``."""
    return hashlib.sha256(text.encode()).hexdigest()


def main() -> None:
    """Write the library, or check it."""
    if "--check" in sys.argv:
        if hash_of(LIBRARY.read_text(encoding="utf-8")) != LIBRARY_HASH:
            raise SystemExit(f"{LIBRARY.name} is not what make search-library writes.")
        return
    library, licence = shortened(fetched())
    if hash_of(library) != LIBRARY_HASH:
        raise SystemExit(f"{LIBRARY.name} would have the hash {hash_of(library)}: another rjsmin? Nothing was written.")
    LIBRARY.write_text(library, encoding="utf-8")
    LICENCE.write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main()
