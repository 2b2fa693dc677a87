/** What is bundled, and which page fetches what. */
import { CODE_WORDS, type CodeWords, LANGUAGE_CODES, type Language } from "../words/languages.ts";
import { type Bundle, DECODERS_INSIDE, ONE_LIBSODIUM } from "./bundle.ts";
import { PREVIEW_READERS } from "./shared/preview.ts";

/** One bundle each, sharing nothing with the others: a name, its source, and whether libsodium comes without WebAssembly. */
export const BUNDLES = {
  ...oneALanguage("reporter", "src/web/reporter/main.ts"),
  sealing: { source: "src/web/reporter/sealing/part.ts" },
  "sealing-no-wasm": { source: "src/web/reporter/sealing/part.ts", conditions: ["no-wasm"] },
  ...oneALanguage("case", "src/web/reporter/case/main.ts"),
  ...oneALanguage("receipts", "src/web/reporter/receipts/main.ts"),
  ...oneALanguage("figures", "src/web/reporter/figures/main.ts"),
  ...oneALanguage("carrying", "src/web/reporter/carrying/main.ts"),
  ...oneALanguage("files", "src/web/reporter/attachments/main.ts"),
  "files-worker": { source: "src/web/reporter/files/worker.ts" },
  "files-worker-no-wasm": { source: "src/web/reporter/files/worker.ts", conditions: ["no-wasm"] },
  "code-words-id": { source: "src/crypto/secret/wordlists/indonesian.ts" },
  "code-words-en": { source: "src/crypto/secret/wordlists/english.ts" },
  desk: { source: "src/web/investigator/main.tsx" },
  templates: { source: "src/web/investigator/outgoing/templates/part.ts" },
  entering: { source: "src/web/investigator/entering/form/part.tsx" },
  belonging: { source: "src/web/investigator/finding/belonging/part.tsx" },
  interests: { source: "src/web/investigator/people/interests/part.tsx" },
  evaluating: { source: "src/web/investigator/evaluating/part.tsx" },
  founding: { source: "src/web/investigator/founding/part.tsx" },
  opening: { source: "src/web/investigator/opening/part.tsx" },
  joining: { source: "src/web/investigator/entrance/joining/part.tsx" },
  roster: { source: "src/web/investigator/office/roster/part.tsx" },
  recovery: { source: "src/web/investigator/office/recovery/part.tsx" },
  trail: { source: "src/web/investigator/trail/part.tsx" },
  account: { source: "src/web/investigator/account/part.tsx" },
  leaving: { source: "src/web/investigator/leaving/pass/part.tsx" },
  "case-file": { source: "src/web/investigator/case-file/part.tsx" },
  look: { source: "src/web/investigator/files/look/part.ts" },
  "list-table": { source: "src/web/investigator/list/table/part.tsx" },
  sheets: { source: "src/web/investigator/sheets/part.ts" },
  figures: { source: "src/web/investigator/figures/part.tsx" },
  publishing: { source: "src/web/investigator/publishing/part.tsx" },
  "figures-worker": { source: "src/web/investigator/figures/worker.ts" },
  notices: { source: "src/web/investigator/notices/part.tsx" },
  law: { source: "src/web/investigator/law/part.tsx" },
  judging: { source: "src/web/investigator/judging/rail/part.tsx" },
  worker: { source: "src/web/investigator/vault/worker.ts", plugins: [ONE_LIBSODIUM] },
  "pdf-reader": { source: "src/web/preview/pdf-reader.ts", plugins: [DECODERS_INSIDE] },
  "heif-reader": { source: "src/web/preview/heif-reader.ts", conditions: ["no-wasm"] },
  "worker-no-wasm": { source: "src/web/investigator/vault/worker.ts", conditions: ["no-wasm"] },
  "poster-style": { source: "src/web/poster/poster.css" },
  "reporter-style": { source: "src/web/reporter/reporter.css" },
  "desk-style": { source: "src/web/investigator/investigator.css" },
} as const satisfies Record<string, Bundle> & Record<`code-words-${CodeWords}`, Bundle>;
export type BundleName = keyof typeof BUNDLES;

/** Each page carries its own words alone. */
function oneALanguage<Name extends string>(name: Name, source: string): Record<`${Name}-${Language}`, Bundle> {
  return Object.fromEntries(LANGUAGE_CODES.map((language) => [`${name}-${language}`, { source, language }])) as Record<
    `${Name}-${Language}`,
    Bundle
  >;
}

export const FILES_WORKERS = ["files-worker", "files-worker-no-wasm"] as const;

/** Which page fetches which chunks. */
export const CHUNKS = {
  reporter: [
    "sealing",
    "sealing-no-wasm",
    ...LANGUAGE_CODES.flatMap(
      (language) => [`case-${language}`, `files-${language}`, `receipts-${language}`, `carrying-${language}`] as const,
    ),
    ...FILES_WORKERS,
    ...CODE_WORDS.map((list) => `code-words-${list}` as const),
  ],
  desk: [
    "worker",
    "worker-no-wasm",
    "belonging",
    "judging",
    "templates",
    "entering",
    "interests",
    "evaluating",
    "joining",
    "opening",
    "roster",
    "recovery",
    "trail",
    "account",
    "leaving",
    "case-file",
    "look",
    "figures",
    "publishing",
    "law",
    "notices",
    "figures-worker",
    "list-table",
    "sheets",
    ...Object.values(PREVIEW_READERS),
  ],
  // The desk as it is before there is an office.
  founding: ["worker", "worker-no-wasm", "founding"],
} as const satisfies Record<string, readonly BundleName[]>;

/** What is bundled where there are no roots yet. */
export const FOUNDING_BUNDLES: readonly BundleName[] = ["desk", ...CHUNKS.founding, "reporter-style", "desk-style"];
