/** Hands out a copy: everything that this browser keeps of the site, as one file. */

import { makeCopy } from "../copy.ts";
import { download } from "../download.ts";
import type { Place } from "../page.ts";
import type { Sheet } from "../sheet.ts";

/** Saves all sheets and whatever could not be read; `beside` are sheets that are nowhere kept. */
export async function saveCopy({ store }: Place, beside: readonly Sheet[] = []): Promise<void> {
  const sheets = [...await store.all(), ...beside];
  const copy = makeCopy(sheets, await store.aside(true), store.site, new Date());
  download(`${store.site}-${copy.saved.slice(0, 10)}.json`, copy);
  store.persist();
}

/** Saves what was damaged, by itself. */
export async function saveDamaged({ store }: Place): Promise<void> {
  const copy = makeCopy([], await store.aside(true), store.site, new Date());
  download(`${store.site}-damaged-${copy.saved.slice(0, 10)}.json`, copy);
}
