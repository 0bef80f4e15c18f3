"""Hand-written pages: what holds for texts of the data holds for them (rule S4).

They are Markdown, which takes more than our texts do, and MkDocs reads it with another program than the one that finds
links and words here. So what could run or load something is looked for in the file as it is written, code included:
whoever needs to show a tag can name it in words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from guide.checking.complete import WRITTEN_BY_HAND
from guide.checking.hosts import why_unlisted
from guide.model import Hosts
from guide.model.clock import today
from guide.model.fault import Fault
from guide.model.link import host_of, why_no_link
from guide.model.loose_contacts import loose_contacts
from guide.model.signs import invisible
from guide.model.vocabulary import PageId
from guide.reading.prose import Prose, ProseFolder
from guide.reading.prose_parts import unknown_conditions

_TAG = re.compile(r"<(?=[A-Za-z/!?])[^\s>]*>?")
_SCRIPT = re.compile(r"\b(?:javascript|vbscript|data)\s*:(?=\S)", re.IGNORECASE)
#: Braces are read as attributes by the site's Markdown. A heading may have its id, and the condition of its section.
_HEADING_ID = re.compile(r"^(#{1,6} .*?)[ \t]*\{#[a-z0-9]+(?:-[a-z0-9]+)*(?: \.when-[a-z]+)?\}[ \t]*$")
_BRACES = re.compile(r"\{[^}]*\}?|\}")
_RELATIVE = re.compile(r"(?:\.\./)*(?:[a-z0-9-]+/)*(?:[a-z0-9-]+\.[a-z0-9]+)?(?:#[a-z0-9-]+)?")
_OWN_IMAGE = re.compile(r"(?:\.\./)*assets/[a-z0-9/-]+\.(?:svg|png|jpg|webp)")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//|^\\", re.IGNORECASE)


def check_prose(folder: ProseFolder, hosts: Hosts, official: Collection[str]) -> Iterator[Fault]:
    """Yield every fault of the hand-written pages but those of their form.

    Args:
        folder: the pages as read.
        hosts: what links may lead to, and what they may not carry.
        official: hosts that are names of bodies and may stand in a text.
    """
    read = {name for name, _ in folder.pages}
    broken = {fault.file.rpartition("/")[2].split(".")[0] for fault in folder.faults}
    for page in sorted(WRITTEN_BY_HAND - read - broken):
        mend = f"restore the file docs/{page}.md or remove the mentions of 'page:{page}'"
        yield Fault(f"docs/{page}.md", 1, 1, "missing-file", "this page is missing", mend)
    for prose in folder.pages.values():
        if prose.name in set(PageId) - WRITTEN_BY_HAND:
            message = f"the page '{prose.name}' is made from data"
            yield Fault(prose.file, 1, 1, "unknown-file", message, "give this one another name")
        yield from _check_front(prose, official)
        yield from _check_written(prose)
        yield from unknown_conditions(prose)
        yield from _check_read(prose, hosts, official)


def _check_front(prose: Prose, official: Collection[str]) -> Iterator[Fault]:
    front = prose.front
    if front.checked > today() + dt.timedelta(days=1):
        message = f"{front.checked} has not come yet"
        yield prose.place.fault(("checked",), "future-date", message, "write the day it was checked")
    for name in ("title", "tab", "description", "words"):
        for found in loose_contacts(getattr(front, name), short=name != "words"):
            if found.casefold() not in official:
                yield prose.place.fault((name,), "contact-in-text", f"'{found}' stands inside a text", _NO_CONTACT)


_NO_CONTACT = "name the body and link to its page of the guide, where the contact has its date and source"


def _check_written(prose: Prose) -> Iterator[Fault]:
    """Yield what the file holds as it is written, whatever a reader of Markdown makes of it."""
    for number, line in enumerate(prose.body.split("\n"), prose.body_line):
        for found in _TAG.finditer(line):
            message = f"raw HTML '{found.group()}' is not allowed in pages"
            yield Fault(prose.file, number, found.start() + 1, "raw-html", message, "write it in words, or as Markdown")
        for found in _SCRIPT.finditer(line):
            message = f"'{found.group()}' links are not allowed"
            yield Fault(prose.file, number, found.start() + 1, "script-link", message, "delete the link")
        heading = _HEADING_ID.match(line)
        for found in _BRACES.finditer(heading.group(1) if heading else line):
            message = f"'{found.group()}' is read as attributes"
            mend = "delete the braces; only a heading has its id in them: '## Título {#id}'"
            yield Fault(prose.file, number, found.start() + 1, "attribute-list", message, mend)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    # Every target passes here, so that our own check names it; the library would leave it as plain text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    # As it is written: a letter of another script would become xn--…, and its fault name what nobody wrote.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _check_read(prose: Prose, hosts: Hosts, official: Collection[str]) -> Iterator[Fault]:
    """Yield what a reader of Markdown finds: links, images, words."""
    for token in _parser().parse(prose.body):
        line = token.map[0] if token.map else 0
        block = _Block(prose, line, token.map[1] if token.map else line + 1)
        if token.type == "inline":
            for child in token.children or []:
                if child.type == "link_open":
                    yield from _check_link(block, str(child.attrs.get("href", "")), hosts)
                elif child.type == "image" and not _OWN_IMAGE.fullmatch(src := str(child.attrs.get("src", ""))):
                    mend = "describe it in words, or keep the picture itself in docs/assets"
                    yield block.fault(src, "image", f"the image '{src}' is not one of the site's own", mend)
            yield from _check_words(block, _words(token), official)
        elif token.type in ("fence", "code_block"):
            yield from _check_words(block, f"{token.info} {token.content}", official)


class _Block:
    """A block of a page: its lines, to say where something in it stands."""

    def __init__(self, prose: Prose, start: int, end: int) -> None:
        self.prose = prose
        self.start = start
        self.lines = prose.body.split("\n")[start:end]

    def fault(self, what: str, rule: str, message: str, mend: str) -> Fault:
        """Return a fault where ``what`` stands, or where the block starts when it is written in another way there."""
        for number, line in enumerate(self.lines):
            if what and what in line:
                return self._at(number, line.index(what), rule, message, mend)
        return self._at(0, 0, rule, message, mend)

    def _at(self, number: int, column: int, rule: str, message: str, mend: str) -> Fault:
        line = self.prose.body_line + self.start + number
        return Fault(self.prose.file, line, column + 1, rule, message, mend)


def _check_link(block: _Block, target: str, hosts: Hosts) -> Iterator[Fault]:
    if target.startswith(("https:", "http:")):
        listed = {entry.host for entry in hosts.hosts}
        if refusal := why_no_link(target) or hosts.why_not(target) or why_unlisted(host_of(target), listed):
            yield block.fault(target, *refusal)
    elif _SCHEME.match(target) or not _RELATIVE.fullmatch(target):
        mend = "write https://…, or the way to a page of the guide such as ../urgent/#danger"
        yield block.fault(target, "link-target", f"'{target}' is no link that a page may have", mend)


def _words(token: Token) -> str:
    """Return the words of a block, those of pictures and of titles of links too."""
    out = []
    for child in token.children or []:
        out.append(" " if child.type.endswith("break") else child.content)
        out.append(f" {child.attrs['title']} " if "title" in child.attrs else "")
    return "".join(out)


def _check_words(block: _Block, words: str, official: Collection[str]) -> Iterator[Fault]:
    for _, name in invisible(words):
        # In the file itself it is told while reading; here an entity such as '&shy;' hid it.
        yield block.fault("&", "invisible-sign", f"an entity stands for {name}, which nobody sees", "delete it")
    for found in loose_contacts(words):
        if found.casefold() not in official:
            yield block.fault(found, "contact-in-text", f"'{found}' stands inside a text", _NO_CONTACT)
