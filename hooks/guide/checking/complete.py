"""What the pages count on: phrases, stages, groups and the like that the data must hold, and the values in texts.

Without this a phrase deleted from ``interface.yml`` would end in a traceback while pages are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guide.model import Platform
from guide.model.fault import Fault
from guide.model.roles import RouteRole
from guide.model.situation import Part
from guide.model.text import VALUES, RunKind, Text, walk_runs
from guide.model.vocabulary import (
    AuthorLearns,
    Confidence,
    ContactKind,
    DecisionResult,
    Device,
    Group,
    Icon,
    Known,
    PageId,
    ReachesState,
    ReadHow,
    Region,
    RouteKind,
    Side,
    SourceKind,
    Stage,
    StateRoute,
    TargetReport,
    Urgency,
    WhoCan,
    Whom,
)
from guide.model.walk import Leaf, leaves
from guide.reading.load import Loaded, Place

#: Phrases with the values that their pages insert.
_WITH_VALUES: Mapping[str, frozenset[str]] = {
    "stale-page": frozenset({"count"}),
    "missing-page": frozenset({"count"}),
    "contact-us": frozenset({"name"}),
    "on-platform": frozenset({"platform"}),
    "plan-minutes": frozenset({"minutes"}),
    "plan-rules-read": frozenset({"date"}),
    "plan-menus-read": frozenset({"date"}),
    "wording-older": frozenset({"date"}),
    "source-archived": frozenset({"date"}),
    "source-live": frozenset({"date"}),
    "source-checked": frozenset({"date"}),
    "tree-title": frozenset({"platform"}),
    "tree-description": frozenset({"platform"}),
    "tree-picture-title": frozenset({"platform"}),
    "tree-picture-tab": frozenset({"platform"}),
    "tree-picture-description": frozenset({"platform"}),
    "question-count": frozenset({"number", "count"}),
    "go-to-question": frozenset({"number"}),
    "official-site": frozenset({"name"}),
    "contact-live": frozenset({"count", "date"}),
    "contact-tried": frozenset({"date"}),
    **{f"contact-late-{kind}": frozenset({"date"}) for kind in ContactKind},
    "contact-own-page": frozenset({"date"}),
    "contact-elsewhere": frozenset({"date"}),
    "contact-confirm": frozenset({"date"}),
    "record-overdue": frozenset({"date"}),
    "goal-title": frozenset({"number"}),
    "sheet-after": frozenset({"date"}),
    "sheet-version": frozenset({"date"}),
    "print-pages": frozenset({"count"}),
    "print-no-sheet": frozenset({"name"}),
    "country-title": frozenset({"name"}),
    "goal-target": frozenset({"name"}),
}
_HOLDS = ("now", "fold", "plan", "keep", "ways", "steps", "notes", "country", "pack", "all")
_EDITIONS = ("edition-working", "edition-working-some", "edition-working-all")
_PLAIN = (
    *("contacts-none", "contacts-some", "contacts-told", "contact-folded-tried"),
    *("site-name", "skip", "exit", "exit-note", "nav-label", "languages-label", "footer-label", "independent"),
    *("licence", *_EDITIONS, "translation-draft", "edit-this", "trail-label", "copied", "copy"),
    *("not-found-title", "not-found-text", "plan-menus-undated", "undated", "safety-first", "safety-line"),
    *("now-title", "avoid-title", "who-title", "who-others", "stages-label", "not-all", "how-to-recognise"),
    *("how-to-link", "surface-title", "path-label", "label-english-only", "other-language", "rules-title"),
    *("rules-more", "rule-needs", "rule-escalation", "hiding-title", "forms-title", "write-care", "appeal-more"),
    *("sources-title", "sources-short", "tree-picture", "tree-picture-label", "tree-as-list", "tree-own-plan"),
    *("tree-back", "tree-back-to", "tree-restart", "threat-tab", "all-threats", "plans-title", "signs-title"),
    *("examples-title", "leads-title", "threat-rules-title", "strengthens-title", "weakens-title"),
    *(
        "appeal-beyond",
        "contact-overdue",
        "local-title",
        "local-private",
        "guards-title",
        "search-how",
        "search-label",
        "search-none",
    ),
    *("search-some", "route-state"),
    *("filter-kind", "filter-region", "filter-urgency", "filter-speaks", "filter-threat", "filter-platform"),
    *("filter-side", "filter-all", "filter-unseen", "list-narrow", "list-none", "list-some", "routes-not-listed"),
    *("route-tab", "route-ready", "route-reach", "route-about", "route-no-contact", "route-countries", "route-listed"),
    *("rules-all", "rules-all-open", "rules-dagger", "when-journalist", "when-safe", "when-not-exile"),
    *(
        "when-not-yet",
        "when-refused",
        "texts-title",
        "precedents-title",
        "appeal-text",
        "country-variant-only",
        "precedents-how",
        "own-authorities",
        "advice-title",
        "chains-title",
    ),
    *(
        "sheet-title",
        "sheet-text",
        "sheet-copy",
        "sheet-single",
        "sheet-a4",
        "sheet-letter",
        "sheet-choose",
        "sheet-blanks",
        "sheet-address",
    ),
    *("sheet-blank-date", "sheet-blank-link", "sheet-blank-number", "sheet-blank-last", "sheet-care"),
    *("sheet-blanks-people", "sheet-blank-person", "rules-if", "rules-draft"),
    *("pack-contents", "pack-minutes", "pack-what", "bundle-readme"),
    *("pocket-cover", "safety-paper", "pocket-numbers", "pocket-fold"),
    *("pocket-blank-one", "pocket-blank-two", "pocket-blank-help", "pocket-blank-report"),
    *("offline-readme", "offline-title", "offline-how", "offline-file", "offline-digest", "print-now"),
    *("print-a4", "print-letter", "print-text", "print-single", "print-fold", "print-shared"),
    *("print-workshop", "print-all", "print-languages"),
    *(f"print-holds-{name}" for name in _HOLDS),
    *("chain-stop", "escalate-refused", "escalate-silent", "country-tab", "country-warnings"),
    *("country-variant-no", "country-variant-yes", "country-local", "country-own", "country-works"),
    *("country-beyond", "country-laws", "country-missing", "country-not-here", "picture-label"),
    *("case-lessons", "case-timeline", "case-card", "case-failed", "case-worked", "case-decided", "case-how"),
    *("case-told", "case-differs", "case-unknown", "weight-summary", "weight-opinion", "decision-against"),
    *("decision-answer", "decision-helps", "decision-votes", "decision-no-paste", "decision-back", "decisions-cite"),
    *("goal-article", "goal-nearest", "goal-table", "goal-indicator", "goal-count", "goal-by", "goal-note"),
    *("protocol-about", "protocol-originals", "protocol-path", "protocol-see", "protocol-do", "protocol-ask"),
    *("protocol-gives", "protocol-rests", "protocol-heading", "protocol-basis", "evidence-capture"),
    *("evidence-surfaces", "evidence-gone", "evidence-principles", "evidence-hash", "evidence-custody"),
    *("evidence-care", "evidence-log", "evidence-more", "log-file-ods", "log-file-csv", "log-file-example"),
    *(
        "hash-choose",
        "hash-stays",
        "hash-wait",
        "hash-fail",
        "log-form",
        "log-record",
        "patterns-why",
        "patterns-sheet",
        "patterns-asks",
    ),
    *("patterns-closings", "patterns-principles", "patterns-actions"),
)
#: Fields of a route that its card shows, each under a phrase of its own.
ROUTE_LINES = ("who", "can", "cannot", "prepare", "languages", "hours", "response", "cost", "risk")
_NAVIGATION = (
    "urgent",
    "home",
    "search",
    "threats",
    "about",
    "privacy",
    "contribute",
    "sources",
    "glossary",
    "helping",
    "print",
    "escalate",
    "routes",
    "countries",
    "protocol",
    "evidence",
    "patterns",
    "case",
    "decisions",
    "goals",
)
#: Every phrase of ``interface.yml``.
PHRASES = frozenset(
    [
        *_PLAIN,
        *_WITH_VALUES,
        *(f"nav-{name}" for name in _NAVIGATION),
        *(f"route-{name}" for name in ROUTE_LINES),
        *(f"device-{item}" for item in Device),
        *(f"sign-{item}" for item in Icon),
        *(f"learns-{item}" for item in AuthorLearns),
        *(f"target-{item}" for item in TargetReport),
        *(f"who-can-{item}" for item in WhoCan),
        *(f"source-{item}" for item in ReadHow),
        *(f"source-{item}" for item in SourceKind),
        *(f"contact-folded-{item}" for item in ContactKind),
        *(f"contact-{item}" for item in Known),
        *(f"state-{item}" for item in ReachesState),
        *(f"kind-{item}" for item in RouteKind),
        *(f"region-{item}" for item in Region),
        *(f"urgency-{item}" for item in Urgency),
        *(f"confidence-{item}" for item in Confidence),
        *(f"part-{item}" for item in Part),
        *(f"state-route-{item}" for item in StateRoute),
        *(f"side-{item}" for item in Side),
        *(f"result-{item}" for item in DecisionResult),
    ]
)
#: Intervals of ``freshness.yml``: those of routes, and of what else has a check date.
FRESHNESS = frozenset({"contact", "form", "rule", "menu", "protection", "country", "decision", *RouteKind})
#: Pages that somebody wrote in ``docs/``; of all others title and description stand in ``pages.yml``.
WRITTEN_BY_HAND = frozenset({PageId.ELSEWHERE, PageId.ABOUT, PageId.PRIVACY, PageId.CONTRIBUTE})

#: Parts of a threat that stand on plans only, where the name of the platform is known.
_ON_PLANS = {"steps", "texts", "now", "avoid", "order_why", "whom"}


def check_complete(loaded: Loaded) -> Iterator[Fault]:
    """Yield what is missing, and values in braces that no page gives there."""
    catalogue = loaded.catalogue
    wanted: list[tuple[str, str, set[str], set[str]]] = [
        ("interface.yml", "phrase", set(PHRASES), set(catalogue.interface)),
        ("pages.yml", "page", {*set(PageId) - WRITTEN_BY_HAND}, set(catalogue.page_texts)),
        ("groups.yml", "group", set(Group), set(catalogue.groups)),
        ("whom.yml", "reader", set(Whom), set(catalogue.whom)),
        ("plan.yml", "stage", set(Stage), set(catalogue.plan.stages)),
        ("freshness.yml", "interval", set(FRESHNESS), set(catalogue.freshness.kinds)),
    ]
    for file, what, names, there in wanted:
        for name in sorted(names - there):
            yield Fault(f"data/{file}", 1, 1, "missing-entry", f"the {what} '{name}' is missing", "restore it")
    for name in sorted(set(catalogue.interface) - PHRASES):
        place = loaded.places["interface", ""]
        yield place.fault((name,), "unknown-field", f"no page uses the phrase '{name}'", "delete it", key=True)
    boards = [route for route in catalogue.routes.values() if route.role is RouteRole.BOARD]
    # Without the Board nothing is known of its numbers: that it is missing is told once, not at each of them.
    board = frozenset(boards[0].numbers if boards else VALUES)
    for collection, _, record, place in loaded.records():
        for leaf in leaves(record):
            if isinstance(leaf.value, Text):
                yield from _check_values(collection, leaf, record, place, board)


def _check_values(collection: str, leaf: Leaf, record: Any, place: Place, board: frozenset[str]) -> Iterator[Fault]:
    given = _given(collection, leaf, record, board)
    for run in walk_runs(leaf.value.runs):
        if run.kind is RunKind.VALUE and run.text not in given:
            known = ", ".join(f"{{{name}}}" for name in sorted(given)) or "none"
            message = f"no page gives a value for '{{{run.text}}}' here"
            yield place.fault(leaf.loc, "unknown-value-name", message, f"values that can stand here: {known}")


def _given(collection: str, leaf: Leaf, record: Any, board: frozenset[str]) -> frozenset[str]:
    if isinstance(record, Platform):
        # What to say also stands on the threat's page, beside that of the other platforms.
        return frozenset() if leaf.loc[-1] == "say" else frozenset({"platform", *record.numbers, *board})
    match collection:
        case "interface":
            return _WITH_VALUES.get(str(leaf.loc[0]), frozenset())
        case "countries" if leaf.loc[0] == "warnings":
            return frozenset(record.values_of(leaf.path[1]))
        case "routes":
            return frozenset(record.numbers)
        case "plan" | "trees":
            return frozenset({"platform"})
        case "threats" | "general" if leaf.loc[0] in _ON_PLANS:
            return frozenset({"platform"})
        case _:
            return frozenset()
