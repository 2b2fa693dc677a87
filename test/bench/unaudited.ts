/**
 * Loaded ahead of the bench's server (processes.ts): acts are not looked at, and no entry of them is added. The server
 * has no setting that does this; what acts cost without their entries is measured on one whose text was changed.
 */
import { registerHooks } from "node:module";

const CHANGES = [
  { file: "src/server/plugins/acts.ts", before: "const payload = headerBytes(request);", first: "return {} as Act;" },
  { file: "src/server/store/audit.ts", before: 'await appendLeaf(transaction, { kind: "act"', first: "return;" },
];

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const change = CHANGES.find(({ file }) => url === new URL(`../../${file}`, import.meta.url).href);
    if (change === undefined) return loaded;
    const text = new TextDecoder().decode(loaded.source as Uint8Array);
    if (text.split(change.before).length !== 2) throw new Error(`${change.file} is not what is changed here`);
    return { ...loaded, source: text.replace(change.before, `${change.first} ${change.before}`) };
  },
});
