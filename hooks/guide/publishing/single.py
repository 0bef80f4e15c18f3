"""A plan as one HTML file, to send in a message: its style and the script of its texts are inside, it loads nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from guide.publishing.around_page import TEXTS_SCRIPT
from guide.writing.plan_words import THEN, Sheet
from guide.writing.render import environment

#: Most bytes of a file (rule S11).
MOST_BYTES = 60_000


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style that stands in every file."""
    return Path(__file__).with_name("single.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Template:
    # Texts come as strings here, and are escaped by the environment.
    return environment().overlay(finalize=None).get_template("single.html")


@lru_cache(maxsize=1)
def script() -> str:
    """Return the script of texts to copy that stands in every file; the file is whole without it."""
    return (Path(__file__).resolve().parents[3] / "docs" / TEXTS_SCRIPT).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def policy() -> str:
    """Return the policy of a file: nothing but this very style and script, named by digest (the one exception, S7)."""
    return (
        f"default-src 'none'; style-src {style_source()}; script-src {script_source()}; "
        "base-uri 'none'; form-action 'none'"
    )


def style_source() -> str:
    """Return how a policy names the style."""
    return _source(style())


def script_source() -> str:
    """Return how a policy names the script."""
    return _source(script())


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def single(sheet: Sheet, site_url: str = "") -> bytes:
    """Return ``sheet`` as HTML; ``site_url`` gives the address of its page where that is known."""
    return (
        _template()
        .render(
            sheet=sheet,
            then=THEN,
            policy=policy(),
            # Our own files, and what the policy's digests were made of: not a character may change.
            style=Markup(style()),  # noqa: S704
            script=Markup(script()),  # noqa: S704
            address=site_url + sheet.url if site_url else "",
        )
        .encode()
    )
