"""The home page: two doors, what the reader has answered, and one line about what they try."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import choose as answer
from browser.answering import open_form, wait_until_stored
from browser.awaiting import arriving
from browser.built_site import plan_of
from browser.storing import put, sheet
from browser.test_phone import SMALL, THUMB, assert_fits

PLACES = ["", "assessments/"]
HEART = "serving-heart"
LASTING = {"healthy-relationship", "marriage", "stages"}
MARKUP = "<b>W</b>" + "W" * 300


def ready(page: Page) -> None:
    """Wait until the doors lead somewhere, and the cards say what is stored."""
    page.locator("[data-site][data-ready]").wait_for(state="attached")


def open_cards(page: Page, address: str) -> None:
    """Go to a page with cards and wait until it is ready."""
    page.goto(address)
    ready(page)


def cards(page: Page) -> list[str]:
    """Return the ids of the questionnaires that are shown, in order."""
    shown = page.locator("[data-card]:visible").all()
    return [str(each.get_attribute("data-card")) for each in shown]


def said(page: Page, name: str) -> str:
    """Return what a card says of the reader's answers."""
    ready(page)
    return page.locator(f'[data-card="{name}"] [data-mine]').inner_text()


def begun(folder: Path, name: str, **more: Any) -> dict[str, Any]:
    """Return a sheet with the first question of a questionnaire answered."""
    plan = plan_of(folder, name)
    first = plan["forms"][0]["questions"][0]
    form = {"form": plan["forms"][0]["id"]} if plan["forms"][0]["id"] else {}
    return sheet(plan, None, {first["id"]: first["options"][0]["value"]}) | form | more


def come_back(page: Page, site: str, *records: dict[str, Any]) -> None:
    """Open the home page with these sheets in the browser."""
    page.goto(f"{site}how-it-works/")
    put(page, records)
    open_cards(page, site)


@pytest.mark.parametrize("place", PLACES)
def test_a_door_shows_what_fits(page: Page, site: str, place: str) -> None:
    """Whoever meets a customer once sees five of eight; whoever keeps them, theirs first."""
    open_cards(page, site + place)
    everything = cards(page)
    page.get_by_label("I usually meet a customer once").check()
    assert set(cards(page)) == set(everything) - LASTING
    expect(page.locator("[data-fitting-words]")).to_have_text(f"{len(everything) - 3} of 8 fit.")
    page.get_by_label("I look after the same customers").check()
    assert set(cards(page)[:3]) == LASTING
    assert set(cards(page)) == set(everything)


def test_a_door_is_remembered_until_all_are_asked_for(page: Page, site: str) -> None:
    """The choice lasts over pages and visits, and one button takes it back."""
    open_cards(page, site)
    page.get_by_label("I usually meet a customer once").check()
    page.goto(f"{site}assessments/")
    expect(page.get_by_label("I usually meet a customer once")).to_be_checked()
    assert LASTING.isdisjoint(cards(page))
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("[data-doors] input:checked")).to_have_count(0)
    expect(page.locator("[data-doors] input").first).to_be_focused()
    page.reload()
    ready(page)
    assert set(cards(page)) > LASTING


def test_the_keyboard_goes_through_a_door(page: Page, site: str) -> None:
    """Tab reaches the doors, an arrow chooses, and the next stop is the way back."""
    open_cards(page, site)
    page.get_by_role("link", name="How it works").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("I usually meet a customer once")).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("I look after the same customers")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-card] a").first).to_be_focused()


def test_an_answer_given_shows_on_the_card(page: Page, site: str) -> None:
    """A card counts as the questionnaire's own page does, after instant navigation too."""
    open_form(page, f"{site}assessments/{HEART}/")
    answer(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    expect(page.locator("[data-progress-done]")).to_have_text("1 of 22 done")
    with arriving(page):
        page.get_by_role("link", name="Rapport", exact=True).first.click()
    expect(page).to_have_url(site)
    assert said(page, HEART) == "1 of 22 done"
    assert page.locator("[data-mine]:visible").count() == 1


def test_cards_say_what_came_of_it(page: Page, site: str, site_dir: Path) -> None:
    """A result is named by its day, customers by their number; the rest says nothing."""
    come_back(
        page,
        site,
        begun(site_dir, HEART, finished="2026-03-01T12:00:00Z", id="SEED01"),
        begun(site_dir, "stages", subject="Ann", id="SEED02"),
        begun(site_dir, "stages", subject="Ben", id="SEED03"),
        begun(site_dir, "marriage", id="SEED04"),
        {"id": "BROKEN", "assessment": "mirror", "answers": 7},
    )
    assert said(page, HEART) == "Result of 1 March 2026"
    assert said(page, "stages") == "2 customers"
    assert said(page, "marriage") == "1 of 19 done"
    expect(page.locator("[data-mine]:visible")).to_have_count(3)


def test_another_tab_is_heard(context: BrowserContext, site: str) -> None:
    """What is answered in one tab shows on the home page in another."""
    home, form = context.new_page(), context.new_page()
    open_cards(home, site)
    open_form(form, f"{site}assessments/{HEART}/")
    answer(form, "patient", 4)
    expect(home.locator(f'[data-card="{HEART}"] [data-mine]')).to_have_text("1 of 22 done")


def test_a_commitment_is_asked_about_in_one_line(page: Page, site: str, site_dir: Path) -> None:
    """What the reader chose to try stands at the top, as text, and leads to the notebook."""
    open_one = {"id": "C1", "text": MARKUP, "by": "2026-03-08"}
    done = {"id": "C2", "text": "Done", "by": "2026-03-01", "outcome": "done"}
    come_back(page, site, begun(site_dir, HEART, commitments=[done, open_one]))
    line = page.locator("[data-trying]")
    expect(line).to_contain_text(f"You chose to try: “{MARKUP}")
    assert line.evaluate("line => line.getBoundingClientRect().height") < 150
    line.get_by_role("link", name="How did it go?").click()
    expect(page).to_have_url(re.compile("/notebook/"))


def test_nothing_to_ask_is_no_line(page: Page, site: str, site_dir: Path) -> None:
    """Whoever tries nothing, or has said how it went, is not asked."""
    done = {"id": "C2", "text": "Done", "by": "2026-03-01", "outcome": "done"}
    come_back(page, site, begun(site_dir, HEART, commitments=[done]))
    expect(page.locator("[data-trying]")).to_be_hidden()


@pytest.mark.noisy("the table of contents is kept from loading")
def test_without_the_contents_all_cards_are_there(page: Page, site: str) -> None:
    """Where a script cannot be had, the page says so and every card still leads on."""
    page.route("**/contents.js*", lambda route: route.abort())
    page.goto(site)
    expect(page.locator("[data-failed]")).to_be_visible()
    assert len(cards(page)) == 8


def test_without_script_all_cards_are_shown(
    new_context: Callable[..., BrowserContext], site: str
) -> None:
    """Without JavaScript nothing is filtered, the doors are gone, and cards say what they fit."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site)
    assert len(cards(page)) == 8
    expect(page.locator("[data-doors]")).to_be_hidden()
    expect(page.locator('[data-card="stages"]')).to_contain_text("for lasting contact")
    page.get_by_role("link", name="Where do we stand with this customer?").click()
    expect(page).to_have_url(f"{site}assessments/stages/")


@pytest.mark.parametrize("place", PLACES)
def test_a_phone_shows_all_of_it(
    new_context: Callable[..., BrowserContext], site: str, site_dir: Path, place: str
) -> None:
    """At 320 px nothing sticks out, a long commitment included, and doors fit a thumb."""
    size = {"width": 320, "height": 640}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    try_this = {"id": "C1", "text": MARKUP, "by": "2026-03-08"}
    come_back(page, site, begun(site_dir, HEART, commitments=[try_this]))
    open_cards(page, site + place)
    page.get_by_label("I usually meet a customer once").check()
    expect(page.locator("[data-trying]")).to_be_visible()
    assert_fits(page)
    assert page.evaluate(SMALL, THUMB) == []


@pytest.mark.parametrize("way", ["file", "instant off"])
def test_it_works_everywhere(page: Page, request: pytest.FixtureRequest, way: str) -> None:
    """Doors, progress and links work from files, and where every link loads in full."""
    if way == "file":
        start = f"{request.getfixturevalue('file_site').as_uri()}/index.html"
    else:
        start = request.getfixturevalue("instant_off_site")
    page.goto(start)
    page.get_by_role("link", name="Do I have a serving heart?").click()
    page.locator("form[data-ready]").wait_for(state="attached")
    answer(page, "patient", 4)
    wait_until_stored(page, "patient", 4)
    page.goto(start)
    assert said(page, HEART) == "1 of 22 done"
    page.get_by_label("I usually meet a customer once").check()
    assert LASTING.isdisjoint(cards(page))
