"""What the browser tests share: the site in its variants, and pages that tolerate nothing.

A page of these tests makes no request to another host and says nothing on the console; a test
that breaks this on purpose is marked `@pytest.mark.noisy("why")`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, expect

from browser import built_site
from browser.chromium import find_or_install, launch_arguments
from browser.comparing import CUSTOMER, Sheet, answered
from browser.guard import Guard

Watch = Callable[[BrowserContext], BrowserContext]
# Milliseconds: ample on a busy machine, and a failing test still ends soon.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the browser that this machine has; without one the tests fail, they don't skip."""
    return {
        **browser_type_launch_args,
        "executable_path": str(find_or_install()),
        "args": launch_arguments(),
    }


@pytest.fixture(scope="session")
def served_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[built_site.Served]:
    """Build and serve the real site, once."""
    with built_site.served(tmp_path_factory.mktemp("site")) as served:
        yield served


@pytest.fixture(scope="session")
def site(served_site: built_site.Served) -> str:
    """Return the address of the real site, with a slash at its end."""
    return served_site.url


@pytest.fixture(scope="session")
def site_dir(served_site: built_site.Served) -> Path:
    """Return the folder of the real site."""
    return served_site.folder


@pytest.fixture(scope="session")
def instant_off_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the same site where every link is a full load."""
    settings = built_site.without_instant_navigation()
    with built_site.served(tmp_path_factory.mktemp("instant-off"), **settings) as served:
        yield served.url


@pytest.fixture(scope="session")
def offline_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the ZIP file of the same site, made as `make offline` makes it."""
    return built_site.offline(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def file_site(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site to be opened as files, unpacked where somebody may do so."""
    folder = tmp_path_factory.mktemp("files") / "Büro Müller 1"
    with ZipFile(offline_zip) as packed:
        packed.extractall(folder)
    return folder / offline_zip.stem


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small site of what our two questionnaires do not have."""
    project = tmp_path_factory.mktemp("samples")
    settings = built_site.other_project(project, sorted(SAMPLES.glob("*.yml")))
    settings["edit_uri_template"] = "https://example.org/edit/main/docs/{path}"
    with built_site.served(project / "site", project, **settings) as served:
        yield served.url


@pytest.fixture
def guard(request: pytest.FixtureRequest) -> Iterator[Guard]:
    """Return what watches the pages of a test; what they did wrong fails the test at its end."""
    guard = Guard()
    yield guard
    complaints = guard.complaints()
    if not request.node.get_closest_marker("noisy"):
        assert complaints == []


@pytest.fixture
def watch(guard: Guard) -> Watch:
    """Return a function that watches every page of a context, and returns the context.

    The contexts of `page`, `context` and `new_context` are watched as they are; this is for those
    that a test makes itself, with a profile on disk for instance.
    """
    return guard.watch


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext], watch: Watch) -> Any:
    """Return the plugin's function that makes a context, with every context watched."""

    def watched(**options: Any) -> BrowserContext:
        context = watch(new_context(**options))
        context.set_default_timeout(PATIENCE)
        return context

    return watched


@pytest.fixture
def customer(new_context: Callable[[], BrowserContext], site: str) -> tuple[Sheet, str]:
    """Return a customer's sheet and code: "Mainly disagree" throughout, with words of their own."""
    page = new_context().new_page()
    return answered(page, site + CUSTOMER, 2, equals=None, in_their_words="Kind, and slow.")
