"""All sheets in one archive per paper, with a list of what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial

from guide.model import Catalogue
from guide.model.languages import Language
from guide.model.text import plain
from guide.model.vocabulary import Paper
from guide.paper.typeset import Kept
from guide.writing.file_names import FOLDER, ending
from guide.writing.imprint import Imprint
from guide.writing.text_file import text_file
from guide.writing.zipped import zipped


def bundle_path(paper: Paper) -> str:
    """Return the path of the archive in a language's part of the site: ``print/sheets-a4.zip``."""
    return f"{FOLDER}sheets-{ending(paper)}.zip"


def bundles(
    catalogue: Catalogue,
    language: Language,
    files: Mapping[str, bytes],
    titles: Mapping[str, str],
    imprint: Imprint,
    kept: Kept,
) -> dict[str, bytes]:
    """Return the archive of each paper: path from the root of the site → content.

    Args:
        catalogue: in ``language``.
        language: of the sheets.
        files: every sheet of the language by its path, packs left out: they repeat the sheets.
        titles: the neutral title of each, by its path.
        imprint: what the read-me says: whether a sheet holds private numbers, and which state of the guide it is.
        kept: keeps the archives: to compress them takes as long as to make a sheet.
    """
    names = ("bundle-readme", *(("local-private",) if imprint.private else ()))
    head = [plain(catalogue.interface[name].runs) for name in names]
    if stamp := imprint.stamp_words(catalogue, language):
        head.append(stamp)
    out = {}
    for paper in Paper:
        chosen = {path: pdf for path, pdf in files.items() if path.endswith(f"-{ending(paper)}.pdf")}
        listed = [f"{_name(path)}: {titles[path]}" for path in chosen]
        readme = text_file("\n".join([*head, "", *listed, ""]))
        inside = [("README.txt", readme), *((_name(path), pdf) for path, pdf in chosen.items())]
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in inside}
        out[language.folder + bundle_path(paper)] = kept.of("zip", digests, partial(zipped, "sheets", inside))
    return out


def _name(path: str) -> str:
    return path.rpartition("/")[2]
