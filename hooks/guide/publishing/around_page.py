"""What stands around the text of every page: header, languages, notices, footer. Data for ``overrides/base.html``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from guide.checking.phrases_around import AROUND, HEADER, MENU
from guide.model import Catalogue
from guide.model.languages import SOURCE, Language
from guide.model.vocabulary import Edition, PageId
from guide.pages.page import Page
from guide.paper.printing import real_address
from guide.writing.changed import last_change
from guide.writing.file_names import FEED
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.render import Writer

#: Everything from our own host, nothing inline, no frames, no forms (rule S7). ``data:`` is for the icon masks
#: of the theme's style sheet.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)

#: The theme's sheet, cut at build, then ours. A page in ALONE makes do with ours: there each byte is time.
OWN_SHEET = "assets/guide.css"
SHEETS = ("assets/theme.css", OWN_SHEET)
SHEETS_ALONE = (OWN_SHEET,)
ALONE = ("urgent",)
#: What narrows a list without scripts, on the pages that have one.
LISTS_SHEET = "assets/lists.css"
WITH_LISTS = ("routes", "decisions")
#: Comfort for every page, the urgent one and the 404 page included: who leaves either must not come back by one tap.
#: What the search page needs besides: its library comes first.
SCRIPT = "assets/guide.js"
#: What fills, ticks and copies texts, on the pages that have one to copy.
TEXTS_SCRIPT = "assets/texts.js"
SEARCH_SCRIPTS = ("assets/minisearch.js", "assets/search.js")
WITH_SEARCH = ("search",)
#: Page that shows how to reach the publisher (rule P22), and its part on changing a text.
CONTACT = "contribute/"
EDITING = "page:contribute#yaml"
#: Protected lines that a page of a kind must have (rule P30), and the phrases of each: where a page itself lacks one,
#: it stands at the end of its text.
KEPT = {
    "tree": ("danger", "avoid", "capture"),
    "helping": ("danger", "avoid", "capture"),
    "appeal": ("danger", "avoid", "capture"),
    "escalate": ("danger", "avoid", "capture"),
    "result": ("danger", "avoid", "capture"),
    "plan-no": ("danger", "avoid", "capture"),
    "other-way": ("danger", "avoid", "capture"),
    "menus": ("danger", "avoid", "capture"),
    "plan-more": ("danger", "avoid", "capture"),
    "rules": ("danger", "avoid", "capture"),
    "country": ("danger", "avoid", "capture"),
    "route-how": ("danger", "avoid", "capture"),
    "two-countries": ("danger", "avoid", "capture"),
}
KEPT_WORDS = {"danger": ("safety-first", "safety-line"), "avoid": ("keep-avoid",), "capture": ("keep-capture",)}

#: Pages that somebody sends to somebody else: each ends with its address to copy, where the site has one. No link to a
#: mail or SMS programme: a telephone company reads the one, and a draft of the other stays.
SHARED = ("plan", "country", "urgent")

#: A dull page, unless mkdocs.yml names another.
DEFAULT_EXIT = "https://www.wikipedia.org/"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the site, from ``extra`` in mkdocs.yml. Addresses end with a slash; empty when unset."""

    site_url: str = ""
    edit_base: str = ""
    exit_url: str = DEFAULT_EXIT
    edition: Edition = Edition.WORKING
    contact: str = ""
    serving: bool = False


def chrome(
    catalogue: Catalogue,
    page: Page,
    languages: tuple[Language, ...],
    settings: Settings,
    imprint: Imprint,
) -> dict[str, Any]:
    """Return what the base template prints around ``page``, finished piece by piece; ``imprint`` is its language's."""
    here = Here(page.language, page.path)
    writer = Writer(here, catalogue.interface)
    ui = {key: writer.ui(key) for key in AROUND}
    absolute = settings.site_url
    return {
        "ui": ui,
        "language": page.language,
        "policy": "" if settings.serving else POLICY,
        "exit_url": settings.exit_url,
        "styles": [here.asset(path) for path in _sheets(page)],
        "scripts": [here.asset(path) for path in _scripts(page)],
        "icon": here.asset("assets/icon.svg"),
        "title": f"{page.tab} · {writer.plain(catalogue.interface['site-name'])}",
        "header": [(writer.ui(f"nav-{name}"), here.resolve(f"page:{name}"), name == page.kind) for name in HEADER],
        "menu": [(writer.ui(f"nav-{name}"), here.resolve(f"page:{name}"), name == page.kind) for name in MENU],
        "languages": [
            {
                "tag": lang.tag,
                "name": lang.name,
                "code": lang.letters,
                "href": here.to(page.path, lang),
                "current": lang == page.language,
            }
            for lang in languages
        ],
        "alternates": _alternates(page, languages, absolute),
        "canonical": absolute + page.url if absolute else "",
        "feed": FEED if page.kind == PageId.CHANGES else "",
        "changed": _changed(catalogue, page, writer),
        "share": real_address(absolute) + page.url if real_address(absolute) and page.kind in SHARED else "",
        "edit": _edit(page, settings, here),
        "notices": _notices(writer, page),
        "kept": _kept(writer, page),
        "contact": writer.ui("contact-us", name=settings.contact) if settings.contact and page.path == CONTACT else "",
        "working": imprint.working,
        "edition": [writer.t(text) for text in imprint.edition_line(catalogue)],
        "draft": imprint.draft,
        "stamp": imprint.stamp_words(catalogue, page.language),
    }


def _changed(catalogue: Catalogue, page: Page, writer: Writer) -> Markup:
    """Return when something last changed on ``page`` for who reads it; nothing where no change names it."""
    change = last_change(catalogue, page.path)
    return writer.ui("last-change", date=writer.date(change.date)) if change else Markup()


def _sheets(page: Page) -> tuple[str, ...]:
    if page.kind in ALONE:
        return SHEETS_ALONE
    return (*SHEETS, LISTS_SHEET) if page.kind in WITH_LISTS else SHEETS


def _scripts(page: Page) -> tuple[str, ...]:
    if page.kind in WITH_SEARCH:
        return (*SEARCH_SCRIPTS, SCRIPT)
    return (SCRIPT, TEXTS_SCRIPT) if "data-copy" in page.body else (SCRIPT,)


def _alternates(page: Page, languages: tuple[Language, ...], base: str) -> list[tuple[str, str]]:
    """Return (hreflang, address) of every language and of ``x-default``; none where the site's address is unset."""
    if not base:
        return []
    links = [(lang.tag, base + lang.folder + page.path) for lang in languages]
    default = next(lang for lang in languages if lang.code == SOURCE)
    return [*links, ("x-default", base + default.folder + page.path)]


def _edit(page: Page, settings: Settings, here: Here) -> dict[str, Any]:
    """Return where the text of ``page`` is written: file and line, and the address of both or of how to change one."""
    file, line = page.edit
    out = bool(settings.edit_base and file)
    href = f"{settings.edit_base}{file}#L{line}" if out else here.resolve(EDITING)
    return {"text": f"{file}, {line}", "href": href, "out": out}


def _kept(writer: Writer, page: Page) -> list[tuple[str, list[Any]]]:
    """Return the protected lines that ``page`` must have and lacks: what each is, and its sentences."""
    lacking = [name for name in KEPT.get(page.kind, ()) if f'data-keep="{name}"' not in page.body]
    return [(name, [writer.ui(key) for key in KEPT_WORDS[name]]) for name in lacking]


def _notices(writer: Writer, page: Page) -> list[Any]:
    notices = []
    if page.stale:
        notices.append(writer.ui("stale-page", count=page.stale))
    if page.missing:
        notices.append(writer.ui("missing-page", count=page.missing))
    return notices
