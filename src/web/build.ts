/**
 * Builds the pages: the same commit, keys and settings give the same bytes on every machine, so that anybody can
 * build them anew and compare. `npm run build -- --help`.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fromHex, hex } from "../crypto/bytes.ts";
import { withOffices } from "../protocol/rules/deadline-profiles.ts";
import { API_PATH, API_POLICY } from "../protocol/headers.ts";
import { rootsFingerprintOf } from "../crypto/identity.ts";
import { readBuiltAt } from "../release/built-at.ts";
import { bundle } from "./bundle.ts";
import { BUNDLES, type BundleName, CHUNKS, FILES_WORKERS, FOUNDING_BUNDLES } from "./bundles.ts";
import { fileNameOf, ignore, writeBuild } from "./built-folder.ts";
import { PASSING, SERVED } from "./compression.ts";
import { type EarlierBuild, type Inputs, findEarlierBuild, hashSources } from "./earlier-build.ts";
import { importMapOf, makeHead } from "./head.ts";
import { renderFoundingPages, renderPage } from "./investigator/page.ts";
import { type BuiltFiles, type Policies, hexDigest, makeManifest, sriOf } from "./manifest.ts";
import { missingPage } from "./missing-page.ts";
import { deskPolicy, filesWorkerPolicy, previewReaderPolicy, reporterPolicy } from "./policies.ts";
import { type PreviewPage, makePreviewPages } from "./preview-pages.ts";
import { PREVIEW_PATHS, PREVIEW_READERS } from "./shared/preview.ts";
import { keyPageLine, makeKeyPage } from "./key-page.ts";
import { KEY_PAGE_FILE } from "./keys/page.ts";
import { makeReceiverPage, receiverPageLine } from "./receiver-page.ts";
import { RECEIVER_PAGE_FILE } from "./shared/receiver-page-file.ts";
import { makePosterFile, posterPage } from "./poster.ts";
import { POSTER_FILE, POSTER_PATH } from "./poster/page.ts";
import { rootsWords } from "./reporter/home-parts.ts";
import { homePathOf, renderFiguresPage, renderPages } from "./reporter/pages.ts";
import { makeSealer } from "./sealer.ts";
import type { Asset, Delivery, PageContext, RootsFile } from "./shared/delivery.ts";
import { LANGUAGE_CODES } from "../words/languages.ts";
import { type Office, OfficeError, judgingRulesOf, parseOffice, placeOf } from "./shared/office.ts";

const MANIFEST = "/.well-known/webcat/manifest.json";
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The weather office of Indonesia: a page that anybody may have open. */
const EXIT_URL = "https://www.bmkg.go.id/";

export type BuildOptions = {
  /** Folder with `roots.json` and perhaps `office.json`, which are built into the pages; without roots: the founding build */
  readonly keysDir: string;
  readonly outDir: string;
  /** Date of the source, ms since 1970; 0 where nobody knows */
  readonly builtAt: number;
  /** As in the setting ORIGIN; an onion address among them is offered on the pages */
  readonly origins?: readonly string[];
  readonly exitUrl?: string | undefined;
  /**
   * What runs before each script, pages' and workers' alike: a story that goes on for weeks moves the clock with it. Such
   * pages are for once, and compressed in haste.
   */
  readonly prelude?: string;
};

/** Of an office that is being founded: no directory passes them, whoever signed it. */
const NO_ROOTS: RootsFile = { threshold: 1, keys: [] };

/**
 * Builds into `outDir`, unless it holds all that already. What it holds from the same sources under other settings is
 * not bundled again: an office that changes a word in `office.json` waits a second. It is exchanged as a whole at the
 * end: a server never finds half a build.
 */
export async function buildWeb({
  keysDir,
  outDir,
  builtAt,
  origins = [],
  exitUrl,
  prelude,
}: BuildOptions): Promise<"founding" | "office"> {
  const [signers, office] = [await readRoots(keysDir), await readOffice(keysDir)];
  const [isFounding, roots] = [signers === undefined, signers ?? NO_ROOTS];
  const inputs: Inputs = {
    sources: await hashSources(ROOT, prelude),
    settings: hexDigest(JSON.stringify({ roots, builtAt, office, origins, exitUrl })),
  };
  const earlier = await findEarlierBuild(outDir);
  const ofSources = earlier?.sources === inputs.sources ? earlier : undefined;
  const what = isFounding ? "founding" : "office";
  if (ofSources?.settings === inputs.settings) return what;
  const files: BuiltFiles = new Map();
  const [assets, keyPage, receiverPage] = await Promise.all([
    bundleAll(isFounding ? FOUNDING_BUNDLES : (Object.keys(BUNDLES) as BundleName[]), files, prelude, ofSources),
    ofSources?.read(KEY_PAGE_FILE) ?? makeKeyPage(),
    ofSources?.read(RECEIVER_PAGE_FILE) ?? makeReceiverPage(),
  ]);
  const icon = addAsset(files, "icon", "svg", await fs.readFile(path.join(ROOT, "src/web/shared/icon.svg")));
  const units = office?.units;
  const shared = {
    roots,
    builtAt,
    daysOff: office?.daysOff ?? {},
    deadlines: withOffices(office?.deadlines),
    labels: office?.labels ?? [],
    channels: office?.channels ?? {},
    timeZone: placeOf(office),
    units: units === undefined ? null : addAsset(files, "units", "json", Buffer.from(JSON.stringify(units))),
    onion: origins.find((origin) => new URL(origin).hostname.endsWith(".onion")) ?? null,
    exitUrl: exitUrl ?? office?.exitUrl ?? EXIT_URL,
    buildHash: hexDigest([...files].map(([name, bytes]) => `${hexDigest(bytes)}  ${name}\n`).join("")),
  };
  const rootsFingerprint = hex(rootsFingerprintOf({ threshold: roots.threshold, keys: roots.keys.map(fromHex) }));
  // Without an address there is nothing to compare.
  const hasPoster = !isFounding && origins.length > 0;
  const ownOffice = { office: office?.names, rootsFingerprint };
  const makeSealerOfDay = async () =>
    makeSealer({
      ...shared,
      ...ownOffice,
      addresses: origins,
      unitList: units ?? [],
      earlier: await ofSources?.findBundle("sealer"),
    });
  const sealer = isFounding ? null : addAsset(files, "sealer", "txt", await makeSealerOfDay());
  const receiver = isFounding ? null : addAsset(files, "receiver", "txt", receiverPage);
  const officeFile =
    office === undefined ? null : addAsset(files, "office", "json", Buffer.from(JSON.stringify(office)));
  const contextOf = (page: keyof typeof CHUNKS, script: BundleName): PageContext => {
    const chunks = pick(assets, CHUNKS[page]);
    const delivery: Delivery = {
      ...shared,
      sealer: page === "reporter" ? sealer : null,
      chunks,
      ...(page === "desk" && {
        templates: office?.templates,
        judging: judgingRulesOf(office),
        officeFile,
        receiver,
        fingerprint: { words: rootsWords(rootsFingerprint), poster: hasPoster ? POSTER_PATH : null },
      }),
      ...(page === "founding" && { founding: true }),
    };
    const head = makeHead({
      icon,
      style: assets[page === "reporter" ? "reporter-style" : "desk-style"],
      script: assets[script],
      importMap: importMapOf(chunks),
      delivery,
    });
    return { ...shared, head, ...ownOffice };
  };
  const shown = isFounding
    ? renderFoundingPages(contextOf("founding", "desk"), LANGUAGE_CODES.map(homePathOf))
    : [
        LANGUAGE_CODES.flatMap((language) => renderPages(contextOf("reporter", `reporter-${language}`), language)),
        LANGUAGE_CODES.map((language) => renderFiguresPage(contextOf("reporter", `figures-${language}`), language)),
        renderPage(contextOf("desk", "desk")),
      ].flat();
  const poster = { office: office?.names, origins, words: rootsWords(rootsFingerprint) };
  const posters = hasPoster ? [posterPage(poster, assets["poster-style"], icon)] : [];
  const pages = [...shown, ...posters, missingPage(assets["reporter-style"], icon)];
  const previews = isFounding ? [] : ((await readPreviewPages(ofSources)) ?? (await makePreviewPages()));
  for (const { path: name, html } of [...pages, ...previews]) files.set(name, Buffer.from(html));
  const manifest = makeManifest(files, {
    app: origins[0] ?? "",
    version: await readVersion(),
    ...(isFounding ? foundingPolicies(assets) : policiesOf(assets, previews)),
  });
  const served: BuiltFiles = new Map([...files, [MANIFEST, Buffer.from(manifest)]]);
  const carried: BuiltFiles = new Map([
    [`/${KEY_PAGE_FILE}`, keyPage],
    [`/${RECEIVER_PAGE_FILE}`, receiverPage],
  ]);
  if (hasPoster) carried.set(`/${POSTER_FILE}`, await makePosterFile(poster));
  await writeBuild(outDir, { served, carried }, { inputs, effort: prelude === undefined ? SERVED : PASSING });
  return what;
}

/** None where an office is being founded. A directory whose roots are missing is another matter. */
async function readRoots(keysDir: string): Promise<RootsFile | undefined> {
  const file = path.join(keysDir, "roots.json");
  const text = await fs.readFile(file, "utf8").catch(ignore("ENOENT"));
  if (text === undefined) {
    const isThere = await fs.stat(path.join(keysDir, "directory.json")).catch(ignore("ENOENT"));
    if (isThere !== undefined)
      throw new Error(`${keysDir} holds directory.json and no roots.json: one without the other`);
    return undefined;
  }
  try {
    const { threshold, keys } = JSON.parse(text) as RootsFile;
    return { threshold, keys };
  } catch {
    throw new Error(`${file} is damaged: fetch it from a backup`);
  }
}

/** None is no fault: the pages then say "this office" and offer no list. */
async function readOffice(keysDir: string): Promise<Office | undefined> {
  const file = path.join(keysDir, "office.json");
  const text = await fs.readFile(file, "utf8").catch(ignore("ENOENT"));
  if (text === undefined) return undefined;
  try {
    return parseOffice(text);
  } catch (error) {
    throw error instanceof OfficeError ? new OfficeError(`${file}: ${error.message}`) : error;
  }
}

async function readVersion(): Promise<string> {
  return (JSON.parse(await fs.readFile(path.join(ROOT, "package.json"), "utf8")) as { version: string }).version;
}

async function bundleAll(
  names: readonly BundleName[],
  files: BuiltFiles,
  prelude: string | undefined,
  earlier: EarlierBuild | undefined,
): Promise<Record<BundleName, Asset>> {
  const bundled = await Promise.all(
    names.map(
      async (name) => [name, (await earlier?.findBundle(name)) ?? (await bundle(BUNDLES[name], prelude))] as const,
    ),
  );
  return Object.fromEntries(
    bundled.map(([name, bytes]) => [name, addAsset(files, name, name.endsWith("-style") ? "css" : "js", bytes)]),
  ) as Record<BundleName, Asset>;
}

function policiesOf(assets: Record<BundleName, Asset>, previews: readonly PreviewPage[]): Policies {
  return {
    defaultPolicy: reporterPolicy(sriOf(importMapOf(pick(assets, CHUNKS.reporter)), "sha256")),
    policies: {
      "/desk": deskPolicy(sriOf(importMapOf(pick(assets, CHUNKS.desk)), "sha256")),
      ...Object.fromEntries(FILES_WORKERS.map((name) => [assets[name].url, filesWorkerPolicy()])),
      ...Object.fromEntries(Object.values(PREVIEW_READERS).map((name) => [assets[name].url, previewReaderPolicy()])),
      [API_PATH]: API_POLICY,
      ...Object.fromEntries(previews.map(({ path: name, policy }) => [name, policy])),
    },
  };
}

/** One page under every address. */
function foundingPolicies(assets: Record<BundleName, Asset>): Policies {
  return {
    defaultPolicy: deskPolicy(sriOf(importMapOf(pick(assets, CHUNKS.founding)), "sha256")),
    policies: { [API_PATH]: API_POLICY },
  };
}

/** They hold no setting: pages as they are, policies out of the manifest. None where there is no earlier build, or none of an office. */
async function readPreviewPages(earlier: EarlierBuild | undefined): Promise<PreviewPage[] | undefined> {
  if (earlier === undefined) return undefined;
  const { manifest } = JSON.parse(String(await earlier.read(fileNameOf(MANIFEST)))) as {
    manifest: { extra_csp: Record<string, string> };
  };
  const names = Object.values(PREVIEW_PATHS);
  if (!names.every((name) => name in manifest.extra_csp)) return undefined;
  const read = async (name: string) => ({
    path: name,
    html: String(await earlier.read(fileNameOf(name))),
    policy: manifest.extra_csp[name] ?? "",
  });
  return Promise.all(names.map(read));
}

/** Named by its content, so that it may be kept for ever. */
function addAsset(files: BuiltFiles, name: string, extension: string, bytes: Uint8Array): Asset {
  const url = `/a/${name}.${hexDigest(bytes).slice(0, 16)}.${extension}`;
  files.set(url, bytes);
  return { url, integrity: sriOf(bytes, "sha384") };
}

function pick<Name extends string>(assets: Record<Name, Asset>, names: readonly Name[]): Record<string, Asset> {
  return Object.fromEntries(names.map((name) => [name, assets[name]]));
}

const USAGE = `npm run build -- [--keys FOLDER] [--out FOLDER] [--origin URL …] [--exit URL]
npm run build -- --key-page FILE

Builds the pages for browsers, always the same bytes from the same commit, keys and settings.

  --keys FOLDER   where roots.json lies, and office.json if there is one (default: KEYS_DIR, else keys);
                  without roots.json the one page with which an office is founded is built
  --out FOLDER    what to write (default: WEB_DIR, else dist/web)
  --origin URL    an address of the service, may be repeated (default: ORIGIN, comma-separated)
  --key-page FILE the key page alone, which needs no roots yet, and its SHA-256
  --exit URL      where quick exit leads (default: EXIT_URL, else office.json, else ${EXIT_URL})

Without .git, as in an archive, the environment says the commit's date: SOURCE_DATE_EPOCH, in seconds since 1970.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      keys: { type: "string", default: process.env["KEYS_DIR"] || "keys" },
      out: { type: "string", default: process.env["WEB_DIR"] || "dist/web" },
      origin: { type: "string", multiple: true, default: (process.env["ORIGIN"] ?? "").split(",").filter(Boolean) },
      exit: { type: "string" },
      "key-page": { type: "string" },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return;
  }
  if (values["key-page"] !== undefined) {
    const page = await makeKeyPage();
    await fs.writeFile(values["key-page"], page);
    console.log(keyPageLine(page));
    return;
  }
  const started = performance.now();
  const builtAt = await readBuiltAt();
  // A date that is yet to come would have every page refuse every directory: it is as good as none.
  const isBelieved = builtAt > 0 && builtAt <= Date.now();
  const built = await buildWeb({
    builtAt: isBelieved ? builtAt : 0,
    keysDir: values.keys,
    outDir: path.resolve(values.out),
    origins: values.origin,
    exitUrl: values.exit || process.env["EXIT_URL"] || undefined,
  });
  const source = isBelieved ? new Date(builtAt).toISOString() : "an unknown date";
  if (built === "founding") console.log(`${values.keys} holds no roots.json: this is the page for founding an office`);
  console.log(`${values.out}: built in ${Math.round(performance.now() - started)} ms from source of ${source}`);
  console.log(keyPageLine(await fs.readFile(path.join(values.out, KEY_PAGE_FILE))));
  console.log(receiverPageLine(await fs.readFile(path.join(values.out, RECEIVER_PAGE_FILE))));
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
