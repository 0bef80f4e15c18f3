"""One page to look at while it is written: which pages somebody means by an address, or by the file of their text."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from guide.model.variables import WrongVariable
from guide.pages.page import Page


def pages_meant(pages: Sequence[Page], asked: str) -> list[Page]:
    """Return the pages that ``asked`` means: ``countries/mx``, ``/countries/mx/`` or ``data/countries/mx.yml``.

    A file gives every page whose text comes from it.

    Raises:
        WrongVariable: when no page has that address or that file; the message names those that are like it.
    """
    name = asked.strip().strip("/")
    found = [page for page in pages if page.path.strip("/") == name.removesuffix(".yml")]
    found = found or [page for page in pages if page.edit[0] in (name, f"data/{name}", f"data/{name}.yml")]
    # A record whose page stands elsewhere: data/countries/mx.yml is meant by its folder and name as well.
    found = found or [page for page in pages if f"data/{page.path.strip('/')}.yml" == name]
    if found:
        return found
    known = sorted({page.path.strip("/") for page in pages if page.path} | {page.edit[0] for page in pages})
    like = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f" Did you mean {' or '.join(like)}?" if like else ""
    raise WrongVariable(f"PAGE: no page has the address or the file '{asked}'.{hint}")
