"""All sheets in one archive per paper, with a list of what is in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from guide.languages import Language
from guide.log import ZIP_DAY
from guide.model import Catalogue
from guide.paper.files import FOLDER, ending
from guide.text import plain
from guide.vocabulary import Paper

_TITLE = re.compile(r"<dc:title>.*?<rdf:li[^>]*>([^<]*)</rdf:li>", re.S)


def bundle_path(paper: Paper) -> str:
    """Return the path of the archive in a language's part of the site: ``print/sheets-a4.zip``."""
    return f"{FOLDER}sheets-{ending(paper)}.zip"


def bundles(catalogue: Catalogue, language: Language, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the archive of each paper: path from the root of the site → content.

    Args:
        catalogue: in ``language``.
        language: of the sheets.
        files: every sheet of the language by its path, packs left out: they repeat the sheets.
    """
    readme = plain(catalogue.interface["bundle-readme"].runs)
    out = {}
    for paper in Paper:
        chosen = {path: pdf for path, pdf in files.items() if path.endswith(f"-{ending(paper)}.pdf")}
        out[language.folder + bundle_path(paper)] = _archive(chosen, readme)
    return out


def _archive(files: Mapping[str, bytes], readme: str) -> bytes:
    names = {path.rpartition("/")[2]: pdf for path, pdf in files.items()}
    listed = [f"{name}: {title_of(pdf)}" for name, pdf in names.items()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        _put(made, "README.txt", "\n".join([readme, "", *listed, ""]).encode())
        for name, pdf in names.items():
            _put(made, name, pdf)
    return out.getvalue()


def title_of(pdf: bytes) -> str:
    """Return the title that stands in the metadata of a PDF that Typst wrote."""
    found = _TITLE.search(pdf.decode("utf-8", errors="replace"))
    return found[1] if found else ""


def _put(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"sheets/{name}", ZIP_DAY)
    # A PDF is compressed inside already.
    entry.compress_type = zipfile.ZIP_STORED
    made.writestr(entry, content)
