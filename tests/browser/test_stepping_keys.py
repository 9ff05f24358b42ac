"""One question at a time by key: what each key does, what it says, and where it does nothing."""

from playwright.sync_api import Page, expect

from browser.answering import open_form, picked, progress, question, wait_until_stored
from browser.stepping import FIRST, HEART, SECOND, begin, expect_only, place, press, shown, switch


def test_keys(page: Page, site: str) -> None:
    """Digits choose, nought is for what did not come up, Enter goes on, arrows only choose."""
    begin(page, site + HEART)
    expect(question(page, FIRST)).to_be_focused()
    page.keyboard.press("3")
    assert picked(page, FIRST) == "3"
    page.keyboard.press("ArrowRight")
    assert (shown(page), picked(page, FIRST)) == ([FIRST], "4")
    page.keyboard.press("Enter")
    expect(question(page, SECOND)).to_be_focused()
    page.keyboard.press("0")
    assert picked(page, SECOND) == "na"
    page.keyboard.press("7")
    page.keyboard.press("Control+1")
    assert picked(page, SECOND) == "na"
    expect(page.locator("progress[data-progress]")).to_have_js_property("value", 2)
    assert progress(page) == ("2 of 22 done 1 did not come up", "2/22")
    wait_until_stored(page, SECOND, None)


def test_a_held_key_leads_one_question_on(page: Page, site: str) -> None:
    """Enter goes on once, however long it is held, also from the switch itself."""
    open_form(page, site + HEART)
    switch(page).focus()
    page.keyboard.down("Enter")
    expect(question(page, FIRST)).to_be_focused()
    page.keyboard.down("Enter")
    expect(question(page, FIRST)).to_be_focused()
    page.keyboard.up("Enter")
    for _ in range(3):
        page.keyboard.down("Enter")
    expect(question(page, SECOND)).to_be_focused()


def test_what_the_keys_do_is_said(page: Page, site: str) -> None:
    """The hint names the keys of this question, and is away where there is nothing to choose."""
    begin(page, site + HEART)
    hint = page.locator(".turning .keys")
    expect(hint).to_have_text("The keys 1 to 5 choose, 0 is “Did not come up”, and Enter goes on.")
    page.goto(f"{site}{HEART}#own-self")
    expect(hint).to_be_hidden()


def test_digits_are_written_into_a_text(page: Page, site: str) -> None:
    """In a text field, keys write: also digits, and Enter, which begins a line."""
    begin(page, site + HEART)
    page.goto(f"{site}{HEART}#own-self")
    field = question(page, "own-self").locator("textarea")
    expect(question(page, "own-self")).to_be_focused()
    field.press_sequentially("5 of 10")
    field.press("Enter")
    expect(field).to_have_value("5 of 10\n")
    expect_only(page, "own-self")


def test_typing_goes_into_the_text_that_is_asked_for(page: Page, site: str) -> None:
    """The first letter counts, also a space and after earlier words; Enter still leads on."""
    begin(page, site + HEART)
    page.goto(f"{site}{HEART}#own-self")
    field = question(page, "own-self").locator("textarea")
    expect(question(page, "own-self")).to_be_focused()
    page.keyboard.type("No fun, Sir.")
    expect(field).to_have_value("No fun, Sir.")
    press(page, "Next")
    press(page, "Back")
    expect(question(page, "own-self")).to_be_focused()
    page.keyboard.type(" Yes.")
    expect(field).to_have_value("No fun, Sir. Yes.")
    press(page, "Next")
    expect(question(page, "three-words")).to_be_focused()
    page.keyboard.press("Enter")
    expect_only(page, "who-needs-me")


def test_typing_is_taken_after_a_click_beside_the_question(page: Page, site: str) -> None:
    """Where nothing has the focus, letters go into the text as well."""
    begin(page, site + HEART)
    page.goto(f"{site}{HEART}#own-self")
    page.get_by_role("heading", name="Questions to think about").click()
    expect(page.locator("body")).to_be_focused()
    page.keyboard.type("Nobody")
    expect(question(page, "own-self").locator("textarea")).to_have_value("Nobody")
    assert place(page) == "23 of 25"


def test_keys_with_a_meaning_write_nothing(page: Page, site: str) -> None:
    """Keys held with Control, keys of a button or a field elsewhere, and keys of no letter."""
    begin(page, site + HEART)
    page.goto(f"{site}{HEART}#own-self")
    field = question(page, "own-self").locator("textarea")
    expect(question(page, "own-self")).to_be_focused()
    for key in ("Control+b", "Alt+x", "Meta+x", "Shift", "Escape"):
        page.keyboard.press(key)
    expect(question(page, "own-self")).to_be_focused()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    summary = page.locator("summary:visible")
    summary.press("x")
    summary.press("Space")
    expect(page.locator("details[open]:visible")).to_have_count(1)
    page.locator("[data-turn=next]").press("x")
    expect(page.locator("[data-turn=next]")).to_be_focused()
    expect(field).to_have_value("")
    page.locator("[data-turn=next]").press("Space")
    expect_only(page, "three-words")
    expect(question(page, "three-words").locator("textarea")).to_have_value("")


def test_keys_reach_no_question_from_outside(page: Page, site: str) -> None:
    """Digits typed into the search choose nothing."""
    begin(page, site + HEART)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("1")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("1")
    assert picked(page, FIRST) is None
