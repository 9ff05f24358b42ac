/** Copies what stands in a place of the page. */

/**
 * Copies the text of an element, or what is in a field. False where the browser copies nothing, as
 * without https: then it is selected and in sight, one key away from the clipboard.
 */
export async function copyFrom(place: HTMLElement): Promise<boolean> {
  const field = place instanceof HTMLInputElement ? place : undefined;
  try {
    await navigator.clipboard.writeText(field?.value ?? place.textContent!);
    return true;
  } catch {
    field?.focus();
    if (field) field.select();
    else getSelection()?.selectAllChildren(place);
    place.scrollIntoView({ block: "center" });
    return false;
  }
}
