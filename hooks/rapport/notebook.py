"""The notebook, at `notebook/`: everything that a reader has answered in this browser.

What stands on it is its frame. The browser fills in the answers, which it alone knows.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapport.addresses import NOTEBOOK, VIEWS, address, asset
from rapport.pages import Page
from rapport.settings import Settings
from rapport.words import Words

QUESTIONNAIRES = "assessments/index"


@dataclass(frozen=True)
class NotebookView:
    """Everything that `notebook.html` shows besides its words."""

    site: str
    version: str
    styles: str
    questionnaires: str
    failed: str


def notebook_page(settings: Settings, contents_version: str, words: Words) -> Page:
    """Give the notebook. `contents_version` is that of the table of contents it is drawn from."""
    urls = settings.directory_urls
    view = NotebookView(
        site=settings.storage,
        version=contents_version,
        styles=asset(NOTEBOOK, VIEWS, urls),
        questionnaires=address(NOTEBOOK, QUESTIONNAIRES, urls),
        failed=words.script["plan_missing"],
    )
    return Page(
        path=NOTEBOOK,
        title=words.page["notebook_title"],
        description=words.page["notebook_description"],
        search="",
        source="",
        template="notebook.html",
        values={"view": view},
        words=words,
    )
