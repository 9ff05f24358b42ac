"""The keyboard alone, from the top of the page to the result and back."""

from playwright.sync_api import Page, expect

from browser.answering import BLINK, agree, open_form, option, picked, progress, show_result

HEART = "assessments/serving-heart/"
FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  return {
    name: element.name ?? "", type: element.type ?? "", action: element.dataset.action ?? "",
    visible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
MOST_TABS = 250


def test_the_whole_questionnaire_by_keyboard(page: Page, site: str) -> None:
    """Tab, arrows, Space and Enter answer everything and show the result; focus is always seen."""
    open_form(page, site + HEART)
    page.keyboard.press("Tab")
    unseen = []
    for _ in range(MOST_TABS):
        here = page.evaluate(FOCUS)
        if not here["visible"]:
            unseen.append(here)
        if here["type"] == "radio":
            page.keyboard.press("Space")
            page.keyboard.press("ArrowRight")
        elif here["type"] == "textarea":
            page.keyboard.type("By keyboard")
        elif here["action"] == "show-result":
            break
        page.keyboard.press("Tab")
    expect(page.locator("[data-progress-done]")).to_have_text("22 of 22 done")
    assert progress(page)[1] == "22/22"
    assert picked(page, "patient") == "2"
    page.keyboard.press("Enter")
    expect(page.locator("[data-headline]")).to_be_focused()
    assert unseen == []


def test_focus_follows_the_page(page: Page, site: str) -> None:
    """Tab goes through the questions in the order in which they stand."""
    open_form(page, site + HEART)
    option(page, "worth-copying", 1).focus()
    met = []
    while (here := page.evaluate(FOCUS))["action"] != "show-result":
        met.append(here["name"].split(".")[0])
        page.keyboard.press("Tab")
    order = [each.get_attribute("data-question") for each in page.locator("fieldset").all()]
    assert list(dict.fromkeys(name for name in met if name)) == order


def test_arrows_move_within_a_scale(page: Page, site: str) -> None:
    """The arrow keys choose the neighbouring step, and "did not come up" is the last of them."""
    open_form(page, site + HEART)
    option(page, "patient", 4).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert picked(page, "patient") == "5"
    page.keyboard.press("ArrowRight")
    assert picked(page, "patient") == "na"
    page.keyboard.press("ArrowLeft")
    assert picked(page, "patient") == "5"


def test_the_result_is_worked_by_keyboard(page: Page, site: str) -> None:
    """From the headline, Tab leads to every action of the result."""
    open_form(page, site + HEART)
    option(page, "patient", 2).check()
    show_result(page)
    met = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        met.add(page.evaluate(FOCUS)["action"])
    assert met >= {"try-this", "keep", "print", "change", "import", "start-again", "clear"}


def test_a_dialog_returns_the_focus(page: Page, site: str) -> None:
    """The dialog begins at the safe answer, and Escape returns to the button that opened it."""
    open_form(page, site + HEART)
    option(page, "patient", 2).check()
    clear = page.locator(".opening").get_by_role("button", name="Clear my answers")
    clear.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="No, leave them")).to_be_focused()
    page.keyboard.press("Escape")
    expect(clear).to_be_focused()
    assert picked(page, "patient") == "2"
    page.keyboard.press("Enter")
    agree(page)
    expect(page.locator("fieldset input:checked")).to_have_count(0)


def test_the_focus_is_never_lost(page: Page, site: str) -> None:
    """After each action of the result the focus stands where the reader goes on."""
    open_form(page, site + HEART)
    option(page, "patient", 2).check()
    show_result(page)
    page.locator("[data-action=try-this]:visible").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Not this one after all")).to_be_focused()
    for action in ("change", "start-again", "clear"):
        page.locator(f"[data-result] [data-action={action}]").focus()
        page.keyboard.press("Enter")
        if action != "change":
            agree(page)
        expect(page.locator(".progress")).to_be_focused()
        option(page, "patient", 2).check()
        show_result(page)


def test_letters_belong_to_the_reader(page: Page, site: str) -> None:
    """A letter typed, or heard by speech input, turns no page and opens no search."""
    for address in (HEART, "principles/listen/"):
        page.goto(site + address)
        page.locator("h1").click()
        page.keyboard.type("npfsb,./ Mrs B.")
        page.wait_for_timeout(BLINK)
        assert page.url == site + address
        expect(page.locator("#__search")).not_to_be_checked()


def test_something_to_try_takes_the_focus_along(page: Page, site: str) -> None:
    """From the main button of a result, Tab goes on among what can be tried."""
    open_form(page, site + HEART)
    option(page, "patient", 2).check()
    show_result(page)
    page.get_by_role("button", name="Something to try").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".practices")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".practices button:visible").first).to_be_focused()
