"""What a page waits for besides the theme and a plan stays small; bytes are the same anywhere."""

from pathlib import Path

import pytest

from bench import measure


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built anew."""
    return measure.own_site(tmp_path_factory.mktemp("own"))


def test_script_and_style_of_a_questionnaire(site: Path) -> None:
    """Who opens a questionnaire on a phone soon has what it takes to answer."""
    sizes = {
        page: sum(measure.loaded(site, page).values()) for page in measure.questionnaires(site)
    }
    assert len(sizes) > 7
    assert {page: size for page, size in sizes.items() if size > measure.PAGE_BUDGET} == {}


def test_scripts_that_only_some_pages_load(site: Path) -> None:
    """Notebook, comparison and the like wait no longer than they must."""
    sizes = measure.beside(site)
    assert {"notebook.js", "gap.js", "portfolio.js"} <= sizes.keys()
    assert {file: size for file, size in sizes.items() if size > measure.BESIDE_BUDGET} == {}
