"""What a form's page credits: the documents it rests on, the principle behind each dimension."""

from __future__ import annotations

from typing import NamedTuple

from rapport.addresses import Link, address, form_path
from rapport.views import Pieces


class Credits(NamedTuple):
    """Links from a form's page into the library; those to principles by the dimension's id."""

    documents: list[Link]
    principles: dict[str, Link]


def credits_of(pieces: Pieces, directory_urls: bool) -> Credits:
    """Give what a form's page credits. Whoever answers about others is sent nowhere."""
    if pieces.role == "answer":
        return Credits([], {})
    assessment, shared = pieces.assessment, pieces.shared
    here = form_path(assessment.id, pieces.form, assessment.form_ids[0])
    documents = address(here, "documents", directory_urls)
    # One address a page is worked out, and all others are like it.
    principle = address(here, "principles/*", directory_urls)
    rests = (shared.sources[id_] for id_ in assessment.sources)
    behind = {each.id: shared.principles[each.principle] for each in assessment.dimensions}
    return Credits(
        [Link(each.title, f"{documents}#{each.id}") for each in rests],
        {id_: Link(each.title, principle.replace("*", each.id)) for id_, each in behind.items()},
    )
