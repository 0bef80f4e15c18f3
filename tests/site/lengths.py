"""How long pages are, and how often they say a thing again: the figures of every Spanish page, which may only fall.

``python -m tests.site.lengths`` writes ``lengths.json`` anew from the built site, for pages that are new or shorter.
"""

from __future__ import annotations

import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests import raw
from tests.conftest import ROOT

FILE = Path(__file__).with_suffix(".json")
SITE = ROOT / "build" / "test-site"
#: What no budget counts: protected lines (rule P30), sources, ways around the page, and what only those see who follow
#: an address that once was another page's.
UNCOUNTED = "[data-keep], nav, .sources, #sources, .trail, .moved, script"
#: Words that, said again, are a repetition.
RUN = 8


def measured(html: str) -> dict[str, int]:
    """Return the words of a page's own content, folds included, and how many runs of eight it says again."""
    main = HTMLParser(html).css_first("main")
    assert main is not None
    for node in main.css(UNCOUNTED):
        node.decompose()
    for node in main.css("span[translate], bdi"):  # a mark for browsers parts no words
        node.unwrap()
    main.merge_text_nodes()
    words = main.text(separator=" ").casefold().split()
    runs = [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]
    return {"words": len(words), "again": len(runs) - len(set(runs))}


def records(root: Path) -> dict[str, int]:
    """Return how many there are of what pages list."""
    return {name: len(raw.records(root, name)) for name in ("platforms", "threats", "routes", "countries")}


def figures(site: Path) -> dict[str, dict[str, int]]:
    """Return the figures of every Spanish page by its path."""
    out = {}
    _, *others = raw.languages(ROOT)
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        if path.split("/")[0] not in others:
            out["" if path == "." else f"{path}/"] = measured(file.read_text("utf-8"))
    return out


def main() -> None:
    """Keep the smaller of what was and what is, and what is new."""
    kept: dict[str, dict[str, int]] = json.loads(FILE.read_text("utf-8"))["pages"] if FILE.exists() else {}
    now = figures(SITE)
    lower = {
        path: {name: min(value, kept.get(path, {}).get(name, value)) for name, value in found.items()}
        for path, found in now.items()
    }
    lines = ",\n".join(f"  {json.dumps(path)}: {json.dumps(found)}" for path, found in lower.items())
    FILE.write_text(f'{{\n"records": {json.dumps(records(ROOT))},\n"pages": {{\n{lines}\n}}\n}}\n', "utf-8")


if __name__ == "__main__":
    main()
