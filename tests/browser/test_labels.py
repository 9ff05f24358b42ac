"""The words of pictures: none is cut and none touches another, on any screen."""

import pytest
from playwright.sync_api import Page, expect

from browser.answering import answer_all, open_form, show_result
from browser.awaiting import wait_until_dressed
from browser.test_phone import assert_fits

# Just above and below each width at which the style changes.
WIDTHS = [320, 415, 425, 595, 610, 795, 805, 950, 970, 1280]
LABELS = ".axis > span, .profile .name, .profile .band-words"
# Pairs of labels in one picture whose words overlap, and labels whose words stick out of it.
WRONG = """selector => [...document.querySelectorAll(".picture")].flatMap(picture => {
  const edge = document.documentElement.clientWidth;
  const labels = [...picture.querySelectorAll(selector)].filter(each =>
    getComputedStyle(each).visibility === "visible" && each.textContent.trim());
  const boxes = labels.map(each => {
    const words = document.createRange();
    words.selectNodeContents(each);
    return words.getBoundingClientRect();
  });
  const cut = boxes.flatMap((box, at) =>
    box.left < 0 || box.right > edge ? [labels[at].textContent] : []);
  const touching = boxes.flatMap((a, at) => boxes.slice(at + 1).flatMap((b, further) =>
    a.right + 2 > b.left && b.right + 2 > a.left && a.bottom - 2 > b.top && b.bottom - 2 > a.top
      ? [`${labels[at].textContent} | ${labels[at + 1 + further].textContent}`] : []));
  return [...cut, ...touching];
})"""
QUESTIONNAIRES = ["serving-heart", "marriage", "relationship-check", "three-roots", "mirror"]


def widen(page: Page, width: int) -> None:
    """Make the window this wide, and wait until the page is."""
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function("width => innerWidth === width", arg=width)


def assert_readable(page: Page) -> None:
    """Fail where words of a picture touch or are cut, at any width."""
    found = {}
    for width in WIDTHS:
        widen(page, width)
        found[width] = page.evaluate(WRONG, LABELS)
    assert {width: wrong for width, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_a_profile_can_be_read(page: Page, site: str, name: str) -> None:
    """Names, words and the scale of a result's picture stand apart at every width."""
    open_form(page, f"{site}assessments/{name}/")
    answer_all(page, 3)
    show_result(page)
    page.locator(".picture .profile").first.wait_for()
    wait_until_dressed(page)
    assert_readable(page)


def test_the_ends_of_a_scale_are_always_named(page: Page, site: str) -> None:
    """On a phone the first and the last step keep their words, also of four steps."""
    page.set_viewport_size({"width": 360, "height": 800})
    open_form(page, f"{site}assessments/serving-heart/")
    answer_all(page, 3)
    show_result(page)
    steps = page.locator(".axis > span")
    for count in (5, 4):
        expect(steps).to_have_count(count)
        expect(steps.first).to_have_css("visibility", "visible")
        expect(steps.last).to_have_css("visibility", "visible")
        assert page.evaluate(WRONG, LABELS) == []
        steps.nth(1).evaluate("step => step.remove()")


def test_long_words_do_not_break_a_profile(page: Page, site: str) -> None:
    """A language with long words, or a title of one, keeps its place."""
    open_form(page, f"{site}assessments/serving-heart/")
    answer_all(page, 3)
    show_result(page)
    page.locator(".picture .profile").first.wait_for()
    page.evaluate("""() => {
      const long = "Kundenbeziehungsqualitätsmanagementverantwortung";
      for (const each of document.querySelectorAll(".profile .name")) each.textContent = long;
      for (const each of document.querySelectorAll(".axis > span, .axis > span > *")) {
        if (!each.children.length) each.textContent = "Überdurchschnittlich häufig";
      }
    }""")
    for width in (320, 1280):
        widen(page, width)
        assert page.evaluate(WRONG, LABELS) == []
        assert_fits(page)
