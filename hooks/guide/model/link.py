"""What a link must be before a reader may follow it. Nothing is looked up.

What needs the lists of ``data/hosts.yml`` (known hosts, shorteners, names of tracking) stands in
:mod:`guide.model.hosts`.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, urlsplit

from guide.model.fault import Refusal, refused
from guide.model.signs import sign_name

AS_PRINTED = "write the address as the body itself prints it"
#: Names that no public site has (RFC 2606, RFC 6761, RFC 7686 and the like).
NEVER_PUBLIC = frozenset(
    {"alt", "arpa", "example", "home", "internal", "invalid", "lan", "local", "localhost", "onion", "test"}
)
_EXAMPLES = frozenset({"example.com", "example.net", "example.org"})
_SCRIPTS = frozenset({"javascript", "vbscript", "data"})
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
#: Letters only, two at least: told without a list of suffixes, which would be old by the time somebody builds.
_SUFFIX = re.compile(r"[a-z]{2,63}")
_DIGITS = re.compile(r"0x[0-9a-f]*|[0-9]+")
#: Signs that browsers change or that end an address in a text.
_NEVER_IN_LINKS = frozenset('\\"<>{}|^`“”‘’«»')
_LONGEST_HOST = 253


def sign(letter: str) -> str:
    """Return a letter with its name, for a fault: ``'“' (left double quotation mark)``; an unseen one by its number."""
    if letter != " " and is_invisible(letter):
        return sign_name(letter)
    return f"'{letter}' ({unicodedata.name(letter, 'a sign without a name').lower()})"


def is_invisible(letter: str) -> bool:
    """Return whether nothing is seen of ``letter``: spaces, line ends, marks of direction, control characters."""
    return unicodedata.category(letter)[0] in "ZC"


def why_no_host(host: str) -> Refusal | None:
    """Return why ``host``, in lower case, is no public host; ``None`` when it may be one.

    A public host has a dot and ends in two letters or more: no list of suffixes is kept, and none is asked.
    """
    if foreign := next((letter for letter in host if not letter.isascii()), None):
        return Refusal("mixed-script", f"the host '{host}' holds {sign(foreign)}", AS_PRINTED)
    labels = host.split(".")
    if any(label.startswith("xn--") for label in labels):
        mend = "link to the body's address in plain letters, or leave the link out"
        return Refusal("punycode", f"the host '{host}' hides letters of another script", mend)
    if ":" in host or _is_ip(host) or all(_DIGITS.fullmatch(label) for label in labels):
        return Refusal("ip-address", f"'{host}' is an address in numbers", "write the name of the site")
    if len(host) > _LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        return Refusal("bad-host", f"'{host}' cannot be the name of a site", AS_PRINTED)
    if len(labels) < 2 or not _SUFFIX.fullmatch(labels[-1]):
        return Refusal("bad-host", f"'{host}' has no suffix such as .org", AS_PRINTED)
    if labels[-1] in NEVER_PUBLIC or ".".join(labels[-2:]) in _EXAMPLES:
        return Refusal("bad-host", f"'{host}' is a name that no public site has", AS_PRINTED)
    return None


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def why_no_link(url: str) -> Refusal | None:
    """Return why ``url`` may not be a link; ``None`` when it may."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:  # brackets that do not close, letters that browsers fold into signs of an address
        return Refusal("bad-host", f"'{url}' cannot be read as an address", AS_PRINTED)
    if parts.scheme in _SCRIPTS:
        return Refusal("script-link", f"'{url}' would run a script", "delete it")
    if parts.scheme != "https" or not parts.netloc:
        mend = "find the address of the page that does, or leave the link out"
        if not parts.scheme:
            mend = "write https:// in front, if the page opens so"
        return Refusal("not-https", f"link '{url}' does not start with https://", mend)
    for at, letter in enumerate(url):
        if letter in _NEVER_IN_LINKS or is_invisible(letter):
            return Refusal("odd-link", f"after '{url[:at]}' stands {sign(letter)}", f"take it out; {AS_PRINTED}")
    if "@" in parts.netloc or re.search(r":\d*$", parts.netloc):
        return Refusal("odd-link", f"link '{url}' holds a user name or a port", AS_PRINTED)
    return why_no_host(host) or _why_hidden(url, parts)


def _why_hidden(url: str, parts: SplitResult) -> Refusal | None:
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if re.match(r"(https?:)?//", value.strip(), re.IGNORECASE):
            return Refusal(
                "hidden-target",
                f"link '{url}' passes on to another address in '{name}'",
                "link to that address itself",
            )
    return None


def host_of(url: str) -> str:
    """Return the host of a link that :func:`why_no_link` lets pass."""
    return (urlsplit(url).hostname or "").lower()


def safe_link(url: str) -> str:
    """Return ``url``; raises the error of pydantic that says why it may not be a link."""
    if refusal := why_no_link(url):
        raise refused(*refusal)
    return url


def public_host(host: str) -> str:
    """Return ``host``; raises the error of pydantic that says why it is no public host."""
    if host != host.lower():
        raise refused("bad-host", f"'{host}' has capitals", "write it in small letters")
    if refusal := why_no_host(host):
        raise refused(*refusal)
    return host


@dataclass(frozen=True, slots=True)
class IsLink:
    """Marks a field that holds a link."""
