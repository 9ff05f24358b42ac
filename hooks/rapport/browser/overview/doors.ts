/** Two doors: which questionnaires fit how somebody usually meets customers. */

/** `fits` of a questionnaire, as its card names it in `data-fits`. */
export type Fits = "brief" | "lasting" | "both";

export type Door = "brief" | "lasting";

/** Whether a door leads to a questionnaire; without a door all are shown. */
export function fitting(fits: Fits, door: Door | undefined): boolean {
  return !door || fits === door || fits === "both";
}

/** Reads what was remembered, which may be anything. */
export function doorOf(words: string): Door | undefined {
  return words === "brief" || words === "lasting" ? words : undefined;
}

/** Puts those made for a door before those that fit any; otherwise the order stays. */
export function arranged<C extends { fits: Fits }>(cards: readonly C[], door?: Door): C[] {
  const place = ({ fits }: C) => door && fits === door ? 0 : 1;
  return [...cards].sort((a, b) => place(a) - place(b));
}
