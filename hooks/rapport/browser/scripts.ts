/**
 * Scripts that are loaded when they are needed: plans, the table of contents, and what not every
 * visit uses. All are classic scripts beside this one, so that they work on `file://` too.
 */

import type { Contents } from "./contents.ts";
import type { Plan } from "./plan.ts";

const plans = new Map<string, Plan>();
/** What was asked for, by its address. What could not be had is asked for again. */
const loads = new Map<string, Promise<unknown>>();
const here = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;
let listed: Contents | undefined;

/** Takes a plan: what each `assets/plans/<id>.js` calls. */
export function plan(content: Plan): void {
  plans.set(content.id, content);
}

/** Takes the table of contents: what `assets/contents.js` calls. */
export function contents(content: Contents): void {
  listed = content;
}

/**
 * Gives the plan of an assessment. Rejects where its script cannot be had. Without a version the
 * page is a file of its own, which holds its plan.
 */
export async function loadPlan(id: string, version = ""): Promise<Plan> {
  // The version keeps a browser's cache from pairing an old plan with a new page.
  if (version) await load(`plans/${id}.js?${version}`);
  return plans.get(id)!;
}

/** Gives the table of contents. Rejects where its script cannot be had. */
export async function loadContents(version: string): Promise<Contents> {
  await load(`contents.js?${version}`);
  return listed!;
}

/** Gives the full address of a path from the site's root. */
export function siteAddress(path: string): string {
  return new URL(`../${path}`, here).href;
}

/**
 * Gives the scripts that the address asks for: `?asked`, `#asked` and `#asked=…` what stands under
 * `data-asked-script`.
 */
export function askedScripts({ dataset }: HTMLElement): string[] {
  const words = [location.search, location.hash].map((part) => /\w+/.exec(part)?.[0]);
  const names = words.flatMap((word) => dataset[`${word}Script`] ?? []);
  return [...new Set(names)];
}

/** Runs a script that stands beside this one, once. Rejects where it cannot be had. */
export function load(address: string): Promise<unknown> {
  const under = loads.get(address) ?? new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(address, here).href;
    script.onload = resolve;
    script.onerror = (error) => {
      loads.delete(address);
      reject(error);
    };
    document.head.append(script);
  });
  loads.set(address, under);
  return under;
}
