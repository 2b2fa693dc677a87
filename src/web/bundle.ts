/** One source file and all that it imports, as one file that is always the same. */
import * as fs from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { type Format, type Plugin, build } from "esbuild";
import { FIRST_LANGUAGE, LANGUAGE_CODES, type Language } from "../words/languages.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Import maps need Chrome 89, Firefox 108 and Safari 16.4; Firefox 115 is the last for old machines and
 * Chrome 109 the last for Windows 7. Tor Browser follows Firefox ESR.
 */
const TARGET = ["chrome109", "firefox115", "safari16.4"];

export type Bundle = {
  readonly source: string;
  readonly conditions?: readonly string[];
  readonly plugins?: readonly Plugin[];
  /** Of a reporter's page, whose script carries the words of this language alone */
  readonly language?: Language;
  /** `esm` by default; a script that stands in its page is none */
  readonly format?: Format;
};

/** Where Argon2id is needed the larger libsodium is there anyway, and has all of the smaller one. */
export const ONE_LIBSODIUM: Plugin = {
  name: "one-libsodium",
  setup(bundler) {
    bundler.onResolve({ filter: /^#sodium$/ }, ({ kind, resolveDir }) =>
      bundler.resolve("#sodium-sumo", { kind, resolveDir }),
    );
  },
};

/** `#words/…` is Indonesian to the compiler, as the measure of all languages, and in a page what its language has there. */
function wordsOf(language: Language): Plugin {
  return {
    name: "words",
    setup(bundler) {
      bundler.onResolve({ filter: /^#words\// }, ({ path: name }) => ({
        path: path.join(ROOT, "src/web/reporter/words", language, `${path.basename(name)}.ts`),
      }));
    },
  };
}

/**
 * In a page that carries all languages each table of `#words/…` is that of the language it was opened in
 * (src/web/reporter/sealer/language.ts).
 */
export const WORDS_OF_ALL: Plugin = {
  name: "words-of-all",
  setup(bundler) {
    bundler.onResolve({ filter: /^#words\// }, ({ path: name }) => ({ path: path.basename(name), namespace: "words" }));
    bundler.onLoad({ filter: /^/, namespace: "words" }, async ({ path: name }) => {
      const fileOf = (language: Language) => `./words/${language}/${name}.ts`;
      const first = await fs.readFile(path.join(ROOT, "src/web/reporter", fileOf(FIRST_LANGUAGE)), "utf8");
      const tables = [...first.matchAll(/^export (?:const|function) (\w+)/gmu)].map(([, table]) => table);
      return {
        contents: [
          `import { LANGUAGE } from ${JSON.stringify("./sealer/language.ts")};`,
          ...LANGUAGE_CODES.map((language) => `import * as ${language} from ${JSON.stringify(fileOf(language))};`),
          `const { ${tables.join(", ")} } = { ${LANGUAGE_CODES.join(", ")} }[LANGUAGE];`,
          `export { ${tables.join(", ")} };`,
        ].join("\n"),
        resolveDir: path.join(ROOT, "src/web/reporter"),
      };
    });
  },
};

/** The page without a network asks nobody: what it would ask stands in it. */
export const NO_LINE: Plugin = {
  name: "no-line",
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/connection\.ts$/ }, () => ({
      path: path.join(ROOT, "src/web/reporter/sealer/connection.ts"),
    }));
  },
};

/** How pdf.js loads a decoder when it meets a scanned page: from an address. */
const LOADS_DECODER =
  /await import\s*\(\s*(?:\/\*[^*]*\*\/\s*)*`\$\{WasmImage\.#wasmUrl\}\$\{this\._noWasmFilename\}`\s*\)/gu;

/** The frame that draws PDF can load nothing: the decoders that src/web/preview/pdf-reader.ts brings along are taken. */
export const DECODERS_INSIDE: Plugin = {
  name: "decoders-inside",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]pdf\.worker\.mjs$/ }, async ({ path }) => {
      const source = await fs.readFile(path, "utf8");
      if (source.match(LOADS_DECODER)?.length !== 1) throw new Error("pdf.js loads its decoders in another way now");
      return {
        contents: source.replace(LOADS_DECODER, "{ default: globalThis.segelDecoders[this._noWasmFilename] }"),
        loader: "js",
      };
    });
  },
};

export async function bundle(made: Bundle, prelude = ""): Promise<Uint8Array> {
  const { source, conditions = [], plugins = [], language, format = "esm" } = made;
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    bundle: true,
    write: false,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    // Of a megabyte of asm.js it takes off a thousandth, and three quarters of the time.
    minifySyntax: !conditions.includes("no-wasm"),
    format,
    platform: "browser",
    target: TARGET,
    conditions: [...conditions],
    plugins: language === undefined ? [...plugins] : [...plugins, wordsOf(language)],
    define: language === undefined ? {} : { LANGUAGE: JSON.stringify(language) },
    // libsodium and libheif ask for them under Node alone.
    external: ["node:fs", "fs", "path", "crypto"],
    // Nothing of what the compiler is told changes a byte: only that types are left out.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    jsx: "automatic",
    jsxImportSource: "preact",
    banner: { js: prelude },
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
  });
  const [output] = outputFiles;
  if (output === undefined || outputFiles.length !== 1) throw new Error(`${source} must make one file`);
  return output.contents;
}
