"""Without JavaScript every questionnaire is a complete worksheet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.answering import question

HEART = "assessments/serving-heart/"
TEAM = "assessments/marriage/"
CUSTOMER = "assessments/marriage/customer/"
POINTS = 'words => words.map(each => getComputedStyle(each, "::after").content)'


@pytest.fixture
def paper(new_context: Callable[..., BrowserContext]) -> Page:
    """Return a page of a browser without JavaScript."""
    return new_context(java_script_enabled=False).new_page()


@pytest.mark.parametrize(("address", "count"), [(HEART, 25), (TEAM, 22), (CUSTOMER, 21)])
def test_every_question_can_be_marked(paper: Page, site: str, address: str, count: int) -> None:
    """All questions are there with all their answers, and the page says what it is."""
    paper.goto(site + address)
    expect(paper.locator("fieldset:visible")).to_have_count(count)
    assert hidden(paper.locator("fieldset :is(label, textarea)")) == []
    expect(paper.get_by_text("Without JavaScript")).to_be_visible()
    expect(paper.get_by_text("Your answers stay in this browser.")).to_be_hidden()
    paper.locator("fieldset label").first.click()
    expect(paper.locator("fieldset input").first).to_be_checked()


@pytest.mark.parametrize("address", [HEART, TEAM, CUSTOMER, ""])
def test_nothing_waits_for_a_script(paper: Page, site: str, address: str) -> None:
    """No button, search box, progress or dialog that would do nothing is in sight."""
    paper.goto(site + address)
    dead = paper.locator("button:visible, progress:visible, dialog:visible, [type=search]:visible")
    expect(dead).to_have_count(0)
    elsewhere = "input:visible:not(fieldset input), form.md-header__option:visible"
    expect(paper.locator(elsewhere)).to_have_count(0)


def test_points_are_beside_every_answer(paper: Page, site: str) -> None:
    """Points run from 0 to 100, turned around where the question is; N/A has none."""
    paper.goto(site + HEART)
    plain, reverse = (
        question(paper, name).locator(".words").evaluate_all(POINTS)
        for name in ("patient", "by-routine")
    )
    assert [clean(each) for each in plain] == ["(0)", "(25)", "(50)", "(75)", "(100)", "(–)"]
    assert [clean(each) for each in reverse] == ["(100)", "(75)", "(50)", "(25)", "(0)"]


def hidden(places: Locator) -> list[str]:
    """Return the texts of those places that cannot be seen."""
    unseen = "all => all.filter(each => !each.checkVisibility()).map(each => each.textContent)"
    found: list[str] = places.evaluate_all(unseen)
    return found


def clean(content: str) -> str:
    """Return the text that generated content shows: Chromium gives its parts, each in quotes."""
    return content.replace('"', "").replace(" ", "")


def test_points_of_every_type(paper: Page, samples: str) -> None:
    """Choices, poles and balance have their points too, and a weight is said in words."""
    paper.goto(f"{samples}assessments/every-type/")
    points = {
        name: [clean(each) for each in question(paper, name).locator(".words").evaluate_all(POINTS)]
        for name in ("owned", "pace", "bond")
    }
    assert points["owned"] == ["(0)", "(25)", "(100)", "(–)"]
    assert points["pace"] == ["(0)", "(50)", "(100)", "(50)", "(0)"]
    assert points["bond"] == ["none", "none"]
    expect(question(paper, "heavy")).to_contain_text("counts 2 times")


def test_the_customer_reads_no_points(paper: Page, site: str) -> None:
    """On the customer's page nothing is counted, with or without JavaScript."""
    paper.goto(site + CUSTOMER)
    points = paper.locator("fieldset .words").evaluate_all(POINTS)
    assert set(points) == {"none"}
    expect(paper.get_by_role("heading", name="How to add up")).to_have_count(0)


def test_the_key_is_there(paper: Page, site: str) -> None:
    """How to add up, what each band means, and all practices and signs can be read."""
    paper.goto(site + HEART)
    table = paper.locator(".adding-up table")
    expect(table.locator("tbody tr")).to_have_count(4)
    expect(table.locator("tbody tr").first.locator("td").nth(1)).to_have_text("3")
    texts = {"level": 16, "practice": 18, "warning": 8, "obstacle": 7, "next": 2}
    for name, least in texts.items():
        everything = paper.locator(f"[data-{name}]")
        assert everything.count() >= least
        assert hidden(everything) == []
    expect(paper.get_by_role("heading", name="Nearly always 87.5 to 100 points")).to_have_count(4)


def test_nothing_is_shown_that_a_script_would_fill(paper: Page, site: str) -> None:
    """No empty picture, chip, table or list stands about."""
    paper.goto(site + HEART)
    filled = ".picture, .chip, .coverage, .table, [data-standing-out], [data-pairs], [data-own]"
    expect(paper.locator(filled).locator("visible=true")).to_have_count(0)
