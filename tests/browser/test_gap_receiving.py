"""What others sent is taken in on the page of a comparison, or refused, and can be removed."""

import re

from playwright.sync_api import Page, expect

from browser.answering import act, agree, stored
from browser.comparing import (
    COLLEAGUES,
    GAP,
    TEAM,
    Sheet,
    answered,
    copy_of,
    gap_of,
    guess,
    lines,
    open_files,
    open_gap,
    paste,
    person,
    ready,
    received,
    told,
)

HOSTILE = '<img src=x onerror="globalThis.broken=true"><b>bold</b>'
ADDED = re.compile(r"Added: [0-9A-Z]{6}, \d+ \w+ \d{4}\.")
DROP = """files => {
  const data = new DataTransfer();
  for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
  document.body.dispatchEvent(
    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
  );
}"""
QUICKLY = """([first, second]) => {
  const box = document.querySelector("textarea");
  box.value = first;
  document.querySelector("[data-action=add]").click();
  box.value += second;
}"""


def test_codes_in_a_chat(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """Codes are found among other words, and what both sides said stands in a sentence."""
    guess(page, site + TEAM, 4, believed=2)
    open_gap(page, site + GAP)
    paste(page, f"[14:02] Ms B.: hello, my code is “{customer[1].lower()}”\n[14:05] Thanks!")
    assert ADDED.fullmatch(lines(page)[0])
    expect(page.locator("textarea")).to_have_value("")
    assert told(page, "safe") == (
        "Your answer: Mainly agree. Their answer (1): Mainly disagree."
        " You expected more agreement than they gave."
    )
    assert (
        told(page, "believed") == "Your answer: Mainly disagree. Their answer (1): Mainly disagree."
    )
    assert told(page, "equals") == "Your answer: Mainly agree. Their answers: none."
    assert (gap_of(page, "safe"), gap_of(page, "equals")) == ("50", "")
    expect(page.locator("[data-furthest] li").first).to_contain_text("I feel safe")


def test_files_opened_and_dropped(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """Several files at once, chosen or dropped anywhere: a line for each, and the middle of all."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    sheet = customer[0]
    open_files(
        page,
        {
            "b.json": copy_of(person(sheet, safe=1), person(sheet, safe=3)),
            "mail.txt": f"Regards,\n{customer[1]}",
            "holiday.json": '{"photos": 3}',
        },
    )
    assert [line.partition(":")[0] for line in lines(page)] == [
        "b.json",
        "b.json",
        "mail.txt",
        "holiday.json",
    ]
    assert lines(page)[3] == (
        "holiday.json: Not taken: there is no code in it, and it is no copy made by this site."
    )
    assert "Their answers (3): the middle is Mainly disagree." in told(page, "safe")
    page.evaluate(DROP, {"c.json": copy_of(person(sheet, safe=5))})
    expect(page.locator("[data-people]")).to_have_text("4 people have answered.")
    assert "the middle is between Mainly disagree and Neither." in told(page, "safe")
    assert gap_of(page, "safe") == "37.5"


def test_what_is_taken_in_stays(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """After a reload everything is there; nothing but the answers is kept as theirs."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    paste(page, copy_of(customer[0]))
    page.reload()
    ready(page)
    assert gap_of(page, "safe") == "50"
    [sheet] = received(page)
    assert sheet == {**customer[0], "origin": "received"}
    expect(page.locator("[data-texts] li")).to_have_text(["Kind, and slow."])


def test_the_same_mark(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """The same answers are here already; later ones with the same mark take their place."""
    sheet, code = customer
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    paste(page, copy_of(sheet))
    paste(page, f"{code} {copy_of(sheet)}")
    assert [line.split(":")[0] for line in lines(page)] == ["Already here", "Already here"]
    later = {**sheet, "changed": "2099-01-01T00:00:00Z", "answers": {"safe": 5}}
    paste(page, copy_of(later))
    assert lines(page)[0].startswith(f"Replaced: {sheet['id']}, 1 January 2099.")
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    assert gap_of(page, "safe") == "-25"


def test_an_addition_is_taken_back(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """The last addition can be undone: what was new goes, what was replaced comes back."""
    sheet = customer[0]
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    paste(page, copy_of(sheet))
    later = {**sheet, "changed": "2099-01-01T00:00:00Z", "answers": {"safe": 5}}
    paste(page, copy_of(later, person(sheet), person(sheet)))
    expect(page.locator("[data-people]")).to_have_text("3 people have answered.")
    act(page, "undo")
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    assert gap_of(page, "safe") == "50"
    assert lines(page) == ["The addition is taken back."]
    expect(page.locator("[data-action=undo]")).to_be_hidden()
    expect(page.locator("textarea")).to_be_focused()


def refused(sheet: Sheet, code: str) -> dict[str, tuple[str, str]]:
    """Return texts that are no answers to take in, each with the reason."""
    changed = {name: {**seen, "shape": "FORMER"} for name, seen in sheet["seen"].items()}
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    return {
        "damaged": (wrong, "it is damaged. Ask for it once more."),
        "broken": (copy_of({**sheet, "answers": 7}), "it is damaged. Ask for it once more."),
        "mirror": (
            copy_of({**sheet, "assessment": "mirror"}),
            "it belongs to another questionnaire.",
        ),
        "outdated": (
            copy_of({**sheet, "seen": changed}),
            "it answers an earlier version of the questions.",
        ),
        "guess": (
            copy_of({**sheet, "form": "team"}),
            "it is a guess like yours, and not an answer of theirs.",
        ),
        "newer": (
            copy_of({**sheet, "format": 2}),
            "it was made by a newer version of this site.",
        ),
        "nothing": ("Dear all", "there is no code in it, and it is no copy made by this site."),
        "empty": (copy_of({**sheet, "answers": {}}), "there are no answers in it."),
        "large": ("All is well. " * 80_000, "it is too large. Add only the part with the answers."),
    }


def test_what_does_not_fit_is_refused(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """Each reason is said, the text stays to be looked at, and nothing is kept."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    for text, reason in refused(*customer).values():
        paste(page, text)
        expect(page.locator("[data-lines] li")).to_have_text([f"Not taken: {reason}"])
        expect(page.locator("textarea")).to_have_value(text)
    assert received(page) == []


def test_another_questionnaires_code(page: Page, site: str) -> None:
    """A code of the mirror is of no use for the marriage, and the page says so."""
    _, code = answered(page, site + COLLEAGUES, 3)
    open_gap(page, site + GAP)
    paste(page, code)
    assert lines(page) == ["Not taken: it belongs to another questionnaire."]


def test_removing(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """One set of answers goes by its mark, or all of them, and the guess stays."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    one, two = person(customer[0]), person(customer[0])
    paste(page, copy_of(one, two))
    entry = page.locator("[data-received] li").filter(has_text=one["id"])
    entry.get_by_role("button").click()
    page.get_by_role("button", name="No, keep them").click()
    expect(page.locator("dialog")).to_be_hidden()
    assert len(received(page)) == 2
    entry.get_by_role("button").click()
    agree(page)
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    assert [sheet["id"] for sheet in received(page)] == [two["id"]]
    act(page, "remove-all")
    agree(page)
    expect(page.locator("[data-people]")).to_have_text("Nobody has answered yet.")
    assert [sheet["form"] for sheet in stored(page)] == ["team"]
    expect(page.locator("[data-headline]")).to_have_text("So far there is only your guess.")


def test_words_of_others_stay_text(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """Nothing in what others send becomes part of the page."""
    guess(page, site + TEAM, 4)
    open_gap(page, site + GAP)
    mark = {"merged": HOSTILE}
    paste(page, copy_of({**person(customer[0], in_their_words=HOSTILE), **mark}))
    open_files(page, {f"{HOSTILE.replace('/', '')}.json": "nothing"})
    expect(page.locator("[data-texts] li")).to_have_text([HOSTILE])
    assert page.locator("img[src=x], .rapport b").count() == 0
    assert page.evaluate("globalThis.broken") is None


def test_pasted_at_once(page: Page, site: str, customer: tuple[Sheet, str]) -> None:
    """What somebody pastes while the former text is still being taken in is not lost."""
    open_gap(page, site + GAP)
    page.evaluate(QUICKLY, [customer[1], "The next one"])
    page.locator("[data-lines] li").first.wait_for()
    expect(page.locator("[data-people]")).to_have_text("1 person has answered.")
    expect(page.locator("textarea")).to_have_value("The next one")
    page.evaluate(QUICKLY, ["No code", "And one more"])
    expect(page.locator("textarea")).to_have_value("No code\nAnd one more")
