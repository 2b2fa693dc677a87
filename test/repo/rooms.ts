/** Rooms: the folders inside a layer. They import in one direction, which src/README.md writes down. */
import path from "node:path";
import type { Import } from "./layers.ts";

export type Arrow = { readonly from: string; readonly to: string };

/** Between rooms. A file that lies in a layer's own folder, in no room, counts as a room of its own. */
export function listArrows(imports: readonly Import[], layers: readonly string[]): Arrow[] {
  const roomOf = (file: string) => (layers.includes(path.dirname(file)) ? file : path.dirname(file));
  const arrows = imports
    .filter(({ specifier }) => specifier.startsWith("."))
    .map(({ file, specifier }) => ({ from: roomOf(file), to: roomOf(path.join(path.dirname(file), specifier)) }))
    .filter(({ from, to }) => from !== to);
  return [...new Map(arrows.map((arrow) => [`${arrow.from} → ${arrow.to}`, arrow])).values()];
}

/** What is left when every arrow is taken away that begins where none ends, or ends where none begins. */
export function findCircles(arrows: readonly Arrow[]): readonly Arrow[] {
  const begins = new Set(arrows.map(({ from }) => from));
  const ends = new Set(arrows.map(({ to }) => to));
  const left = arrows.filter(({ from, to }) => ends.has(from) && begins.has(to));
  return left.length === arrows.length ? arrows : findCircles(left);
}

/** A layer's rooms by rank, from "`line` ← `directory` ← `reporter`, `member`": those of one rank know nothing of each other. */
export type Order = ReadonlyMap<string, number>;

/** Of each layer that has a row in the table: "| `client` | `line` ← … |" */
export function readOrders(readme: string): ReadonlyMap<string, Order> {
  const rows = [...readme.matchAll(/^\| `([^`|]+)` \| ((?:`[a-z-]+`(?: ← |, )?)+) \|$/gm)];
  return new Map(
    rows.map(([, layer = "", rooms = ""]) => {
      const ranks = rooms.split(" ← ").flatMap((one, rank) => one.split(", ").map((room) => [room, rank] as const));
      return [`src/${layer}`, new Map(ranks.map(([room, rank]) => [room.replaceAll("`", ""), rank]))];
    }),
  );
}

/** Arrows between two rooms of one layer that do not lead down its order. */
export function findAgainst(
  arrows: readonly Arrow[],
  orders: ReadonlyMap<string, Order>,
  layers: readonly string[],
): Arrow[] {
  const placeOf = (room: string) => {
    const layer = layers.filter((one) => room.startsWith(`${one}/`)).toSorted((a, b) => b.length - a.length)[0] ?? "";
    return { layer, top: room.slice(layer.length + 1).split("/")[0] ?? "" };
  };
  return arrows.filter((arrow) => {
    const [from, to] = [placeOf(arrow.from), placeOf(arrow.to)];
    if (from.layer !== to.layer || from.top === to.top || isFile(from.top) || isFile(to.top)) return false;
    const order = orders.get(from.layer);
    return !((order?.get(to.top) ?? Infinity) < (order?.get(from.top) ?? -Infinity));
  });
}

function isFile(name: string): boolean {
  return name.includes(".");
}
