/**
 * Two charts, as plain SVG: columns side by side, and one bar cut into parts. Numbers stand on them and in a table beside,
 * parts are told apart by their fill and not by a colour, so that a copier and a reader without colours see the same.
 */
import type { Text, Texts } from "../../../words/text.ts";
import { useSpeech } from "../../screen/speech.ts";

/** In the order in which parts are cut: full, hatched, empty, dotted. */
const FILLS = ["full", "hatch", "empty", "dots"] as const;
export type Fill = (typeof FILLS)[number];

/** Patterns are the page's: two charts may have the same without harm. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="fill-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" class="paper" />
          <rect width="3.5" height="7" class="full" />
        </pattern>
        <pattern id="fill-dots" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" class="paper" />
          <circle cx="3.5" cy="3.5" r="1.4" class="dot" />
        </pattern>
      </defs>
    </svg>
  );
}

const PAINT: Readonly<Record<Fill, string>> = {
  full: "",
  hatch: "url(#fill-hatch)",
  empty: "",
  dots: "url(#fill-dots)",
};

function painted(fill: Fill): { readonly class: string; readonly fill?: string } {
  return PAINT[fill] === "" ? { class: fill } : { class: "patterned", fill: PAINT[fill] };
}

export function Swatch({ fill }: { readonly fill: Fill }) {
  return (
    <svg class="swatch" viewBox="0 0 20 14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="19" height="13" rx="2" {...painted(fill)} />
    </svg>
  );
}

export type Column = { readonly name: string; readonly values: readonly number[] };

const PLOT = { height: 150, top: 22, bottom: 24, group: 64 } as const;

/** @param label what it shows, for who does not see it: the numbers are in the table below */
export function Columns({
  columns,
  fills,
  label,
}: {
  readonly columns: readonly Column[];
  readonly fills: readonly Fill[];
  readonly label: string;
}) {
  const { number } = useSpeech();
  const most = Math.max(1, ...columns.flatMap(({ values }) => values));
  const width = Math.max(1, columns.length) * PLOT.group;
  const bar = (PLOT.group - 12) / fills.length;
  const ground = PLOT.height - PLOT.bottom;
  return (
    <svg class="columns" viewBox={`0 0 ${width} ${PLOT.height}`} role="img" aria-label={label}>
      {columns.map(({ name, values }, at) => (
        <g key={name} transform={`translate(${at * PLOT.group} 0)`}>
          {values.map((value, which) => {
            const height = ((ground - PLOT.top) * value) / most;
            const x = 6 + which * bar;
            return (
              <g key={FILLS[which]}>
                <rect
                  x={x + 1}
                  y={ground - height}
                  width={bar - 2}
                  height={height}
                  {...painted(fills[which] ?? "full")}
                />
                <text x={x + bar / 2} y={ground - height - 5} class="value">
                  {number(value)}
                </text>
              </g>
            );
          })}
          <text x={PLOT.group / 2} y={PLOT.height - 7} class="name">
            {name}
          </text>
        </g>
      ))}
      <line x1="0" x2={width} y1={ground} y2={ground} class="ground" />
    </svg>
  );
}

export type Slice = { readonly name: Text | Texts; readonly n: number };

/** One bar, cut into parts; the table under it is its legend. */
export function Strip({ slices, label }: { readonly slices: readonly Slice[]; readonly label: string }) {
  const whole = slices.reduce((sum, { n }) => sum + n, 0);
  let at = 0;
  return (
    <svg class="strip" viewBox="0 0 400 36" preserveAspectRatio="none" role="img" aria-label={label}>
      {slices.map(({ n }, which) => {
        const width = whole === 0 ? 0 : (n / whole) * 399;
        const x = at + 0.5;
        at += width;
        const fill = fillOf(which);
        return n > 0 && <rect key={fill} x={x} y="0.5" width={width} height="35" {...painted(fill)} />;
      })}
      {whole === 0 && <rect x="0.5" y="0.5" width="399" height="35" class="empty" />}
    </svg>
  );
}

export function fillOf(which: number): Fill {
  return FILLS[which % FILLS.length] ?? "full";
}

/** A bar within a row of a table: its number stands in the cell beside it. */
export function Bar({ n, most }: { readonly n: number; readonly most: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="0" width={most === 0 ? 0 : (n / most) * 100} height="10" class="full" />
    </svg>
  );
}
