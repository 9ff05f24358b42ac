"""`mkdocs serve` takes up every edit, shows what is wrong with it, and recovers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from serve.project import Project, Server, make, serving

SMALLEST = "assessments/smallest.yml"
SCALES = "assessments/library/scales.yml"
PAGE = "assessments/smallest/"
ONE = "There is one problem to mend"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Server]]:
    """Serve one project to all tests here; each leaves it whole."""
    project = make(tmp_path_factory.mktemp("served"))
    with serving(project) as server:
        yield project, server


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "shown"),
    [
        (SMALLEST, "We listened.", "We heard.", PAGE, "We heard."),
        (SMALLEST, "title: A case", "title: New title", "assessments/", "New title"),
        (SCALES, "Most of the time", "Nearly always so", PAGE, "Nearly always so"),
        ("hooks/rapport/locale/en.yml", "Show my result", "Show me now", PAGE, "Show me now"),
        ("hooks/rapport/templates/form.html", "<h1>", "<h1>New: ", PAGE, "New: A case"),
        ("hooks/rapport/forms.py", "title=pieces", 'title="New: " + pieces', PAGE, "New: A case"),
        ("docs/index.md", "Welcome.", "Good morning.", "", "Good morning."),
        ("mkdocs.yml", "site: rapport", "site: other", PAGE, 'data-site="other"'),
    ],
    ids=["question", "title", "library", "words", "template", "code", "page", "settings"],
)
def test_an_edit_is_taken_up(
    served: tuple[Project, Server], file: str, old: str, new: str, where: str, shown: str
) -> None:
    """Whatever is edited, the page changes without a restart, and changes back."""
    project, server = served
    server.lacks(where, shown)
    project.edit(file, old, new)
    server.shows(where, shown)
    project.edit(file, new, old)
    server.lacks(where, shown)


def test_a_broken_questionnaire_is_shown_on_every_page(served: tuple[Project, Server]) -> None:
    """Every page lists all problems, with status 200, until they are mended."""
    project, server = served
    project.edit(SMALLEST, "minutes: 1", "minutes: many")
    for page in (PAGE, "", "assessments/", "assessments/forms-of-a-gap/customer/"):
        text = server.shows(page, ONE)
        assert f"<code>{SMALLEST}:4:10</code>" in text
    server.says(f"{SMALLEST}:4:10: ")
    project.edit(SMALLEST, "minutes: many", "minutes: 1")
    server.shows(PAGE, "We listened.")
    assert ONE not in server.shows("", "Welcome.")


def test_a_broken_library_is_shown_and_mended(served: tuple[Project, Server]) -> None:
    """What all questionnaires share may break too."""
    project, server = served
    project.edit(SCALES, "- id: how-often", "- idd: how-often")
    assert f"{SCALES}:1:" in server.shows(PAGE, ONE)
    project.edit(SCALES, "- idd: how-often", "- id: how-often")
    server.shows(PAGE, "We listened.")


def test_code_that_cannot_be_read_ends_nothing(served: tuple[Project, Server]) -> None:
    """While a file of the package is half written, the site stays as it was."""
    project, server = served
    project.edit("hooks/rapport/forms.py", "def form_view(", "def form_view((")
    server.says("hooks/rapport cannot be imported")
    server.shows(PAGE, "We listened.")
    project.edit(SMALLEST, "We listened.", "We listened meanwhile.")
    server.shows(PAGE, "We listened meanwhile.")
    project.edit("hooks/rapport/forms.py", "def form_view((", "def form_view(")
    project.edit(SMALLEST, "We listened meanwhile.", "We listened.")
    server.shows(PAGE, "We listened.")


def test_a_first_build_with_problems_starts(project: Project) -> None:
    """Whoever begins with a broken file sees what to mend, and then the page."""
    project.edit(SMALLEST, "minutes: 1", "minutes: many")
    with serving(project) as server:
        server.shows(PAGE, ONE)
        project.edit(SMALLEST, "minutes: many", "minutes: 1")
        server.shows(PAGE, "We listened.")
