"""The MkDocs events, and nothing else: each is one or two calls into ``guide_mkdocs``.

mkdocs-static-i18n runs the whole sequence once per language, nested in the first language's ``on_post_build``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).parent))  # MkDocs has this folder on the path only while it loads the hook

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from guide_mkdocs.session import Session

#: static-i18n works at -100: only below do we see the language of the build that runs, and its list of files.
AFTER_I18N = -200

session = Session()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a server: it keeps the last good pages when the data have faults."""
    session.start(serving=command == "serve")


@event_priority(AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the data; a build stops when they have faults."""
    session.refresh(config)
    return config


@event_priority(AFTER_I18N)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the list of files by the pages of this language and what they load."""
    return session.files(files, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Remember the templates, for a server that draws the page which somebody has open before all others."""
    session.drawn.begin(env)


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: object) -> dict[str, Any]:
    """Hand the base template what stands around the page."""
    return session.around(page, context)


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files of the whole site; archives wait until every language is complete."""
    session.finish(config)


def on_build_error(error: Exception) -> None:
    """Say in a sentence what the system refuses, such as space on the disk."""
    session.failed(error)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Let the server answer while it makes pages anew."""
    session.shown.keep_answering(server, builder, session.first)
    return server


def on_shutdown() -> None:
    """Drop converted pages and sheets that no build of this run has used."""
    session.close()
