"""Changes of files that are there already: an entry is set in, and every other line and comment stays as it was."""

from __future__ import annotations

import re

from guide.starting.answers import NotStarted
from guide.starting.scalar import scalar

_HOST = re.compile(r"^  - \{host: ([^,\s]+), who: .*\}$", re.MULTILINE)


def with_host(text: str, host: str, who: str) -> str:
    """Return ``hosts.yml`` with a host at its place in the alphabet; as it was when the host is there already."""
    entries = list(_HOST.finditer(text))
    if any(entry[1] == host for entry in entries):
        return text
    line = f"  - {{host: {host}, who: {scalar(who)}}}\n"
    after = next((entry.start() for entry in entries if entry[1] > host), None)
    if after is None:
        return f"{text.rstrip()}\n{line}"
    return text[:after] + line + text[after:]


def with_entry(text: str, entry: str) -> str:
    """Return a file of many records with ``entry`` at its end."""
    return f"{text.rstrip()}\n\n{entry.rstrip()}\n"


def block(text: str, field: str) -> str:
    """Return the lines of a field at the margin of a file, with its name; raises NotStarted where there is none."""
    found = re.search(rf"^{field}:.*\n(?:(?: .*)?\n)*", text, re.MULTILINE)
    if not found:
        raise NotStarted(f"There is no field '{field}' to begin from.")
    return found[0].rstrip() + "\n"


def with_threat(platform: str, threat: str) -> str:
    """Return the file of a platform with an entry for ``threat``: what its plan says to who does not know.

    It stands after those that are there, in whose order readers are shown them.
    """
    lines = block(platform, "general").splitlines()[1:]
    entry = "\n".join([f"  {threat}:", *(f"  {line}" if line else "" for line in lines)])
    comment = "  # Es lo que dice el plan general de esta red. Cambie lo que esta amenaza pide."
    text = re.sub(r"^threats: \{\}$", "threats:", platform, count=1, flags=re.MULTILINE)
    there = block(text, "threats")
    between = "\n" if there.count("\n") > 1 else ""
    return text.replace(f"\n{there}", f"\n{there}{between}{comment}\n{entry}\n", 1)


def with_language(settings: str, code: str, name: str) -> str:
    """Return ``mkdocs.yml`` with a line for a language under ``languages``; as it was when it is there."""
    lines = re.findall(r"^ +- \{locale: .*\}\n", settings, re.MULTILINE)
    if any(re.search(rf"locale: {code}\b", line) for line in lines):
        return settings
    last = lines[-1]
    return settings.replace(last, f"{last}{last[: last.index('-')]}- {{locale: {code}, name: {scalar(name)}}}\n", 1)


def with_known_language(module: str, code: str, tag: str, name: str, direction: str) -> str:
    """Return ``languages.py`` with a line for a language; as it was when it knows it."""
    if re.search(rf'^ +Language\("{code}", ', module, re.MULTILINE):
        return module
    last = re.findall(r"^ +Language\(.*\),\n", module, re.MULTILINE)[-1]
    words = [code, tag, name, *([direction] if direction == "rtl" else [])]
    line = ", ".join(f'"{word}"' for word in words)
    return module.replace(last, f"{last}{last[: last.index('L')]}Language({line}),\n", 1)
