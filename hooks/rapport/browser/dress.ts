/** The style that a script needs which is loaded on demand: it stands beside the script. */

import { find, make } from "./dom.ts";

const here = (document.currentScript as HTMLScriptElement).src;

/**
 * Links a style in a page's root, once, and waits until it is there. Without it the page works on.
 * It goes with the root when the reader leaves.
 */
export function dress(root: HTMLElement, name: string): Promise<unknown> {
  const href = new URL(name, here).href;
  if (find(root, `link[href="${href}"]`)) return Promise.resolve();
  const link = make("link", { rel: "stylesheet", href });
  root.prepend(link);
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
}
