/**
 * Keys of a single letter, which the theme takes for its own: somebody who types, or speaks to the
 * computer, would turn the page with them (WCAG 2.1.4). Our own keys belong to one question at a
 * time, and to the focus in it.
 */

/** Keeps single characters from the theme; called once, before the theme's script runs. */
export function keepLetters(): void {
  addEventListener("keydown", (event) => {
    // In the search, a letter typed on a found page goes on with the words that are looked for.
    const isSearch = (event.target as Element).closest?.("[data-md-component=search]");
    // What a browser fills in by itself comes without a key.
    if (event.key?.length === 1 && !isSearch) event.stopImmediatePropagation();
  });
}
