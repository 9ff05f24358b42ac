/** Which damaged records a questionnaire's page speaks of, hands out and clears. */

import type { Aside } from "./database.ts";
import type { Page } from "./page.ts";

/** Gives what was set aside, but for records that clearly belong to another questionnaire. */
export async function damaged({ plan, store }: Page): Promise<Aside[]> {
  return (await store.aside()).filter(({ record }) => {
    const { assessment } = (record ?? {}) as { assessment?: unknown };
    return typeof assessment !== "string" || assessment === plan.id;
  });
}
