import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import fastify from "fastify";
import t, { type Test } from "tap";
import { makeOrigins } from "../../../src/server/origins.ts";
import { addPages } from "../../../src/server/plugins/pages.ts";
import { homePathOf } from "../../../src/web/reporter/pages.ts";
import { CASE_WORDS, FILES, HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { CODE_WORDS, LANGUAGE_CODES, factsOf } from "../../../src/words/languages.ts";
import { STATE_NAMES } from "../../../src/words/glossary.ts";
import { buildTestPages } from "../../support/pages.ts";
import { startSite } from "../support/site.ts";
import { getRaw } from "./raw.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const ONION = `http://${"a".repeat(56)}.onion`;

type Manifest = {
  files: Record<string, string>;
  default_csp: string;
  extra_csp: Record<string, string>;
  wasm: string[];
};
const readManifest = async (folder: string) =>
  (
    JSON.parse(await fs.readFile(path.join(folder, ".well-known/webcat/manifest.json"), "utf8")) as {
      manifest: Manifest;
    }
  ).manifest;

async function temporaryFolder(t: Pick<Test, "teardown">): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-web-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The server's pages alone, for answers that need no database. */
async function serve(t: Pick<Test, "teardown">, webDir: string, origins: readonly string[] = []): Promise<string> {
  const app = fastify({ exposeHeadRoutes: false });
  await addPages(app, { webDir, origins: makeOrigins(origins) });
  t.teardown(() => app.close());
  return app.listen({ host: "127.0.0.1", port: 0 });
}

// A first build on a busy machine.
t.setTimeout(300_000);

const webDir = await buildTestPages();
const { files, default_csp, extra_csp, wasm } = await readManifest(webDir);
const fileOf = (name: string) =>
  path.join(webDir, name === "/" ? "index.html" : path.extname(name) === "" ? `${name}.html` : name);
const assetNamed = (name: string) =>
  Object.keys(files).find((file) => new RegExp(`^/a/${name}\\.[0-9a-f]{16}\\.`).test(file)) ?? "";

t.test("the manifest names every file with its hash, and the WebAssembly within", async (t) => {
  const entries = await fs.readdir(webDir, { recursive: true, withFileTypes: true });
  // Each file three times; beside them the manifest itself, three times, the record of what was built from what, and the
  // key page and the page for receivers, which are carried.
  t.equal(entries.filter((entry) => entry.isFile()).length, 3 * Object.keys(files).length + 3 + 1 + 2);
  for (const [name, hash] of Object.entries(files)) {
    t.equal(
      createHash("sha256")
        .update(await fs.readFile(fileOf(name)))
        .digest("base64url"),
      hash,
      name,
    );
  }
  t.equal(wasm.length, 2, "libsodium's two builds");
});

t.test("what is sent compressed is what is sent plain", async (t) => {
  for (const name of Object.keys(files)) {
    const plain = await fs.readFile(fileOf(name));
    t.ok(plain.equals(gunzipSync(await fs.readFile(`${fileOf(name)}.gz`))), `${name} gzip`);
    t.ok(plain.equals(brotliDecompressSync(await fs.readFile(`${fileOf(name)}.br`))), `${name} br`);
  }
});

/** The policy of a page that is a frame: the hashes of the one script and the one style that stand in it. */
async function framePolicyOf(name: string, own: string): Promise<string> {
  const html = await fs.readFile(fileOf(name), "utf8");
  const [script = "", style = ""] = [/<script>(.*?)<\/script>/su, /<style>(.*?)<\/style>/su].map((element) =>
    createHash("sha256")
      .update(element.exec(html)?.[1] ?? "")
      .digest("base64"),
  );
  return (
    `sandbox allow-scripts; default-src 'none'; script-src 'sha256-${script}'; style-src 'sha256-${style}'; ${own}; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'"
  );
}

t.test("pages are served with exact headers, and nothing that tells one visitor from another", async (t) => {
  const { origin, log } = await startSite(t);
  const importMaps = await Promise.all(
    ["/", "/desk"].map(
      async (name) =>
        /<script type="importmap">(.*?)<\/script>/u.exec(await fs.readFile(fileOf(name), "utf8"))?.[1] ?? "",
    ),
  );
  const [reporterMap, deskMap] = importMaps.map(
    (map) => `'sha256-${createHash("sha256").update(map).digest("base64")}'`,
  );
  const common = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
  const start = (map: string | undefined) =>
    `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${map}; style-src 'self'; img-src 'self'; connect-src 'self'`;
  t.equal(default_csp, `${start(reporterMap)}; worker-src 'self'; trusted-types segel-files; ${common}`);
  // What takes files apart can reach nobody.
  const alone =
    "default-src 'none'; script-src 'wasm-unsafe-eval'; trusted-types 'none'; require-trusted-types-for 'script'";
  const reader = "default-src 'none'; trusted-types 'none'; require-trusted-types-for 'script'";
  t.same(extra_csp, {
    "/desk": `${start(deskMap)}; worker-src 'self'; frame-src 'self'; trusted-types segel-worker; ${common}`,
    "/preview": await framePolicyOf("/preview", "img-src blob:; media-src blob:; trusted-types 'none'"),
    "/preview-pdf": await framePolicyOf("/preview-pdf", "worker-src 'none'; trusted-types 'none'"),
    "/preview-heif": await framePolicyOf("/preview-heif", "worker-src 'none'; trusted-types 'none'"),
    [assetNamed("pdf-reader")]: reader,
    [assetNamed("heif-reader")]: reader,
    "/api": "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
    [assetNamed("files-worker")]: alone,
    [assetNamed("files-worker-no-wasm")]: alone,
  });

  const script = assetNamed("reporter-id");
  const expected: [string, string, string, string, number][] = [
    ["/", "text/html; charset=utf-8", default_csp, "no-store", 200],
    ["/en", "text/html; charset=utf-8", default_csp, "no-store", 200],
    ["/desk", "text/html; charset=utf-8", extra_csp["/desk"] ?? "", "no-store", 200],
    ["/wrong", "text/html; charset=utf-8", default_csp, "no-store", 404],
    [script, "text/javascript; charset=utf-8", default_csp, "public, max-age=31536000, immutable", 200],
    [assetNamed("worker"), "text/javascript; charset=utf-8", default_csp, "public, max-age=31536000, immutable", 200],
    [assetNamed("files-worker"), "text/javascript; charset=utf-8", alone, "public, max-age=31536000, immutable", 200],
    ["/.well-known/webcat/manifest.json", "application/json", default_csp, "no-store", 200],
  ];
  for (const name of ["/preview", "/preview-pdf", "/preview-heif"])
    expected.push([name, "text/html; charset=utf-8", extra_csp[name] ?? "", "no-cache", 200]);
  for (const [name, type, policy, caching, status] of expected) {
    const isFramed = name.startsWith("/preview");
    const answer = await getRaw(origin, name, {
      "accept-encoding": "gzip",
      cookie: "a=b",
      "x-forwarded-for": "192.0.2.1",
    });
    t.equal(answer.status, status, name);
    const { connection: _, "keep-alive": __, "permissions-policy": permissions, ...headers } = answer.headers;
    t.strictSame(headers, {
      "content-type": type,
      "content-security-policy": policy,
      "cache-control": caching,
      "content-encoding": "gzip",
      "content-length": String(answer.body.length),
      vary: "accept-encoding",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": isFramed ? "cross-origin" : "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-dns-prefetch-control": "off",
      "x-download-options": "noopen",
      "x-frame-options": isFramed ? "SAMEORIGIN" : "DENY",
      "x-permitted-cross-domain-policies": "none",
      "x-xss-protection": "0",
      ...(isFramed ? { etag: `"${files[name]}"` } : {}),
    });
    t.match(permissions, /camera=\(\)/);
    t.match(
      permissions,
      name === "/desk" ? /credentials-get=\(self\)/ : /credentials-get=\(\)/,
      "passkeys are members'",
    );
  }
  t.notMatch(log(), /wrong|192\.0\.2|sealing/, "and nothing of it is logged");

  const problem = await getRaw(origin, "/api/wrong");
  t.equal(problem.status, 404);
  t.match(problem.headers["content-type"], /^application\/problem\+json/);
  t.equal((await getRaw(origin, "/api/health", {}, "POST")).status, 405);
  t.equal((await getRaw(origin, "/", {}, "POST")).status, 404);
});

t.test("a browser gets the encoding that it asks for", async (t) => {
  const origin = await serve(t, webDir);
  const plain = await fs.readFile(fileOf("/"));
  const asked: readonly [string | undefined, string | undefined][] = [
    ["gzip, deflate, br", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["identity", undefined],
    [undefined, undefined],
    ["GZIP", "gzip"],
  ];
  for (const [accept, encoding] of asked) {
    const { headers, body } = await getRaw(origin, "/", accept === undefined ? {} : { "accept-encoding": accept });
    t.equal(headers["content-encoding"], encoding, String(accept));
    const unpacked = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
    t.ok(unpacked.equals(plain), `${accept}: the same page`);
    const head = await getRaw(origin, "/", accept === undefined ? {} : { "accept-encoding": accept }, "HEAD");
    t.equal(head.headers["content-length"], String(body.length), "HEAD says the same length");
    t.equal(head.body.length, 0);
  }
});

t.test("attack 85: who asks for unpacked files and reads none of them takes the memory of one", async (t) => {
  const origin = await serve(t, webDir);
  const sizes = await Promise.all(
    Object.keys((await readManifest(webDir)).files).map(async (name) => ({
      name,
      bytes: (await fs.readFile(fileOf(name))).length,
    })),
  );
  const { name, bytes } = sizes.reduce((most, each) => (each.bytes > most.bytes ? each : most));
  const held = () => process.memoryUsage().arrayBuffers;
  const before = held();
  // Behind the first, which fills what the network holds, the others wait their turn.
  const deaf = Array.from({ length: 8 }, () => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1").on("error", () => {});
    socket.pause().write(`GET ${name} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(8));
    return socket;
  });
  t.teardown(() => deaf.forEach((socket) => socket.destroy()));
  await wait(500);
  const more = held() - before;
  t.comment(`${name}: ${bytes} bytes, ${more} held for 64 answers`);
  t.ok(more < 16 * bytes);
});

t.test("a frame's page is kept by the browser, and sent again only where it has changed", async (t) => {
  const origin = await serve(t, webDir);
  const { headers, body } = await getRaw(origin, "/preview-pdf", { "accept-encoding": "gzip" });
  t.ok(body.length > 100_000);
  const again = await getRaw(origin, "/preview-pdf", { "if-none-match": headers["etag"] ?? "" });
  t.equal(again.status, 304);
  t.equal(again.body.length, 0);
  t.equal(again.headers["content-security-policy"], extra_csp["/preview-pdf"], "under the same policy");
  t.equal((await getRaw(origin, "/preview-pdf", { "if-none-match": '"another"' })).status, 200);
  t.equal(
    (await getRaw(origin, "/", { "if-none-match": `"${files["/index.html"]}"` })).status,
    200,
    "no other page tells",
  );
});

t.test("no address leads out of the built files", async (t) => {
  const origin = await serve(t, webDir);
  const wrong = [
    "/../package.json",
    "/a/../../package.json",
    "/%2e%2e/package.json",
    "/a/..%2f..%2fpackage.json",
    "/.inputs",
    "/404.html",
    "//etc/passwd",
    "/a/",
    "/a/%00",
    "//en.evil.example/",
    "/https://evil.example/",
    "/desk/x",
    "/%65n",
    "/\\\\evil.example",
    "/__proto__",
    "/constructor",
  ];
  for (const name of wrong) {
    const { status, body } = await getRaw(origin, name);
    t.equal(status, 404, name);
    t.match(body.toString(), /There is no such page/);
  }
});

t.test("capitals and slashes at the end lead to the page that is meant, and to none of anybody else's", async (t) => {
  const origin = await serve(t, webDir);
  for (const [name, meant] of [
    ["/en/", "/en"],
    ["/EN", "/en"],
    ["/En//", "/en"],
    ["/desk/", "/desk"],
    ["/DESK/?kode=1", "/desk"],
    ["//", "/"],
  ] as const) {
    const { status, headers } = await getRaw(origin, name);
    t.same([status, headers.location], [308, meant], name);
    t.equal(headers["cache-control"], "no-store", "nobody's browser notes it down");
    t.equal((await getRaw(origin, meant)).status, 200);
  }
  t.equal((await getRaw(origin, assetNamed("reporter-id").toUpperCase())).status, 404, "files have one name");
});

t.test("an onion address is offered to those who do not use it", async (t) => {
  const [https, host] = ["https://segel.example", "segel.example"];
  const origin = await serve(t, webDir, [https, ONION]);
  t.equal((await getRaw(origin, "/en", { host })).headers["onion-location"], `${ONION}/en`);
  t.equal((await getRaw(origin, "/en", { host: new URL(ONION).host })).headers["onion-location"], undefined);
  t.equal((await getRaw(origin, assetNamed("reporter-id"), { host })).headers["onion-location"], undefined);
  t.equal((await getRaw(await serve(t, webDir, [https]), "/", { host })).headers["onion-location"], undefined);
});

t.test("attack 63: a server does not start with pages that are not those of the manifest", async (t) => {
  const folder = await temporaryFolder(t);
  await fs.cp(webDir, folder, { recursive: true });
  const file = path.join(folder, assetNamed("sealing"));
  const altered = Buffer.concat([await fs.readFile(file), Buffer.from(" ")]);
  await fs.writeFile(`${file}.gz`, gzipSync(altered));
  await t.rejects(serve(t, folder), { message: /is not the file that was built/ });
  await fs.rm(`${file}.gz`);
  await t.rejects(serve(t, folder), { message: /is missing/ });
  await t.rejects(serve(t, path.join(folder, "nowhere")), { message: /holds no built pages/ });
});

t.test("attack 43: no page names an address outside, and each file that it loads has its hash", async (t) => {
  for (const name of [...LANGUAGE_CODES.map(homePathOf), "/desk"]) {
    const html = await fs.readFile(fileOf(name), "utf8");
    const loaded = [
      ...html.matchAll(/<(?:script|link|img|source|iframe|object|embed)\b[^>]*?\b(?:src|href)="([^"]*)"[^>]*>/gu),
    ];
    t.ok(loaded.length >= 3, name);
    for (const [element, url = ""] of loaded) {
      t.ok(Object.hasOwn(files, url), `${name} loads ${url}`);
      if (!element.includes('rel="icon"')) t.match(element, /integrity="sha384-/, url);
    }
    t.notMatch(html, /rel="?(?:preconnect|dns-prefetch|prefetch|prerender)/u);
    t.notMatch(html, /<meta[^>]+http-equiv="?refresh/iu);
    t.notMatch(
      html,
      /\son[a-z]+=|<style|\sstyle=|javascript:/iu,
      "and nothing inline but the import map and the data block",
    );
    t.equal([...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>/gu)].length, 2);
  }
  for (const name of Object.keys(files).filter((file) => file.endsWith(".css"))) {
    t.notMatch(await fs.readFile(fileOf(name), "utf8"), /@import|url\(/u, name);
  }
});

t.test(
  "attack 31: the pages that show files load nothing, and hold one script, one style and no handler",
  async (t) => {
    for (const name of ["/preview", "/preview-pdf", "/preview-heif"]) {
      const html = await fs.readFile(fileOf(name), "utf8");
      const markup = html
        .replaceAll(/(<script\b[^>]*>).*?<\/script>/gsu, "$1")
        .replace(/<style>.*?<\/style>/su, "<style>");
      t.notMatch(markup, /\s(?:src|href|style|on[a-z]+)=|http-equiv|@import|url\(/iu, name);
      const scripts = [...markup.matchAll(/<script\b[^>]*>/gu)].map(([tag]) => tag);
      t.same(
        scripts.filter((tag) => !tag.startsWith('<script type="application/json"')),
        ["<script>"],
        name,
      );
      t.equal([...markup.matchAll(/<style>/gu)].length, 1, name);
      t.notMatch(/<style>(.*?)<\/style>/su.exec(html)?.[1] ?? "", /@import|url\(/u, name);
    }
  },
);

t.test("each language has a page, which leads to the others and carries the words of its own alone", async (t) => {
  for (const language of LANGUAGE_CODES) {
    const others = LANGUAGE_CODES.filter((other) => other !== language);
    const html = await fs.readFile(fileOf(homePathOf(language)), "utf8");
    t.match(html, `<html lang="${language}" dir="${factsOf(language).direction}">`);
    t.match(html, HOME[language].title);
    for (const other of others) t.match(html, `href="${homePathOf(other)}" lang="${other}"`);
    for (const [name, titles] of [
      ["reporter", LANGUAGE_CODES.map((code) => [code, SCREENS[code].what.title] as const)],
      ["files", LANGUAGE_CODES.map((code) => [code, FILES[code].lead] as const)],
      ["case", LANGUAGE_CODES.map((code) => [code, CASE_WORDS[code].CASE.status] as const)],
    ] as const) {
      const script = await fs.readFile(fileOf(assetNamed(`${name}-${language}`)), "utf8");
      const found = titles.filter(([, title]) => script.includes(title));
      t.same(
        found.map(([code]) => code),
        [language],
        name,
      );
    }
    const script = await fs.readFile(fileOf(assetNamed(`reporter-${language}`)), "utf8");
    t.notMatch(script, STATE_NAMES.verifying[language], "nor has the first script words that the case part alone says");
  }
});

/** So that home is usable after two seconds on a line of 400 kbit/s (test/bench/pages.ts). 1 KB is 1,000 bytes. */
t.test("pages keep to their budgets of bytes, compressed as an onion site sends them", async (t) => {
  const gzipped = async (...names: string[]) =>
    (await Promise.all(names.map(async (name) => (await fs.readFile(`${fileOf(name)}.gz`)).length))).reduce(
      (sum, size) => sum + size,
      0,
    );
  for (const language of LANGUAGE_CODES) {
    const home = homePathOf(language);
    t.ok((await gzipped(home, assetNamed("reporter-style"))) <= 15_000, `${home} with its style`);
    t.ok((await gzipped(assetNamed(`reporter-${language}`))) <= 30_000, "the reporter's script");
  }
  for (const list of CODE_WORDS) t.ok((await gzipped(assetNamed(`code-words-${list}`))) <= 8_000, "a word list");
  t.ok(
    (await gzipped("/preview")) <= 26_000,
    "the frame for pictures, texts, sound and video, with a reader of QR codes",
  );
  t.ok(
    (await gzipped(assetNamed("desk"))) <= 130_000,
    "the desk's script, which knows no cryptography: it is the vault's",
  );
  t.ok((await gzipped("/preview-pdf")) <= 1_850_000, "the frame for PDF: pdf.js, two decoders, all character maps");
  t.ok((await gzipped("/preview-heif")) <= 800_000, "the frame for HEIC: libheif");
  t.ok((await libsodiumBytes([])) <= 155_000, "libsodium with WebAssembly");
  t.ok((await libsodiumBytes(["no-wasm"])) <= 325_000, "libsodium without");
});

/** Alone, as the pages bundle it. */
async function libsodiumBytes(conditions: string[]): Promise<number> {
  const stdin = { contents: 'export { default } from "#sodium";', resolveDir: path.join(ROOT, "src/crypto") };
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    format: "esm",
    external: ["node:fs"],
    write: false,
    stdin,
    conditions,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}
