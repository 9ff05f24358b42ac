/**
 * Scripts that are loaded when they are needed: plans, and what few readers use. All are classic
 * scripts beside this one, so that they work on `file://` too.
 */

import type { Plan } from "./plan.ts";

const plans = new Map<string, Plan>();
/** The version that was asked for last, by id: a page of a newer one needs the newer plan. */
const versions = new Map<string, string>();
const here = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

/** Takes a plan: what each `assets/plans/<id>.js` calls. */
export function plan(content: Plan): void {
  plans.set(content.id, content);
}

/** Gives the plan of an assessment. Rejects where its script cannot be had. */
export async function loadPlan(id: string, version: string): Promise<Plan> {
  // The version keeps a browser's cache from pairing an old plan with a new page.
  if (versions.get(id) !== version) await load(`plans/${id}.js?${version}`);
  versions.set(id, version);
  return plans.get(id)!;
}

/** Runs a script that stands beside this one. Rejects where it cannot be had. */
export function load(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(address, here).href;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
