"""Answers of colleagues are shown where there are enough; a third person may collect them."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.answering import act
from browser.comparing import (
    COLLEAGUES,
    MIRROR,
    SELF,
    Sheet,
    answered,
    copy_of,
    guess,
    lines,
    open_files,
    open_gap,
    paste,
    person,
    told,
)


@pytest.fixture
def colleague(new_context: Callable[[], BrowserContext], site: str) -> Sheet:
    """Return a colleague's sheet: "Some of the time" throughout."""
    return answered(new_context().new_page(), site + COLLEAGUES, 2, go_on_doing="Ask on.")[0]


def test_below_the_minimum_nothing_is_shown(page: Page, site: str, colleague: Sheet) -> None:
    """Four colleagues are counted and not shown in any way; with the fifth their middle appears."""
    guess(page, site + SELF, 4)
    open_gap(page, site + MIRROR)
    paste(page, copy_of(*(person(colleague) for _ in range(4))))
    expect(page.locator("[data-people]")).to_have_text(
        "4 people have answered. Their answers are shown from 5 people on."
    )
    expect(page.locator("[data-headline]")).to_have_text("So far there is only your guess.")
    expect(page.locator("[data-compare] :is(.person, .middle, .bar)")).to_have_count(0)
    assert set(page.locator("[data-n], [data-cell=middle]").all_text_contents()) == {""}
    expect(page.locator("[data-texts]")).to_be_hidden()
    expect(page.get_by_text("Ask on.")).to_have_count(0)
    paste(page, copy_of(person(colleague, let_finish=5)))
    assert told(page, "asked-when-unclear") == (
        "Your answer: Most of the time. Their answers (5): the middle is Some of the time."
        " You see this more often than they do."
        " All of them gave the same answer, so you know what each of them said."
    )
    assert "All of them" not in told(page, "let-finish")
    expect(page.locator("[data-compare=let-finish] .person")).to_have_count(5)


def test_a_question_that_too_few_answered(page: Page, site: str, colleague: Sheet) -> None:
    """Where only four of five could answer, nothing of theirs is shown for that question."""
    guess(page, site + SELF, 4)
    open_gap(page, site + MIRROR)
    four = [person(colleague) for _ in range(4)]
    paste(page, copy_of(*four, person(colleague, let_finish=None)))
    assert told(page, "let-finish") == "Your answer: Most of the time. Their answers: fewer than 5."
    expect(page.locator("[data-compare=let-finish] .person")).to_have_count(0)


def test_a_third_person_merges(
    new_context: Callable[[], BrowserContext], site: str, colleague: Sheet
) -> None:
    """Counts travel by a file that holds nobody's row, and no texts unless somebody says so."""
    third, mine = new_context().new_page(), new_context().new_page()
    people = [person(colleague, let_finish=step, asked_when_unclear=step) for step in range(1, 6)]
    open_gap(third, site + MIRROR)
    third.locator("details.third summary").click()
    paste(third, copy_of(*people[:4]))
    expect(third.locator("[data-action=save-counts]")).to_be_disabled()
    paste(third, copy_of(people[4]))
    with third.expect_download() as download:
        act(third, "save-counts")
    assert download.value.suggested_filename.startswith("mirror-colleagues-counts-20")
    text = download.value.path().read_text(encoding="utf-8")
    assert json.loads(text)["merged"] == 5
    assert {sheet["id"] for sheet in people} & set(re.findall(r'"id": "(\w+)"', text)) == set()
    assert "Ask on." not in text
    guess(mine, site + SELF, 5)
    open_gap(mine, site + MIRROR)
    open_files(mine, {"counts.json": text})
    assert lines(mine) == ["counts.json: Added: 5 people's answers, merged by a third person."]
    expect(mine.locator("[data-received] li")).to_have_count(1)
    expect(mine.locator("[data-received] li")).to_contain_text("merged by a third person")
    counts = mine.locator('tr[data-row="let-finish"] [data-n]').all_text_contents()
    assert counts == ["1", "1", "1", "1", "1"]
    assert told(mine, "let-finish").startswith(
        "Your answer: Always. Their answers (5): the middle is About half"
    )
    expect(mine.locator("[data-texts]")).to_be_hidden()


def test_a_later_file_of_counts_replaces_the_former(
    new_context: Callable[[], BrowserContext], site: str, colleague: Sheet
) -> None:
    """A third person who saves again, now with words, does not count anybody twice."""
    third, mine = new_context().new_page(), new_context().new_page()
    open_gap(third, site + MIRROR)
    third.locator("details.third summary").click()
    texts = []
    for people in (5, 1):
        paste(third, copy_of(*(person(colleague) for _ in range(people))))
        with third.expect_download() as download:
            act(third, "save-counts")
        texts.append(download.value.path().read_text(encoding="utf-8"))
        third.locator("[data-with-texts]").check()
    guess(mine, site + SELF, 5)
    open_gap(mine, site + MIRROR)
    for text in texts:
        paste(mine, text)
    assert lines(mine)[0].startswith("Replaced: 6 people's answers, merged by a third person.")
    expect(mine.locator("[data-people]")).to_have_text("6 people have answered.")
    expect(mine.locator("[data-texts] li")).to_have_text(["Ask on."] * 6)
