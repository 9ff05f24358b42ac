/** Draws customers at the stages where they stand, and says what there is to say of the mix. */

import { fill, find, make, show } from "../dom.ts";
import { own } from "../sheet.ts";
import { type Customer, type Placed, type Stages, stages } from "./overview.ts";
import type { Glance } from "./portfolio.ts";

/** Shows the stages with their customers, the notes and the table; gives the headline. */
export function showPlaces(glance: Glance, all: Customer[]): string {
  const { root, plan, form, say } = glance.page;
  const found = stages(plan, form, all);
  for (const { option, customers } of found.stages) {
    const place = find(root, `[data-stage="${option.value}"]`)!;
    fill(place, "[data-count]", wordCount(glance, customers));
    find(place, "ul")!.replaceChildren(...customers.map((each) => mark(glance, found, each)));
  }
  const unknown = find(root, "[data-unknown]")!;
  show(unknown, found.unknown.length > 0);
  find(unknown, "ul")!.replaceChildren(...found.unknown.map((each) => mark(glance, found, each)));
  find(root, "[data-notes]")!.replaceChildren(
    ...wordNotes(glance, found).map((note) => make("li", {}, note)),
  );
  const placed = [...found.stages.flatMap(({ customers }) => customers), ...found.unknown];
  const rows = all.map((customer) => {
    const { ours, theirs, isAtRisk } = placed.find(({ sheet }) => sheet === customer.sheet)!;
    return glance.row(customer, [
      stageName(glance, found, ours),
      stageName(glance, found, theirs),
      riskSaid(glance, customer, isAtRisk),
    ]);
  });
  find(root, ".customers tbody")!.replaceChildren(...rows);
  const n = all.length;
  return say("portfolio_headline", { n }) +
    (found.atRisk ? ` ${say("portfolio_at_risk", { n: found.atRisk })}` : "");
}

/** The risk in the words that were chosen: "hard to say" is no "no". */
function riskSaid({ page }: Glance, { sheet }: Customer, isAtRisk?: boolean): string {
  const [id] = page.plan.stage!.risk[0]?.split(".") ?? [];
  const question = page.form.questions.find((each) => each.id === id);
  const said = isAtRisk === undefined ? undefined : own(sheet.answers, id ?? "");
  const option = question?.options.find(({ value }) => value === said);
  return option?.label ?? page.say("portfolio_unsaid");
}

function stageName({ page }: Glance, { stages }: Stages, place: number | undefined): string {
  return place === undefined ? page.say("portfolio_unsaid") : stages[place]!.option.label;
}

function wordCount({ page }: Glance, customers: Placed[]): string {
  const n = customers.length;
  if (n === 0) return page.say("portfolio_nobody");
  const risks = customers.filter(({ isAtRisk }) => isAtRisk).length;
  const words = page.say("portfolio_count", { n });
  return risks ? `${words} · ${page.say("portfolio_count_risk", { n: risks })}` : words;
}

/** A customer's mark: its shape and a word tell who is at risk, small print what else was said. */
function mark(glance: Glance, found: Stages, placed: Placed): HTMLElement {
  const { say } = glance.page;
  const { ours, theirs, working, isAtRisk } = placed;
  const more: (Node | string)[] = [];
  if (isAtRisk) more.push(" ", make("strong", {}, say("portfolio_risk_word")));
  const later = Math.max(ours ?? 0, theirs ?? 0);
  if (ours !== undefined && theirs !== undefined && later !== working) {
    const key = ours === later ? "portfolio_you_say" : "portfolio_they_say";
    more.push(" ", make("small", {}, say(key, { stage: stageName(glance, found, later) })));
  }
  const item = make("li", {}, glance.link(placed), ...more);
  item.toggleAttribute("data-at-risk", isAtRisk === true);
  return item;
}

/** Those at risk come first: whoever has little time has it for them. */
function wordNotes({ page: { say } }: Glance, { atRisk, differing, mix }: Stages): string[] {
  return [
    ...atRisk ? [say("portfolio_risk_first", { n: atRisk })] : [],
    ...mix.map((each) =>
      typeof each === "string"
        ? say(each === "no-early" ? "portfolio_no_early" : "portfolio_no_late")
        : say("portfolio_all_in_one", { stage: each.all.label })
    ),
    ...differing ? [say("portfolio_differing", { n: differing })] : [],
  ];
}
