"""Pictures for whoever reviews a change: of the sheets and trees that differ, and of no others."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

from playwright.sync_api import Browser

from scripts import pictures
from tests.browser.conftest import SITE


def test_what_differs_is_drawn_before_and_now(browser: Browser, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    tree, same = "facebook/index.html", "instagram/index.html"
    for site in (old, new):
        for name in ("print/now-a4.pdf", "print/facebook-1-a4.pdf", tree, same, "about/index.html"):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SITE / name, site / name)
    shutil.copy(SITE / "print/facebook-1-a4.pdf", new / "print/now-a4.pdf")
    shutil.copy(SITE / "print/now-a4.pdf", old / "print/last-a4.pdf")
    text = (new / tree).read_text(encoding="utf-8")
    (new / tree).write_text(text.replace("<h1", "<p>Otra pregunta</p><h1", 1), encoding="utf-8")
    for name in (same, "about/index.html"):  # the foot of a page says the commit, which is no change of a tree
        text = (new / name).read_text(encoding="utf-8")
        (new / name).write_text(text.replace("</footer>", "<p>x</p></footer>"), encoding="utf-8")

    lines = pictures.draw(old, new, tmp_path / "out", browser)

    assert lines == ["- print/last-a4.pdf: gone", "- print/now-a4.pdf: changed", f"- {tree}: changed"]
    drawn = {path.relative_to(tmp_path / "out").as_posix(): path for path in (tmp_path / "out").rglob("*.png")}
    assert {"print/now-a4-1-before.png", "print/now-a4-1-now.png", "print/last-a4-1-before.png"} <= set(drawn)
    assert {"facebook-before.png", "facebook-now.png"} <= set(drawn)
    assert not [name for name in drawn if "facebook-1" in name or "instagram" in name or "about" in name]
    sizes = {name: struct.unpack(">II", path.read_bytes()[16:24]) for name, path in drawn.items()}
    assert sizes["print/now-a4-1-now.png"] == (893, 1263)
    assert sizes["facebook-now.png"][1] > sizes["facebook-before.png"][1]
