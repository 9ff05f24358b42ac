"""A form for people outside as one file: to send by e-mail, or to put on any host.

It holds everything it needs: the style, the script, the plan. Whoever opens it sends nothing by it;
at its end stand a code and the way to paper.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from rapport.credits import credits_of
from rapport.forms import form_view
from rapport.pages import render
from rapport.plan import script
from rapport.settings import Settings
from rapport.views import Pieces

ASSETS = Path(__file__).parent / "theme" / "assets"
STYLE = "alone.css"
SCRIPTS = ("rapport.js", "result.js", "keeping.js", "handover.js")
"""What the file does, the page's own script first."""

BREAKING = re.compile("<(?=/?script|!--)", re.IGNORECASE)
"""What HTML reads as its own in the midst of a script."""

SOURCE_MAP = re.compile(r"\n?(?://# |/\*# )sourceMappingURL=.*$", re.MULTILINE)


def alone(pieces: Pieces, settings: Settings) -> bytes:
    """Give a form as one file."""
    # Nothing is beside a file: no plan of a version, no comparison to go back to.
    view = form_view(pieces, settings, version="")
    code = [inside(text) for text in (*map(part, SCRIPTS), script(pieces.plan))]
    text = render(
        "alone.html",
        pieces.words,
        form=replace(view, comparison=""),
        credits=credits_of(pieces, directory_urls=False),
        styles="",
        language=pieces.words.language,
        style=Markup(part(STYLE)),  # noqa: S704 - ours, and a test forbids what would end it
        code=code,
        policy=policy(code),
    )
    return text.encode()


def policy(code: Iterable[str]) -> str:
    """Give the content security policy of a file that runs this code and nothing else.

    So the browser itself sees to it that the file fetches nothing and sends nothing.
    """
    digests = (b64encode(sha256(each.encode()).digest()).decode() for each in code)
    scripts = " ".join(f"'sha256-{each}'" for each in digests)
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@lru_cache(maxsize=8)
def part(name: str) -> str:
    """Give the text of a published file, without the way to its source map."""
    return SOURCE_MAP.sub("", (ASSETS / name).read_text(encoding="utf-8"))


def inside(text: str) -> Markup:
    r"""Give a script so that nothing in it ends the element around it, or keeps it from ending.

    >>> print(inside('"</script><!--"'))
    "\x3C/script>\x3C!--"
    """
    # Safe: the scripts are ours, and in a string or a pattern, `\x3C` is the same as `<`.
    return Markup(BREAKING.sub(r"\\x3C", text))  # noqa: S704
