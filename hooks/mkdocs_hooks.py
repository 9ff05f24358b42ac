"""The adapter: MkDocs' events on one side, the package `rapport` on the other."""

from __future__ import annotations

import importlib
import logging
import sys
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

PACKAGE = Path(__file__).with_name("rapport")
WATCHED = (".py", ".html", ".yml", ".js", ".css")
log = logging.getLogger("mkdocs.hooks.rapport")
state = SimpleNamespace(serving=False, version=None, memo={})


def load() -> None:
    """Import `rapport.site`, anew when a file of it has changed: MkDocs runs a hook file once."""
    files = [path for path in PACKAGE.rglob("*") if path.suffix in WATCHED]
    version = sorted((path, path.stat().st_mtime_ns) for path in files)
    if version == state.version:
        return
    former = {n: sys.modules.pop(n) for n in [*sys.modules] if n.partition(".")[0] == "rapport"}
    importlib.invalidate_caches()
    sys.path.insert(0, str(PACKAGE.parent))
    try:
        state.site = importlib.import_module("rapport.site")
    except Exception as error:
        # In `serve`, what cannot be read changes nothing.
        if not (state.serving and former):
            raise PluginError(f"hooks/rapport cannot be imported: {error!r}") from error
        log.exception("hooks/rapport cannot be imported; what it was before goes on working.")
        sys.modules.update(former)
    finally:
        sys.path.remove(str(PACKAGE.parent))
    state.version, state.memo = version, {}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `serve`, where problems are shown instead of ending the build."""
    state.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the assessments; end a build that has problems; publish the theme folder's files."""
    load()
    file, written = Path(config.config_file_path), config.extra.get("rapport")
    settings, problems = state.site.read_settings(written, config.use_directory_urls, file)
    built = state.site.build(file.parent / "assessments", settings, state.memo, problems)
    if built.problems:
        if not state.serving:
            raise PluginError(built.report)
        log.error(built.report)
    for note in built.notes:
        log.info("note: %s", note)
    state.built, state.pages = built, {f"{page.path}.md": page for page in built.pages}
    config.nav = built.navigation(config.nav)
    config.theme.dirs.insert(0, str(PACKAGE / "theme"))
    config.extra_css.insert(0, "assets/rapport.css")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and the plans."""
    listed = {card.path for card in state.built.cards}
    for path, ours in state.pages.items():
        level = InclusionLevel.UNDEFINED if ours.path in listed else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, path, content="", inclusion=level)
        file.edit_uri = f"../assessments/{ours.source}" if ours.source else None
        files.append(file)
    for path, script in state.built.files.items():
        files.append(File.generated(config, path, content=script))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs what it has to know of a generated page, as HTML, and search its text only."""
    ours = state.pages.get(page.file.src_uri)
    if not ours:
        return str(state.built.filled(html, page.file.src_uri.removesuffix(".md")))
    page.title = page.meta["title"] = escape(ours.title)
    page.meta.update(description=escape(ours.description), hide=ours.hide, template=ours.frame)
    page.meta["search"] = {"exclude": not ours.search}
    page.toc = TableOfContents([AnchorLink(escape(h.words), h.id, 2) for h in ours.contents])
    page.present_anchor_ids = set(ours.anchors)
    return str(ours.search)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the theme's templates the interface's words."""
    env.globals["rapport"] = state.built.words.page
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Put the full page in place, now that search has read the text; or the problems."""
    if state.built.problems:
        page.content, page.toc = state.built.problems_page, TableOfContents([])
    elif page.file.src_uri in state.pages:
        page.content = state.pages[page.file.src_uri].html
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of a page's text once it is written; MkDocs would keep them all to the end."""
    page.content = ""
    return output
