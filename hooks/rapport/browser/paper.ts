/** The foot of a printed page: the address at which the reader has it, wherever it is served. */

import { fill } from "./dom.ts";

/** Prints the address of the page in sight; called once. A file's address helps nobody else. */
export function printAddress(): void {
  addEventListener("beforeprint", () => {
    const { protocol, origin, pathname } = location;
    if (protocol !== "file:") fill(document, ".colophon .address", origin + pathname);
  });
}
