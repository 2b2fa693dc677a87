/**
 * What the build tells a page, and how the page fetches the rest of itself.
 *
 * File names carry hashes, so a script cannot know them when it is bundled: each page has them in a data block
 * (`<script type="application/json" id="assets">`, which is never executed). Their hashes stand in the page's import
 * map, so that the browser refuses a chunk of which one byte differs (Chrome 127, Firefox 138, Safari 18; older ones
 * load it unchecked). A worker's first file cannot be checked that way: its name and the manifest are all there is.
 */

import type { DaysOff, Profiles } from "../../protocol/rules/deadlines.ts";
import type { CodeWords, Language } from "../../words/languages.ts";
import type { JudgingRules } from "../../protocol/rules/suggestions.ts";
import type { TimeZone } from "../../protocol/encoding/time-zone.ts";
import type { ChannelSettings, Unit } from "./office.ts";
import type { OfficeTemplates } from "./templates.ts";

/** The organisation's roots as they stand in `keys/roots.json`: lower-case hexadecimal. */
export type RootsFile = { readonly threshold: number; readonly keys: readonly string[] };

export type Asset = { readonly url: string; readonly integrity: string };

/** What the page's own script reads from the data block. */
export type Delivery = {
  readonly roots: RootsFile;
  /** Date of the commit that the page was built from, ms since 1970: no clock counts as earlier; 0 where the build could not know */
  readonly builtAt: number;
  /** `http://….onion` where there is one */
  readonly onion: string | null;
  /** Where quick exit leads */
  readonly exitUrl: string;
  /** Of the office, by year; none where it has told none */
  readonly daysOff: DaysOff;
  /** Profiles of deadlines, with what the office has changed or added */
  readonly deadlines: Profiles;
  /** The office's own words for cases; none where it has told none */
  readonly labels: readonly string[];
  /** What the office has set for judging: at the desk alone */
  readonly judging?: JudgingRules;
  /** Of all roots together, in twelve words, and where the poster is that shows them: at the desk alone */
  readonly fingerprint?: { readonly words: readonly string[]; readonly poster: string | null };
  /** Of the page that is served before there is a directory; then `roots` holds none, and no directory is believed */
  readonly founding?: true;
  /** The office's own messages to begin from; the desk's page alone has them */
  readonly templates?: OfficeTemplates | undefined;
  /** Of the office: days that are shown are counted there */
  readonly timeZone: TimeZone;
  /** What the office has set of its channels, by their ids */
  readonly channels: Readonly<Record<string, ChannelSettings>>;
  /** `office.json` as it was built in, for the desk to write the next one; null where there is none, absent elsewhere */
  readonly officeFile?: Asset | null;
  /** The desk's: the page with which other bodies open packages, to be saved and passed on */
  readonly receiver?: Asset | null;
  /** The office's units, for finding one by typing; null where it has told none */
  readonly units: Asset | null;
  /** What becomes segel-lapor.html once its readers stand in it; null within itself */
  readonly sealer: Asset | null;
  /** SHA-256 over all scripts and styles, lower-case hexadecimal; the manifest has each of them */
  readonly buildHash: string;
  /** Chunks by name (CHUNKS in src/web/bundles.ts) */
  readonly chunks: Readonly<Record<string, Asset>>;
};

/** What a page is rendered from, when it is built. */
export type PageContext = Omit<Delivery, "chunks" | "sealer"> & {
  /** The office's name in the languages in which it has told one; without any the page says "this office" */
  readonly office?: Readonly<Record<string, string>> | undefined;
  /** Goes into <head> as it is: icon, style sheet, import map, data block and script, each with its hash */
  readonly head: string;
  /** Of all roots together, lower-case hexadecimal */
  readonly rootsFingerprint: string;
};

/** A page and the path under which it is served. */
export type Page = { readonly path: string; readonly html: string };

export function readDelivery(): Delivery {
  return JSON.parse(document.getElementById("assets")?.textContent ?? "") as Delivery;
}

/** The smallest module there is: magic number and version (WebAssembly core specification, 5.5.16). */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** Whether WebAssembly is there and works: Tor Browser at "Safer" has none, and a policy can forbid it. */
export function hasWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** The chunk that fits this browser: `name`, or its twin without WebAssembly where it has one. */
export function chooseChunk({ chunks }: Delivery, name: string): Asset {
  const twin = `${name}-no-wasm`;
  return getChunk(chunks, hasWebAssembly() || !(twin in chunks) ? name : twin);
}

function getChunk(chunks: Delivery["chunks"], name: string): Asset {
  const chunk = chunks[name];
  if (chunk === undefined) throw new Error(`no chunk ${name}`);
  return chunk;
}

/** Loads a list of code words. Rejects where the line is cut or a byte differs, and may then be tried again. */
export function loadCodeWords<Module>({ chunks }: Delivery, list: CodeWords): Promise<Module> {
  return load(getChunk(chunks, `code-words-${list}`));
}

/** Loads what publishes figures at the desk. Rejects and may be tried again likewise. */
export function loadPublishing<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "publishing"));
}

/** Parts of the reporter's page that carry words: what asks for and sends files, shows a case, asks for and checks receipts, hands in sealed files. */
type WordyPart = "files" | "case" | "receipts" | "carrying";

/** Loads one of them in a language. Rejects and may be tried again likewise. */
export function loadPart<Module>({ chunks }: Delivery, part: WordyPart, language: Language): Promise<Module> {
  return load(getChunk(chunks, `${part}-${language}`));
}

/** The page with which other bodies open packages. Rejects where the line is cut or a byte differs. */
export async function loadReceiverPage({ receiver }: Delivery): Promise<Uint8Array> {
  if (receiver === undefined || receiver === null) throw new Error("no receiver's page");
  return new Uint8Array(await fetchChecked(receiver));
}

/** The page that seals without a network, as the build made it. It goes past the cache: who took it leaves no other trace there. */
export async function fetchSealer({ sealer }: Delivery): Promise<string> {
  if (sealer === null) throw new Error("no sealer");
  return new TextDecoder().decode(await fetchChecked(sealer, "no-store"));
}

/** Loads what seals and opens for a reporter. Rejects where the line is cut or a byte differs, and may then be tried again. */
export function loadSealing<Module>(delivery: Delivery): Promise<Module> {
  return load(chooseChunk(delivery, "sealing"));
}

/** Loads what shows which cases belong together. Rejects and may be tried again likewise. */
export function loadBelonging<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "belonging"));
}

/** Loads what declares interests, and asks before a case that touches one. Rejects and may be tried again likewise. */
export function loadInterests<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "interests"));
}

/** Loads what prepares the evaluation of a quarter. Rejects and may be tried again likewise. */
export function loadEvaluating<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "evaluating"));
}

/** Loads what makes the keys of somebody who comes. Rejects and may be tried again likewise. */
export function loadJoining<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "joining"));
}

/** Loads the founding of an office. Rejects and may be tried again likewise. */
export function loadFounding<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "founding"));
}

/** Loads the rehearsal before an office opens. Rejects and may be tried again likewise. */
export function loadOpening<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "opening"));
}

/** Loads who is in the directory, and what asks the roots to change it. Rejects and may be tried again likewise. */
export function loadRoster<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "roster"));
}

/** Loads the recovery key at the desk: rehearsed, put together, replaced. Rejects and may be tried again likewise. */
export function loadRecovery<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "recovery"));
}

/** Loads the own account: second factors, sessions, six words. Rejects and may be tried again likewise. */
export function loadAccount<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "account"));
}

/** Loads the audit trail at the desk. Rejects and may be tried again likewise. */
export function loadTrail<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "trail"));
}

/** Loads the pass over all cases for who has left or is back. Rejects and may be tried again likewise. */
export function loadLeaving<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "leaving"));
}

/** Loads what makes a case file. Rejects and may be tried again likewise. */
export function loadCaseFile<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "case-file"));
}

/** Loads what looks into files at the desk. Rejects and may be tried again likewise. */
export function loadLook<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "look"));
}

/** Loads the list as a table. Rejects and may be tried again likewise. */
export function loadListTable<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "list-table"));
}

/** Loads what makes tables into files at the desk. Rejects and may be tried again likewise. */
export function loadSheets<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "sheets"));
}

/** Loads how members are told. Rejects and may be tried again likewise. */
export function loadNotices<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "notices"));
}

/** Loads rules of law with their sources. Rejects and may be tried again likewise. */
export function loadLaw<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "law"));
}

/** Loads figures of a period. Rejects and may be tried again likewise. */
export function loadFigures<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "figures"));
}

/** Loads what judges a case at the desk. Rejects and may be tried again likewise. */
export function loadJudging<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "judging"));
}

/** Loads messages to begin from. Rejects and may be tried again likewise. */
export function loadTemplates<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "templates"));
}

/** Loads what a report that came otherwise is entered with. Rejects and may be tried again likewise. */
export function loadEntering<Module>({ chunks }: Delivery): Promise<Module> {
  return load(getChunk(chunks, "entering"));
}

/** Has the browser keep what cleans and seals files, which a worker fetches when it starts. */
export async function keepFilesWorker(delivery: Delivery): Promise<void> {
  await fetchChecked(chooseChunk(delivery, "files-worker"));
}

/** Loads `office.json` as the build read it; undefined where there is none. */
export async function loadOfficeFile({ officeFile }: Delivery): Promise<string | undefined> {
  return officeFile === undefined || officeFile === null
    ? undefined
    : new TextDecoder().decode(await fetchChecked(officeFile));
}

/** The whole list, whatever is typed: a server that was asked for parts would learn what somebody looks for. */
export async function loadUnits({ units }: Delivery): Promise<Unit[]> {
  if (units === null) return [];
  return JSON.parse(new TextDecoder().decode(await fetchChecked(units))) as Unit[];
}

/**
 * Fetched and checked first, imported from the browser's cache then: engines remember a module that did not arrive
 * and never ask for it again (whatwg/html issue 6768), and the oldest do not know hashes in an import map.
 */
async function load<Module>(asset: Asset): Promise<Module> {
  await fetchChecked(asset);
  // test/repo/layers.ts: the only import that is computed.
  return import(asset.url).catch(notArrived) as Promise<Module>;
}

/** How long a part is waited for, as client/line/patience.ts says of a request. */
type Waited = { readonly signal: AbortSignal; readonly heard: (bytes: number) => void; readonly end: () => void };

let beginPart = (): Waited => ({ signal: new AbortController().signal, heard: () => {}, end: () => {} });

/** Each page says how long it waits, and who is told. */
export function watchParts(begin: () => Waited): void {
  beginPart = begin;
}

/** No answer came. Told by its code, which is that of the API's error: the class exists once in each bundle. */
export class Unreachable extends Error {
  readonly code = "unreachable";
}

/** It was waited for as long as it is. */
class GivenUp extends Error {}

function notArrived(cause: unknown): never {
  throw new Unreachable("a part of the page did not arrive", { cause });
}

/**
 * Rejects unless the whole file arrived and has the hash that the build gave it. Asked once more past the browser's
 * cache: a damaged copy would lie there for a year and be found at every attempt.
 */
export async function fetchChecked({ url, integrity }: Asset, first: RequestCache = "default"): Promise<ArrayBuffer> {
  const get = async (cache: RequestCache): Promise<ArrayBuffer> => {
    const { signal, heard, end } = beginPart();
    try {
      const asked = { integrity, cache, signal, credentials: "same-origin", referrerPolicy: "no-referrer" } as const;
      const response = await fetch(url, asked);
      if (!response.ok) throw new Unreachable(`answered with ${response.status}`);
      // A copy is watched on its way; what is used is the whole, once the browser has checked it.
      void hear(response.clone(), heard);
      return await response.arrayBuffer();
    } catch (error) {
      throw signal.aborted ? new GivenUp() : error;
    } finally {
      end();
    }
  };
  return get(first)
    .catch((error: unknown) =>
      error instanceof GivenUp ? notArrived(error) : get(first === "default" ? "reload" : first),
    )
    .catch(notArrived);
}

async function hear(response: Response, heard: Waited["heard"]): Promise<void> {
  const reader = response.body?.getReader();
  try {
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read())
      heard(piece.value.length);
  } catch {
    // Whoever waits for the whole hears of it.
  }
}
