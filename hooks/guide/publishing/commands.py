"""The commands that make pages and paper, or look at what was made: ``site``, ``serve``, ``markdown``, ``verify``."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

from guide.book import read_book
from guide.checking.check import load_all
from guide.checking.clocks import clock_ahead
from guide.deciding import freshness
from guide.model.clock import today
from guide.model.languages import SOURCE, languages_of
from guide.model.variables import WrongVariable, edition, given, languages, one_of, port, site_address
from guide.paper.call_sheet import call_sheets
from guide.publishing import host_files
from guide.publishing.build import BuildFailed, build_preview, build_site, write_markdown
from guide.publishing.place import PlaceRefused
from guide.publishing.port import HOST, refuse_taken
from guide.publishing.published import FolderOf, Published, ServerOf, Unreachable
from guide.publishing.verifying import NotComparable, compare
from guide.translating.coverage import coverage_lines


def site(options: argparse.Namespace) -> int:
    """Build the site; raises DataError, WrongVariable."""
    _one_language(options)
    start = time.monotonic()
    if not given("SITE_URL"):
        print("SITE_URL is not set: addresses in sitemap and links between languages name https://guide.example/.")
    folder = options.site_dir if options.site_dir.is_absolute() else options.root / options.site_dir
    try:
        book, pages = build_site(options.root, folder)
    except (BuildFailed, PlaceRefused) as error:
        print(error, file=sys.stderr)
        return 1
    seconds = time.monotonic() - start
    print(f"Built {pages} pages into {options.site_dir}/ ({book.edition.value} edition) in {seconds:.0f} s.")
    if note := clock_ahead(book.loaded.catalogue):
        print(note, file=sys.stderr)
    for line in coverage_lines(book.loaded, book.translations):
        print(line)
    return 0


def preview(options: argparse.Namespace) -> int:
    """Build the page that ``PAGE`` means and say where it is; raises WrongVariable."""
    _one_language(options)
    asked = given("PAGE")
    if not asked:
        raise WrongVariable("PAGE: name a page or a data file, such as PAGE=countries/mx or PAGE=data/routes/ddp.yml.")
    start = time.monotonic()
    try:
        files = build_preview(options.root, asked, next(iter(languages()), SOURCE))
    except BuildFailed:
        return 1
    for path in files:
        print(path.as_uri())
    print(f"Open it in a browser. Built in {time.monotonic() - start:.0f} s; links to other pages lead nowhere here.")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Show the site until somebody stops it; raises WrongVariable before anything is built."""
    _one_language(options)
    number = port()
    refuse_taken(number)
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"{HOST}:{number}"]
    with subprocess.Popen(command, cwd=options.root) as server:
        try:
            return server.wait()
        except KeyboardInterrupt:
            # The server got it too, and deletes what it has built before it ends.
            server.wait()
            return 0


def headers(options: argparse.Namespace) -> int:
    """Write the ready files for servers; with ``check`` only tell which are out of date."""
    if not options.check:
        host_files.write(options.root)
        print(f"Wrote {host_files.FOLDER}/.")
        return 0
    late = host_files.outdated(options.root)
    if late:
        print(f"Out of date: {', '.join(late)}. Run 'make headers'.", file=sys.stderr)
    return int(bool(late))


def contacts_due(options: argparse.Namespace) -> int:
    """List the contacts to test, and write a sheet for two callers for each country; raises DataError."""
    catalogue = load_all(options.root / "data").catalogue
    for due in freshness.contacts_due(catalogue, today()):
        print(f"{due.day}  {due.kind:10} {due.name:32} {due.what}")
    folder = options.root / "build" / "contacts"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sheets = call_sheets(catalogue, today())
    for name, pdf in sheets.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    print(f"Wrote {len(sheets)} sheets for two callers into build/contacts/.")
    return 0


def markdown(options: argparse.Namespace) -> int:
    """Write every page as Markdown; raises DataError."""
    count = write_markdown(read_book(options.root, edition=edition()), options.root / "build" / "md")
    print(f"Wrote {count} pages into build/md/.")
    return 0


def verify(options: argparse.Namespace) -> int:
    """Compare the site that ``FROM`` names with the one built here; it builds nothing.

    Returns 0 when they are the same, 1 when they differ, 2 when that cannot be told.
    """
    try:
        difference = compare(_published(options.root), options.root / options.site_dir)
    except (NotComparable, Unreachable, WrongVariable) as error:
        print(error, file=sys.stderr)
        return 2
    lines = list(difference.lines())
    for line in lines:
        print(line)
    if lines:
        print(f"The published site is not the one in {options.site_dir}/: {len(lines)} differences.", file=sys.stderr)
        return 1
    print(f"The same, file by file, as what is built here in {options.site_dir}/.")
    return 0


def _published(root: Path) -> Published:
    """Return the site that ``FROM`` names, a folder or an address; raises WrongVariable."""
    source = given("FROM")
    if not source:
        raise WrongVariable("FROM: name the published site, as make verify FROM=https://guide.example/ or FROM=folder.")
    return ServerOf(site_address("FROM", source)) if "://" in source else FolderOf(root / source)


def _one_language(options: argparse.Namespace) -> None:
    """Refuse ``LANGS`` unless it names one language that has a catalogue, or none."""
    known = [language.code for language in languages_of(options.root / "data")]
    wanted = languages()
    if len(wanted) > 1:
        raise WrongVariable(f"LANGS: name one language, or none to build them all. There are: {', '.join(known)}.")
    for code in wanted:
        one_of("LANGS", "language with a catalogue", code, known)
