"""The commands of the guide: ``python -m guide check`` and so on; ``make help`` lists them."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import pkgutil
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from guide.checking.check import load_all
from guide.checking.clocks import clock_ahead
from guide.checking.everything import checked
from guide.comparing.command import contacts
from guide.deciding.freshness import records_due
from guide.model.clock import today
from guide.model.fault import DataError
from guide.model.fault_report import every_asked, in_colour, report
from guide.model.languages import SOURCE, languages_of
from guide.model.system_error import sentence
from guide.model.variables import days_ahead, edition, languages, refuse_mistyped
from guide.reading import schema
from guide.starting import KINDS
from guide.translating.coverage import coverage_lines
from guide.translating.merging import known_code, update

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 1 with the faults on standard error; 2 see ``contacts``."""
    options = _parser().parse_args(arguments)
    options.root = options.root.resolve()
    try:
        refuse_mistyped()
        return int(options.run(options))
    except DataError as error:
        _print_faults(error)
    except ValueError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        if not sentence(error):
            raise
        print(sentence(error), file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guide",
        description="Makes the reporting guide: it reads data/, checks it and builds the site.",
        epilog="'guide COMMAND --help' tells more of one command. 'make help' lists the same work with its settings.",
    )
    words = "The folder that holds data/ and mkdocs.yml. It is the present folder when you name none."
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=words)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (function, does, more) in COMMANDS.items():
        command = commands.add_parser(name, help=does, description=f"{does} {more}")
        command.set_defaults(run=function)
        if name == "new":
            words = "What to begin."
            command.add_argument("kind", choices=KINDS, help=words)
        if name in ("site", "verify"):
            words = "The folder of the site. It is site/ when you name none."
            command.add_argument("--site-dir", type=Path, default=Path("site"), help=words)
        if name == "contacts":
            words = "The revision of git to compare with. BASE names it when you do not."
            command.add_argument("--base", default="", help=words)
        if name in ("schema", "messages", "headers"):
            words = "Changes nothing, and fails when something is out of date."
            command.add_argument("--check", action="store_true", help=words)
    return parser


def _check(options: argparse.Namespace) -> int:
    sound = checked(options.root, edition())
    catalogue = sound.loaded.catalogue
    plans = sum(len(platform.threats) for platform in catalogue.platforms.values())
    print(
        f"No faults: {len(catalogue.platforms)} platforms, {len(catalogue.threats)} threats, {plans} plans, "
        f"{len(catalogue.routes)} routes, {len(catalogue.countries)} countries, {len(catalogue.decisions)} decisions, "
        f"{len(catalogue.sources)} sources."
    )
    if note := clock_ahead(catalogue):
        print(note, file=sys.stderr)
    for line in coverage_lines(sound.loaded, sound.translations):
        print(line)
    return 0


def _messages(options: argparse.Namespace) -> int:
    loaded = load_all(options.root / "data")
    folder = options.root / "data" / "locales"
    wanted = {language.code for language in languages_of(options.root / "data") if language.code != SOURCE}
    wanted |= {known_code(code) for code in languages() if code != SOURCE}
    late = update(loaded, folder, wanted, check_only=options.check)
    if options.check and late:
        print(f"Out of date: {', '.join(late)}. Run 'make messages'.", file=sys.stderr)
        return 1
    for name, holds in late.items():
        print(f"Written: {name} ({holds}).")
    if not late:
        print("The catalogues are up to date.")
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


def _freshness(options: argparse.Namespace) -> int:
    day = today() + dt.timedelta(days=days_ahead())
    due = records_due(load_all(options.root / "data").catalogue, day)
    for (owner, kind), items in groupby(due, key=lambda item: (item.owner, item.kind)):
        listed = list(items)
        print(f"{owner} · {kind}: {len(listed)}")
        for item in listed:
            print(f"  {item.day}  {item.name:40} {item.what}")
    print(f"{len(due)} due on {day}.")
    return 0


def _release_check(options: argparse.Namespace) -> int:
    sound = checked(options.root, edition())
    lacking = 0
    for code, translation in sound.translations.items():
        for message in translation.not_current(sound.loaded):
            lacking += 1
            print(f"{message.file}:{message.line}: no current {code} translation of {message.context}")
    if lacking:
        print(f"{lacking} translations are missing or out of date.", file=sys.stderr)
        return 1
    for line in coverage_lines(sound.loaded, sound.translations):
        print(line)
    return 0


def _new(options: argparse.Namespace) -> int:
    # Templates are loaded when something is begun, and no check waits for them.
    status = int(pkgutil.resolve_name("guide.starting.command:new")(options))
    # Of a language the check has run already, in a process that knows it.
    if status or options.kind == "language":
        return status
    try:
        return _check(options)
    except DataError as error:
        _print_faults(error)
        words = "Everything is written, and nothing went wrong: it ends with an error as long as something is missing."
        print(f"\n{words} Mend each line above, and run 'make check', before you begin anything else.", file=sys.stderr)
        return 1


def _print_faults(error: DataError) -> None:
    print(report(error.faults, colour=in_colour(sys.stderr), every=every_asked()), file=sys.stderr)


def _publishing(name: str) -> Run:
    """Return a command that makes pages and paper: what they need is loaded when it runs, and no check waits for it."""
    return lambda options: int(pkgutil.resolve_name(f"guide.publishing.commands:{name}")(options))


#: Each command with what it does, in a sentence for the list, and what else its own help tells.
COMMANDS: dict[str, tuple[Run, str, str]] = {
    "check": (
        _check,
        "Checks the data, the hand-written pages and the catalogues.",
        "Each fault is printed with its file, line and column, and with what mends it. ALL=1 shows every fault.",
    ),
    "new": (
        _new,
        "Begins a route, a threat, a platform, a country, a decision or a language, and writes over nothing.",
        "It asks on the terminal; a script gives ID and the other answers as variables. What nobody has answered stays "
        "a gap, and the check that follows names it.",
    ),
    "site": (
        _publishing("site"),
        "Builds the site.",
        "Any fault or warning stops it, and the last good site stays. SITE_URL names where the site will stand.",
    ),
    "preview": (
        _publishing("preview"),
        "Builds one page in a few seconds, and says which file to open.",
        "PAGE=countries/mx names it by its address, PAGE=data/countries/mx.yml by the file of its text. LANGS=en takes "
        "another language.",
    ),
    "serve": (
        _publishing("serve"),
        "Shows the site while you write.",
        "It keeps the last good pages while it makes new ones. LANGS=es builds one language, PORT=8001 takes a port.",
    ),
    "verify": (
        _publishing("verify"),
        "Compares a published site with the one that was built here.",
        "FROM names it: an address, such as https://guide.example/, or a folder. It builds nothing.",
    ),
    "headers": (
        _publishing("headers"),
        "Writes the ready files for servers into docs/dev/hosting/.",
        "They are made from the headers that the tests serve the site with.",
    ),
    "messages": (
        _messages,
        "Brings the catalogues of translations up to date.",
        "It keeps every translation and comment, and marks what is out of date. LANGS=pt begins one for Portuguese.",
    ),
    "markdown": (
        _publishing("markdown"),
        "Writes every page as Markdown into build/md/.",
        "Read them, or compare them before and after a change.",
    ),
    "schema": (
        _schema,
        "Writes the schemas that editors use into data/schema/.",
        "They complete a field, say what it is for, and mark what cannot stand there.",
    ),
    "release-check": (
        _release_check,
        "Refuses a release whose catalogues are not complete and current.",
        "It lists each text that has no current translation, with its file and line.",
    ),
    "contacts": (
        contacts,
        "Lists what a change does to contacts, addresses, terms and menu labels.",
        "BASE=origin/main names what to compare with. It ends with 2 where a change lacks a new date and source.",
    ),
    "contacts-due": (
        _publishing("contacts_due"),
        "Lists the contacts to test, and prints a sheet for two callers for each country.",
        "The sheets are written into build/contacts/.",
    ),
    "freshness": (
        _freshness,
        "Lists what nobody has checked for long, by whose task it is.",
        "AHEAD=30 also lists what will be due within 30 days.",
    ),
}

if __name__ == "__main__":
    # Records stay until a command ends: to look for circles among them takes a tenth of its time.
    gc.freeze()
    gc.set_threshold(200_000)
    sys.exit(main())
