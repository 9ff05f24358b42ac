"""`make bench`: the figures that have a budget, with the budget beside each.

Prints, and never fails on a figure: timings depend on the machine and on what else it does.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import measure
from bench.measure import Pair
from bench.projects import Project, make

BUILD_BUDGET = 0.65
REBUILD_BUDGET = 0.65
MEMORY_BUDGET = 1.2
LARGE = 1000
# What every page of ours loads, and one of each kind of page that holds nobody's answers.
MAIN = ("rapport.js", "rapport.css")
OTHERS = ("", "assessments/", "principles/", "principles/listen/", "documents/")


def line(what: str, figure: str, budget: str = "", holds: bool | None = None) -> None:
    """Print one figure, its budget, and whether it holds."""
    verdict = {None: "", True: "holds", False: "EXCEEDED"}[holds]
    print(f"{what:<44} {figure:<34} {budget:<10} {verdict}".rstrip(), flush=True)


def ratio(what: str, pair: Pair, unit: str, budget: float | None) -> None:
    """Print a pair as a ratio."""
    figure = f"{pair.ratio:.2f}x  ({pair.ours:.2f} against {pair.plain:.2f} {unit})"
    if budget is None:
        line(what, figure)
    else:
        line(what, figure, f"<= {budget:.2f}x", pair.ratio <= budget)


def bench_size(folder: Path, count: int, runs: int) -> tuple[Project, Project, float]:
    """Measure whole builds of one size; return the projects and our processor seconds a page."""
    ours, plain = make(folder / str(count), count)
    took = measure.builds(ours, plain, runs)
    what = f"{count} questionnaires x 20 questions"
    ratio(f"Build, {what}", took["seconds"], "s", None if count < 200 else BUILD_BUDGET)
    # Beside the clock, because a busy machine changes it less.
    ratio(f"  processor time, {count}", took["processor"], "s", None)
    ratio(
        f"  peak memory, {count}",
        took["mebibytes"],
        "MiB",
        None if count < LARGE else MEMORY_BUDGET,
    )
    return ours, plain, took["processor"].ours / count


def bench_pages(site: Path) -> None:
    """Measure what the pages of this repository's own site load besides the theme and a plan."""
    main = [f"{file} {measure.gzipped(site / 'assets' / file):,}" for file in MAIN]
    line("Script and style of a page, gzip", f"in bytes, with {' and '.join(main)}")
    for page in measure.questionnaires(site):
        size = sum(measure.loaded(site, page).values())
        later = sum(measure.loaded_with_result(site, page).values())
        figure = f"{size:,}" + (f", {later:,} more with a result" if later else "")
        line(f"  {page}", figure, f"<= {measure.PAGE_BUDGET:,}", size <= measure.PAGE_BUDGET)
    for page in (*measure.overviews(site), *OTHERS):
        line(f"  {page or 'home'}", f"{sum(measure.loaded(site, page).values()):,}")
    plans = (site / "assets" / "plans").glob("*.js")
    size, largest = max((measure.gzipped(plan), plan.stem) for plan in plans)
    line("  the largest plan besides, gzip", f"{size:,} bytes ({largest})")


def bench_beside(site: Path) -> None:
    """Measure the scripts that only some pages load, and the styles of those pages."""
    for file, size in measure.beside(site).items():
        line(
            f"  {file}, gzip",
            f"{size:,} bytes",
            f"<= {measure.BESIDE_BUDGET:,}",
            size <= measure.BESIDE_BUDGET,
        )


def main() -> int:
    """Run the benchmark; return 1 only when a project does not build."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[50, 200], metavar="N")
    parser.add_argument("--large", action="store_true", help=f"measure {LARGE} as well: minutes")
    parser.add_argument("--runs", type=int, default=5, help="runs that the medians are of")
    chosen = parser.parse_args()
    sizes = [*chosen.sizes, LARGE] if chosen.large else chosen.sizes
    print(f"Against the same text as plain Markdown; medians of {chosen.runs} runs in turns.\n")
    try:
        with tempfile.TemporaryDirectory() as folder:
            measured = {n: bench_size(Path(folder), n, chosen.runs) for n in sizes}
            ours, plain, _ = measured[200 if 200 in measured else sizes[0]]
            rebuilt = measure.rebuilds(ours, plain, chosen.runs)
            ratio("One edit in mkdocs serve, to rebuilt", rebuilt, "s", REBUILD_BUDGET)
            site = measure.own_site(Path(folder) / "own")
            bench_pages(site)
            bench_beside(site)
            if len(sizes) > 1:
                growth = measured[sizes[-1]][2] / measured[sizes[-2]][2]
                what = f"Processor time a page at {sizes[-1]} against {sizes[-2]}"
                line(what, f"{growth:.2f}x  (1.00 is linear)")
    except measure.BuildFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
