/** What was typed and not sent yet, case by case: in this page's memory alone, and sealed there when the vault is locked. */
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Outcome, State } from "../../../protocol/rules/casework.ts";
import type { RecordContent } from "../../../protocol/records.ts";
import type { LinkRelation } from "../../../protocol/records/link.ts";
import type { AnswerFile } from "../files/answer/answer-files.ts";

export type MoveDraft = {
  readonly to: State | undefined;
  readonly outcome: Outcome | undefined;
  readonly text: string;
  /** By when the next word is promised; empty for none */
  readonly nextBy?: string | undefined;
};

/** What will be told about deadlines: that one is put off, or which profile holds. */
export type TellingDraft = {
  readonly kind: "promise" | "profile";
  /** The deadline, or the profile */
  readonly of: string;
  /** The new day; empty for a profile */
  readonly due: string;
  readonly text: string;
};

export type LinkDraft = {
  readonly registerNumber: string;
  readonly relation: LinkRelation;
  readonly reason: string;
};

/** A form that is filled in, and the number of the record that it was opened upon; 0 for none. */
export type FormDraft = { readonly after: number; readonly content: object };

/** A case file that is being chosen: as its dialog keeps it, and what of that somebody typed. */
type CaseFileDraft = { readonly content: object; readonly typed: readonly string[] };

/** The words under which a package was sealed, and the package as it was written down. */
export type UnnotedWords = {
  readonly words: readonly string[];
  readonly record: RecordContent<"referral-package">;
};

/** A letter, call or visit that is being written down. */
export type EnteringDraft = {
  readonly way: string;
  readonly receivedOn: string;
  readonly note: string;
  readonly channelId: string;
  readonly category: string;
  /** By field of the report */
  readonly texts: Readonly<Record<string, string>>;
  readonly amount: string;
  readonly excluded: readonly string[];
  readonly wantsCode: boolean;
};

export type Draft = {
  readonly answer: string;
  /** Chosen for the answer */
  readonly files: readonly AnswerFile[];
  /** Names of those that were chosen before the vault was locked: their bytes are not kept, and they are chosen again */
  readonly filesToChoose: readonly string[];
  readonly note: string;
  /** A report that is being entered, under a handle of its own; undefined in every case */
  readonly entering?: EnteringDraft | undefined;
  /** Undefined while the form is closed */
  readonly move: MoveDraft | undefined;
  /** Undefined while that form is closed */
  readonly telling?: TellingDraft | undefined;
  /** Which other case belongs to it, and why; undefined while that form is closed */
  readonly link?: LinkDraft | undefined;
  /** Why the case should be removed; undefined while that form is closed */
  readonly discard?: string | undefined;
  /** Why the case is given to somebody, or somebody is taken out of it; kept where the dialog is closed too */
  readonly granting?: string | undefined;
  readonly removing?: string | undefined;
  /** Why it is assigned, and why it is archived from the list */
  readonly assigning?: string | undefined;
  readonly archiving?: string | undefined;
  /** Why the case is opened although an own interest is named in it */
  readonly touched?: string | undefined;
  /** Undefined while nothing is typed there */
  readonly caseFile?: CaseFileDraft | undefined;
  /** Until somebody says that they are noted: nowhere else are they */
  readonly unnoted?: UnnotedWords | undefined;
  /** Forms of records, by name, and which of them is open */
  readonly forms?: Readonly<Record<string, FormDraft>>;
  readonly form?: string | undefined;
  /** Texts that gave way to a colleague's, each kept with the box that it was typed in: a note never turns up in an answer */
  readonly aside: { readonly [Box in AsideBox]: readonly string[] };
};

/** In the place of a case's handle: what is typed into the office's ledger. */
export const LEDGER_HANDLE = "ledger";
/** … of the member's own interests */
export const INTERESTS_HANDLE = "interests";

/** Boxes that a text is typed into; the form that moves a case has one too, among other fields. */
export type TextBox = "answer" | "note";
export type AsideBox = TextBox | "move";

export const NO_DRAFT: Draft = {
  answer: "",
  files: [],
  filesToChoose: [],
  note: "",
  move: undefined,
  aside: { answer: [], note: [], move: [] },
};

export type Drafts = {
  readonly of: (handle: string) => Draft;
  readonly change: (handle: string, change: Partial<Draft>) => void;
  /** Texts that would be lost */
  readonly texts: number;
  /** Handles of the cases that they belong to */
  readonly handles: readonly string[];
  /** All of it without the files' bytes, as it is sealed */
  readonly kept: KeptDrafts;
};

/** By handle */
export type KeptDrafts = Readonly<Record<string, Omit<Draft, "files">>>;

/** While there are any, leaving the page warns. `before`: from before the vault was locked. */
export function useDrafts(before: KeptDrafts): Drafts {
  const [all, setAll] = useState<ReadonlyMap<string, Draft>>(
    () => new Map(Object.entries(before).map(([handle, draft]) => [handle, { ...draft, files: [] }])),
  );
  const change = useCallback(
    (handle: string, changed: Partial<Draft>) =>
      setAll((before) => new Map(before).set(handle, { ...(before.get(handle) ?? NO_DRAFT), ...changed })),
    [],
  );
  const unsent = [...all].filter(([, draft]) => textsIn(draft) > 0);
  const texts = unsent.reduce((sum, [, draft]) => sum + textsIn(draft), 0);
  useWarningBeforeUnload(texts > 0);
  return {
    of: (handle) => all.get(handle) ?? NO_DRAFT,
    change,
    texts,
    handles: unsent.map(([handle]) => handle),
    kept: useMemo(() => Object.fromEntries([...all].map(([handle, draft]) => [handle, keptOf(draft)])), [all]),
  };
}

function keptOf({ files, filesToChoose, ...draft }: Draft): Omit<Draft, "files"> {
  return { ...draft, filesToChoose: [...filesToChoose, ...files.map(({ original }) => original.name)] };
}

/** The change that writes into a box. */
export function textIn(box: TextBox, text: string): Pick<Draft, "answer"> | Pick<Draft, "note"> {
  return box === "answer" ? { answer: text } : { note: text };
}

/** The change that puts a text aside. */
export function putAside({ aside }: Draft, box: AsideBox, text: string): Pick<Draft, "aside"> {
  return { aside: { ...aside, [box]: text.trim() === "" ? aside[box] : [...aside[box], text] } };
}

/** The change that takes a text from where it lay aside. */
export function takeAside({ aside }: Draft, box: AsideBox, at: number): Pick<Draft, "aside"> {
  return { aside: { ...aside, [box]: aside[box].filter((_, index) => index !== at) } };
}

/** Both, one below the other. */
export function joinTexts(...texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== "").join("\n\n");
}

/** Whether something lies in a box or beside it: then it stays in sight, also where nothing can be sent from it. */
export function isInUse(draft: Draft, box: TextBox): boolean {
  return draft[box] !== "" || draft.aside[box].length > 0 || (box === "answer" && draft.files.length > 0);
}

/** All that was typed and would be lost. */
export function typedIn(draft: Draft): string[] {
  const { answer, note, entering, move, telling, link, discard, granting, removing, forms = {}, aside } = draft;
  const { assigning, archiving, touched, caseFile, unnoted } = draft;
  const inForms = Object.values(forms).map(({ content }) => textsOf(content).join("\n"));
  const boxes = [
    answer,
    note,
    move?.text ?? "",
    telling?.text ?? "",
    entering?.note ?? "",
    ...Object.values(entering?.texts ?? {}),
    link?.reason ?? "",
    discard ?? "",
    granting ?? "",
    removing ?? "",
    assigning ?? "",
    archiving ?? "",
    touched ?? "",
    ...(caseFile?.typed ?? []),
    unnoted?.words.join(" ") ?? "",
  ];
  const texts = [...boxes, ...inForms, ...aside.answer, ...aside.note, ...aside.move];
  return texts.filter((text) => text.trim() !== "");
}

/** Fields of forms that people type into; any other text is told from a code, a day or an id by its signs. */
const TYPED_FIELDS: readonly string[] = [
  "text",
  "reason",
  "summary",
  "plan",
  "what",
  "note",
  "unit",
  "person",
  "service",
];
const CODE = /^[a-z0-9-]*$/u;

/** What stands in a form, without codes, days and numbers. */
function textsOf(value: unknown, field = ""): string[] {
  if (typeof value === "string") {
    const isTyped = TYPED_FIELDS.includes(field) ? value.trim() !== "" : !CODE.test(value.trim());
    return isTyped ? [value] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, name));
}

/** The change that opens a form, closes it with what was typed kept, or drops it. */
export function withForm({ forms }: Draft, name: string, form: FormDraft | undefined): Pick<Draft, "forms"> {
  const { [name]: _, ...others } = forms ?? {};
  return { forms: form === undefined ? others : { ...others, [name]: form } };
}

/** Files without a word are an answer too. */
function textsIn(draft: Draft): number {
  const isWordless = draft.files.length > 0 && draft.answer.trim() === "";
  return typedIn(draft).length + (isWordless ? 1 : 0);
}

export function useWarningBeforeUnload(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isWanted]);
}
