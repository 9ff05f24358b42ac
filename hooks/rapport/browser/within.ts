/**
 * Moves within a page: a link to a place on it, and Back from there. They stay with the browser,
 * since the theme's instant navigation would fetch the page and put it in place once more.
 */

function pageOf({ origin, pathname }: HTMLAnchorElement | Location): string {
  return origin + pathname;
}

/**
 * Keeps moves within a page from the theme; called once, before the theme's script runs: of two
 * that listen to the window, the first hears it first.
 */
export function stayWithin(): void {
  // The page that the reader is on, or that the theme is fetching.
  let here = pageOf(location);
  const arrive = () => here = pageOf(location);
  addEventListener("click", ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>("a[href]");
    // The theme leaves links with a target alone.
    if (link && !link.target && pageOf(link) === here) link.target = "_self";
  }, true);
  // By now the theme has taken up the click, and the address is already that of the new page.
  addEventListener("click", arrive);
  addEventListener("popstate", (event) => {
    if (pageOf(location) === here) event.stopImmediatePropagation();
    arrive();
  });
  // Once the theme has taken over, it has told the browser not to go back to where one was.
  addEventListener("hashchange", () => {
    const { state } = history as { state: { y?: number } | null };
    if (history.scrollRestoration === "manual" && state?.y) scrollTo(0, state.y);
  });
}
