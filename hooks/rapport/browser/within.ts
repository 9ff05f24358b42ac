/**
 * Moves within a page: a link to a place on it, and Back from there. They stay with the browser,
 * since the theme's instant navigation would fetch the page and put it in place once more.
 */

function pageOf({ origin, pathname, search }: HTMLAnchorElement | Location): string {
  return origin + pathname + search;
}

/** Whether a link leads to another place on this page, which the browser can do by itself. */
function isWithin(link: HTMLAnchorElement): boolean {
  return link.hash !== "" && link.hash !== location.hash && pageOf(link) === pageOf(location);
}

/**
 * Keeps moves within a page from the theme; called once, before the theme's script runs: of two
 * that listen to the window, the first hears it first.
 */
export function stayWithin(): void {
  // The page that the reader is on, or that the theme is fetching.
  let here = pageOf(location);
  const noteHere = () => here = pageOf(location);
  let followed: HTMLAnchorElement | undefined;
  addEventListener("click", ({ target }) => {
    followed?.removeAttribute("target");
    const link = target instanceof Element && target.closest<HTMLAnchorElement>("a[href]");
    if (!link || link.target || !isWithin(link)) return;
    // The theme leaves links with a target alone, also where it comes back to the click after it has
    // learnt of the site's pages. The next click takes it off: a link in the header outlives the page.
    link.target = "_self";
    followed = link;
  }, true);
  // By now the theme has taken up the click, and the address is already that of the new page.
  addEventListener("click", noteHere);
  addEventListener("popstate", (event) => {
    if (pageOf(location) === here) event.stopImmediatePropagation();
    noteHere();
  });
  // Once the theme has taken over, it has told the browser not to go back to where one was.
  addEventListener("hashchange", () => {
    const state: { y?: number } | null = history.state;
    const isBack = state !== null || !location.hash;
    if (isBack && history.scrollRestoration === "manual") scrollTo(0, state?.y ?? 0);
  });
}
