/** Figures that two members of a test's office publish. */
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { confirmFigures, proposeFigures, readFigures } from "../../../src/client/publishing/desk.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { nextLink } from "../../../src/protocol/publishing/chain.ts";
import type { Snapshot } from "../../../src/protocol/publishing/snapshot.ts";
import { today } from "../../../src/server/services/common/today.ts";

/** The quarter so many before that of this day: of 2 and more enough days have passed. */
export function pastQuarter(back: number): string {
  const [year = 0, month = 0] = today().split("-").map(Number);
  const quarter = year * 4 + Math.floor((month - 1) / 3) - back;
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

export async function snapshotBy(member: Member, period: string, changed: Partial<Snapshot> = {}): Promise<Snapshot> {
  const { current } = member.directories;
  return {
    format: "segel/1/figures-snapshot",
    ...nextLink((await readFigures(member)).published.genuine),
    directory: { version: current.version, hash: hex(current.hash) },
    period,
    counted: today(),
    threshold: 5,
    sharesFrom: 10,
    received: 42,
    ended: 31,
    tables: [
      {
        by: "category",
        rows: [
          { key: "pungutan-liar", count: 14 },
          { key: "suap", count: 9 },
          { key: "pengadaan-barang-jasa", count: 6 },
        ],
        rest: 13,
      },
      {
        by: "standing",
        rows: [
          { key: "closed", count: 25 },
          { key: "working", count: 10 },
          { key: "archived", count: 7 },
          { key: "referred", count: 0 },
        ],
        rest: null,
      },
    ],
    followedUp: { formula: "closed-of-due", done: 25, of: 35 },
    medians: [
      { of: "answer", weeks: 1 },
      { of: "conclusion", weeks: 8 },
    ],
    corrections: [],
    ...changed,
  };
}

export async function publishBy(lead: Member, second: Member, snapshot: Snapshot): Promise<void> {
  await proposeFigures(lead, snapshot, today());
  const { waiting } = await readFigures(second);
  await confirmFigures(second, waiting?.hash ?? "", today());
}
