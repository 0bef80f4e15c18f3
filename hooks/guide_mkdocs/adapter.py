"""Our pages as files of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel

from guide.model.languages import LANGUAGES, SOURCE, Language
from guide.pages.page import Page
from guide_mkdocs.converted import Converted, ConvertedPage


def language_of(config: MkDocsConfig) -> Language:
    """Return the language that mkdocs-static-i18n builds now; the source without that plugin."""
    plugin = config.plugins.get("i18n")
    code = getattr(plugin, "current_language", None) or SOURCE
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise Abort(f"mkdocs.yml lists the language '{code}'; hooks/guide/model/languages.py knows {known}")
    return LANGUAGES[code]


def begins(config: MkDocsConfig) -> bool:
    """Return whether this is the first language's build, in whose end mkdocs-static-i18n nests the others."""
    return bool(getattr(config.plugins.get("i18n"), "is_default_language_build", True))


def all_languages(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the codes of the languages that mkdocs.yml lists, built now or not."""
    plugin = config.plugins.get("i18n")
    return tuple(getattr(plugin, "all_languages", (SOURCE,)))


def published(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the codes of the languages that this run builds, as mkdocs.yml lists them."""
    plugin = config.plugins.get("i18n")
    return tuple(getattr(plugin, "build_languages", (SOURCE,)))


def theme_folder(config: MkDocsConfig) -> Path:
    """Return Material's own folder; ours stands before it in the list."""
    return next(Path(folder) for folder in config.theme.dirs if (Path(folder) / "assets" / "stylesheets").is_dir())


def replace_files(
    files: Files,
    config: MkDocsConfig,
    language: Language,
    pages: list[Page],
    languages: tuple[Language, ...],
    converted: Converted,
    sheets: Mapping[str, str],
    attached: Mapping[str, bytes],
) -> Files:
    """Return the files of one language's build.

    Hand-written pages come through the core too, so every Markdown file of ``docs/`` is replaced; of the theme's
    own files none is shipped (its style sheet is cut, its script is not used: rule S10).
    """
    docs = Path(config.docs_dir)
    kept = [
        file
        for file in files
        if not file.is_documentation_page()
        and file.src_uri not in sheets
        and file.abs_src_path
        and docs in Path(file.abs_src_path).parents
    ]
    for path, text in sheets.items():
        kept.append(_asset(config, path, text))
    shared = kept if language == languages[0] or _only_build(config) else []
    out = Files([*shared, *(_asset(config, path, content) for path, content in attached.items())])
    made = [_page_file(config, page, languages) for page in pages]
    for file in made:
        out.append(file)
        ConvertedPage.put(file, config, converted)
    _tell_i18n(config, language, made)
    return out


def let_go(files: Iterable[File]) -> None:
    """Forget what ``files`` hold, once all of them are written: mkdocs-static-i18n keeps each of them to the end."""
    for file in files:
        if file.abs_src_path is None:
            file.content_bytes = b""
        if file.page is not None:
            file.page.content = file.page.markdown = None


def _only_build(config: MkDocsConfig) -> bool:
    plugin = config.plugins.get("i18n")
    return plugin is None or len(getattr(plugin, "build_languages", [])) < 2


def _asset(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    file = File.generated(config, path, content=content)
    file.inclusion = InclusionLevel.INCLUDED
    return file


def _page_file(config: MkDocsConfig, page: Page, languages: tuple[Language, ...]) -> File:
    file = File.generated(config, page.source, content=page.markdown(languages))
    file.inclusion = InclusionLevel.NOT_IN_NAV if page.path else InclusionLevel.INCLUDED
    file.dest_uri = f"{page.url}index.html"
    file.url = page.url or "./"
    file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
    return file


def _tell_i18n(config: MkDocsConfig, language: Language, made: list[File]) -> None:
    """Give each file what mkdocs-static-i18n reads of it later (rule S6), and list it for its sitemap."""
    plugin = config.plugins.get("i18n")
    for file in made:
        for name, value in {
            "locale": language.code,
            "locale_alternate_of": language.code,
            "localization": None,
            "norm_src_uri": file.src_uri,
            "alternates": {language.code: file},
        }.items():
            setattr(file, name, value)
    if plugin is not None:
        getattr(plugin, "i18n_files_per_language", {})[language.code] = made
