"""How the browser tests fill the page over all customers, and read it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from browser.built_site import plan_of
from browser.storing import put, sheet

PLACES = ["first-contact", "getting-to-know", "first-work", "before-commitment", "committed"]
HOSTILE = '<img src=x onerror="globalThis.broken=true">'
LONG = "W" * 200

Row = tuple[str | None, dict[str, Any], str]


def at(ours: str, theirs: str = "", risk: str = "") -> dict[str, Any]:
    """Return the answers that place a customer; "" is no answer."""
    given = {"where-now": ours, "where-they-say": theirs, "at-risk": risk}
    return {question: value for question, value in given.items() if value}


MIXED: list[Row] = [
    ("The baker", at("before-commitment", "getting-to-know", "leaving"), "2026-02-01"),
    ("Ms Okafor", at("first-work", "first-work", "none-seen"), "2026-01-05"),
    ("van 10", at("first-work"), "2026-03-01"),
    ("Van 9", at("", "first-contact", "hard-to-say"), "2026-02-14"),
    ("Quiet", {"last-step": "nobody"}, "2026-02-20"),
]


def open_portfolio(page: Page, address: str) -> None:
    """Go to the page over all customers and wait until it is drawn."""
    page.goto(f"{address}portfolio/")
    page.locator("[data-assessment][data-ready]").wait_for(state="attached")


def fill(page: Page, site: str, folder: Path, name: str, rows: Sequence[Row]) -> None:
    """Store a sheet a row, and open the page over them."""
    plan = plan_of(folder, name)
    page.goto(site)
    put(page, [sheet(plan, *row, number) for number, row in enumerate(rows)])
    open_portfolio(page, f"{site}assessments/{name}/")


def healthy(folder: Path, **steps: int) -> dict[str, Any]:
    """Return answers to all scored questions of a part, by the part's id with underscores.

    A step counts the options from the worst to the best.
    """
    found = {}
    plan = plan_of(folder, "healthy-relationship")
    parts = {part["id"].replace("-", "_") for part in plan["dimensions"]}
    assert steps.keys() <= parts
    for question in plan["forms"][0]["questions"]:
        step = steps.get(question.get("dimension", "").replace("-", "_"))
        scored = sorted(
            (option for option in question["options"] if "score" in option),
            key=lambda option: float(option["score"]),
        )
        if step and scored:
            found[question["id"]] = scored[min(step, len(scored)) - 1]["value"]
    return found


def marks(page: Page, place: str) -> list[str]:
    """Return the words of the customers at a stage."""
    return page.locator(f'[data-stage="{place}"] li').all_inner_texts()


def table(page: Page) -> list[list[str]]:
    """Return the table's rows, without the buttons."""
    rows = page.locator(".customers tbody tr").all()
    return [row.locator("th, td[data-head]").all_inner_texts() for row in rows]


def names(page: Page) -> list[str]:
    """Return the customers in the order of the table."""
    return [row[0] for row in table(page)]


def delete_button(page: Page, name: str) -> Locator:
    """Return the button that deletes a customer's answers."""
    return page.get_by_role("button", name=f"Delete the answers about {name}")


def many(folder: Path, name: str) -> list[Row]:
    """Return sixty customers, some with names that are hard to place."""
    subjects = [LONG, "A", HOSTILE, None, *(f"Customer {n}" for n in range(56))]
    if name == "stages":
        given = [
            at(PLACES[n % 5], PLACES[n * 3 % 5], ["leaving", "none-seen"][n % 2]) for n in range(60)
        ]
    else:
        parts = [each["id"].replace("-", "_") for each in plan_of(folder, name)["dimensions"]]
        given = [
            healthy(folder, **{part: (n * (k + 1)) % 6 for k, part in enumerate(parts)})
            for n in range(60)
        ]
    return [
        (subject, answers, f"2026-03-{n % 28 + 1:02d}")
        for n, (subject, answers) in enumerate(zip(subjects, given, strict=True))
    ]
