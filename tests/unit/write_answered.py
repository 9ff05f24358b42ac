"""`make cases`: writes anew what the answered cases expect, after a questionnaire has changed.

For contributors who change what a question is worth or suggests, or add a questionnaire. What is
written comes from `reckoning`, by the rules on paper, so that the page still has to agree with it;
look at the difference before you commit it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from unit import reckoning
from unit.answered import ANSWERED, expected, pattern, read_case
from unit.cases import CASES

RULES = ("lowest", "second-highest", "highest")
"""The patterns that a form gets which has none."""

EXPECT = re.compile(r"^expect:.*", re.MULTILINE | re.DOTALL)


def rewritten() -> Iterator[tuple[Path, str]]:
    """Give each case that expects something else now, with its text."""
    for path in ANSWERED:
        case = read_case(path)
        found = expected(case.pattern)
        if found != case.expect:
            head, *_ = EXPECT.split(path.read_text(encoding="utf-8"))
            yield path, head + written({"expect": found})


def added() -> Iterator[tuple[Path, str]]:
    """Give cases for each form that has fewer than it needs, with their text."""
    have = Counter(
        (case.questionnaire, case.form) for case in (read_case(p).pattern for p in ANSWERED)
    )
    for file in sorted(reckoning.FOLDER.glob("[!_]*.yml")):
        for form in reckoning.read(file.stem).get("forms", {"": {}}):
            for rule in RULES if have[file.stem, form] < len(RULES) else ():
                name = "-".join(filter(None, (file.stem, form, "all", rule)))
                yield CASES / "answered" / f"{name}.yml", first_case(file.stem, form, rule)


def first_case(questionnaire: str, form: str, rule: str) -> str:
    """Give the text of a case that answers a form by a rule; the first one is answered by hand."""
    head: dict[str, Any] = {"questionnaire": questionnaire}
    head |= {"form": form} if form else {}
    head |= {"what": f"Nothing but the {rule} answer."}
    head |= {"by": "clicks"} if rule == RULES[0] else {}
    head |= {"all": rule, "expect": expected(pattern(questionnaire, form or None, rule))}
    return written(head)


def written(content: dict[str, Any]) -> str:
    """Give content as YAML, the innermost groups on one line."""
    return yaml.safe_dump(
        content, sort_keys=False, allow_unicode=True, width=100, default_flow_style=None
    )


def main() -> int:
    """Write what has changed, and say so."""
    changed = [*rewritten(), *added()]
    for path, text in changed:
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(CASES.parents[1])} is written anew")
    if not changed:
        print("Every answered case expects what its answers come to.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
