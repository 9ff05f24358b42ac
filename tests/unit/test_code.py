"""Codes: the browser writes them, and a reader who knows only the documentation reads them."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
import yaml

from rapport.library import assessment_files, read_assessment, read_shared
from rapport.plan import plan
from rapport.shelf import Shared
from rapport.words import read_words
from unit.cases import CASES, VALID, name, shared
from unit.code_reader import ALPHABET, fingerprint, is_sound, read, ways
from unit.programs import run

ROOT = CASES.parents[1]
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
QUESTIONNAIRES = [*assessment_files(ROOT / "assessments"), *VALID]
EXAMPLES = sorted((CASES / "codes").glob("*.yml"))
UNCODED = ("text", "checklist")
SHEETS = 60
"""Random sets of answers for each form."""


def planned(id_: str, text: bytes, library: Shared) -> Any:
    """Give the plan of a questionnaire, which has no problems."""
    found, problems = read_assessment(f"assessments/{id_}.yml", text, library)
    assert found, [str(each) for each in problems]
    return plan(found, library, read_words())


@cache
def plan_of(path: Path) -> Any:
    """Give the plan of a questionnaire of the site, or of a valid case."""
    library = shared() if path in VALID else read_shared(path.parent)[0]
    return planned(path.stem, path.read_bytes(), library)


def coded(form: Any) -> list[Any]:
    """Give the questions of a form that stand in its codes."""
    return [each for each in form["questions"] if each["type"] not in UNCODED]


def answered(form: Any, chance: random.Random, share: float) -> dict[str, Any]:
    """Give random answers to about this share of a form's questions, texts and checklists too."""
    answers: dict[str, Any] = {}
    for question in form["questions"]:
        if chance.random() > share:
            continue
        if question["type"] == "text":
            answers[question["id"]] = "In my words."
        elif question["type"] == "checklist":
            items = (each["value"] for each in question["options"])
            answers[question["id"]] = {item: chance.choice(["seen", "na"]) for item in items}
        else:
            answers[question["id"]] = chance.choice(ways(question)[1:])
    return answers


def sheets(form: Any, seed: str) -> list[tuple[str, Any]]:
    """Give sets of answers with their marks: none, the first and the last ways, and random ones."""
    chance = random.Random(seed + form["id"])
    sets = [{each["id"]: ways(each)[way] for each in coded(form)} for way in (1, -1)]
    sets += [answered(form, chance, share=each / SHEETS * 1.5) for each in range(SHEETS)]
    return [("".join(chance.choices(ALPHABET, k=6)), answers) for answers in [{}, *sets]]


@cache
def sheets_of(path: Path) -> dict[str, Any]:
    """Give sets of answers to each form of a questionnaire that has codes."""
    forms = (form for form in plan_of(path)["forms"] if "code" in form)
    return {form["id"]: sheets(form, path.stem) for form in forms}


@pytest.fixture(scope="module")
def written() -> dict[tuple[Path, str], Any]:
    """Give what the browser's code writes for each form, and reads back from it."""
    asked = [(path, form) for path in QUESTIONNAIRES for form in sheets_of(path)]
    given = [
        {"plan": plan_of(path), "form": form, "sheets": sheets_of(path)[form]}
        for path, form in asked
    ]
    return dict(zip(asked, run("code_cases.ts", given), strict=True))


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=name)
def test_whoever_reads_a_code_has_the_answers(
    path: Path, written: dict[tuple[Path, str], Any]
) -> None:
    """The browser reads back what it wrote, and so does a reader who knows the page about it."""
    for form, sets in sheets_of(path).items():
        [asked] = [coded(each) for each in plan_of(path)["forms"] if each["id"] == form]
        ids = {each["id"] for each in asked}
        made = written[path, form]
        assert len(made) == len(sets)
        for (mark, answers), each in zip(sets, made, strict=True):
            expected = {id_: answer for id_, answer in answers.items() if id_ in ids}
            back = each["back"]
            assert (back["id"], back["assessment"]) == (mark, path.stem)
            assert (back.get("form", ""), back["answers"]) == (form, expected)
            assert read(each["code"], plan_of(path)) == (form, mark, expected)


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=name)
def test_codes_of_one_form_look_alike(path: Path, written: dict[tuple[Path, str], Any]) -> None:
    """They have groups of four and one length, which tells nothing about the answers."""
    groups = re.compile(f"(?:[{ALPHABET}]{{4}}-)+[{ALPHABET}]{{1,4}}")
    for form in sheets_of(path):
        codes = [each["code"] for each in written[path, form]]
        assert [code for code in codes if not groups.fullmatch(code)] == []
        assert len({len(code) for code in codes}) == 1


def test_the_code_of_twenty_questions_is_short(written: dict[tuple[Path, str], Any]) -> None:
    """About thirty characters are what people copy without a slip."""
    lengths = []
    for path, form in written:
        [asked] = [coded(each) for each in plan_of(path)["forms"] if each["id"] == form]
        if len(asked) <= 20 and not any("trend" in each for each in asked):
            lengths.append(len(written[path, form][0]["code"].replace("-", "")))
    assert lengths
    assert max(lengths) <= 33


def example(path: Path) -> tuple[dict[str, Any], Any]:
    """Give an example that was worked out by hand, and its plan."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case, planned(case["id"], case["assessment"].encode(), shared())


@pytest.mark.parametrize("path", EXAMPLES, ids=name)
def test_example(path: Path) -> None:
    """The code is the one that was worked out by hand, part by part."""
    case, content = example(path)
    form = content["forms"][0]
    given = {"plan": content, "form": form["id"], "sheets": [(case["mark"], case["answers"])]}
    [[made]] = run("code_cases.ts", [given])
    trends = sorted(each["id"] for each in form["questions"] if "trend" in each)
    of_form = fingerprint([form["id"], form["edition"], trends])[:3]
    assert "1" + fingerprint(case["id"])[:4] + of_form == case["head"]
    assert made["code"].replace("-", "")[8:-6] == case["mark"] + case["coded"], case["what"]
    assert made["code"] == case["code"]


def test_the_documented_example_is_one_of_them() -> None:
    """What the page works out is what the browser writes."""
    case, content = example(CASES / "codes" / "in-the-documentation.yml")
    assert FORMATS.count(f"`{case['code']}`") == 2
    assert f"`{case['head']}{case['mark']}{case['coded']}`".replace("-", "") in FORMATS
    assert {each["id"] for each in coded(content["forms"][0])} <= set(
        re.findall(r"^- `([a-z]+)` has .*: way \d+\.$", FORMATS, re.MULTILINE)
    )


def test_the_documented_check_is_the_readers(tmp_path: Path) -> None:
    """The lines of Python on the page tell a sound code from one with a wrong character."""
    snippets = re.findall(r"```python\n(.*?)```", FORMATS, re.DOTALL)
    [snippet] = [each for each in snippets if "def is_sound" in each]
    (tmp_path / "snippet.py").write_text(snippet, encoding="utf-8")
    documented = run_path(str(tmp_path / "snippet.py"))["is_sound"]
    case, _ = example(CASES / "codes" / "in-the-documentation.yml")
    sound = [ALPHABET.index(each) for each in case["code"].replace("-", "")]
    for value in range(32):
        values = [*sound[:20], value, *sound[21:]]
        assert documented(values) == is_sound(values) == (values == sound)


@pytest.mark.parametrize("path", QUESTIONNAIRES, ids=name)
def test_what_is_private_has_no_code(path: Path) -> None:
    """Only what is answered for somebody else to read leaves a private questionnaire as a code."""
    content = plan_of(path)
    for form in content["forms"]:
        assert ("code" in form) == (not content["private"] or form.get("role") == "answer")
