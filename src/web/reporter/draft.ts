/** What a person has typed so far. It lives in this document's memory and nowhere else. */
import { type Answers, EMPTY_ANSWERS } from "../../protocol/rules/report-fields.ts";
import type { Chosen } from "./files/chosen.ts";

export const PERSON_ROLES = ["did", "knew", "witness", "harmed", "unsure"] as const;
type PersonRole = (typeof PERSON_ROLES)[number];

export type Person = { name: string; position: string; role: PersonRole };

export const YES_NO = ["yes", "no", "unknown"] as const;
type YesNo = (typeof YES_NO)[number];

export const TIMES = ["day", "range", "unsure"] as const;
type TimeKind = (typeof TIMES)[number];

/** As typed: any part may be empty. */
export type TypedDay = { day: string; month: string; year: string };

/** Answers as they are typed; `compose.ts` writes those that the form asks in several parts. */
export type Draft = Answers & {
  people: Person[];
  time: TimeKind | undefined;
  from: TypedDay;
  until: TypedDay;
  whenNote: string;
  ongoing: YesNo | undefined;
  amount: string;
  amountIsEstimate: boolean;
  fading: YesNo | undefined;
  fadingNote: string;
  readonly files: Chosen;
  /** Undefined until the directory is there: then the first channel unless another is chosen. */
  channelId: string | undefined;
  excluded: Set<string>;
  protection: boolean;
  worries: string;
};

export function noFiles(): Chosen {
  return { list: [], changed: () => undefined };
}

/** Whether anything was typed or chosen that would be missed. */
export function holdsText(draft: Draft): boolean {
  const empty = makeDraft();
  const isTyped = (name: keyof Draft) => typeof draft[name] === "string" && draft[name] !== empty[name];
  return (
    draft.files.list.length > 0 || draft.people.length > 0 || (Object.keys(draft) as (keyof Draft)[]).some(isTyped)
  );
}

export function makeDraft(): Draft {
  return {
    ...EMPTY_ANSWERS,
    people: [],
    time: undefined,
    from: { day: "", month: "", year: "" },
    until: { day: "", month: "", year: "" },
    whenNote: "",
    ongoing: undefined,
    amount: "",
    amountIsEstimate: false,
    fading: undefined,
    fadingNote: "",
    files: noFiles(),
    channelId: undefined,
    excluded: new Set(),
    protection: false,
    worries: "",
  };
}

/** "15.000.000", "Rp 15,000,000" → 15000000; null where no whole number of rupiah is named. */
export function amountOf(typed: string): number | null {
  // Two digits behind the last mark are sen, which nobody reports: "1.500,00".
  const digits = typed.replace(/[.,]\d{1,2}$/u, "").replace(/\D/gu, "");
  const value = Number(digits);
  return digits === "" || !Number.isSafeInteger(value) ? null : value;
}
