"""Draw docs/dev/architecture.svg from the imports: which folder of the core uses which.

A row is a folder, with its modules; a column is what it uses, with the number of imports. Everything stands below the
diagonal, because each folder uses only those before it (a test holds that). ``--check`` changes nothing and fails when
the picture is not that of the code.
"""

from __future__ import annotations

import ast
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "dev" / "architecture.svg"
PACKAGE = "guide"
#: Sizes in pixels.
NAMES, CELL, LINE, PAD, LETTERS = 460, 76, 17, 10, 60


def rooms() -> list[str]:
    """Return the folders of the core in the order of their layers, the first step first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers: list[str] = next(item["layers"] for item in contracts if item["type"] == "layers")
    return [name for name in reversed(layers) if name != "__main__"]


def room_of(module: str) -> str:
    """Return the folder of ``guide.pages.plan``: ``pages``."""
    return module.split(".")[1] if "." in module else ""


def uses(names: Sequence[str]) -> Counter[tuple[str, str]]:
    """Return how many imports lead from one folder to another."""
    graph = grimp.build_graph(PACKAGE, exclude_type_checking_imports=True, cache_dir=None)
    found: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            pair = room_of(module), room_of(imported)
            if pair[0] != pair[1] and set(pair) <= set(names):
                found[pair] += 1
    return found


def about(name: str) -> tuple[str, list[str]]:
    """Return what a folder is for, from its own docstring, and its modules."""
    folder = ROOT / "hooks" / PACKAGE / name
    head = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    words = (ast.get_docstring(ast.parse(head.read_text(encoding="utf-8"))) or "").split("\n\n")[0].replace("\n", " ")
    modules = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__") if folder.is_dir() else []
    return words, modules


def drawn(names: Sequence[str], found: Mapping[tuple[str, str], int]) -> str:
    """Return the picture as SVG."""
    texts = {name: _lines(name) for name in names}
    width = NAMES + CELL * len(names) + PAD
    out: list[str] = []
    top = 2 * LINE + PAD
    for column, name in enumerate(names):
        x = NAMES + CELL * column + CELL // 2
        out.append(f'<text x="{x}" y="{top - PAD}" class="head">{escape(name)}</text>')
    for row, name in enumerate(names):
        height = LINE * len(texts[name]) + PAD
        out.append(f'<rect x="0" y="{top}" width="{width}" height="{height}" class="{"odd" if row % 2 else "even"}"/>')
        for number, (kind, line) in enumerate(texts[name]):
            out.append(f'<text x="{PAD}" y="{top + LINE * (number + 1)}" class="{kind}">{escape(line)}</text>')
        for column, other in enumerate(names[: row + 1]):
            x, y = NAMES + CELL * column, top + height // 2
            if column == row:
                out.append(f'<rect x="{x}" y="{top}" width="{CELL}" height="{height}" class="self"/>')
            elif count := found.get((name, other), 0):
                out.append(f'<text x="{x + CELL // 2}" y="{y + 5}" class="count">{count}</text>')
        top += height
    style = (
        "text{font:14px sans-serif;fill:#1b2226}.name{font-weight:bold}.modules{font-size:12px;fill:#4a5459}"
        ".head,.count{text-anchor:middle}.head{font-size:12px}.even{fill:#fcfbf8}.odd{fill:#f1efe9}.self{fill:#0b4f5c}"
    )
    size = f'width="{width}" height="{top}" viewBox="0 0 {width} {top}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n'
        "<title>Folders of the core: each row uses the columns before it, with the number of imports</title>\n"
        f"<style>{style}</style>\n" + "\n".join(out) + "\n</svg>\n"
    )


def _lines(name: str) -> list[tuple[str, str]]:
    words, modules = about(name)
    return [
        ("name", name),
        *(("words", line) for line in textwrap.wrap(words, LETTERS)),
        *(("modules", line) for line in textwrap.wrap(", ".join(modules), LETTERS + 14)),
    ]


def main() -> int:
    """Write the picture, or compare it; return the exit status."""
    names = rooms()
    picture = drawn(names, uses(names))
    if "--check" in sys.argv[1:]:
        if not PICTURE.is_file() or PICTURE.read_text(encoding="utf-8") != picture:
            print("docs/dev/architecture.svg is not that of the code. Run 'make architecture'.", file=sys.stderr)
            return 1
        return 0
    PICTURE.write_text(picture, encoding="utf-8")
    print("Wrote docs/dev/architecture.svg.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
