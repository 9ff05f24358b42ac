"""Puts sheets about customers where a browser keeps them, as if they had been answered there."""

from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Page

from browser.answering import Answer
from unit.code_reader import ALPHABET

PUT = """async records => {
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open("rapport-rapport");
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore("sheets");
    opening.onsuccess = () => {
      const writing = opening.result.transaction("sheets", "readwrite");
      for (const [key, value] of records) writing.objectStore("sheets").put(value, key);
      writing.onerror = () => reject(writing.error);
      writing.oncomplete = () => { opening.result.close(); resolve(); };
    };
  });
}"""


def sheet(
    plan: Mapping[str, Any],
    subject: str | None,
    answers: Mapping[str, Answer],
    day: str = "2026-03-01",
    number: int = 0,
) -> dict[str, Any]:
    """Return a sheet of the first form, about somebody; `number` makes its id."""
    form = plan["forms"][0]
    shapes = {question["id"]: question["shape"] for question in form["questions"]}
    about = {"subject": subject} if subject else {}
    return about | {
        "format": 1,
        "id": "SEED" + ALPHABET[number // 32] + ALPHABET[number % 32],
        "assessment": plan["id"],
        "edition": form["edition"],
        "origin": "own",
        "started": f"{day}T08:00:00Z",
        "changed": f"{day}T08:00:00Z",
        "answers": answers,
        "seen": {name: {"ask": "?", "label": "!", "shape": shapes[name]} for name in answers},
        "commitments": [],
    }


def put(page: Page, records: Iterable[Mapping[str, Any]]) -> None:
    """Store records under their ids, in the browser of a page of the site."""
    page.evaluate(PUT, [[record["id"], record] for record in records])
