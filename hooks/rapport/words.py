"""The interface's own words, read from `locale/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Words:
    """The words of one language: `page` for templates, `script` for the browser.

    `scripts` has, by their names, the words of scripts that only some pages load. `language`
    (BCP 47) also says how dates and lists are written.
    """

    language: str
    page: dict[str, Any]
    script: dict[str, Any]
    scripts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def count(self, key: str, n: int, **values: str) -> str:
        """Give the words for `n` things: the map at `key` chosen by number, `{n}` filled in."""
        form = self.page[key]["one" if n == 1 else "other"]
        return str(form).format(n=n, **values)

    def spoken(self, names: Iterable[str]) -> dict[str, Any]:
        """Give the browser's words, and those of the scripts with these names."""
        spoken = dict(self.script)
        for name in sorted(names):
            spoken |= self.scripts.get(name, {})
        return spoken


def read_words(language: str = "en") -> Words:
    """Read the words of a language (BCP 47). Raises FileNotFoundError where there are none."""
    text = (LOCALE / f"{language}.yml").read_text(encoding="utf-8")
    # Faster where it is there; without it, `source` has to live to tell what is missing.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe
    return Words(content["formats"], content["page"], content["script"], content["scripts"])
