/**
 * segel-lapor.html, the page that seals without a network, as the build makes it: for one office, and still without its
 * readers, which are put in on the day on which it is given away (src/protocol/sealer-file.ts).
 */
import { LANGUAGE_CODES } from "../words/languages.ts";
import { NO_LINE, WORDS_OF_ALL } from "./bundle.ts";
import { INSIDE_BLOCK, type Inside } from "./reporter/sealer/inside.ts";
import { officeName, sealerBody } from "./reporter/sealer/page.ts";
import type { PageContext } from "./shared/delivery.ts";
import type { Unit } from "./shared/office.ts";
import { READERS_BLOCK } from "../protocol/sealer-file.ts";
import { makeFilePage } from "./single-file.ts";

type Context = Omit<PageContext, "head"> & {
  readonly addresses: readonly string[];
  readonly unitList: readonly Unit[];
  /** The one of the build before, where that was of the same sources */
  readonly earlier: Uint8Array | undefined;
};

export async function makeSealer({ addresses, unitList, earlier, ...context }: Context): Promise<Uint8Array> {
  const { rootsFingerprint: _, office: __, ...delivery } = context;
  const inside: Inside = {
    delivery: { ...delivery, units: null, chunks: {}, sealer: null },
    offices: Object.fromEntries(LANGUAGE_CODES.map((language) => [language, officeName(context, language)])),
    units: unitList,
    addresses,
  };
  return makeFilePage({
    // It holds both forms of libsodium: where WebAssembly is off, it works too.
    script: {
      source: "src/web/reporter/sealer/main.ts",
      conditions: ["no-wasm"],
      plugins: [WORDS_OF_ALL, NO_LINE],
    },
    style: { source: "src/web/reporter/reporter.css" },
    blocks: { [INSIDE_BLOCK]: inside, [READERS_BLOCK]: null },
    body: sealerBody(context),
    earlier,
  });
}
