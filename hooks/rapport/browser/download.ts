/** Hands the reader a file. */

/** Saves content as a readable JSON file, where the reader's browser puts its downloads. */
export function download(name: string, content: unknown): void {
  downloadText(name, JSON.stringify(content, null, 2) + "\n", "application/json");
}

/** Saves a text as a file of a type. */
export function downloadText(name: string, text: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser takes the file up after this turn; without a wait some save nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
