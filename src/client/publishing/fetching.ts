/** All published figures, as the server has them; nothing of them is checked yet. */
import { API } from "../../protocol/api.ts";
import { FIGURES_PAGE } from "../../protocol/limits.ts";
import type { SignedSnapshot } from "../../protocol/publishing/snapshot.ts";
import { type Connection, callJson } from "../line/http.ts";
import { MOST_PAGES, limitPages } from "../line/paging.ts";

export async function fetchFigures(connection: Connection): Promise<SignedSnapshot[]> {
  const all: SignedSnapshot[] = [];
  const turnTo = limitPages(MOST_PAGES.figures);
  for (;;) {
    const { published } = await callJson(connection, "figures", API.figures.answer.json, {
      query: { from: all.length + 1 },
      atMost: API.figures.answer.atMost,
    });
    all.push(...published);
    if (published.length < FIGURES_PAGE) return all;
    turnTo(String(all.length));
  }
}
