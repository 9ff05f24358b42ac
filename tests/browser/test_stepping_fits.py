"""One question at a time in low and in narrow windows: nothing out of sight, nothing covered."""

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from browser.modes import MODES, look
from browser.stepping import HEART, begin, place, press, shown

# 1280 x 800 at 200 %, and a phone on its side.
LOW = [(640, 400), (740, 360)]
# The smallest phone: there, two long descriptions and what is asked of them fill the window.
SMALL = [(568, 320), (320, 568)]
LAST = 25
FORMS = [HEART, "assessments/stages/"]
STEPS = [*product([*FORMS, "assessments/relationship-check/"], LOW), *product(FORMS, SMALL)]
NARROW = [320, 360, 390, 412]
LONG_WORD = "Zusammenfassungsergebnis"
# The question's words, its text or first option, and where the second begins: which is not seen.
HIDDEN = """fieldset => [
  fieldset.querySelector("legend"),
  fieldset.querySelector("label, textarea"),
  ...[...fieldset.querySelectorAll("input")].slice(1, 2),
].filter(each => {
  const {left, width, top, bottom} = each.getBoundingClientRect();
  const isSeen = y => each.contains(document.elementFromPoint(left + width / 2, y));
  return !isSeen(top + 4) || !isSeen(bottom - 4);
}).map(each => each.textContent || each.value)"""
# What of the bar reaches into its neighbour, or has words that reach out of it.
CROWDED = """bar => {
  const all = [...bar.children].filter(each => each.checkVisibility() && each.textContent);
  const boxes = all.map(each => each.getBoundingClientRect());
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top;
  return all.filter((each, n) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth ||
    boxes[n].left < 0 || boxes[n].right > innerWidth ||
    boxes.slice(n + 1).some(other => !apart(boxes[n], other))).map(each => each.textContent);
}"""


@pytest.mark.parametrize(("address", "size"), STEPS, ids=str)
def test_each_question_is_in_sight(
    new_context: Callable[..., BrowserContext], site: str, address: str, size: tuple[int, int]
) -> None:
    """However low the window, each step shows what is asked and the first that can be chosen."""
    width, height = size
    page = new_context(viewport={"width": width, "height": height}).new_page()
    begin(page, site + address)
    last = int(place(page).split(" of ")[1])
    hidden = {}
    for n in range(1, last + 1):
        [name] = shown(page)
        hidden[name] = page.locator("fieldset:visible").evaluate(HIDDEN)
        if n < last:
            press(page, "Next")
    assert {name: each for name, each in hidden.items() if each} == {}


def test_a_high_window_begins_with_the_page(page: Page, site: str) -> None:
    """Where there is room, each step shows the page from its top, with the bar at the end."""
    begin(page, site + HEART)
    for _ in range(24):
        assert page.evaluate("scrollY") == 0
        press(page, "Next")
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", NARROW)
def test_nothing_in_the_bar_is_covered(
    new_context: Callable[..., BrowserContext], site: str, width: int, scheme: str
) -> None:
    """At the last question the way back, the place and the way to the result stand apart."""
    size: ViewportSize = {"width": width, "height": 640}
    page = new_context(viewport=size, has_touch=True, is_mobile=True).new_page()
    begin(page, f"{site}{HEART}#who-needs-me")
    look(page, MODES[scheme]._replace(size=size))
    bar = page.locator(".turning")
    assert place(page) == "25 of 25"
    assert bar.evaluate(CROWDED) == []
    bar.locator("[data-action]").evaluate("(each, word) => each.textContent = word", LONG_WORD)
    assert bar.evaluate(CROWDED) == []


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """Return a page of a small phone."""
    size = {"width": 320, "height": 640}
    return new_context(viewport=size, has_touch=True, is_mobile=True).new_page()


def test_the_buttons_stay_under_the_thumb(phone: Page, site: str) -> None:
    """On a phone Next stands in one place from the first question to the last, large enough."""
    begin(phone, site + HEART)
    button = phone.get_by_role("button", name="Next")
    places = []
    for n in range(1, LAST - 1):
        # What is tapped is clicked a moment later.
        expect(phone.locator("[data-place]")).to_have_text(f"{n} of {LAST}")
        places.append(button.bounding_box())
        button.tap()
    first = places[0]
    assert first
    assert first["height"] >= 44
    assert first["y"] > 540
    assert [each for each in places if each != first] == []
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
    expect(phone.locator(".keys")).to_be_hidden()


def test_the_end_of_a_long_question_is_reached(phone: Page, site: str) -> None:
    """The bar covers nothing that cannot be scrolled from under it."""
    begin(phone, f"{site}{HEART}#in-the-way")
    rest = phone.locator("fieldset:visible [data-action=rest]")
    rest.scroll_into_view_if_needed()
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    end, bar = rest.bounding_box(), phone.locator(".turning").bounding_box()
    assert end
    assert bar
    assert end["y"] + end["height"] <= bar["y"]
