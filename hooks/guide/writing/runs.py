"""Runs of a text as HTML and as Markdown; both escape everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from guide.model.text import Run, RunKind

_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:=^&$\"'])")
#: Answers a reference such as ``plan:facebook/doxxing#report`` with an address, or ``None``.
Resolver = Callable[[str], str | None]


def to_html(runs: tuple[Run, ...], resolve: Resolver, values: Mapping[str, str] | None = None) -> Markup:
    """Return ``runs`` as HTML phrasing content, everything escaped.

    A reference that ``resolve`` does not know is written as its words only.
    """
    out = Markup()
    for run in runs:
        inner = to_html(run.children, resolve, values) if run.children else escape(run.text)
        if run.kind is RunKind.PLAIN:
            out += inner
        elif run.kind is RunKind.STRONG:
            out += Markup("<strong>{}</strong>").format(inner)
        elif run.kind is RunKind.EMPHASIS:
            out += Markup("<em>{}</em>").format(inner)
        elif run.kind is RunKind.CODE:
            out += Markup('<code translate="no">{}</code>').format(inner)
        elif run.kind is RunKind.BLANK:
            # The brackets are words: without style the text must not read as if nothing were missing.
            out += Markup('<span class="blank">[{}]</span>').format(inner)
        elif run.kind is RunKind.VALUE:
            out += escape((values or {})[run.text])
        else:
            address = resolve(run.target)
            out += Markup('<a href="{}">{}</a>').format(address, inner) if address else inner
    return out


def to_markdown(runs: tuple[Run, ...], resolve: Resolver, values: Mapping[str, str] | None = None) -> Markup:
    """Return ``runs`` as Markdown for Python-Markdown, every special character escaped."""
    out: list[str] = []
    for run in runs:
        inner = str(to_markdown(run.children, resolve, values)) if run.children else escape_markdown(run.text)
        if run.kind is RunKind.STRONG:
            inner = f"**{inner}**"
        elif run.kind is RunKind.EMPHASIS:
            inner = f"*{inner}*"
        elif run.kind is RunKind.CODE:
            inner = f'<code translate="no">{escape(run.text)}</code>'
        elif run.kind is RunKind.VALUE:
            inner = escape_markdown((values or {})[run.text])
        elif run.kind is RunKind.LINK and (address := resolve(run.target)):
            inner = f"[{inner}]({address})"
        out.append(inner)
    return Markup("".join(out))  # noqa: S704 - escaped above, piece by piece


def escape_markdown(words: str) -> str:
    """Return ``words`` so that Python-Markdown shows them as they are."""
    # < and & are written as entities: a backslash before them would stay visible.
    words = _MARKDOWN_SPECIAL.sub(r"\\\1", words)
    for raw, entity in (
        ("\\&", "&amp;"),
        ("\\<", "&lt;"),
        ("\\>", "&gt;"),
        ('\\"', "&quot;"),
        ("\\'", "&#39;"),
    ):
        words = words.replace(raw, entity)
    for raw in ":=^~$|":
        words = words.replace("\\" + raw, f"&#{ord(raw)};")
    return words
