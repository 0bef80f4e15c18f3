"""Routes, countries, the second tree and the urgent page on the built site: guards in front, nothing too heavy."""

from __future__ import annotations

import gzip
import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from selectolax.lexbor import LexborNode as Node

from guide.book import Book
from guide.model.vocabulary import ReachesState, StateRoute
from guide.paper.incident_log import ROWS, columns
from tests import raw
from tests.site.conftest import BuiltPage

#: Everything counted, compressed (rule S12).
URGENT_BYTES = 30 * 1024
#: Words of the urgent page beside its protected lines and its sources: somebody in danger reads it.
URGENT_WORDS = 900
#: Lists of items: what a page offers, beside links inside sentences.
OFFERED = ".offers > li > a, .routes a, .entries > li > a"
_ROUTE = re.compile(r"routes/([a-z0-9-]+)/index\.html$")


def by_path(pages: list[BuiltPage], path: str) -> BuiltPage:
    """Return the page at ``path``."""
    return next(page for page in pages if page.path == path)


def offered(page: BuiltPage, scope: str = "main") -> list[tuple[int, str]]:
    """Return the routes that a page offers in ``scope``: position in the page's text, and id."""
    out = []
    for node in page.all(f":is({scope}) :is({OFFERED})"):
        found = _ROUTE.search(page.target(str(node.attributes["href"]))[0])
        if found:
            out.append((page.html.index(str(node.html)[:200]), found.group(1)))
    return out


def test_the_guard_about_the_state_stands_before_what_reaches_one(ordinary: list[BuiltPage], book: Book) -> None:
    routes = book.loaded.catalogue.routes
    guard = book.loaded.catalogue.guards["g2"].title.words
    checked = set()
    for page in ordinary:
        if page.language != "es" or page.kind == "search":
            continue
        text = page.html[page.html.index("<main") : page.html.index("</main>")]
        for part in (text,):
            links = [
                (found.start(), found.group(1))
                for found in re.finditer(r'<li[^>]*><a href="[^"]*?([a-z0-9-]+)/"[^>]*>', part)
                if found.group(1) in routes
            ]
            reaching = [at for at, name in links if routes[name].reaches_state is not ReachesState.NO]
            if reaching:
                checked.add(page.kind)
                assert 0 <= part.find(guard) < min(reaching), f"{page.path}: {part[:120]}"
    assert checked >= {"plan-more", "result", "routes", "country"}


def test_the_page_of_a_route_begins_with_its_guards_then_the_official_site(
    ordinary: list[BuiltPage], book: Book
) -> None:
    catalogue = book.loaded.catalogue
    for name, route in catalogue.routes.items():
        page = by_path(ordinary, f"routes/{name}/")
        reach = page.html.index('id="reach"')
        if route.reaches_state is not ReachesState.NO:
            assert page.html.index(catalogue.guards["g2"].title.words) < reach
        if route.site:
            first = page.html.index(f'href="{route.site.replace("&", "&amp;")}"', reach)
            for contact in page.all(".contact .value"):
                assert first < page.html.index(str(contact.html)[:80], reach)
        assert "¿El Estado se entera?" in page.one("main").text()
        assert route.ready.words in page.one("main").text()


def test_a_contact_read_elsewhere_is_folded_and_stays_off_paper(
    ordinary: list[BuiltPage], site: Path, root: Path
) -> None:
    sheet = (site / "assets/guide.css").read_text(encoding="utf-8")
    printed = sheet[sheet.index("@media print") :]
    assert re.search(r"\.contact\.known-elsewhere\s*{\s*display:\s*none", printed)
    found = [node for page in ordinary for node in page.all(".contact.known-elsewhere")]
    contacts = [item for route in raw.records(root, "routes").values() for item in route.get("contacts", [])]
    on_their_pages = [
        node
        for page in ordinary
        if re.fullmatch(r"routes/[a-z0-9-]+/", page.path)
        for node in page.all(".contact.known-elsewhere")
    ]
    assert len(on_their_pages) == sum(contact["known"] == "elsewhere" for contact in contacts)
    assert all(node.css("details .value") for node in found)


def is_guarded(node: Node, book: Book) -> bool:
    """Return whether an element is the guard about the State, or an offer of which one may learn."""
    interface = book.loaded.catalogue.interface
    marks = {text.words for name, text in interface.items() if name.startswith("mark-")}
    return "guard-state" in (node.attributes.get("class") or "") or any(mark in node.text() for mark in marks)


def test_a_country_says_who_helps_before_what_the_state_offers_and_what_it_costs(
    ordinary: list[BuiltPage], book: Book
) -> None:
    for name, country in book.loaded.catalogue.countries.items():
        page = by_path(ordinary, f"countries/{name}/")
        ids = page.ids()
        told = ["local", "abroad", "warnings", "state", "own", "clock", "beyond", "laws", "missing"]
        assert [item for item in ids if item in told] == [item for item in told if item in ids], name
        assert {"local", "abroad", "state", "not-safe", "beyond"} <= set(ids)
        assert ("armed" in ids) == (country.state is StateRoute.ADVICE), name
        # Where no way of the State is safe, the reader is told before she meets anybody.
        assert bool(page.all("[data-keep='no-state']")) == (country.state is not StateRoute.ADVICE), name
        assert page.all("#not-safe ~ .minus li, #not-safe.minus li"), name
        assert bool(page.all("#own")) == bool(country.routes)
        assert bool(page.all("#clock")) == bool(country.clock)
        # The guard stands once, before the first of whom a State may learn.
        marks = [node.text() for node in page.all(".guard-state, .offers li, .names li") if is_guarded(node, book)]
        assert not marks or "Antes de ir a una autoridad" in marks[0], name
        assert len(page.all(".guard-state")) <= 1, name


def test_countries_without_a_safe_route_say_so_in_the_list(ordinary: list[BuiltPage], root: Path) -> None:
    page = by_path(ordinary, "countries/")
    told = raw.read(root, "interface.yml")
    for name, country in raw.records(root, "countries").items():
        entry = page.one(f".countries a[href='{name}/']").parent
        assert entry is not None
        assert told[f"state-route-{country['state']}"] in entry.text(), name


def test_plans_lead_into_the_second_tree_with_what_is_known(ordinary: list[BuiltPage], book: Book) -> None:
    results = {page.path for page in ordinary if page.kind == "result"}
    plans = [page for page in ordinary if page.kind == "plan" and page.language == "es"]
    for page in plans:
        threat = page.path.split("/")[1]
        record = book.loaded.catalogue.threats.get(threat, book.loaded.catalogue.general)
        links = {page.target(str(a.attributes["href"]))[0].removesuffix("index.html") for a in page.all(".onward a")}
        assert links, page.path
        assert links <= {*results, "escalate/"}
        assert ("escalate/" in links) == record.asks_danger, page.path


def test_the_urgent_page_is_light_and_waits_for_no_script(
    ordinary: list[BuiltPage], site: Path, folders: list[str]
) -> None:
    for path in (f"{folder}urgent/" for folder in folders):
        page = by_path(ordinary, path)
        # Its one script lets who leaves not come back by one tap, and forgets ticks; it runs when the page is there.
        assert [page.target(str(n.attributes["src"]))[0] for n in page.all("script[defer]")] == ["assets/guide.js"]
        assert len(page.all("script")) == 1
        files = {
            page.target(str(n.attributes.get("href") or n.attributes.get("src")))[0]
            for n in page.all("link[rel=stylesheet], link[rel=icon], script")
        }
        size = len(gzip.compress(page.html.encode(), 6)) + sum(
            len(gzip.compress((site / f).read_bytes(), 6)) for f in files
        )
        print(f"{path}: {size} bytes, {1 + len(files)} requests")
        assert size < URGENT_BYTES
        assert "assets/theme.css" not in files


def test_the_urgent_page_reads_in_a_minute(ordinary: list[BuiltPage]) -> None:
    page = by_path(ordinary, "urgent/")
    tree = page.fresh()
    until = str(tree.css("main")[0].html).split('id="lines"')[0]
    words = re.sub(r"<details.*?</details>|<[^>]+>", " ", until, flags=re.S).split()
    assert len(words) < 260, "what stands before the lines is read by somebody who has a minute"


def test_the_urgent_page_keeps_to_its_words_and_leads_on(ordinary: list[BuiltPage], book: Book) -> None:
    page = by_path(ordinary, "urgent/")
    ids = [name for name in page.ids() if name in ("now", "state", "avoid", "lines", "taken", "safe")]
    assert ids == ["now", "state", "avoid", "lines", "taken", "safe"]

    main = page.fresh().css("main")[0]
    for kept in main.css("[data-keep], .fold-sources"):
        kept.decompose()
    words = len(main.text(separator=" ").split())
    print(f"urgent/: {words} words")
    assert words <= URGENT_WORDS

    targets = {page.target(str(link.attributes["href"])) for link in page.all("main a[href]")}
    assert {(f"{platform}/index.html", "what") for platform in book.loaded.catalogue.platforms} <= targets
    onward = {path for path, _ in targets}
    assert {"elsewhere/index.html", "countries/index.html", "escalate/index.html", "care/index.html"} <= onward
    assert ("privacy/index.html", "borrowed") in targets


def test_the_condition_of_a_capture_stands_open_before_it_on_the_urgent_page(ordinary: list[BuiltPage]) -> None:
    page = by_path(ordinary, "urgent/")
    after = page.html[page.html.index('id="safe"') : page.html.index('id="capture"')]

    assert "no haga capturas" in after
    assert "menor de 18" in after
    assert "<details" not in after


def test_what_may_be_written_to_stands_before_what_must_be_called(ordinary: list[BuiltPage]) -> None:
    cards = by_path(ordinary, "urgent/").all(".route")
    assert any('href="tel:' in str(card.html) for card in cards)

    for card in cards:
        called = ['href="tel:' in str(contact.html) for contact in card.css(".contact")]
        assert called == sorted(called), card.text()[:60]


def test_lists_are_narrowed_without_scripts(ordinary: list[BuiltPage], site: Path) -> None:
    sheet = (site / "assets/lists.css").read_text(encoding="utf-8")
    for path in ("routes/", "decisions/"):
        page = by_path(ordinary, path)
        assert page.all("link[href$='lists.css']")
        for radio in page.all(".narrow input"):
            name = str(radio.attributes["id"])
            assert name.endswith("-all") or f"#{name}:checked" in sheet, name


def test_every_decision_shows_what_cuts_against_the_reader(ordinary: list[BuiltPage], book: Book, root: Path) -> None:
    files = raw.records(root, "decisions")
    page = by_path(ordinary, "decisions/")
    assert len(page.all("article.decision")) == len(files)
    for name, decision in book.loaded.catalogue.decisions.items():
        article = page.one(f"article#{name}")
        text = article.text()
        assert ("Qué le pueden responder:" in text) == bool(decision.against)
        assert "unánime" not in text or "unánime" in str(files[name])
        if decision.weight.value == "summary":
            assert not article.css(".copy")
            assert "no sirve de precedente" in text


def test_the_board_has_a_text_in_both_languages_and_leads_to_that_of_each_plan(
    ordinary: list[BuiltPage], root: Path
) -> None:
    spanish, english = (by_path(ordinary, f"{folder}routes/oversight-board/how/") for folder in ("", "en/"))

    texts = len(raw.read(root, "routes/oversight-board.yml")["texts"])
    assert len(spanish.all(".copytext")) == 2 * texts
    assert len(spanish.all(".copytext[lang=en]")) == texts
    assert len(english.all(".copytext")) == texts
    for page, lines in ((spanish, "Pido que se retire"), (english, "I ask for its removal")):
        told = {}
        for item in page.all("[id^=cite-]"):
            plans = [page.target(str(a.attributes["href"]))[0].removesuffix("index.html") for a in item.css("a")]
            told[str(item.attributes["id"]).removeprefix("cite-")] = plans
        written = [path.path for path in ordinary if path.language == page.language and path.all("#board-text")]
        general = [path for path in written if "/general/" in path]
        assert sorted(path for plans in told.values() for path in plans) == sorted(set(written) - set(general))
        text = by_path(ordinary, next(path for path in told["coded-threat"])).one("#board-text ~ .copy").text()
        assert lines in text
        assert text.index("Content Targeting Human Rights Defender in Peru") > text.index(lines)


def test_an_appeal_for_ones_own_post_asks_for_it_back(ordinary: list[BuiltPage], book: Book) -> None:
    page = by_path(ordinary, "facebook/wrongful-removal/no/")
    decisions = book.loaded.catalogue.decisions.values()

    text = page.one("#board-text ~ .copy").text()
    assert "Pido que se devuelva" in text
    assert "se retire" not in text
    given = [item.name for item in decisions if item.paste_back]
    assert any(name in text for name in given)
    assert not [item.name for item in decisions if not item.paste_back and item.name in text]


def test_a_route_with_many_steps_has_them_and_its_letters_on_a_second_page(
    ordinary: list[BuiltPage], book: Book
) -> None:
    long = [route for route in book.loaded.catalogue.routes.values() if route.has_how]
    assert {route.id for route in long} >= {"oversight-board", "iachr-pm", "un-sr-hrd"}
    for route in long:
        first, second = (by_path(ordinary, f"routes/{route.id}/{folder}") for folder in ("", "how/"))
        for part in route.parts:
            on = [bool(page.all(f"h2#{part.id}")) for page in (first, second)]
            assert on == [not part.how, part.how]
        assert not first.all(".copytext")
        assert len(second.all(".copytext:not([lang])")) == len(route.texts)
        assert first.all("#how-page a[href='how/']")


def test_the_protocol_says_at_its_top_what_was_read(ordinary: list[BuiltPage], root: Path) -> None:
    steps = raw.read(root, "protocol/esperanza.yml")["steps"]
    page = by_path(ordinary, "protocol/")
    ids = page.ids()

    assert ids.index("label") < ids.index("ask-point")
    assert [name for name in ids if re.match(r"ple-\d\d-", name) and "-text-" not in name] == [s["id"] for s in steps]
    assert len(page.all(".protocol-step")) == len(steps)
    assert len(page.all(".protocol-step .copytext")) == sum("letter" in step for step in steps)
    assert len(page.all(".ticklist input[type=checkbox]")) == len(steps)


def test_the_case_says_who_says_so_and_names_nobody(ordinary: list[BuiltPage], root: Path) -> None:
    page = by_path(ordinary, "case/")

    assert len(page.all(".timeline dt")) == len(raw.read(root, "case.yml")["moments"])
    assert all(node.css("em") for node in page.all(".statements > li, .timeline dd"))
    assert page.all("svg.picture")
    assert not re.search(r"\bDador\b|\bJennie\b", page.html)


def test_official_targets_stand_word_for_word(ordinary: list[BuiltPage], book: Book) -> None:
    for path, code in (("goals/", "es"), ("en/goals/", "en")):
        text = by_path(ordinary, path).one("main").text()
        for goal in book.loaded.catalogue.goals.goals:
            for target in goal.targets:
                assert target.official[code] in text


def test_the_log_opens_as_a_spreadsheet_with_lists_and_notes(site: Path, book: Book, folders: list[str]) -> None:
    fields = columns(book.loaded.catalogue)
    for folder in folders:
        for name in ("notes.ods", "notes-example.ods"):
            data = (site / folder / "evidence" / name).read_bytes()
            with zipfile.ZipFile(BytesIO(data)) as archive:
                first = archive.infolist()[0]
                assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
                root = ElementTree.fromstring(archive.read("content.xml"))
            table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
            office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
            validations = {v.get(f"{table}name") for v in root.iter(f"{table}content-validation")}
            used = {c.get(f"{table}content-validation-name") for c in root.iter(f"{table}table-cell")} - {None}
            assert validations == used
            assert len(validations) == sum(1 for entry in fields if entry.choices)
            assert len(list(root.iter(f"{office}annotation"))) == len(fields)
            rows = list(root.iter(f"{table}table-row"))
            assert rows[-1].get(f"{table}number-rows-repeated") == str(ROWS)
        text = (site / folder / "evidence/notes.csv").read_text(encoding="utf-8-sig")
        assert text.count("\n") == 1


def test_files_say_nothing_by_their_names(site: Path) -> None:
    for file in site.rglob("*"):
        if file.suffix in (".ods", ".csv", ".zip", ".pdf"):
            assert not re.search(r"amenaza|threat|denuncia|report|log|registro|incident", file.name, re.I), file.name
