/** The rows of a case as a member asks for them: all that members wrote, and of what the reporter did the newest. */
import { type Direction, rowSizes } from "../../../crypto/message.ts";
import { type CaseItem, type Row, parseRows } from "../../../protocol/frames.ts";
import { MESSAGES_PAGE_BYTES } from "../../../protocol/limits.ts";
import { callBytes } from "../../line/http.ts";
import { MOST_PAGES } from "../../line/paging.ts";
import type { Member } from "../entry/sign-in.ts";

const LARGEST_ROW_BYTES = Math.max(...rowSizes("reporter"));

export type Rows = { readonly [direction in Direction]: Row[] } & {
  /** So many earlier messages of the reporter were not asked for. */
  readonly begin: number;
};

/** All that members wrote, and the newest that the reporter did: how much that is, a stranger decides. */
export async function fetchRows(
  { connection }: Member,
  handle: string,
  { counts }: CaseItem,
  pages: number,
): Promise<Rows> {
  const ask = async (direction: Direction, query: { after: number } | { before: number }) =>
    parseRows(await callBytes(connection, "messages", { params: { handle, direction }, query }));

  async function all(direction: "team" | "internal"): Promise<Row[]> {
    const rows: Row[] = [];
    for (let pages = 0; ; pages++) {
      const after = rows.at(-1)?.sequence ?? 0;
      // As they stood when the case was asked for: else an answer seems to acknowledge what came between two requests.
      if (after >= counts[direction] || pages === MOST_PAGES.messages)
        return rows.filter(({ sequence }) => sequence <= counts[direction]);
      const page = await ask(direction, { after });
      // Nothing more although more is counted, or more than anybody reads: shown as withheld, not waited for.
      if ((page.at(-1)?.sequence ?? 0) <= after) return rows;
      rows.push(...page);
    }
  }

  async function newest(): Promise<Pick<Rows, "reporter" | "begin">> {
    const rows: Row[] = [];
    let before = counts.reporter + 1;
    let full = 0;
    for (let asked = 0; full < pages && asked < MOST_PAGES.messages && before > 1; asked++) {
      const earlier = await ask("reporter", { before });
      const first = earlier[0]?.sequence ?? before;
      // Likewise: what was asked for and did not come is no part that nobody asked for.
      if (first >= before) return { reporter: rows, begin: 0 };
      rows.unshift(...earlier);
      before = first;
      // Where one more would have fitted, the server left it out: that is asked for until it comes, or is withheld.
      if (earlier.reduce((sum, { row }) => sum + row.length, 0) > MESSAGES_PAGE_BYTES - LARGEST_ROW_BYTES) full++;
    }
    return { reporter: rows, begin: before - 1 };
  }

  return { ...(await newest()), team: await all("team"), internal: await all("internal") };
}
