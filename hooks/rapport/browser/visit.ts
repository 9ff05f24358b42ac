/**
 * Sheets kept for this visit only: in `sessionStorage`, which ends with the tab.
 *
 * For people who share a computer. Where the browser refuses, they stay in the page's memory.
 */

import { joined } from "./copy.ts";
import { readSheet } from "./reading.ts";
import type { Sheet } from "./sheet.ts";

/** The sheets of this visit; call `save` after changing anything. */
export class Visit {
  /** Whether new sheets belong to the visit. */
  isOn = false;
  /** Whether the last `save` reached the browser. */
  isKept = true;
  readonly sheets = new Map<string, Sheet>();
  readonly #name: string;

  /** Takes up what this tab has kept under the name, if anything. Never throws. */
  constructor(name: string) {
    this.#name = name;
    try {
      const kept = JSON.parse(sessionStorage.getItem(name) ?? "null");
      this.isOn = kept?.isOn === true;
      for (const value of kept?.sheets ?? []) {
        const sheet = readSheet(value);
        if (!("damaged" in sheet)) this.sheets.set(sheet.id, sheet);
      }
    } catch {
      // Blocked, or not ours: the visit begins empty.
    }
  }

  /**
   * From now on new sheets belong to the visit, and these do. False where the browser has no room
   * for them: then the visit is as it was, and they are safer where they are.
   */
  begin(sheets: Sheet[]): boolean {
    const [wasOn, before] = [this.isOn, [...this.sheets]];
    this.isOn = true;
    sheets.forEach((sheet) => this.sheets.set(sheet.id, joined(this.sheets.get(sheet.id), sheet)));
    this.save();
    if (this.isKept || sheets.length === 0) return true;
    this.isOn = wasOn;
    this.sheets.clear();
    before.forEach(([id, sheet]) => this.sheets.set(id, sheet));
    this.save();
    return false;
  }

  /** Writes the visit, or its absence. Never throws. */
  save(): void {
    try {
      if (this.isOn || this.sheets.size > 0) {
        const kept = { isOn: this.isOn, sheets: [...this.sheets.values()] };
        sessionStorage.setItem(this.#name, JSON.stringify(kept));
      } else {
        sessionStorage.removeItem(this.#name);
      }
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
  }
}
