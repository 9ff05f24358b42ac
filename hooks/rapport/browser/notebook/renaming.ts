/** Gives a customer another name, in every questionnaire of this browser. */

import { current, sameSubject } from "../collection.ts";
import { confirm } from "../confirm.ts";
import { make } from "../dom.ts";
import { concern, type Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";
import { about, type Thread, threadKey } from "./threads.ts";

/** The longest name that the page of a questionnaire takes. */
const LONGEST = 200;

/** Asks for the name in the place of the button. */
export function askForName(notebook: Notebook, button: HTMLElement, thread: Thread): void {
  const { say } = notebook.overview;
  const input = make("input", {
    type: "text",
    maxlength: LONGEST,
    value: thread.subject,
    autocomplete: "off",
  }) as HTMLInputElement;
  const cancel = make("button", { type: "button", class: "link" }, say("notebook_cancel"));
  const form = make(
    "form",
    { class: "rename" },
    make("label", {}, make("span", {}, say("notebook_new_name")), " ", input),
    make("button", { class: "button" }, say("notebook_take")),
    cancel,
  );
  const close = () => {
    form.replaceWith(button);
    button.focus();
  };
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!name) input.focus();
    else if (name === thread.subject) close();
    else void rename(notebook, thread, name);
  });
  button.replaceWith(form);
  input.select();
}

/** What is renamed together: the customer everywhere, or the answers that named nobody here. */
function meant(sheets: readonly Sheet[], { subject, sheets: own }: Thread): Sheet[] {
  const ids = new Set(own.map(({ id }) => id));
  return subject ? about(sheets, subject) : sheets.filter(({ id }) => ids.has(id));
}

/** Takes the name. Where somebody is called so already, their answers are put together. */
async function rename(notebook: Notebook, thread: Thread, wanted: string): Promise<void> {
  const { overview } = notebook;
  const { store, say } = overview;
  const sheets = await store.all();
  const namesakes = sameSubject(wanted, thread.subject) ? [] : about(sheets, wanted);
  // A name that is here already keeps the capitals that it has.
  const name = current(namesakes)?.subject ?? wanted;
  const asking = { ...overview, say: withName(say, name) };
  if (namesakes.length > 0 && !await confirm(asking, "join", namesakes.length)) return;
  for (const { id } of meant(sheets, thread)) {
    await store.change(id, (stored) => stored && concern(stored, name, new Date()));
  }
  await notebook.reload();
  const { assessment, form = "" } = thread.sheets[0]!;
  notebook.announce(
    say("notebook_renamed", { name }),
    notebook.lineOf(threadKey(assessment, form, name)),
  );
}

/** Words that know a name besides. */
export function withName(say: Notebook["overview"]["say"], name: string): typeof say {
  return (key, values) => say(key, { ...values, name });
}
