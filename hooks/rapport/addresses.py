"""Where pages and files stand in the site, and the relative links between them."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

VIEWS = "assets/views.css"
"""The style of every page without questions; those with questions have a budget to keep."""

CUSTOMERS = "assets/customers.css"
"""The style of the choice of a customer, on the pages that ask for one."""

NOTEBOOK = "notebook"
"""The path of the reader's notebook."""


class Link(NamedTuple):
    """A link from one page to another."""

    title: str
    href: str


def form_path(assessment: str, form: str, first: str) -> str:
    """Give a form's path in the sources, without `.md`; the first form has the assessment's."""
    return f"assessments/{assessment}" + ("" if form == first else f"/{form}")


def gap_path(assessment: str) -> str:
    """Give the path of the page on which a guess and the answers of others meet."""
    return f"assessments/{assessment}/gap"


def portfolio_path(assessment: str) -> str:
    """Give the path of the page over all customers."""
    return f"assessments/{assessment}/portfolio"


def alone_path(assessment: str, form: str) -> str:
    """Give the place of a form's file in the site."""
    return f"assets/forms/{assessment}-{form}.html"


def address(here: str, there: str, directory_urls: bool) -> str:
    """Give the relative link between two page paths, as MkDocs will write them.

    >>> address("assessments/marriage", "assessments/marriage/customer", True)
    'customer/'
    >>> address("assessments/marriage", "assessments/marriage/customer", False)
    'marriage/customer.html'
    """
    if not directory_urls:
        return posixpath.relpath(f"/{there}.html", posixpath.dirname(f"/{here}"))
    start, goal = (f"/{path}".removesuffix("/index") or "/" for path in (here, there))
    return f"{posixpath.relpath(goal, start)}/"


def upwards(here: str, directory_urls: bool) -> str:
    """Give the way from a page to the site's root: "", "../", "../../" and so on.

    >>> upwards("assessments/marriage", True), upwards("assessments/index", True)
    ('../../', '../')
    """
    is_folder = directory_urls and posixpath.basename(here) != "index"
    return "../" * (here.count("/") + is_folder)


def asset(here: str, file: str, directory_urls: bool) -> str:
    """Give the link from a page to a file of the site, such as `VIEWS`."""
    return f"{upwards(here, directory_urls)}{file}"
