"""Each questionnaire of the site, answered in the page by its contract, and what comes of it.

The cases and how they were worked out: `unit/answered.py`. Here the page has to show the same.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from browser.answering import answer, applying, choose, inputs, open_form, question, show_result
from unit.answered import ANSWERED, Case, read_case
from unit.code_reader import read as read_code
from unit.reckoning import FOLDER, read

WORDS: dict[str, Any] = yaml.safe_load(
    (FOLDER.parent / "hooks/rapport/locale/en.yml").read_text(encoding="utf-8")
)["script"]
HEADLINES = {
    ("highest", "lowest"): "highest_lowest",
    ("highest",): "highest",
    ("lowest",): "lowest",
}
# All at once: one question to the browser is slower than everything that is done with the answer.
READ = """() => {
  const result = document.querySelector("[data-result]");
  const shown = (name, root = result) => [...root.querySelectorAll(`[data-${name}]`)]
    .filter(each => each.checkVisibility()).map(each => each.getAttribute(`data-${name}`));
  const text = (place, root = result) => root.querySelector(place)?.innerText ?? "";
  const named = end => shown("answer", result.querySelector(`[data-stand-out=${end}]`));
  return {
    coverage: text("[data-facts]"),
    parts: [...result.querySelectorAll("[data-dimension]")].map(part => ({
      id: part.dataset.dimension,
      score: part.dataset.score,
      band: part.dataset.band,
      coverage: text('[data-cell="coverage"]', part),
      levels: shown("level", part),
      flags: shown("flag", part),
    })),
    highest: named("highest"),
    lowest: named("lowest"),
    level: text("[data-level-words]"),
    practices: shown("practice"),
    warnings: shown("warning"),
    next: shown("next"),
  };
}"""
COVERAGE = re.compile(r"(\d+) of (\d+) answered(?: · (\d+) )?")
CASES = [read_case(path) for path in ANSWERED]
OWN = [case for case in CASES if case.pattern.role != "answer"]
HANDED_OVER = [case for case in CASES if case.pattern.role == "answer"]


def called(case: Case) -> str:
    """Give what a case is called in the tests' output."""
    return case.name


def fill_in(page: Page, site: str, case: Case) -> None:
    """Answer a form as the case does, and ask for the result."""
    open_form(page, site + case.address)
    if case.subject:
        page.locator("[data-new-customer] input").fill(case.subject)
        page.locator("[data-new-customer] button").click()
        expect(page.locator("[data-customer] select")).to_have_value(case.subject)
    if case.by == "clicks":
        texts = {each.id for each in case.pattern.questions if each.type == "text"}
        for row, value in inputs(case.pattern.answers):
            if row in texts:
                question(page, row).locator("textarea").fill(value)
            else:
                choose(page, row, value)
    else:
        answer(page, case.pattern.answers)
    show_result(page)


@pytest.mark.parametrize("case", OWN, ids=called)
def test_the_result_is_the_stored_one(page: Page, site: str, case: Case) -> None:
    """Scores, bands, order, headline and all advice are those that the case stores."""
    fill_in(page, site, case)
    result = page.locator("[data-result]")
    check_headline(result.locator("[data-headline]"), case)
    assert shown(page, case) == {
        key: value for key, value in case.expect.items() if key != "headline"
    }


def shown(page: Page, case: Case) -> dict[str, Any]:
    """Read off the page what a case stores, and leave out what is empty as a case does."""
    read_off: dict[str, Any] = page.evaluate(READ)
    parts = read_off.pop("parts")
    for part in parts:
        assert part["levels"] == [part["band"]] * bool(part["band"]), part["id"]
    found = {
        **read_off,
        "coverage": coverage(read_off["coverage"]),
        "level": level(read_off["level"], case),
        "warnings": sorted(read_off["warnings"]),
        "dimensions": [dimension(part) for part in parts],
        "flags": {part["id"]: part["flags"] for part in parts if part["flags"]},
    }
    return {key: value for key, value in found.items() if value not in (None, [], {})}


def coverage(words: str) -> dict[str, int]:
    """Read "4 of 5 answered · 1 did not come up"."""
    counts = COVERAGE.search(words)
    assert counts, words
    answered, of, na = (int(each or 0) for each in counts.groups())
    return {"answered": answered, "na": na, "of": of}


def dimension(part: dict[str, Any]) -> dict[str, Any]:
    """Give what a case stores of a dimension; of a single question no counts are shown."""
    return {
        "id": part["id"],
        "score": float(part["score"]) if part["score"] else None,
        "band": part["band"] or None,
        **(coverage(part["coverage"]) if part["coverage"] else {}),
    }


def level(said: str, case: Case) -> str | None:
    """Give the words that most answers have: "15 of 20 answers say the same: Mostly."."""
    words = {words for each in case.pattern.questions for words in each.labels.values()}
    ends = {WORDS["level"].split("{of}")[1].format(label=each): each for each in words}
    return next((ends[end] for end in ends if said.endswith(end)), None)


def check_headline(place: Locator, case: Case) -> None:
    """The first sentence is the one for what the case names; of some kinds only what it names."""
    told: Mapping[str, Any] = case.expect["headline"]
    if "working" in told:
        check_stage(place, told, case)
    elif "middle" in told:
        for label in told["middle"]:
            expect(place).to_contain_text(f"“{label}”")
    else:
        expect(place).to_have_text(headline(told, case))


def headline(told: Mapping[str, Any], case: Case) -> str:
    """Give the sentence of the locale, filled in."""
    voice = "guess" if case.pattern.role == "guess" else "headline"
    if "close" in told:
        key = "level" if told["close"] else "close"
        return str(WORDS[f"{voice}_{key}"]).format(label=told["close"])
    names = {end: in_words(ids, case) for end, ids in told.items() if isinstance(ids, list)}
    if "weakest" in told:
        return str(WORDS["headline_weakest"]).format(lowest=names["weakest"])
    if not names:
        return str(WORDS[f"headline_{next(iter(told))}"])
    ends = tuple(end for end in ("highest", "lowest") if end in names)
    return str(WORDS[f"{voice}_{HEADLINES[ends]}"]).format(**names)


def in_words(ids: list[str], case: Case) -> str:
    """Give names of dimensions as a sentence has them: "a, b and c"."""
    dimensions = {each["id"]: each for each in read(case.pattern.questionnaire)["dimensions"]}
    titles = [dimensions[id_]["title"] for id_ in ids]
    spoken = [title[:1].lower() + title[1:] for title in titles]
    names = [dimensions[id_].get("name", said) for id_, said in zip(ids, spoken, strict=True)]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def check_stage(place: Locator, told: Mapping[str, Any], case: Case) -> None:
    """Both views are named, advice is that of the earlier one, and a risk is said."""
    stages = next(each for each in case.pattern.questions if each.id == "where-now").labels
    for side in ("ours", "theirs"):
        if told[side]:
            expect(place).to_contain_text(f"“{stages[told[side]]}”")
    page = place.page
    assert applying(page, "transition") == [told["working"]]
    assert applying(page, "risk-next") == told["risk"]
    expect(page.locator("[data-risk]")).to_be_visible(visible=bool(told["risk"]))


@pytest.mark.parametrize("case", HANDED_OVER, ids=called)
def test_an_answer_for_others_ends_with_thanks_and_a_code(
    page: Page, site: str, site_dir: Path, case: Case
) -> None:
    """The code holds what was chosen, where anything was; the page neither scores nor advises."""
    fill_in(page, site, case)
    result = page.locator("[data-result]")
    expect(result.locator("[data-headline]")).to_have_text("Thank you")
    assert coverage(result.locator("[data-facts]").inner_text()) == case.expect["coverage"]
    assert result.locator("[data-score], [data-level], [data-practice], .picture").count() == 0
    texts = {each.id for each in case.pattern.questions if each.type == "text"}
    given = {id_: value for id_, value in case.pattern.answers.items() if id_ not in texts}
    expect(result.locator("[data-code]")).to_be_visible(visible=given != {})
    if given:
        code = read_code(result.locator("[data-code]").inner_text(), plan(site_dir, case))
        assert (code.form, code.answers) == (case.pattern.form, given)


def plan(site_dir: Path, case: Case) -> Any:
    """Give the plan that the site publishes."""
    [path] = (site_dir / "assets" / "plans").glob(f"{case.pattern.questionnaire}*.js")
    text = path.read_text(encoding="utf-8").strip()
    return json.loads(text.removeprefix("Rapport.plan(").removesuffix(");"))
