"""`make lighthouse`: Lighthouse's scores, and how fast a page is beside one of the bare theme.

Lighthouse and all it needs are pinned in this folder, apart from the tests: it is large, and is
fetched from the npm registry by the first run only. Scores of performance depend on what else the
machine does, so that pages take turns, medians count, and no run fails for them.
"""

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from bench.measure import MKDOCS
from bench.projects import Project, make, name
from browser.built_site import StaticHost, served
from browser.chromium import find_or_install, launch_arguments

HERE = Path(__file__).parent
PAGES = ("", "assessments/serving-heart/", "assessments/", "notebook/", "principles/listen/")
FULL = ("accessibility", "best-practices", "seo")
FAST = "performance"
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml"}
LIGHTHOUSE = ("run", "--quiet", "--allow-all", "--config", str(HERE / "deno.json"), "lighthouse")


class Host(StaticHost):
    """Serves text compressed, as the hosts of real sites do."""

    def do_GET(self) -> None:  # noqa: N802 - the name is the standard library's
        """Answer a request; what is no text is answered as it is."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXT or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class FailedError(Exception):
    """Lighthouse or a build failed; the message is what it printed."""


def scores(address: str, *categories: str) -> dict[str, float]:
    """Return the scores of a page, from 0 to 100."""
    deno = str(Path(sys.executable).with_name("deno"))
    flags = " ".join(launch_arguments())
    options = [f"--only-categories={','.join(categories)}", f"--chrome-flags={flags}"]
    command = [deno, *LIGHTHOUSE, address, "--quiet", "--output=json", *options]
    environment = {**os.environ, "CHROME_PATH": str(find_or_install()), "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=HERE, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise FailedError(f"Lighthouse failed on {address}:\n{done.stderr.strip()}")
    found = json.loads(done.stdout)["categories"]
    return {each: 100 * found[each]["score"] for each in categories}


@contextmanager
def built(project: Project) -> Iterator[str]:
    """Build a project, serve it, and give its address."""
    command = [*MKDOCS, "build", "--quiet"]
    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True)
    if done.returncode:
        raise FailedError(f"{project.name}: {done.stdout}{done.stderr}")
    host = partial(Host, directory=str(project.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def check(folder: Path) -> bool:
    """Print the scores that have to be full, of pages of this repository's own site."""
    holds = True
    with served(folder) as site:
        for page in PAGES:
            found = scores(site.url + page, *FULL)
            figures = ", ".join(f"{each} {score:.0f}" for each, score in found.items())
            print(f"{page or 'home':<32} {figures}", flush=True)
            holds = holds and all(score == 100 for score in found.values())
    return holds


def compare(folder: Path, runs: int) -> None:
    """Print how fast a questionnaire is beside the same text in the bare theme."""
    ours, plain = make(folder, 2)
    page = f"assessments/{name(0)}/"
    with built(ours) as our_site, built(plain) as plain_site:
        found: dict[str, list[float]] = {our_site: [], plain_site: []}
        for _ in range(runs):
            for site, took in found.items():
                took.append(scores(site + page, FAST)[FAST])
    one, other = (statistics.median(took) for took in found.values())
    verdict = "holds" if one >= other else "BELOW"
    print(
        f"Performance of a questionnaire {one:.0f}, of the bare theme's page {other:.0f} {verdict}"
    )


def main() -> int:
    """Measure; return 1 when a score that has to be full is not."""
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs that the medians are of")
    runs = parser.parse_args().runs
    try:
        with tempfile.TemporaryDirectory() as folder:
            holds = check(Path(folder) / "site")
            compare(Path(folder) / "compared", runs)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
