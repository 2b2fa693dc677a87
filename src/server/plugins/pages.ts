/**
 * The pages: files that were built before, served as they are with the policy that their manifest says.
 * No page knows who asks: no cookie, no state, nothing in a log, and one answer for everybody.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "../../protocol/encoding/zod.ts";
import type { Origins } from "../origins.ts";
import { whyUnread } from "../unread.ts";
import { MEMBERS_FEATURES } from "./security-headers.ts";

export class PagesError extends Error {}

const manifestSchema = z.object({
  manifest: z.object({
    default_csp: z.string(),
    extra_csp: z.record(z.string(), z.string()),
    default_index: z.string(),
    default_fallback: z.string(),
    files: z.record(z.string(), z.string()),
  }),
});
type Manifest = z.infer<typeof manifestSchema>["manifest"];

const POLICY_HEADER = "content-security-policy";

/** Where WEBCAT looks for it. */
const MANIFEST_PATH = "/.well-known/webcat/manifest.json";

/** By extension; a page has none. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** As the build names it */
const MEMBERS_PAGE = "/desk";

/** Of the pages that our own pages frame; all others say DENY and same-origin (security-headers.ts). */
const FOR_OUR_FRAMES = {
  // The same word as in their policy, for browsers that do not know `frame-ancestors`.
  "x-frame-options": "SAMEORIGIN",
  // A sandboxed frame asks for its page as nobody's origin. The page is public and says nothing of anybody.
  "cross-origin-resource-policy": "cross-origin",
  // Kept, and asked for again each time: it is large, and opened for file after file.
  "cache-control": "no-cache",
};

const gunzip = promisify(zlib.gunzip);

/** Kept in memory as sent, in the order in which we like to send them; a browser on an onion site knows gzip only. */
const ENCODINGS = [
  { name: "br", suffix: ".br", decompress: promisify(zlib.brotliDecompress) },
  { name: "gzip", suffix: ".gz", decompress: gunzip },
] as const;

type File = {
  readonly headers: Readonly<Record<string, string>>;
  readonly isPage: boolean;
  readonly encoded: Readonly<Record<(typeof ENCODINGS)[number]["name"], Buffer>>;
  /** For the few that are no browser: not worth its memory while nobody is answered with it. */
  readonly unpack: () => Promise<Buffer>;
};

/** SHA-256 of the manifest, which names every file that is served by its hash. Throws PagesError where there is none. */
export async function manifestHashOf(webDir: string): Promise<Uint8Array> {
  return createHash("sha256")
    .update(await readManifestText(webDir))
    .digest();
}

/** Serves what `npm run build` wrote into `webDir`. Throws PagesError when there is none, or when it is not what its manifest says. */
export async function addPages(
  app: FastifyInstance,
  { webDir, origins, isFounding = false }: { webDir: string; origins: Origins; isFounding?: boolean },
): Promise<void> {
  const manifest = await readManifest(webDir);
  const files = new Map<string, File>();
  for (const [name, hash] of Object.entries(manifest.files))
    files.set(name, await readFile(webDir, name, manifest, hash));
  files.set(MANIFEST_PATH, await readFile(webDir, MANIFEST_PATH, manifest));
  await checkPurpose(webDir, files, isFounding);
  const missing = files.get(manifest.default_fallback);
  if (missing === undefined) throw new PagesError(`WEB_DIR: ${webDir} has no page for wrong addresses`);
  files.delete(manifest.default_fallback);
  // Where `/desk/` and `/EN` lead: to a name of the manifest, never to what was asked for.
  const addressOf = (name: string) => (name === `/${manifest.default_index}` ? "/" : name);
  const addresses = [...files].flatMap(([name, { isPage }]) => (isPage ? [addressOf(name)] : []));
  const pages = new Map(addresses.map((address) => [plainName(address), address]));
  const onion = origins.all.find((origin) => new URL(origin).hostname.endsWith(".onion"));

  app.route({
    method: ["GET", "HEAD"],
    url: "/*",
    async handler(request, reply) {
      const name = request.raw.url?.split("?", 1)[0] ?? "";
      if (name === "/api" || name.startsWith("/api/")) return reply.callNotFound();
      const file = files.get(name) ?? (name.endsWith("/") ? files.get(name + manifest.default_index) : undefined);
      if (file === undefined) {
        const meant = pages.get(plainName(name));
        if (meant !== undefined) return reply.header("cache-control", "no-store").redirect(meant, 308);
        // The policy is that of the address, as WEBCAT expects it, whatever is sent there.
        const policy = policyFor(name, manifest);
        return send(request, reply.code(404), { ...missing, headers: { ...missing.headers, [POLICY_HEADER]: policy } });
      }
      if (file.isPage && onion !== undefined && origins.of(request) !== onion)
        reply.header("onion-location", `${onion}${name}`);
      return send(request, reply, file);
    },
  });
}

/** Pages of an office believe its roots, those for founding one none: the one kind in the place of the other would be a riddle. */
async function checkPurpose(webDir: string, files: ReadonlyMap<string, File>, isFounding: boolean): Promise<void> {
  const desk = files.get(`${MEMBERS_PAGE}.html`) ?? files.get(MEMBERS_PAGE);
  if (desk === undefined || (await desk.unpack()).includes('"founding":true') === isFounding) return;
  throw new PagesError(
    isFounding
      ? `WEB_DIR: ${webDir} holds the pages of an office, and KEYS_DIR no roots; npm run build makes the page for founding one`
      : `WEB_DIR: ${webDir} holds the page for founding an office, and KEYS_DIR its roots; npm run build makes the office's pages`,
  );
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { headers, encoded, unpack }: File,
): Promise<FastifyReply> {
  reply.headers(headers);
  const { etag } = headers;
  if (etag !== undefined && request.headers["if-none-match"] === etag) return reply.code(304).send();
  const accepted = parseAcceptEncoding(request.headers["accept-encoding"] ?? "");
  const encoding = ENCODINGS.find(({ name }) => accepted.has(name))?.name;
  const bytes = encoding === undefined ? await unpack() : encoded[encoding];
  reply.header("content-length", bytes.length);
  if (encoding !== undefined) reply.header("content-encoding", encoding);
  return reply.send(request.method === "HEAD" ? undefined : bytes);
}

/** One copy for all who are answered with it: whoever asks for it a thousand times and reads nothing takes no more. */
function unpackOnce(packed: Buffer): () => Promise<Buffer> {
  let unpacking: Promise<Buffer> | undefined;
  let unpacked: WeakRef<Buffer> | undefined;
  return () => {
    const there = unpacked?.deref();
    if (there !== undefined) return Promise.resolve(there);
    unpacking ??= gunzip(packed)
      .then((bytes) => {
        unpacked = new WeakRef(bytes);
        return bytes;
      })
      .finally(() => (unpacking = undefined));
    return unpacking;
  };
}

/** RFC 9110, 12.5.3: names with a weight; 0 means "not this one". Nothing is said of `*`, which no browser sends. */
function parseAcceptEncoding(header: string): Set<string> {
  const entries = header
    .toLowerCase()
    .split(",")
    .map((entry) => entry.split(";").map((part) => part.trim()));
  return new Set(
    entries.flatMap(([name = "", weight]) => (weight !== undefined && /^q=0(\.0*)?$/u.test(weight) ? [] : [name])),
  );
}

async function readManifestText(webDir: string): Promise<string> {
  const file = path.join(webDir, MANIFEST_PATH);
  return fs.readFile(file, "utf8").catch((error: unknown) => {
    throw new PagesError(
      `WEB_DIR: ${webDir} holds no built pages: ${file} ${whyUnread(error)}; npm run build makes it`,
    );
  });
}

async function readManifest(webDir: string): Promise<Manifest> {
  const text = await readManifestText(webDir);
  try {
    return z.parse(manifestSchema, JSON.parse(text)).manifest;
  } catch {
    const file = path.join(webDir, MANIFEST_PATH);
    throw new PagesError(`WEB_DIR: ${file} is not the manifest of built pages; npm run build makes it anew`);
  }
}

async function readFile(webDir: string, name: string, manifest: Manifest, hash?: string): Promise<File> {
  const read = async ({ suffix, decompress }: (typeof ENCODINGS)[number]): Promise<Buffer> => {
    const file = path.join(webDir, fileNameOf(name) + suffix);
    const packed = await fs.readFile(file).catch((error: unknown) => {
      throw new PagesError(`WEB_DIR: ${file} ${whyUnread(error)}; npm run build makes it`);
    });
    const digest = createHash("sha256")
      .update(await decompress(packed).catch(() => Buffer.alloc(0)))
      .digest("base64url");
    if (hash !== undefined && digest !== hash)
      throw new PagesError(`WEB_DIR: ${file} is not the file that was built; npm run build makes it anew`);
    return packed;
  };
  const encoded = { br: await read(ENCODINGS[0]), gzip: await read(ENCODINGS[1]) };
  const extension = path.extname(name) || ".html";
  const isPage = extension === ".html";
  const policy = policyFor(name, manifest);
  return {
    isPage,
    encoded,
    unpack: unpackOnce(encoded.gzip),
    headers: {
      "content-type": TYPES[extension] ?? "application/octet-stream",
      [POLICY_HEADER]: policy,
      // A name that carries its content's hash never means anything else; a page may change with the next build.
      "cache-control": name.startsWith("/a/") ? "public, max-age=31536000, immutable" : "no-store",
      vary: "accept-encoding",
      ...(name === MEMBERS_PAGE ? { "permissions-policy": MEMBERS_FEATURES } : {}),
      ...(policy.includes("frame-ancestors 'self'") ? { ...FOR_OUR_FRAMES, etag: `"${hash}"` } : {}),
    },
  };
}

/** A page's name as people type it: capitals and slashes at its end do not count. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/\/+$/u, "") || "/";
}

/** As the build names them: `/en` is en.html. */
function fileNameOf(name: string): string {
  return path.extname(name) === "" ? `${name}.html` : name;
}

/** The longest beginning counts, letter by letter, as in WEBCAT's manifests. */
function policyFor(name: string, { default_csp, extra_csp }: Manifest): string {
  const beginnings = Object.keys(extra_csp).filter((beginning) => name.startsWith(beginning));
  const longest = beginnings.toSorted((a, b) => b.length - a.length)[0];
  return (longest === undefined ? undefined : extra_csp[longest]) ?? default_csp;
}
