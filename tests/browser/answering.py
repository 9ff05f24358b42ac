"""How the browser tests answer a page, and read what it shows and what it keeps.

They know a page by its documented contract alone: forms, fieldsets, native inputs, `data-`
attributes. An answer is written as a sheet keeps it.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

Answer = int | str | None | Mapping[str, str | int]

# Milliseconds: quicker than a hand gets from an answer to the next key.
BLINK = 100

IN_ONE_GO = """async answers => {
  for (const [name, value] of answers) {
    const inputs = [...document.querySelectorAll(`fieldset [name="${CSS.escape(name)}"]`)];
    const input = inputs.find(each => each.matches("textarea") || each.value === value);
    if (!input) throw new Error(`No input ${name} with the value ${value}`);
    // A trend can be chosen as soon as the step that it is about is drawn.
    for (let frames = 0; input.disabled && frames < 60; frames += 1) {
      await new Promise(requestAnimationFrame);
    }
    if (input.disabled) throw new Error(`The input ${name} cannot be chosen`);
    if (input.matches("textarea")) input.value = value;
    if (input.matches("textarea")) input.dispatchEvent(new Event("input", { bubbles: true }));
    else input.click();
  }
}"""
EVERY_ROW = """step => {
  for (const fieldset of document.querySelectorAll("fieldset[data-question]")) {
    const names = new Set([...fieldset.querySelectorAll("input")].map(input => input.name));
    for (const name of names) {
      const row = [...fieldset.querySelectorAll(`input[name="${CSS.escape(name)}"]`)];
      const steps = row.filter(input => input.value !== "na");
      steps.at(Math.min(step, steps.length) - 1).click();
    }
  }
}"""
# A look at a database that is not there must not make one.
STORED = """async store => {
  const found = await indexedDB.databases();
  if (!found.some(({ name }) => name === "rapport-rapport")) return [];
  return await new Promise((resolve, reject) => {
    const opening = indexedDB.open("rapport-rapport");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(store).objectStore(store).getAll();
      reading.onsuccess = () => { opening.result.close(); resolve(reading.result); };
    };
  });
}"""


def open_form(page: Page, address: str) -> None:
    """Go to a questionnaire and wait until what is stored is on the page."""
    page.goto(address)
    ready(page)


def ready(page: Page) -> None:
    """Wait until the questionnaire on the page has its stored answers back."""
    page.locator("form[data-ready]").wait_for(state="attached")


def question(page: Page, name: str) -> Locator:
    """Return a question's fieldset."""
    return page.locator(f'fieldset[data-question="{name}"]')


def option(page: Page, name: str, value: str | int) -> Locator:
    """Return the radio button `value` of the row `name`: `q`, `q.item` or `q.trend`."""
    return page.locator(f'input[name="{name}"][value="{value}"]')


def choose(page: Page, name: str, value: str | int) -> None:
    """Click on a radio button's words with the mouse."""
    page.locator("label").filter(has=option(page, name, value)).locator(".words").click()


def picked(page: Page, name: str) -> str | None:
    """Return the value chosen in a row, or None."""
    chosen = page.locator(f'input[name="{name}"]:checked')
    value: str | None = chosen.evaluate_all("all => all[0]?.value ?? null")
    return value


def answer(page: Page, answers: Mapping[str, Answer]) -> None:
    """Give these answers in one go: faster than a mouse, by the same inputs and events."""
    page.evaluate(IN_ONE_GO, list(inputs(answers)))


def inputs(answers: Mapping[str, Answer]) -> list[tuple[str, str]]:
    """Return the inputs that say these answers, by name and value."""
    found: list[tuple[str, str]] = []
    for name, value in answers.items():
        if isinstance(value, Mapping):
            rows = {"at": name}
            found += [(rows.get(row, f"{name}.{row}"), str(state)) for row, state in value.items()]
        else:
            found.append((name, "na" if value is None else str(value)))
    return found


def answer_all(page: Page, step: int) -> None:
    """Choose the same step in every row, or the last one where there are fewer."""
    page.evaluate(EVERY_ROW, step)


def act(page: Page, action: str) -> None:
    """Press the visible button of an action."""
    page.locator(f'[data-action="{action}"]:visible').first.click()


def share_computer(page: Page, kept: str = "visit") -> None:
    """Say that the computer is shared, and wait until the page tells what becomes of answers."""
    act(page, "share-computer")
    expect(page.locator(f'[data-kept="{kept}"]')).to_be_visible()


def show_result(page: Page) -> None:
    """Ask for the result and wait for it."""
    act(page, "show-result")
    expect(page.locator("[data-result]")).to_be_visible()


def agree(page: Page) -> None:
    """Say yes in the dialog that asks once."""
    page.locator("dialog [value=yes]").click()
    expect(page.locator("dialog")).to_be_hidden()


def scores(page: Page) -> dict[str, tuple[str | None, str | None]]:
    """Return score and band of each dimension on the result, in the order shown."""
    return {
        str(each.get_attribute("data-dimension")): (
            each.get_attribute("data-score"),
            each.get_attribute("data-band"),
        )
        for each in page.locator("[data-dimension]").all()
    }


def applying(page: Page, name: str) -> list[str | None]:
    """Return what a result shows of the texts `data-name`, in the order shown."""
    shown = page.locator(f"[data-{name}]:visible")
    return [each.get_attribute(f"data-{name}") for each in shown.all()]


def progress(page: Page) -> tuple[str, str]:
    """Return the progress as words, and as the bar's value of its maximum."""
    bar = page.locator("progress[data-progress]")
    bar.wait_for()
    words = " ".join(" ".join(page.locator(".progress span").all_inner_texts()).split())
    return words, f"{bar.evaluate('bar => bar.value')}/{bar.evaluate('bar => bar.max')}"


def stored(page: Page, store: str = "sheets") -> list[dict[str, Any]]:
    """Return the records that this browser keeps for the site."""
    found: list[dict[str, Any]] = page.evaluate(STORED, store)
    return found


def wait_until_stored(page: Page, name: str, value: Answer) -> None:
    """Wait until a stored sheet holds this answer."""
    wait_for_sheets(
        page, lambda sheets: any(sheet["answers"].get(name, name) == value for sheet in sheets)
    )


def wait_for_sheets(page: Page, hold: Callable[[list[dict[str, Any]]], bool]) -> None:
    """Wait until what is stored is as it should be; fail after twenty seconds."""
    # Asked again and again from here: a promise is true to `wait_for_function` before it is kept.
    deadline = time.monotonic() + 20
    while not hold(sheets := stored(page)):
        assert time.monotonic() < deadline, f"not stored: {sheets}"
        page.wait_for_timeout(BLINK / 4)
