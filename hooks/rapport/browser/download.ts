/** Hands the reader a file. */

/** Saves content as a readable JSON file, where the reader's browser puts its downloads. */
export function download(name: string, content: unknown): void {
  const file = new Blob([JSON.stringify(content, null, 2) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser takes the file up after this turn; without a wait some save nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
