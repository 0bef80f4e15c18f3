"""The commands of the guide: ``python -m guide check`` and so on; ``make help`` lists them."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from guide.book import Book, read_book
from guide.checking.check import load_all
from guide.deciding.freshness import contacts_due, records_due
from guide.model.clock import today
from guide.model.fault import DataError
from guide.model.fault_report import every_asked, in_colour, report
from guide.model.languages import SOURCE, languages_of
from guide.publishing.build import BuildFailed, build_site, coverage, edition, write_markdown
from guide.reading import schema
from guide.translating.merging import known_code, update
from guide.writing.files import SINGLE_FILE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 1 with the faults on standard error."""
    parser = argparse.ArgumentParser(prog="guide", description="The reporting guide, from data to site.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="folder that holds data/ and mkdocs.yml")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (function, words) in COMMANDS.items():
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=function)
        if name == "site":
            command.add_argument("--site-dir", type=Path, default=Path("site"))
        if name in ("schema", "messages"):
            command.add_argument("--check", action="store_true", help="change nothing; fail when out of date")
    options = parser.parse_args(arguments)
    options.root = options.root.resolve()
    try:
        return int(options.run(options))
    except DataError as error:
        print(report(error.faults, colour=in_colour(sys.stderr), every=every_asked()), file=sys.stderr)
    except (BuildFailed, ValueError) as error:
        print(error, file=sys.stderr)
    return 1


def _check(options: argparse.Namespace) -> int:
    book = read_book(options.root, edition=edition())
    catalogue = book.loaded.catalogue
    plans = sum(len(platform.threats) for platform in catalogue.platforms.values())
    print(
        f"No faults: {len(catalogue.platforms)} platforms, {len(catalogue.threats)} threats, {plans} plans, "
        f"{len(catalogue.routes)} routes, {len(catalogue.countries)} countries, {len(catalogue.decisions)} decisions, "
        f"{len(catalogue.sources)} sources."
    )
    _print_coverage(book)
    return 0


def _print_coverage(book: Book) -> None:
    for code, (total, stale, missing) in coverage(book).items():
        draft = ", a draft" if code in book.drafts else ""
        done = total - stale - missing
        print(f"{code}: {done} of {total} texts translated, {stale} out of date, {missing} missing{draft}.")


def _site(options: argparse.Namespace) -> int:
    if not os.environ.get("SITE_URL"):
        print("SITE_URL is not set: addresses in sitemap and links between languages name https://guide.example/.")
    site = options.site_dir if options.site_dir.is_absolute() else options.root / options.site_dir
    book = build_site(options.root, site)
    pages = sum(1 for path in site.rglob("*.html") if path.name not in ("404.html", SINGLE_FILE))
    print(f"Built {pages} pages into {options.site_dir}/ ({edition().value} edition).")
    _print_coverage(book)
    return 0


def _serve(options: argparse.Namespace) -> int:
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload"]
    try:
        return subprocess.run(command, cwd=options.root, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _messages(options: argparse.Namespace) -> int:
    loaded = load_all(options.root / "data")
    folder = options.root / "data" / "locales"
    wanted = {language.code for language in languages_of(options.root / "data") if language.code != SOURCE}
    wanted |= {known_code(code) for code in os.environ.get("LANGS", "").split() if code != SOURCE}
    late = update(loaded, folder, wanted, check_only=options.check)
    if options.check and late:
        print(f"Out of date: {', '.join(late)}. Run 'make messages'.", file=sys.stderr)
        return 1
    for name, holds in late.items():
        print(f"Written: {name} ({holds}).")
    if not late:
        print("The catalogues are up to date.")
    return 0


def _markdown(options: argparse.Namespace) -> int:
    folder = options.root / "build" / "md"
    count = write_markdown(read_book(options.root, edition=edition()), folder)
    print(f"Wrote {count} pages into build/md/.")
    return 0


def _schema(options: argparse.Namespace) -> int:
    folder = options.root / "data" / "schema"
    if options.check:
        late = schema.outdated(folder)
        if late:
            print(f"Out of date: {', '.join(late)}. Run 'make schema'.", file=sys.stderr)
        return int(bool(late))
    schema.write(folder)
    print("Wrote data/schema/.")
    return 0


def _contacts_due(options: argparse.Namespace) -> int:
    for due in contacts_due(load_all(options.root / "data").catalogue):
        print(f"{due.day}  {due.kind:10} {due.name:32} {due.what}")
    return 0


def _freshness(options: argparse.Namespace) -> int:
    day = today() + dt.timedelta(days=int(os.environ.get("AHEAD") or 0))
    due = records_due(load_all(options.root / "data").catalogue, day)
    for (owner, kind), items in groupby(due, key=lambda item: (item.owner, item.kind)):
        listed = list(items)
        print(f"{owner} · {kind}: {len(listed)}")
        for item in listed:
            print(f"  {item.day}  {item.name:40} {item.what}")
    print(f"{len(due)} due on {day}.")
    return 0


def _release_check(options: argparse.Namespace) -> int:
    book = read_book(options.root, edition=edition())
    lacking = 0
    for code, translation in book.translations.items():
        for message in translation.not_current(book.loaded):
            lacking += 1
            print(f"{message.file}:{message.line}: no current {code} translation of {message.context}")
    if lacking:
        print(f"{lacking} translations are missing or out of date.", file=sys.stderr)
        return 1
    _print_coverage(book)
    return 0


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "check": (_check, "check the data and the catalogues"),
    "site": (_site, "build the site"),
    "serve": (_serve, "show the site while you write"),
    "messages": (_messages, "bring the catalogues up to date"),
    "markdown": (_markdown, "write the pages as Markdown"),
    "schema": (_schema, "write the JSON schemas"),
    "release-check": (_release_check, "require complete, current catalogues"),
    "contacts-due": (_contacts_due, "list the contacts to test"),
    "freshness": (_freshness, "list what has not been checked for long"),
}

if __name__ == "__main__":
    sys.exit(main())
