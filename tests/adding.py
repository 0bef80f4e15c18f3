"""What README.md says under *Adding things*, done to the letter: the steps of somebody who reads nothing else.

Each function is one paragraph of it. Where a paragraph changes, its function does; nothing else may be needed to make
the checks and tests of the project pass again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

#: What is added, by the id of the record that is copied.
PLATFORM, THREAT, ROUTE, COUNTRY = ("threads", "mesh"), ("smear", "rumour"), ("ddp", "aid-fund"), ("ar", "uy")
#: Languages to add, with their names; this one, Hebrew, is written from right to left. Each costs half a minute.
LANGUAGES = {"he": "עברית"}
#: The languages that stay in the copy beside it: the others would be made and read again for nothing.
KEPT = ("es", "en")


def add_things(project: Path) -> None:
    """Add a platform, a threat, a route, a country and a language to the project in the folder ``project``.

    What a command has to do (``make messages``) is left to the caller.
    """
    add_platform(project / "data")
    add_threat(project / "data")
    add_route(project / "data")
    add_country(project / "data")
    drop_languages(project)
    for code in LANGUAGES:
        know_language(project / "hooks/guide/model/languages.py", code)
        list_language(project / "mkdocs.yml", code)


def add_platform(data: Path) -> None:
    """Copy a platform; each threat of its ``threats`` names it."""
    old, new = PLATFORM
    copied = _copied(data / "platforms", PLATFORM, {"name": "Mesh", "tab": "Mesh"})
    # What it has to say of each threat is its own.
    text = copied.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^( +say: (?:>-\n +)?)(\S)", r"\1Esto vale aquí. \2", text)
    copied.write_text(text, encoding="utf-8")
    entries = (data / f"platforms/{old}.yml").read_text(encoding="utf-8").split("\nthreats:\n")[1]
    for threat in re.findall(r"^  ([a-z0-9-]+):$", entries, re.M):
        _named_in(data / f"threats/{threat}.yml", new)


def add_threat(data: Path) -> None:
    """Copy a threat; each platform that it names gets an entry for it, here that of the threat that was copied."""
    old, new = THREAT
    taken = [int(_line(path, "code").strip('"')) for path in (data / "threats").glob("*.yml")]
    words = {
        "name": "Rumores",
        "tab": "aclarar un rumor",
        "say": "Corre un rumor sobre mí",
        "code": f'"{max(taken) + 1}"',
    }
    copied = _copied(data / "threats", THREAT, words)
    copied.write_text(re.sub(r"(?m)^near:\n(?:  .*\n)+", "", copied.read_text(encoding="utf-8")), encoding="utf-8")
    for platform in re.findall(r"[a-z0-9-]+", _line(copied, "platforms")):
        path = data / f"platforms/{platform}.yml"
        text = path.read_text(encoding="utf-8")
        found = re.search(rf"^  {old}:\n(?:(?:    .*)?\n)+", text, re.M)
        assert found, f"{path.name} has no entry '{old}'"
        entry = found.group().rstrip().replace(f"  {old}:", f"  {new}:", 1)
        path.write_text(text.replace("\nthreats:\n", f"\nthreats:\n{entry}\n\n", 1), encoding="utf-8")


def add_route(data: Path) -> None:
    """Copy a route, and say why no answer leads to it."""
    path = _copied(data / "routes", ROUTE, {"name": "Fondo de ejemplo", "tab": "Fondo de ejemplo"})
    with path.open("a", encoding="utf-8") as file:
        file.write("listed_why: Nadie lo ha usado todavía; pregunte antes a una organización.\n")


def add_country(data: Path) -> None:
    """Copy a country."""
    _copied(data / "countries", COUNTRY, {"name": "Uruguay", "tab": "Ayuda · Uruguay"})


def drop_languages(project: Path) -> None:
    """Take every language out that is not in KEPT: its files, and its line in the settings."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    for path in (project / "data/locales").glob("*.po"):
        code = path.stem
        if code not in KEPT:
            for own in [path, project / f"data/search/{code}.yml", *(project / "docs").glob(f"*.{code}.md")]:
                own.unlink(missing_ok=True)
            text = re.sub(rf"(?m)^ +- {{locale: {code}, .*}}\n", "", text)
    if settings.is_file():
        settings.write_text(text, encoding="utf-8")


def know_language(module: Path, code: str) -> None:
    """Add the line of a language to the table of those that the program knows, after the last one."""
    text = module.read_text(encoding="utf-8")
    last = re.findall(r"(?m)^        Language\(.*\),\n", text)[-1]
    line = f'        Language("{code}", "{code}", "{LANGUAGES[code]}", "rtl", likelier="en"),\n'
    module.write_text(text.replace(last, last + line), encoding="utf-8")


def list_language(settings: Path, code: str) -> None:
    """Add the line of a language under ``languages``."""
    text = settings.read_text(encoding="utf-8")
    last = re.findall(r"^ +- \{locale: .*\}\n", text, re.M)[-1]
    line = f"{last[: last.index('-')]}- {{locale: {code}, name: {LANGUAGES[code]}}}\n"
    settings.write_text(text.replace(last, last + line), encoding="utf-8")


def _copied(folder: Path, ids: tuple[str, str], words: Mapping[str, str]) -> Path:
    """Copy the file of a record to one of a new id, with other ``words`` in some of its lines."""
    old, new = ids
    text = (folder / f"{old}.yml").read_text(encoding="utf-8")
    for field, value in {"id": new, **words}.items():
        text, count = re.subn(rf"^{field}: .*$", f"{field}: {value}", text, count=1, flags=re.M)
        assert count, f"{old}.yml has no line '{field}'"
    path = folder / f"{new}.yml"
    path.write_text(text, encoding="utf-8")
    return path


def _named_in(threat: Path, platform: str) -> None:
    text = threat.read_text(encoding="utf-8")
    line = _line(threat, "platforms")
    threat.write_text(text.replace(line, line.replace("]", f", {platform}]"), 1), encoding="utf-8")


def _line(path: Path, field: str) -> str:
    """Return what stands behind ``field`` on its line."""
    found = re.search(rf"^{field}: (.*)$", path.read_text(encoding="utf-8"), re.M)
    assert found, f"{path.name} has no line '{field}'"
    return found.group(1)
