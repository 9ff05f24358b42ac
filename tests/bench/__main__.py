"""`make bench`: the figures that have a budget, with the budget beside each.

Prints, and never fails on a figure: timings depend on the machine and on what else it does.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import measure
from bench.measure import Pair
from bench.projects import Project, make, name

KIBIBYTE = 1024
BUILD_BUDGET = 0.65
REBUILD_BUDGET = 0.65
MEMORY_BUDGET = 1.2
PAGE_BUDGET = 15 * KIBIBYTE
LARGE = 1000


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


def bench_page(ours: Project) -> None:
    """Measure what a questionnaire's page loads besides the theme."""
    sizes = measure.loaded(ours.site, f"assessments/{name(0)}/index.html")
    shared = {file: size for file, size in sizes.items() if not file.startswith("assets/plans/")}
    figure = ", ".join(f"{Path(file).name} {size:,}" for file, size in shared.items())
    total = sum(shared.values())
    what = "Script and style of a page, gzip"
    line(what, f"{total:,} bytes ({figure})", "<= 15,360", bool(shared) and total <= PAGE_BUDGET)
    plan = ours.site / "assets" / "plans" / f"{name(0)}.js"
    line("  its plan besides, gzip", f"{measure.gzipped(plan):,} bytes")


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
            bench_page(ours)
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
