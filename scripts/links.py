"""Asks every outside address of the built site whether it still answers, politely, and lists what does not.

Usage: links.py SITE. One request at a time to a host, with a pause; HEAD first, GET where a host does not know it; no
redirect is followed. A list for people to look at: a page can answer and say something else, or refuse a machine.
"""

from __future__ import annotations

import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

#: Says what asks, and nothing of who asks.
AGENT = "reporting-guide-links (a weekly check of links; one request at a time)"
SECONDS, PAUSE, HOSTS_AT_A_TIME = 40, 2.0, 4
_NO_HEAD = (400, 403, 404, 405, 501)
#: Answers that mean that the host does not like machines, or is tired: a person has to look.
_UNSURE = (401, 403, 429, 451, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """What a host said of an address, and a page of ours that leads there."""

    what: str
    address: str
    page: str


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where a link leads."""
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.startswith(("https://", "http://")):
            self.found.append(urldefrag(address)[0])


def outside(site: Path) -> dict[str, str]:
    """Return every outside address that a page of ``site`` links to, and the first page that does."""
    out: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        links = _Links()
        links.feed(path.read_text(encoding="utf-8"))
        for address in links.found:
            out.setdefault(address, path.relative_to(site).as_posix().removesuffix("index.html") or "(home)")
    return out


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        """Follow none."""


_OPENER = urllib.request.build_opener(_NoRedirect)


def ask(address: str) -> str:
    """Return what is wrong with ``address``, empty when it answers."""
    status, leads_to = _status(address, "HEAD")
    if status in _NO_HEAD:
        time.sleep(PAUSE)
        status, leads_to = _status(address, "GET")
    if status in (301, 308):
        return f"moved for good to {leads_to}"
    if status in (404, 410):
        return "gone"
    if status in _UNSURE:
        return f"unsure: answers {status}"
    return "no answer" if status == 0 else ""


def _status(address: str, method: str) -> tuple[int, str]:
    request = urllib.request.Request(address, method=method, headers={"User-Agent": AGENT})  # noqa: S310 - our own links
    try:
        with _OPENER.open(request, timeout=SECONDS) as answer:
            return answer.status, ""
    except urllib.error.HTTPError as error:
        with error:
            # What a host sends is shown in an issue: nothing but an address.
            leads_to = str(error.headers.get("Location", ""))[:200]
            return error.code, "".join(sign for sign in leads_to if sign.isprintable() and sign not in "<>`")
    except (OSError, HTTPException, ValueError):
        return 0, ""


def ask_host(addresses: Iterable[tuple[str, str]]) -> list[Answer]:
    """Ask for ``addresses`` of one host, one after another, and return what is wrong."""
    out = []
    for number, (address, page) in enumerate(addresses):
        if number:
            time.sleep(PAUSE)
        if wrong := ask(address):
            out.append(Answer(wrong, address, page))
    return out


def ask_all(links: dict[str, str]) -> list[Answer]:
    """Ask for all ``links``, a few hosts at a time, and return what is wrong, sorted."""
    hosts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for address, page in links.items():
        hosts[urlsplit(address).netloc].append((address, page))
    with ThreadPoolExecutor(HOSTS_AT_A_TIME) as pool:
        return sorted(answer for answers in pool.map(ask_host, hosts.values()) for answer in answers)


def main() -> int:
    """Print what does not answer; the status says nothing of it."""
    links = outside(Path(sys.argv[1]))
    if not links:
        print(f"No outside address in {sys.argv[1]}: build the site first (make site).", file=sys.stderr)
        return 2
    wrong = ask_all(links)
    for answer in wrong:
        print(f"{answer.address}\n  {answer.what}; on {answer.page}")
    print(f"{len(wrong)} of {len(links)} addresses to look at.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
