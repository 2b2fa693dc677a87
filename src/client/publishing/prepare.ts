/**
 * A snapshot of a period, made of its figures: what of them may be told, and of earlier snapshots what may be corrected.
 * Pure: the same figures, rules and earlier snapshots give the same bytes, so that whoever signs second can count again.
 */
import { GROUPS as STANDINGS, FORMULAS } from "../figures/share.ts";
import type { Count, Figures } from "../figures/figures.ts";
import { CATEGORIES, OUTCOMES } from "../../protocol/rules/casework.ts";
import { SOURCE_WAYS } from "../../protocol/rules/source-ways.ts";
import { foldText } from "../../protocol/encoding/fold.ts";
import { type Link, nextLink } from "../../protocol/publishing/chain.ts";
import {
  MEDIANS,
  PROPERTIES,
  type Correction,
  type Median,
  type Property,
  type Row,
  type Snapshot,
  type Table,
} from "../../protocol/publishing/snapshot.ts";
import { type Cell, type Limits, type Shown, type Told, correct, isFarEnough, protect } from "./disclosure.ts";

type Names = Readonly<Record<string, string>>;

/** From when on something is told: of protocol/law, as the office has set them. */
export type Thresholds = {
  readonly threshold: number;
  readonly sharesFrom: number;
  readonly unitsFrom: number;
};

type Office = {
  readonly directory: Snapshot["directory"];
  readonly channels: readonly { readonly id: string; readonly names: Names }[];
  /** As the office lists them: what a reporter has typed otherwise is never told */
  readonly units: readonly { readonly name: string; readonly aliases?: readonly string[] | undefined }[];
};

export type Preparing = Thresholds &
  Office & {
    /** "2026-H2" */
    readonly period: string;
    readonly figures: Figures;
    /** The rule by which the share followed up is counted */
    readonly formula: string;
    /** The day on which it was counted */
    readonly counted: string;
    /** All that were published, ascending, each looked at */
    readonly earlier: readonly Link[];
    /** Figures of earlier periods as they stand now, which shall be corrected: by the snapshot's number */
    readonly anew?: ReadonlyMap<number, Figures>;
  };

/** A table as it was counted, and what of it is told; undefined where nothing is. */
export type Explained = {
  readonly by: Property;
  readonly cells: readonly Cell[];
  readonly shown: Shown | undefined;
  readonly least: number;
};

/** What a correction would change, table by table. `kept`: it changed too little, or would tell too much. */
type ExplainedCorrection = {
  readonly sequence: number;
  readonly period: string;
  readonly tables: readonly { readonly by: Property; readonly is: "corrected" | "kept" | "same" }[];
};

export type Prepared = {
  readonly snapshot: Snapshot;
  readonly tables: readonly Explained[];
  readonly corrections: readonly ExplainedCorrection[];
  /** Medians that are not told: of too few */
  readonly withheld: readonly Median[];
};

export function prepare(preparing: Preparing): Prepared {
  const { figures, threshold, sharesFrom, counted, period, directory, earlier, anew = new Map() } = preparing;
  const isTold = figures.received >= threshold;
  const tables = tablesOf(figures, preparing);
  const published = isTold ? tables.flatMap((one) => tableOf(one, preparing)) : [];
  const corrected = [...anew].map(([sequence, now]) => correctionOf(sequence, now, preparing));
  const medians = MEDIANS.flatMap((of) => {
    const { days, of: n } = figures[of];
    return days === undefined || n < sharesFrom ? [] : [{ of, weeks: Math.max(1, Math.ceil(days / 7)) }];
  });
  return {
    snapshot: {
      format: "segel/1/figures-snapshot",
      ...nextLink(earlier),
      directory,
      period,
      counted,
      threshold,
      sharesFrom,
      received: isTold ? figures.received : null,
      ended: figures.flow.ended >= threshold ? figures.flow.ended : null,
      tables: published,
      followedUp: followedUpOf(figures, published, preparing),
      medians: isTold ? medians : [],
      corrections: corrected.flatMap(({ correction }) => (correction === undefined ? [] : [correction])),
    },
    tables: tables.map((one) => (isTold ? one : { ...one, shown: undefined })),
    corrections: corrected.map(({ explained }) => explained),
    withheld: MEDIANS.filter((of) => !medians.some((one) => one.of === of)),
  };
}

/** Every property with every value that it can have. */
function tablesOf(figures: Figures, preparing: Preparing): Explained[] {
  const closed = protect(cellsOf("standing", figures, preparing), limitsOf("standing", preparing))?.rows;
  return PROPERTIES.flatMap((by) => {
    // It divides those that are closed: how many they are must be told already.
    if (by === "outcome" && closed?.some(({ key, n }) => key === "closed" && n > 0) !== true) return [];
    const cells = cellsOf(by, figures, preparing);
    // Nobody was promised it: there is nothing to tell.
    if (cells.find(({ key }) => key === NOT_PROMISED)?.n === figures.received) return [];
    const limits = limitsOf(by, preparing);
    return cells.length < 2 ? [] : [{ by, cells, least: limits.least, shown: protect(cells, limits, unlisted(by)) }];
  });
}

/** What the office did with reports, and not what they say: that none is late, or none was referred, may be told. */
const OWN_WORK: readonly Property[] = ["standing", "first-answer", "decision"];

function limitsOf(by: Property, { threshold, unitsFrom }: Thresholds): Limits {
  return { least: by === "unit" ? Math.max(threshold, unitsFrom) : threshold, tellsNone: OWN_WORK.includes(by) };
}

/** Of units: those that the office does not list, whatever they are called. */
const UNLISTED = "";

function unlisted(by: Property): ReadonlySet<string> {
  return new Set(by === "unit" ? [UNLISTED] : []);
}

function cellsOf(by: Property, figures: Figures, { channels, units }: Office): Cell[] {
  const named: Readonly<Record<Property, () => Cell[]>> = {
    channel: () =>
      counted(
        figures.channels,
        channels.map(({ id }) => id),
      ),
    way: () => counted(figures.ways, ["page", ...SOURCE_WAYS], "other"),
    category: () => counted(figures.categories, CATEGORIES, "lainnya"),
    unit: () => unitCells(figures.units, units),
    standing: () => STANDINGS.map((key) => ({ key, n: figures.groups[key] })),
    outcome: () => counted(figures.outcomes, OUTCOMES, "unknown"),
    "first-answer": () => keptCells(figures, "first-answer"),
    decision: () => keptCells(figures, "decision"),
    returned: () => [
      { key: "yes", n: figures.returned },
      { key: "no", n: figures.received - figures.returned },
    ],
  };
  return named[by]();
}

/** All values of a table of ours. What is none of them counts as `other`: a report could bring any text as a code. */
function counted(counts: readonly Count[], keys: readonly string[], other?: string): Cell[] {
  const sums = new Map(keys.map((key) => [key, 0]));
  for (const { key, n } of counts) {
    const known = key !== undefined && sums.has(key) ? key : (other ?? key ?? "");
    sums.set(known, (sums.get(known) ?? 0) + n);
  }
  return [...sums].map(([key, n]) => ({ key, n }));
}

function unitCells(counts: readonly Count[], units: Office["units"]): Cell[] {
  if (units.length === 0) return [];
  const names = new Map(
    units.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((one) => [foldText(one), name] as const)),
  );
  const listed = counts.map(({ key, n }) => ({ key: names.get(foldText(key ?? "")) ?? UNLISTED, n }));
  const cells = counted(
    listed,
    units.map(({ name }) => name),
  );
  return cells;
}

const NOT_PROMISED = "none";

/** Of all reports, so that they are the whole: not every one is promised it. */
function keptCells({ promises, received }: Figures, kind: "first-answer" | "decision"): Cell[] {
  const { kept, missed, running } = promises.find((one) => one.kind === kind) ?? { kept: 0, missed: 0, running: 0 };
  return [
    { key: "kept", n: kept },
    { key: "missed", n: missed },
    { key: "running", n: running },
    { key: NOT_PROMISED, n: received - kept - missed - running },
  ];
}

function tableOf({ by, shown }: Pick<Explained, "by" | "shown">, { channels }: Office): Table[] {
  if (shown === undefined) return [];
  const rows = shown.rows.map(({ key, n }): Row => {
    const names = by === "channel" ? channels.find(({ id }) => id === key)?.names : undefined;
    return names === undefined ? { key, count: n } : { key, names, count: n };
  });
  return [{ by, rows, rest: shown.rest }];
}

/** Only where the table of where they stand tells each group of the formula: then it tells nothing more. */
function followedUpOf(
  { followedUp: { done, of } }: Figures,
  tables: readonly Table[],
  { formula, sharesFrom }: Preparing,
): Snapshot["followedUp"] {
  const rows = tables.find(({ by }) => by === "standing")?.rows ?? [];
  const groups = FORMULAS[formula as keyof typeof FORMULAS]?.of;
  const isTold = groups?.every((group) => rows.some(({ key }) => key === group)) === true;
  return isTold && of >= sharesFrom ? { formula, done, of } : null;
}

function correctionOf(
  sequence: number,
  now: Figures,
  preparing: Preparing,
): { readonly explained: ExplainedCorrection; readonly correction: Correction | undefined } {
  const { earlier } = preparing;
  const original = earlier.find(({ snapshot }) => snapshot.sequence === sequence)?.snapshot;
  if (original === undefined) throw new Error(`no snapshot ${sequence}`);
  const versions = [
    original,
    ...earlier.flatMap(({ snapshot }) => snapshot.corrections.filter((one) => one.sequence === sequence)),
  ];
  // What was told under a larger threshold is not told more finely now.
  const thresholds = { ...preparing, threshold: Math.max(original.threshold, preparing.threshold) };
  const isWholeTold = versions.every(
    ({ received }) => received !== null && isFarEnough(now.received, received, thresholds.threshold),
  );
  const looked = original.tables.map(({ by }) => {
    const told = versions.flatMap(({ tables }) => tables.filter((one) => one.by === by).map(toldOf));
    const cells = cellsOf(by, now, preparing);
    const shown = isWholeTold ? correct(cells, limitsOf(by, thresholds), told) : undefined;
    const last = told.at(-1);
    const is = last !== undefined && isSame(cells, last) ? "same" : shown === undefined ? "kept" : "corrected";
    return { by, shown, is } as const;
  });
  const tables = looked.flatMap((one) => (one.is === "corrected" ? tableOf(one, preparing) : []));
  return {
    explained: { sequence, period: original.period, tables: looked.map(({ by, is }) => ({ by, is })) },
    correction: tables.length === 0 ? undefined : { sequence, received: now.received, tables },
  };
}

function toldOf({ rows, rest }: Table): Told {
  return { rows: rows.map(({ key, count }) => ({ key, n: count })), rest };
}

function isSame(cells: readonly Cell[], { rows, rest }: Told): boolean {
  const counts = new Map(cells.map(({ key, n }) => [key, n]));
  const visible = rows.map(({ key }) => key);
  const others = cells.filter(({ key }) => !visible.includes(key)).reduce((sum, { n }) => sum + n, 0);
  return rows.every(({ key, n }) => counts.get(key) === n) && others === (rest ?? 0);
}
