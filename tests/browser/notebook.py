"""How the browser tests fill the notebook, and read it."""

from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser.answering import Answer
from browser.storing import put
from unit.code_reader import ALPHABET

HEART = "serving-heart"
HOSTILE = '<img src=x onerror="globalThis.broken=true">'


def label(question: Mapping[str, Any], value: Answer) -> str:
    """Return the words of an answer, as the page writes them into a sheet."""
    if value is None:
        return str(question["na"])
    if isinstance(value, Mapping):
        seen = [each for each in question["options"] if value.get(each["value"]) == "seen"]
        return "; ".join(str(each["label"]) for each in seen)
    options = {each["value"]: str(each["label"]) for each in question["options"]}
    return options.get(value, "")


def version(
    plan: Mapping[str, Any],
    answers: Mapping[str, Answer],
    day: str,
    number: int = 0,
    form: str = "",
    **more: Any,
) -> dict[str, Any]:
    """Return a finished sheet of a day, with the words that were seen; `number` makes its id."""
    asked = next(each for each in plan["forms"] if each["id"] == form)
    questions = {each["id"]: each for each in asked["questions"]}
    instant = f"{day}T12:00:00Z"
    return {
        "format": 1,
        "id": "NTE" + "".join(ALPHABET[number // 32**power % 32] for power in (2, 1, 0)),
        "assessment": plan["id"],
        **({"form": form} if form else {}),
        "edition": asked["edition"],
        "origin": "own",
        "started": instant,
        "changed": instant,
        "finished": instant,
        "answers": dict(answers),
        "seen": {
            name: {
                "ask": questions[name]["ask"],
                "label": label(questions[name], value),
                "shape": questions[name]["shape"],
            }
            for name, value in answers.items()
        },
        "commitments": [],
        **more,
    }


def steps(plan: Mapping[str, Any], step: int, form: str = "", /, **other: int) -> dict[str, Answer]:
    """Return an answer to every scale: a step from the worst, or in a part the one of its name."""
    asked = next(each for each in plan["forms"] if each["id"] == form)
    found: dict[str, Answer] = {}
    for question in (each for each in asked["questions"] if each["type"] == "scale"):
        values = [each["value"] for each in question["options"]]
        if question["options"][0].get("score", 0) > question["options"][-1].get("score", 0):
            values.reverse()
        found[question["id"]] = values[other.get(part(question), step) - 1]
    return found


def part(one: Mapping[str, Any]) -> str:
    """Return the id of a part, or of a question's part, as a word of Python."""
    return str(one.get("dimension", one["id"])).replace("-", "_")


def open_notebook(page: Page, site: str) -> None:
    """Go to the notebook and wait until it is drawn."""
    page.goto(f"{site}notebook/")
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until the notebook is drawn."""
    page.locator("[data-contents-version][data-ready]").wait_for(state="attached")


def fill(page: Page, site: str, records: Iterable[Mapping[str, Any]]) -> None:
    """Store records and open the notebook over them."""
    page.goto(f"{site}notebook/")
    drawn(page)
    put(page, records)
    open_notebook(page, site)


def thread(page: Page, name: str) -> Locator:
    """Return the thread whose line has these words."""
    return page.locator("details.thread").filter(has=page.locator("summary", has_text=name))


def unfold(page: Page, name: str) -> Locator:
    """Open a thread and return it."""
    found = thread(page, name).first
    if found.get_attribute("open") is None:
        found.locator("summary").first.click()
    expect(found.locator(".content .versions").first).to_be_visible()
    return found


def button(page: Page, name: str) -> Locator:
    """Return a button by the whole of its name."""
    return page.get_by_role("button", name=name, exact=True)
