/** What looking into a file has told, in words. Values out of the file are set as text, and short. */
import { isSealed, needsDecision } from "../../../evidence/attachment.ts";
import { type Finding, FINDING_KINDS } from "../../../evidence/findings.ts";
import { type Group, TYPES } from "../../../evidence/types.ts";
import type { Say } from "../../../words/speech.ts";
import type { App } from "../app.ts";
import { type Child, bold, element, icon, typed } from "../element.ts";
import type { FileWords } from "../words.ts";
import type { ChosenFile } from "../files/chosen.ts";
import type { Look } from "../files/worker-messages.ts";

const INSIDE: Readonly<Partial<Record<Group, "document" | "picture" | "recording">>> = {
  document: "document",
  image: "picture",
  video: "recording",
  audio: "recording",
};

const MOST_VALUES = 2;
const LONGEST_VALUE_CHARACTERS = 40;
/** Names of a format's parts and lengths: nothing that a person knows. */
const WITHOUT_VALUES: ReadonlySet<string> = new Set(["other", "trailing-data", "edit-history"]);

/** Lines for a file that goes, or could. */
export function outcomeLines({ say }: App, text: FileWords, look: Look, choice: ChosenFile["choice"]): HTMLElement[] {
  const { outcome } = text;
  const removed = look.findings.filter(({ isRemoved }) => isRemoved);
  const kept = look.findings.filter(({ isRemoved }) => !isRemoved);
  const notes = warningLines(text, look);
  if (choice !== undefined) {
    return [
      line("info", bold(outcome[choice === "anyway" ? "anyway" : isPlain(look) ? "ownName" : "asIs"])),
      ...(look.findings.length === 0 ? [] : [line("warning", foundWords(say, text, outcome.stays, look.findings))]),
      ...notes,
    ];
  }
  if (needsDecision(look)) return notes;
  if (isSealed(look.type)) return [line("lock", outcome.sealed)];
  if (look.outcome === "unchanged") return [line("check", look.size === 0 ? outcome.empty : outcome.plain)];
  return [
    line("check", removed.length === 0 ? outcome.nothing : foundWords(say, text, outcome.removed, removed)),
    ...(kept.length === 0 ? [] : [line("warning", foundWords(say, text, outcome.check, kept), " ", outcome.unchanged)]),
    ...notes,
  ];
}

/** Its bytes go as they are in any case: only its name is chosen. */
export function isPlain(look: Look): boolean {
  return look.outcome === "unchanged" && !needsDecision(look);
}

/** Why it cannot be cleaned, what was found in it, and what that means. */
export function reasonLines({ say }: App, text: FileWords, { type, reason, findings }: Look): HTMLElement[] {
  const { group } = TYPES[type];
  return [
    element("p", { class: "error" }, icon("warning"), element("span", {}, text.reasons[reason ?? "not-supported"])),
    ...(findings.length === 0 ? [] : [element("p", {}, foundWords(say, text, text.outcome.stays, findings))]),
    // An archive and a program have a line of their own that says more.
    ...(group === "archive" || group === "program" ? [] : [insideLine(say, text, group, reason, findings.length > 0)]),
  ];
}

/** What may be in it, and what would be safer. */
function insideLine(
  say: Say,
  { inside }: FileWords,
  group: Group,
  reason: Look["reason"],
  isMore: boolean,
): HTMLElement {
  if (reason === "encrypted") return element("p", { class: "hint" }, inside.encrypted);
  const what = inside[INSIDE[group] ?? "other"];
  const isSeen = group === "document" || group === "image";
  return element(
    "p",
    { class: "hint" },
    say(isMore ? inside.also : inside.may, { what }),
    isSeen && [" ", inside.safer],
  );
}

function warningLines(text: FileWords, { warnings }: Look): HTMLElement[] {
  return warnings.flatMap((warning) =>
    warning === "type-does-not-match-name" ? [] : [line("info", text.warnings[warning])],
  );
}

function line(name: "check" | "warning" | "info" | "lock", ...words: readonly Child[]): HTMLElement {
  return element("p", { class: `with-icon ${name}` }, icon(name), element("span", {}, words));
}

/** "Dihapus: lokasi (−6.2, 106.8), waktu." */
function foundWords(say: Say, text: FileWords, lead: string, findings: readonly Finding[]): Child[] {
  const kinds = FINDING_KINDS.filter((kind) => findings.some((found) => found.kind === kind));
  const pieces = kinds.map((kind, index): Child => {
    const values = findings.flatMap((found) =>
      found.kind !== kind || found.value === undefined || WITHOUT_VALUES.has(kind) ? [] : [found.value],
    );
    return [index > 0 && ", ", text.findings[kind], ...valueWords(say, text, values)];
  });
  return [bold(lead), " ", pieces, "."];
}

function valueWords(say: Say, { outcome }: FileWords, values: readonly string[]): Child[] {
  if (values.length === 0) return [];
  const shown = values.slice(0, MOST_VALUES).map((value, index) => [index > 0 && "; ", typed(shortened(value))]);
  const more = values.length - MOST_VALUES;
  return [" (", ...shown, more > 0 && ` ${say(outcome.others, { n: more })}`, ")"];
}

function shortened(value: string): string {
  const letters = [...value];
  return letters.length <= LONGEST_VALUE_CHARACTERS ? value : `${letters.slice(0, LONGEST_VALUE_CHARACTERS).join("")}…`;
}
