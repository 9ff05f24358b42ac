/**
 * Small settings of the page, such as "one question at a time", kept in this browser.
 *
 * They say nothing about answers. Where the browser refuses, they last as long as the page.
 */

/** What could not be written, for as long as the page lives. */
const unwritten = new Map<string, string>();

/** Begins the key of every preference of a site. No site's name has a colon: none begins another's. */
export function prefix(site: string): string {
  return `rapport-${site}:`;
}

/** Gives a preference, or "" where there is none. Never throws. */
export function recall(site: string, name: string): string {
  const key = prefix(site) + name;
  try {
    return localStorage.getItem(key) ?? unwritten.get(key) ?? "";
  } catch {
    return unwritten.get(key) ?? "";
  }
}

/** Keeps a preference; "" removes it. Never throws. */
export function remember(site: string, name: string, value: string): void {
  const key = prefix(site) + name;
  unwritten.delete(key);
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    unwritten.set(key, value);
  }
}

/** Removes every preference of a site, and what it remembers of this visit. Never throws. */
export function forget(site: string): void {
  unwritten.clear();
  remove(() => localStorage, site);
  forgetVisit(site);
}

/** Removes what a site remembers of this visit, such as the customer in mind. Never throws. */
export function forgetVisit(site: string): void {
  remove(() => sessionStorage, site);
}

function remove(storageOf: () => Storage, site: string): void {
  try {
    const storage = storageOf();
    const keys = Object.keys(storage).filter((key) => key.startsWith(prefix(site)));
    keys.forEach((key) => storage.removeItem(key));
  } catch {
    // Blocked: there is nothing to remove.
  }
}
