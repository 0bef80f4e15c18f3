"""What a person asks of one run, as variables on the command line: ``make site EDITION=public``.

Each is read here, and one that is mistyped is refused in a sentence that says what may be written. A variable that
is set but empty, as CI systems leave it, means the same as none.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from guide.model.fault import nearest
from guide.model.languages import LANGUAGES
from guide.model.vocabulary import Edition

#: Where ``make serve`` shows the site, unless ``PORT`` names another.
USUAL_PORT = 8000
HIGHEST_PORT = 65535
#: To measure with: ``0`` leaves out everything that is taken along, ``texts`` the PDFs.
SHEETS = "GUIDE_SHEETS"
#: The page that alone is built, for who looks at what they have just written (``make preview``).
PREVIEW = "GUIDE_PREVIEW"
#: Set by who starts the renderer and reads the data too: only one of them tells the faults.
FAULTS_TOLD = "GUIDE_FAULTS_TOLD"
#: Ends of names under which a site without https is safe enough: its own machine, and Tor's network.
_SAFE_HOSTS = re.compile(r"(?:^localhost|^127\.0\.0\.1|\.onion)$")

#: What an address is written in (RFC 3986), without names and passwords, quotes and brackets: it stands in links, in a
#: sitemap and in a code on paper, and a reader types it from there.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:/(?:[A-Za-z0-9._~!$&*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*)?")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]*")
_EXAMPLE = "https://guide.example/"


class WrongVariable(ValueError):
    """A variable or a setting that cannot be what a person meant; the message is a sentence to print."""


def given(name: str) -> str:
    """Return the variable ``name`` without blanks around it; empty when it is not set."""
    return os.environ.get(name, "").strip()


def one_of(name: str, kind: str, word: str, known: Iterable[str]) -> str:
    """Return ``word`` when it is among ``known``.

    Raises:
        WrongVariable: when it is not; the message says that ``name`` names no such ``kind``, and all that there are.
    """
    words = list(known)
    if word in words:
        return word
    hint = nearest(word.lower(), words)
    raise WrongVariable(f"{name}: no {kind} '{word}'{f'; {hint}' if hint else '.'} There are: {', '.join(words)}.")


def edition(name: str = "EDITION", word: str | None = None) -> Edition:
    """Return the edition that ``word`` asks for, the variable when it is not given; raises :class:`WrongVariable`.

    ``name`` is what the message calls it. No word means the working edition.
    """
    asked = given("EDITION") if word is None else word
    return Edition(one_of(name, "edition", asked or Edition.WORKING, Edition))


def languages() -> tuple[str, ...]:
    """Return the codes in ``LANGS``, with spaces between them; whether they exist is for the caller to say."""
    return tuple(given("LANGS").split())


def web_address(name: str, address: str) -> str:
    """Return ``address``; empty when it is empty.

    Raises:
        WrongVariable: for what is no whole address, or not https; ``name`` is what the message calls it.
    """
    if address and not _is_safe(address):
        shown = address.encode("unicode_escape").decode()
        raise WrongVariable(f"{name}: '{shown}' is no address that is safe. Write it whole: {_encoded(address)}")
    return address


def site_address(name: str, address: str) -> str:
    """Return ``address`` with a slash at its end; raises :class:`WrongVariable` as :func:`web_address` does."""
    if "?" in address or "#" in address:
        raise WrongVariable(
            f"{name}: '{address}' is more than the address of a site. Leave out '?', '#' and what follows."
        )
    path = urlsplit(web_address(name, address)).path if address else ""
    if "//" in path or re.search(r"(?:^|/)\.{1,2}(?:/|$)", path) or re.search(r"\.(?:html?|php)/?$", path):
        raise WrongVariable(f"{name}: '{address}' is no folder. Write the address under which all pages stand.")
    return address if not web_address(name, address) or address.endswith("/") else f"{address}/"


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host, wrong = parts.hostname or "", parts.port == 0
    except ValueError:
        return False
    if wrong or not _ADDRESS.fullmatch(address) or not _HOST.fullmatch(host):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and bool(_SAFE_HOSTS.search(host)))


def _encoded(address: str) -> str:
    """Return ``address`` with the letters of other scripts encoded, where it is an address; else an example."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        there = f"{host}:{parts.port}" if parts.port else host
    except ValueError:
        return _EXAMPLE
    encoded = f"https://{there}{quote(parts.path, safe='/%~+,=:@-')}"
    return encoded if parts.scheme == "https" and host and _is_safe(encoded) else _EXAMPLE


def port() -> int:
    """Return the port that ``PORT`` names, else the usual one; raises :class:`WrongVariable`."""
    return _number("PORT", USUAL_PORT, 1, HIGHEST_PORT, "8001")


def days_ahead() -> int:
    """Return how many days ``AHEAD`` looks ahead, none when it is not set; raises :class:`WrongVariable`."""
    return _number("AHEAD", 0, 0, 36_500, "30")


def build_day() -> dt.date | None:
    """Return the day that ``TODAY`` or ``SOURCE_DATE_EPOCH`` sets, or ``None``; raises :class:`WrongVariable`."""
    if day := given("TODAY"):
        try:
            return dt.date.fromisoformat(day)
        except ValueError:
            raise WrongVariable(f"TODAY: '{day}' is no date. Write it as 2026-11-24.") from None
    if given("SOURCE_DATE_EPOCH"):
        seconds = _number("SOURCE_DATE_EPOCH", 0, 0, 253_402_300_799, "1795478400, the seconds since 1970")
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    return None


def commit_given() -> tuple[str, bool]:
    """Return the commit that ``GUIDE_COMMIT`` names, and whether it says that more has changed since (``-dirty``).

    Without the variable there is none, and nothing has changed. Raises :class:`WrongVariable`.
    """
    word = given("GUIDE_COMMIT")
    if word and not re.fullmatch(r"[0-9a-f]{40}(?:[0-9a-f]{24})?(?:-dirty)?", word):
        raise WrongVariable(f"GUIDE_COMMIT: '{word}' is no commit. Write all its digits, as git rev-parse HEAD does.")
    return word.removesuffix("-dirty"), word.endswith("-dirty")


def _number(name: str, usual: int, lowest: int, highest: int, example: str) -> int:
    word = given(name)
    if not word:
        return usual
    if not re.fullmatch(r"[0-9]{1,15}", word) or not lowest <= int(word) <= highest:
        raise WrongVariable(f"{name}: '{word}' is no whole number from {lowest} to {highest}. Write it as {example}.")
    return int(word)


def refuse_mistyped() -> None:
    """Read what every command may depend on, so that a slip is told before any work; raises :class:`WrongVariable`."""
    edition()
    build_day()
    commit_given()
    for name in ("SITE_URL", "EDIT_BASE"):
        site_address(name, given(name))
    for code in languages():
        one_of("LANGS", "language", code, LANGUAGES)
    if wanted := given(SHEETS):
        one_of(SHEETS, "choice", wanted, ("0", "texts"))
