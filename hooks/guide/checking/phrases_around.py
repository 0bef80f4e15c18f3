"""The phrases of ``interface.yml`` that stand around every page, and the links of its header and its menu."""

from __future__ import annotations

#: Phrases that stand around every page.
AROUND = (
    *(
        "site-name",
        "skip",
        "exit",
        "exit-keeps",
        "exit-note",
        "nav-label",
        "languages-label",
        "footer-label",
        "independent",
        "licence",
    ),
    *(
        "translation-draft",
        "translation-standing",
        "edit-this",
        "trail-label",
        "tree-restart",
        "copied",
        "copy",
        "copy-by-hand",
    ),
    *("share-title", "share-care"),
    *("fill-blanks", "blanks-left", "fill-keeps", "claims-title"),
)
#: Links of the header, then of the menu at the page's end.
HEADER = ("urgent", "search", "home")
MENU = (
    *("home", "urgent", "threats", "escalate", "routes", "countries", "care", "protocol", "evidence"),
    *("case", "decisions", "helping", "print", "goals", "about", "privacy", "sources", "glossary", "contribute"),
)
