"""The states in which the pages of the site can be met, from an empty browser to a full one.

Where they can, the tests look at all of them in every mode: see `test_accessibility.py`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, expect

from browser.answering import act, answer_all, show_result
from browser.awaiting import expect_answered, wait_until_dressed
from browser.built_site import plan_of
from browser.notebook import steps, version
from browser.overview import MIXED, healthy
from browser.storing import put, sheet

HEART = "assessments/serving-heart/"
ROOTS = "assessments/three-roots/"
STAGES = "assessments/stages/"
HEALTHY = "assessments/healthy-relationship/"
TEAM = "assessments/marriage/"
MIRROR = "assessments/mirror/"
PLANS, CONTENTS, STORAGE = "**/assets/plans/*.js*", "**/assets/contents.js*", "indexedDB"
OLD, NEW = "2025-09-01", "2026-03-01"
# What is unfolded may be drawn only then, and its drawing follows the event.
UNFOLD = """async () => {
  const folded = [...document.querySelectorAll("main details:not([open])")];
  await Promise.all(folded.map(each => new Promise(done => {
    each.addEventListener("toggle", done, { once: true });
    each.open = true;
  })));
  return folded.length;
}"""
UNDRAWN = "details.thread[open]:not(:has(.content > *))"
TRYING = [
    {"id": "TRYNG1", "text": "I say back what I heard.", "cue": "a call gets long", "by": NEW},
    {"id": "TRYNG2", "text": "I ask before I advise.", "by": NEW, "outcome": "done", "note": "Hm"},
]

Act = Callable[[Page], object]


class State(NamedTuple):
    """What is opened, and what is done there; `broken` is what the browser is made to refuse.

    `late` are the places that are drawn after the page is ready.
    """

    address: str
    act: Act = lambda page: None
    broken: str = ""
    late: tuple[str, ...] = ()


def lived_in(folder: Path) -> Iterator[dict[str, Any]]:
    """Give the records of a browser in which a good deal has happened."""
    heart, roots = plan_of(folder, "serving-heart"), plan_of(folder, "three-roots")
    team, mirror = plan_of(folder, "marriage"), plan_of(folder, "mirror")
    yield version(heart, steps(heart, 2), OLD, 1)
    answers = {**steps(heart, 4), "patient": 1, "clear-head": None, "own-self": "As at home."}
    yield version(heart, answers, NEW, 2, commitments=TRYING)
    begun = version(roots, dict([*steps(roots, 3).items()][:5]), NEW, 3)
    yield {key: value for key, value in begun.items() if key != "finished"}
    stages = plan_of(folder, "stages")
    for number, row in enumerate(MIXED, 10):
        yield sheet(stages, *row, number)
    relationship = plan_of(folder, "healthy-relationship")
    for number, name in enumerate(["The baker", "Ms Okafor", "Van 9"]):
        rows = healthy(folder, fair_exchange=2 + number, open_words=4 - number)
        yield sheet(relationship, name, rows, NEW, 20 + number)
    for plan, number in ((team, 30), (mirror, 40)):
        own, others = (form["id"] for form in plan["forms"][:2])
        yield version(plan, steps(plan, 4, own), NEW, number, own)
        for more in (1, 2):
            given = steps(plan, 2 + more, others)
            yield version(plan, given, NEW, number + more, others, origin="received")
    yield {"id": "BROKEN", "format": 1, "answers": "damaged"}


def fill(page: Page, site: str, folder: Path) -> None:
    """Let a good deal have happened in the browser of a page."""
    open_state(page, site, State("notebook/"))
    put(page, lived_in(folder))


def open_state(page: Page, site: str, state: State) -> None:
    """Open a page, wait until what its script has to draw is drawn, and do what is to be done."""
    page.goto(site + state.address)
    if state.broken not in (PLANS, CONTENTS):
        expect(page.locator("[data-site]:not([data-ready])")).to_have_count(0)
    see(page, *state.late)
    state.act(page)
    wait_until_dressed(page)


def see(page: Page, *places: str) -> None:
    """Wait until there is something in sight at each of these places."""
    for place in places:
        expect(page.locator(place).locator("visible=true").first).to_be_visible()


def press(action: str, shows: str) -> Act:
    """Give what presses a button, and waits for the place that it brings into sight."""

    def pressed(page: Page) -> None:
        act(page, action)
        see(page, shows)

    return pressed


def asked(action: str) -> Act:
    """Give what presses a button that opens a dialog."""
    return press(action, shows="dialog[open]")


def answered(page: Page) -> None:
    """Answer the same everywhere."""
    answer_all(page, 3)
    expect_answered(page)


def hesitating(page: Page) -> None:
    """Be asked whether all answers are to be deleted."""
    answered(page)
    asked("clear")(page)


def unfold(page: Page) -> None:
    """Open whatever can be unfolded, also what appears by that."""
    expect(page.locator(UNDRAWN)).to_have_count(0)
    while page.evaluate(UNFOLD):
        expect(page.locator(UNDRAWN)).to_have_count(0)


def result(step: int, then: Act = lambda page: None) -> Act:
    """Give what answers the same everywhere, asks for the result, and does something there."""

    def shown(page: Page) -> None:
        answer_all(page, step)
        show_result(page)
        unfold(page)
        then(page)

    return shown


def failed(page: Page) -> None:
    """Wait for the words that say that something could not be loaded."""
    expect(page.locator("[data-failed]")).to_be_visible()


PAGES = ["", "assessments/", "principles/", "principles/repair/", "documents/", "how-it-works/"]
PAGES += [f"about/{name}/" for name in ("privacy", "method", "accessibility", "statement")]
PAGES += ["contribute/", "formats/", HEART, STAGES, TEAM, f"{TEAM}customer/", f"{TEAM}gap/"]
PAGES += [f"{STAGES}portfolio/", "notebook/"]

EMPTY = {address or "home": State(address) for address in PAGES} | {
    "missing page": State("nowhere/"),
    "one question at a time": State(HEART, press("step", shows="[data-step=question]")),
    "pause": State(HEART, unfold),
    "result of nothing": State(HEART, press("show-result", shows="[data-result]")),
    "lowest result, tried": State(HEART, result(1, press("try-this", shows="[data-commitment]"))),
    "best result": State(HEART, result(5)),
    "thanks": State(f"{TEAM}customer/", result(3)),
    "dialog before clearing": State(ROOTS, hesitating),
    "shared computer": State(ROOTS, press("share-computer", shows="[data-kept=visit]")),
    "questions not loaded": State(ROOTS, failed, PLANS),
    "notebook not loaded": State("notebook/", failed, CONTENTS),
    "storage blocked": State(ROOTS, answered, STORAGE),
    "notebook, storage blocked": State("notebook/", broken=STORAGE),
}
"""By name: states of a browser in which nothing has happened yet."""

FULL = {
    "home, begun": State(""),
    "questionnaires, begun": State("assessments/"),
    "in progress": State(ROOTS),
    "come back": State(HEART, late=("[data-recalled]",)),
    "kept result": State(f"{HEART}#result", unfold, late=("p[data-before]", "[data-commitment]")),
    "earlier version": State(f"{HEART}#sheet=NTE001", unfold),
    "customers": State(STAGES),
    "stage": State(f"{STAGES}#sheet=SEED0A", unfold),
    "portfolio of stages": State(f"{STAGES}portfolio/", unfold),
    "portfolio of parts": State(f"{HEALTHY}portfolio/", unfold),
    "gap": State(f"{TEAM}gap/", unfold),
    "gap, few answers": State(f"{MIRROR}gap/", unfold),
    "notebook, full": State("notebook/", unfold),
    "dialog before deleting all": State("notebook/", asked("delete-all")),
}
"""By name: states of a browser in which a good deal has happened."""
