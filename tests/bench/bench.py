"""Time and memory of building, against plain MkDocs on a fixed yardstick, in the same run.

Prints ratios measured here and now; no test depends on them. The yardstick is the Markdown of the 370 pages of
29 November 2026 (``make markdown`` of commit 28cf9cc): plain MkDocs grows with the square of its pages, so that a ratio
on the same pages would flatter us more with each page. Sizes differ, so the time for one page is compared. Sheets are
measured apart: plain MkDocs makes none.

The catalogue is repeated under other ids: for 4× there are four times as many threats, for 16× four times as many
platforms too; plans grow with both, shared pages stay.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import urllib.request
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from guide.book import Book, read_book  # noqa: E402 - the path comes first
from guide.paper.printing import Printing  # noqa: E402
from guide.paper.typeset import Kept  # noqa: E402
from guide.publishing.takeaway import taken  # noqa: E402

YARDSTICK = Path(__file__).with_name("yardstick.tar.xz")
RUNS = 3
PLAIN = """site_name: plain
docs_dir: docs
theme:
  name: material
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: es, name: Español, default: true}
        - {locale: en, name: English}
markdown_extensions: [attr_list, tables, pymdownx.betterem]
"""


def copy(to: Path, times: int) -> Path:
    """Copy the project to ``to`` with its plans ``times`` over; ``times`` is 1, 4 or 16."""
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__", "dev"))
    shutil.copy(ROOT / "mkdocs.yml", to)
    for number in range(2, 5) if times >= 4 else ():
        repeat_threats(to / "data", number)
    if times >= 16:
        repeat_platforms(to / "data")
    return to


def repeat_platforms(data: Path) -> None:
    """Add every platform three times more, and name the copies in every threat."""
    originals = sorted((data / "platforms").glob("*.yml"))
    copies = [f"{path.stem}-y{number}" for number in range(2, 5) for path in originals]
    for name in copies:
        stem, _, number = name.rpartition("-y")
        text = (data / "platforms" / f"{stem}.yml").read_text(encoding="utf-8")
        text = text.replace(f"id: {stem}\n", f"id: {name}\n", 1)
        text = re.sub(r"^(name|tab): (.*)$", rf"\1: \2 {number}", text, flags=re.M)
        (data / "platforms" / f"{name}.yml").write_text(text, encoding="utf-8")
    for path in [*(data / "threats").glob("*.yml"), data / "general.yml"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"^(platforms: \[.*)\]$", rf"\1, {', '.join(copies)}]", text, flags=re.M), encoding="utf-8"
        )


def repeat_threats(data: Path, number: int) -> None:
    """Add every threat and its plans once more, under ids that end in ``-x<number>``."""
    originals = [path for path in sorted((data / "threats").glob("*.yml")) if "-x" not in path.stem]
    for path in originals:
        text = path.read_text(encoding="utf-8").replace(f"id: {path.stem}\n", f"id: {path.stem}-x{number}\n", 1)
        text = re.sub(r"^(name|tab|say): (.*)$", rf"\1: \2 {number}", text, flags=re.M)
        # Neighbours name each other: copies their copies.
        names = "|".join(other.stem for other in originals)
        text = re.sub(rf"^(  - \{{?(?:threat|plan): )({names})\b", rf"\1\2-x{number}", text, flags=re.M)
        # Each threat has a code of its own, which is printed.
        code = int(re.findall(r'^code: "(\d+)"$', text, flags=re.M)[0]) + (number - 1) * len(originals)
        text = re.sub(r'^code: "\d+"$', f'code: "{code:02}"', text, count=1, flags=re.M)
        (data / "threats" / f"{path.stem}-x{number}.yml").write_text(text, encoding="utf-8")
    for path in sorted((data / "platforms").glob("*.yml")):
        text = path.read_text(encoding="utf-8")
        head, _, rest = text.partition("\nthreats:\n")
        entries, _, tail = rest.partition("\ntree: ")
        first = re.sub(r"^  [a-z-]+-x\d+:\n(?:(?!  [a-z]).*\n)*", "", entries + "\n", flags=re.M)
        more = re.sub(r"^  ([a-z-]+):$", rf"  \1-x{number}:", first, flags=re.M)
        path.write_text(f"{head}\nthreats:\n{entries}\n{more}\ntree: {tail}", encoding="utf-8")


def run(command: list[str], folder: Path, **environment: str) -> tuple[float, int]:
    """Return seconds and peak memory in MB of a command; raises CalledProcessError."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder / "hooks"), **environment}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=settings, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, command)
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return time.perf_counter() - start, usage.ru_maxrss // scale


def yardstick() -> float:
    """Return the seconds that plain MkDocs takes for one page of the yardstick, and print them."""
    with tempfile.TemporaryDirectory() as name:
        plain = Path(name)
        with tarfile.open(YARDSTICK) as archive:
            archive.extractall(plain / "docs", filter="data")
        (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
        pages = sum(1 for _ in plain.rglob("*.md"))
        runs = [run([sys.executable, "-m", "mkdocs", "build", "-q"], plain) for _ in range(RUNS)]
    seconds = statistics.median(taken for taken, _ in runs)
    print(
        f"yardstick: plain MkDocs, {pages} pages, {seconds:.2f} s, {1000 * seconds / pages:.1f} ms a page, "
        f"{max(megabytes for _, megabytes in runs)} MB",
        flush=True,
    )
    return seconds / pages


def measure(times: int, plain: float) -> tuple[int, float]:
    """Measure one size against ``plain`` seconds a page, print it, and return pages and seconds of a cold build."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        project.mkdir()
        copy(project, times)
        ours = [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", "site"]
        cold, warm, memory = [], [], 0
        for _ in range(RUNS if times == 1 else 1):
            shutil.rmtree(project / ".cache", ignore_errors=True)
            seconds, megabytes = run(ours, project, GUIDE_SHEETS="0")
            cold.append(seconds)
            memory = max(memory, megabytes)
            warm.append(run(ours, project, GUIDE_SHEETS="0")[0])
        # Counted in what was built: a guide read here would count as memory of every process that is started.
        pages = sum(1 for _ in (project / "site").rglob("index.html"))
        c, w = statistics.median(cold), statistics.median(warm)
        print(
            f"{times:3}× {pages:5} pages | cold {c:6.2f} s, {memory} MB | warm {w:6.2f} s"
            f" | a page, against the yardstick: cold {c / pages / plain:.2f}, warm {w / pages / plain:.2f}"
            f" | {1000 * c / pages:.1f} ms a page",
            flush=True,
        )
        if times == 1:
            with_sheets(project, ours, w)
            refresh(project)
            sheets(project)
        return pages, c


def with_sheets(project: Path, ours: list[str], pages: float) -> None:
    """Print whole builds, with none of the PDFs kept and with all, against builds without PDFs and pages alone."""
    first = run(ours, project)[0]
    run(ours, project, GUIDE_SHEETS="texts")
    warm, without = [], []
    for _ in range(RUNS):
        without.append(run(ours, project, GUIDE_SHEETS="texts")[0])
        warm.append(run(ours, project)[0])
    w, o = statistics.median(warm), statistics.median(without)
    print(
        f"     whole builds: no PDF kept {first:.2f} s, all kept {w:.2f} s, without PDFs {o:.2f} s"
        f" | warm, with/without PDFs {w / o:.2f} | with everything/pages alone {w / pages:.2f}",
        flush=True,
    )


def refresh(project: Path) -> None:
    """Print the time from saving a YAML file to the refreshed page that is open, and to all pages of one language."""
    log = project / "serve.log"
    environment = {**os.environ, "LANGS": "es", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", "127.0.0.1:8917"]
    with log.open("w") as stream:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=stream, stderr=stream)

    def page() -> str:
        with urllib.request.urlopen("http://127.0.0.1:8917/facebook/", timeout=60) as answer:
            return str(answer.read().decode())

    try:
        wait(log, "Serving on", 60)
        path = project / "data/platforms/facebook.yml"
        opened, all_pages = [], []
        for number in range(3):
            time.sleep(1.5)
            page()
            made = log.read_text(encoding="utf-8").count("Pages made anew")
            text = path.read_text(encoding="utf-8")
            start = time.perf_counter()
            path.write_text(re.sub(r"^intro: .*$", f"intro: Cambio {number}.", text, count=1, flags=re.M))
            while f"Cambio {number}." not in page():
                time.sleep(0.02)
            opened.append(time.perf_counter() - start)
            while log.read_text(encoding="utf-8").count("Pages made anew") == made:
                time.sleep(0.02)
            all_pages.append(time.perf_counter() - start)
        print(
            f"     saving a YAML file → the page that is open: {statistics.median(opened):.2f} s,"
            f" all pages of one language: {statistics.median(all_pages):.2f} s",
            flush=True,
        )
    finally:
        server.terminate()
        server.wait()


def sheets(project: Path) -> None:
    """Print the time for every sheet of every language: made, kept, and after a change of one word in one country."""
    book = read_book(project)
    kept = Kept(project / "kept")

    def all_of(local: Book) -> float:
        start = time.perf_counter()
        for language in local.languages:
            taken(local, language, kept, Printing("https://a.test/"))
        return time.perf_counter() - start

    first, again = all_of(book), all_of(book)
    path = project / "data/countries/pe.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Ejecutivo", "gobierno", 1), encoding="utf-8")
    changed = all_of(read_book(project))
    count = sum(1 for _ in (project / "kept").glob("*.pdf"))
    print(
        f"     {count} sheets kept: made {first:.2f} s, kept {again:.2f} s, one word changed {changed:.2f} s",
        flush=True,
    )


def wait(log: Path, words: str, seconds: float) -> None:
    """Wait until ``words`` stand in ``log``; raises TimeoutError."""
    end = time.monotonic() + seconds
    while words not in log.read_text(encoding="utf-8"):
        if time.monotonic() > end:
            raise TimeoutError(words)
        time.sleep(0.05)


def main() -> None:
    """Measure 1×, 4× and 16×, then the growth."""
    print(f"Median of {RUNS} runs for 1×, one run for the others; processes of their own, disk caches warm.")
    plain = yardstick()
    results = [measure(times, plain) for times in map(int, os.environ.get("BENCH_SIZES", "1 4 16").split())]
    for (pages, seconds), (more, longer) in pairwise(results):
        print(f"growth from {pages} to {more} pages: {1000 * (longer - seconds) / (more - pages):.1f} ms a page")
    print(f"this process used {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
