/** What was made, checked by whoever has it, as it is and with one byte changed. */
import * as fs from "node:fs/promises";
import { callSegel } from "../../../cli/programs.ts";
import { same } from "./agree.ts";

/** So many bytes are changed, each in a copy of its own. */
const TRIED = 12;

/** @param args `segel figures verify`, the file, and whatever it needs beside; answers with what it says */
export async function verified(what: string, [command, ...args]: readonly string[]): Promise<unknown> {
  const { code, out, err } = await callSegel([command ?? "", ...args, "--json"]);
  same(`segel ${command} of ${what}, ${err}`, code, 0);
  return JSON.parse(out);
}

/**
 * @param args as above, with the file's name among them
 * @param matters a part of the file in which each byte says something; all of it where none is given
 */
export async function redOnceChanged(file: string, args: readonly string[], matters?: RegExp): Promise<void> {
  const bytes = await fs.readFile(file);
  const places = [...bytes.toString("latin1").matchAll(matters ?? /[^]+/gu)];
  if (places.length === 0) throw new Error(`${file} has no such part`);
  const spread = Array.from({ length: TRIED }, (_, at) => {
    const place = places[Math.floor((at * places.length) / TRIED)];
    const length = place?.[0].length ?? 0;
    return (place?.index ?? 0) + Math.floor((length * (at + 0.5)) / TRIED);
  });
  const changed = `${file}.changed`;
  for (const at of spread) {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    await fs.writeFile(changed, copy);
    const { code } = await callSegel(args.map((one) => (one === file ? changed : one)));
    same(`segel ${args[0]} sees that byte ${at} of ${bytes.length} is another`, code === 0, false);
  }
}
