/** An empty sheet beside the one in hand, which is kept. */

import type { Desk } from "./desk.ts";
import { concern, newSheet } from "./sheet.ts";

/** Puts an empty sheet in hand, about the same customer: the sheet begun last is the one in hand. */
export async function beginAnew(desk: Desk): Promise<void> {
  const { page: { plan, form, store }, sheet } = desk;
  // Whatever the clock says.
  const now = new Date(Math.max(Date.now(), Date.parse(sheet!.started) + 1000));
  const fresh = concern(newSheet(plan, form, now), sheet!.subject, now);
  await store.change(fresh.id, () => fresh);
  await desk.about(desk.subject);
}
