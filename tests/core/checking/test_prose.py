"""Hand-written pages: what holds for texts of the data holds for them, and is told by ``make check`` with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.book import read_book
from guide.checking.complete import WRITTEN_BY_HAND
from guide.checking.prose import check_prose
from guide.checking.texts import official_sites
from guide.model.fault import DataError, Fault
from guide.model.languages import LANGUAGES
from guide.pages.prose import prose_pages
from guide.reading.load import Loaded, quoted
from guide.reading.prose import read_prose
from guide.reading.prose_parts import CONDITIONS

FRONT = '---\ntitle: Página\ntab: Página\ndescription: Una página.\nwords: página\nchecked: "2026-11-24"\n---\n\n'
#: What stands in a page, with a ``¦`` where the fault is, and its rule.
BODIES = [
    ("raw-html", "Hola ¦<script>alert(1)</script> a todos."),
    ("raw-html", "¦<iframe src='https://telegram.org'></iframe>"),
    ("raw-html", "Una línea.\n\n    ¦<b onclick=x>código</b>"),
    ("raw-html", "`¦<b>`"),
    ("raw-html", "¦<!-- nota -->"),
    ("raw-html", "Vea ¦<https://telegram.org/faq>."),
    ("script-link", "Vea [esto](¦javascript:alert(1))."),
    ("script-link", "Vea [esto](¦JAVASCRIPT:alert(1))."),
    ("link-target", "¦Vea [esto](&#106;avascript:alert(1))."),
    ("script-link", "[esto]: ¦data:text/html,hola"),
    ("not-https", "Vea [esto](¦http://telegram.org/faq)."),
    ("not-https", "Vea [esto][a].\n\n[a]: http://telegram.org/faq"),
    ("odd-link", "Vea [esto](¦https://telegram.org:8080/faq)."),
    ("mixed-script", "Vea [esto](¦https://telegrаm.org/faq)."),
    ("unlisted-host", "Uno.\n\nVea\n[esto](¦https://ejemplo.org/ayuda)."),
    ("link-target", "Vea [esto](¦//ejemplo.org)."),
    ("link-target", "Escriba [aquí](¦mailto:x)."),
    ("link-target", "Vea [esto](¦page:urgent)."),
    ("hidden-target", "Vea [esto](¦https://bit.ly/abc)."),
    ("tracking", "Vea [esto](¦https://telegram.org/faq?utm_source=x)."),
    ("image", "![Mapa](¦https://telegram.org/x.png)"),
    ("image", "![Mapa](¦../x.png)"),
    ("attribute-list", "Hola¦{: onclick=alert }"),
    ("attribute-list", "[Hola](../urgent/)¦{ .big }"),
    ("attribute-list", "## Título ¦{onclick=x} {#otro}"),
    ("attribute-list", "Un párrafo ¦{#id}"),
    ("attribute-list", "```¦{.py onclick=x}\nx\n```"),
    ("contact-in-text", "Llame al ¦555 123 4567."),
    ("contact-in-text", "Llame al ¦555/123/4567."),
    ("contact-in-text", "Uno\ndos ¦bit.ly/abc tres."),
    ("contact-in-text", "Llame al **555** 123 4567."),
    ("contact-in-text", "- Escriba a ¦ayuda@ejemplo.org"),
    ("contact-in-text", "> Escriba a ¦@cuenta en Telegram."),
    ("contact-in-text", "| a | b |\n|---|---|\n| c | 105 o 911 |"),
    ("contact-in-text", "```\n¦ayuda@ejemplo.org\n```"),
    ("contact-in-text", "Vea [esto](../urgent/ \"¦ayuda@ejemplo.org\")."),
    ("contact-in-text", "¦Llame al 911"),
    ("invisible-sign", "Una pa¦\u00adlabra."),
    ("invisible-sign", "Una ¦\u202epalabra."),
    ("invisible-sign", "Una pa¦&shy;labra."),
]  # fmt: skip
FRONTS = [
    ("front-matter", "# Hola\n", 1),
    ("front-matter", "---\ntitle: a\n", 1),
    ("missing-field", FRONT.replace("tab: Página\n", ""), 2),
    ("missing-field", FRONT.replace('checked: "2026-11-24"\n', ""), 2),
    ("unknown-field", FRONT.replace("tab:", "tap:"), 3),
    ("unknown-field", FRONT.replace("words:", "translates: 0123456789ab\nwords:"), 5),
    ("colon-in-text", FRONT.replace("Una página.", "Una: página."), 4),
    ("wrong-type", FRONT.replace("title: Página", "title: [Página]"), 2),
    ("unquoted-word", FRONT.replace('"2026-11-24"', "2026-11-24"), 6),
    ("bad-date", FRONT.replace("2026-11-24", "ayer"), 6),
    ("future-date", FRONT.replace("2026-11-24", "2099-11-24"), 6),
    ("comment-in-text", FRONT.replace("Una página.", "Una página #1."), 4),
    ("contact-in-text", FRONT.replace("Una página.", "Escriba a ayuda@ejemplo.org."), 4),
    ("empty-text", FRONT.replace("tab: Página", 'tab: ""'), 3),
]


def faults_of(project: Path) -> tuple[Fault, ...]:
    with pytest.raises(DataError) as caught:
        read_book(project)
    return caught.value.faults


def faults_in(docs: Path, loaded: Loaded) -> list[Fault]:
    """Return the faults of a folder of pages, without reading all data again."""
    folder = read_prose(docs)
    found = check_prose(folder, loaded.catalogue.hosts, official_sites(loaded.catalogue))
    return [*folder.faults, *quoted(found, folder.lines)]


@pytest.fixture
def docs(root: Path, tmp_path: Path) -> Path:
    """A folder of the hand-written pages in which the English of one is missing."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for path in (root / "docs").glob("*.md"):
        shutil.copy(path, folder)
    (folder / "about.en.md").unlink()
    return folder


@pytest.mark.parametrize(("rule", "body"), BODIES, ids=[f"{row[0]}-{n}" for n, row in enumerate(BODIES)])
def test_what_could_harm_a_reader_is_refused_at_its_place(docs: Path, loaded: Loaded, rule: str, body: str) -> None:
    text = f"{FRONT}# Página {{#top}}\n\n{body}\n"
    (docs / "about.md").write_text(text.replace("¦", ""), "utf-8")

    found = [fault for fault in faults_in(docs, loaded) if fault.rule == rule]

    assert {fault.file for fault in found} == {"docs/about.md"}
    assert found[0].mend
    assert found[0].quoted
    if "¦" in text:
        at = text.index("¦")
        assert (found[0].line, found[0].column) == (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


@pytest.mark.parametrize(("rule", "text", "line"), FRONTS, ids=[f"{row[0]}-{n}" for n, row in enumerate(FRONTS)])
def test_front_matter_has_a_model(docs: Path, loaded: Loaded, rule: str, text: str, line: int) -> None:
    (docs / "about.md").write_text(f"{text}# Página {{#top}}\n", "utf-8")

    found = faults_in(docs, loaded)

    assert {fault.file for fault in found} == {"docs/about.md"}
    assert (rule, line) in [(fault.rule, fault.line) for fault in found]


def test_what_pages_need_stays(docs: Path, loaded: Loaded) -> None:
    body = (
        "# Página {#top}\n\n## Uno {#one}\n\n## Dos {#two .when-untested}\n\n"
        "Vaya a [lo urgente](../urgent/), a [esto](#one) y a [las preguntas](https://telegram.org/faq).\n\n"
        "![Icono](../assets/icon.svg)\n\nEl sitio de StopNCII.org, 5 < 6, «`código`» y 90 días desde 2024-2025.\n\n"
        "| a | b |\n|---|---|\n| c | d |\n"
    )
    (docs / "about.md").write_text(FRONT + body, "utf-8")

    assert faults_in(docs, loaded) == []


def test_lines_are_counted_in_the_file_with_windows_line_ends(docs: Path, loaded: Loaded) -> None:
    text = f"{FRONT}# Página {{#top}}\n\nLlame al 555 123 4567.\n".replace("\n", "\r\n")
    (docs / "about.md").write_bytes(text.encode())

    assert [(fault.rule, fault.line, fault.column) for fault in faults_in(docs, loaded)] == [
        ("contact-in-text", 11, 10)
    ]


def test_a_translation_says_which_text_it_translates(copy: Path) -> None:
    path = copy / "docs/about.en.md"
    text = path.read_text(encoding="utf-8")
    digest = read_prose(copy / "docs").pages["about", "es"].digest
    path.write_text(text.replace(f"translates: {digest}\n", ""), "utf-8")

    found = faults_of(copy)

    assert [(fault.file, fault.rule) for fault in found] == [("docs/about.en.md", "missing-field")]
    assert f"translates: {digest}" in found[0].mend

    path.write_text(text.replace(f"translates: {digest}\n", "translates: new\n"), "utf-8")
    assert [(fault.file, fault.rule) for fault in faults_of(copy)] == [("docs/about.en.md", "front-matter")]


@pytest.mark.parametrize("page", sorted(WRITTEN_BY_HAND))
def test_every_page_that_data_link_to_is_there(docs: Path, loaded: Loaded, page: str) -> None:
    for path in docs.glob(f"{page}.*"):
        path.unlink()

    found = faults_in(docs, loaded)

    assert [(fault.file, fault.rule) for fault in found] == [(f"docs/{page}.md", "missing-file")]
    assert f"restore the file docs/{page}.md" in found[0].mend


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("about.xx.md", "unknown-file"),
        ("about.es.md", "unknown-file"),
        ("nowhere.en.md", "unknown-file"),
        ("routes.md", "unknown-file"),
        ("Sobre_mi.md", "bad-id"),
    ],
)
def test_a_file_whose_name_is_no_page_is_told(docs: Path, loaded: Loaded, name: str, rule: str) -> None:
    (docs / name).write_text(f"{FRONT}# Página {{#top}}\n", "utf-8")

    assert [(fault.file, fault.rule) for fault in faults_in(docs, loaded)] == [(f"docs/{name}", rule)]


def test_a_link_out_of_the_folder_is_refused(docs: Path, loaded: Loaded, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", "utf-8")
    (docs / "about.md").unlink()
    (docs / "about.md").symlink_to(tmp_path / "secret.txt")

    assert [(fault.file, fault.rule) for fault in faults_in(docs, loaded)] == [("docs/about.md", "symlink")]


def test_the_check_says_it_without_building(copy: Path) -> None:
    path = copy / "docs/about.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n<script>alert(1)</script>\n", "utf-8")

    assert {(fault.file, fault.rule) for fault in faults_of(copy)} == {("docs/about.md", "raw-html")}


def test_faults_of_prose_are_told_together_with_those_of_data(copy: Path) -> None:
    (copy / "docs/about.md").write_text("# Hola\n", "utf-8")
    path = copy / "data/groups.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name:", "nam:", 1), "utf-8")

    assert {fault.file.split("/")[0] for fault in faults_of(copy)} == {"docs", "data"}


def test_the_line_that_a_page_comes_from_is_that_of_its_heading(root: Path) -> None:
    for language in (LANGUAGES["es"], LANGUAGES["en"]):
        for page in prose_pages(root / "docs", language, frozenset(CONDITIONS)):
            file, line = page.edit
            assert (root / file).read_text(encoding="utf-8").splitlines()[line - 1].startswith("# ")
