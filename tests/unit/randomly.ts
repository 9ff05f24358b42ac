/** Random numbers that are the same each time, fast enough for a million. */

/** A function that gives whole numbers from 0 to below `limit` (Mulberry32). */
export function randomly(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return Math.floor(((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32 * limit);
  };
}
