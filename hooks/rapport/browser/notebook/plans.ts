/** The questions of today behind a book of the notebook. */

import type { Form, Plan } from "../plan.ts";
import type { Book } from "./threads.ts";

/** Gives the plan of a book's questionnaire and the form; nothing where either has gone. */
export async function planOf({ entry, form: id }: Book): Promise<{ plan?: Plan; form?: Form }> {
  if (!entry) return {};
  const plan = await Rapport.loadPlan(entry.id, entry.version);
  const form = plan.forms.find((each) => each.id === id);
  return form ? { plan, form } : {};
}
