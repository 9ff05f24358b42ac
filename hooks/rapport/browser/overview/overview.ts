/**
 * The cards of all questionnaires: two doors to those that fit, what the reader has answered, and
 * one line about what they chose to try. Without this script all cards stand there, as links.
 */

import { open } from "../commitments/asking.ts";
import { dayOf } from "../commitments/days.ts";
import { sentence } from "../commitments/sentence.ts";
import type { Entry } from "../contents.ts";
import { all, fill, find, show } from "../dom.ts";
import type { Overview } from "../page.ts";
import { recall, remember } from "../preferences.ts";
import type { Sheet } from "../sheet.ts";
import { progress, standing } from "../standing.ts";
import { day } from "../words.ts";
import { arranged, type Door, doorOf, type Fits, fitting } from "./doors.ts";
import { reached } from "./progress.ts";

/** The preference that remembers a door. */
const FITS = "fits";

Rapport.overview.overview = async (overview: Overview) => {
  openDoors(overview);
  const { store, signal } = overview;
  const draw = async () => {
    const sheets = await store.all();
    ask(overview, sheets);
    await showAnswered(overview, sheets);
  };
  signal.addEventListener("abort", store.onChange(() => void draw()));
  await draw();
};

function openDoors({ root, say, signal }: Overview): void {
  const { site } = find(root, "[data-site]")!.dataset;
  const doors = all<HTMLInputElement>(root, "[data-doors] input");
  const cards = all(root, "[data-card]").map((element) => ({
    element,
    fits: element.dataset.fits as Fits,
  }));
  const enter = (door?: Door) => {
    doors.forEach((input) => input.checked = input.value === door);
    const fit = cards.filter(({ fits }) => fitting(fits, door));
    for (const { element } of arranged(cards, door)) element.parentElement!.append(element);
    for (const card of cards) card.element.hidden = !fit.includes(card);
    show(find(root, "[data-fitting]"), door !== undefined);
    fill(
      root,
      "[data-fitting-words]",
      say("overview_fitting", { n: fit.length, of: cards.length }),
    );
  };
  const choose = (door?: Door) => {
    remember(site!, FITS, door ?? "");
    enter(door);
  };
  enter(doorOf(recall(site!, FITS)));
  doors.forEach((input) =>
    input.addEventListener("change", () => choose(doorOf(input.value)), { signal })
  );
  find(root, "[data-every-card]")!.addEventListener("click", () => {
    choose();
    doors[0]!.focus(); // The button that had the focus is gone.
  }, { signal });
}

/** What is due of the things that the reader chose to try: the first, and the way to all of them. */
function ask({ root, say }: Overview, sheets: Sheet[]): void {
  const [due] = open(sheets, dayOf(new Date()));
  const line = find(root, "[data-trying]");
  show(line, due !== undefined);
  if (due) {
    fill(line!, "span", say("overview_trying", { text: sentence(due.commitment, say) }));
  }
}

async function showAnswered(overview: Overview, sheets: Sheet[]): Promise<void> {
  const { root, contents, signal } = overview;
  const said = await Promise.all(
    contents.questionnaires.map(async (entry) => [entry.id, await words(overview, entry, sheets)]),
  );
  if (signal.aborted) return;
  const mine = new Map(said as [string, string][]);
  for (const card of all(root, "[data-card]")) {
    const text = mine.get(card.dataset.card!) ?? "";
    fill(card, "[data-mine]", text);
    show(find(card, "[data-mine]"), text !== "");
  }
}

/** What a card says of the reader's answers; "" where there are none. */
async function words(overview: Overview, entry: Entry, sheets: Sheet[]): Promise<string> {
  const { say, language } = overview;
  const found = reached(entry, sheets);
  if (!found) return "";
  if (found.state === "customers") return say("overview_customers", { n: found.count });
  if (found.state === "result") {
    return say("overview_result", { date: day(found.finished, language) });
  }
  try {
    const plan = await Rapport.loadPlan(entry.id, entry.version);
    const form = plan.forms.find(({ id }) => id === found.form.id)!;
    const { done, of } = progress(form, standing(found.sheet, form));
    return say("progress", { done, n: of });
  } catch {
    // The questions cannot be had just now; that something was begun is known without them.
    return say("overview_begun", { date: day(found.sheet.started, language) });
  }
}
