"""The page over all customers of a questionnaire, at `assessments/<id>/portfolio/`.

What stands on it is its frame: the stages or the parts, and what they mean. The browser fills in
the customers, whom it alone knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapport.addresses import VIEWS, Link, address, asset, form_path, portfolio_path
from rapport.forms import axis
from rapport.pages import Page
from rapport.planned import OptionPlan
from rapport.scripts import has_portfolio
from rapport.settings import Settings
from rapport.views import Pieces, is_scored


@dataclass(frozen=True)
class PortfolioView:
    """Everything that `portfolio.html` shows."""

    assessment: str
    form: str
    site: str
    version: str
    styles: str
    questionnaire: Link
    stages: Sequence[OptionPlan]
    parts: Sequence[str]
    axis: Sequence[str]
    banded: bool
    plan_missing: str


def portfolio_pages(forms: Sequence[Pieces], settings: Settings, version: str) -> Iterator[Page]:
    """Give the page of an assessment that is about customers. `version` is the plan's."""
    # Whoever answers about others has no customers here.
    own = next((form for form in forms if form.role != "answer"), None)
    if own is None or not has_portfolio(own.assessment):
        return
    say = own.words.page
    here = portfolio_path(own.assessment.id)
    there = form_path(own.assessment.id, own.form, forms[0].form)
    scored = {each["dimension"] for each in own.planned["questions"] if is_scored(each)}
    view = PortfolioView(
        assessment=own.assessment.id,
        form=own.form,
        site=settings.storage,
        version=version,
        styles=asset(here, VIEWS, settings.directory_urls),
        questionnaire=Link(own.planned["title"], address(here, there, settings.directory_urls)),
        stages=stages(own),
        parts=[each["title"] for each in own.plan["dimensions"] if each["id"] in scored],
        axis=axis(own.plan),
        # Nobody has answered a guess yet: it is told without a band.
        banded=own.role != "guess",
        plan_missing=own.words.script["plan_missing"],
    )
    yield Page(
        path=here,
        title=f"{say['portfolio_title']}: {view.questionnaire.title}",
        description=f"{view.questionnaire.title} · {say['portfolio_lead']}",
        search="",
        source=f"{view.assessment}.yml",
        template="portfolio.html",
        values={"view": view},
        words=own.words,
    )


def stages(own: Pieces) -> Sequence[OptionPlan]:
    """Give the stages from the earliest; none where a questionnaire tells no stage."""
    told = own.assessment.stage
    return next(
        (each["options"] for each in own.planned["questions"] if told and each["id"] == told.ours),
        [],
    )
