/** Messages of members: a row and, with it, the state of the case, in one transaction. */
import { sql } from "kysely";
import type { Direction } from "../../../crypto/message.ts";
import type { State } from "../../../protocol/rules/casework.ts";
import { type Act, appendAct } from "../audit.ts";
import { isBehind } from "./cases.ts";
import type { Database } from "../database.ts";
import { areWhole, bindFiles, hasClaimed } from "./files.ts";

export type MessageToStore = {
  readonly memberId: Uint8Array;
  readonly handle: string;
  readonly direction: Exclude<Direction, "reporter">;
  readonly epoch: number;
  readonly sequence: number;
  readonly row: Uint8Array;
  /** That come with it; notes have none */
  readonly files: readonly Uint8Array[];
  readonly day: string;
  readonly move: { readonly from: State; readonly to: State } | undefined;
  readonly act: Act;
};

export type MessageOutcome = "stored" | "not-found" | "conflict" | "files-incomplete";

/** `stored` also for exactly the same message again, whatever state the case has reached since. */
export async function insertMessage(database: Database, message: MessageToStore): Promise<MessageOutcome> {
  const { memberId, handle, direction, epoch, sequence, row, files, day, move, act } = message;
  const claim = { handle, direction: "team", sequence, files } as const;
  return database.transaction().execute(async (transaction) => {
    // The lock makes writers of one case take turns: count and state stay what they were when they were looked at.
    const target = await transaction
      .selectFrom("cases")
      .innerJoin("access", (join) =>
        join.onRef("access.handle", "=", "cases.handle").onRef("access.epoch", "=", "cases.epoch"),
      )
      .select(["cases.state", "cases.epoch"])
      .where("cases.handle", "=", handle)
      .where("access.member_id", "=", memberId)
      .forUpdate("cases")
      .executeTakeFirst();
    if (target === undefined) return (await isBehind(transaction, memberId, handle)) ? "conflict" : "not-found";
    const stored = await transaction
      .selectFrom("messages")
      .select(sql<boolean>`epoch = ${epoch}::integer AND row = ${row}::bytea`.as("same"))
      .where("handle", "=", handle)
      .where("direction", "=", direction)
      .where("sequence", "=", sequence)
      .executeTakeFirst();
    if (stored !== undefined) {
      const isSame = stored.same && (direction === "internal" || (await hasClaimed(transaction, claim)));
      return isSame ? "stored" : "conflict";
    }
    const { count } = await transaction
      .selectFrom("messages")
      .select(sql<number>`coalesce(max(sequence), 0)`.as("count"))
      .where("handle", "=", handle)
      .where("direction", "=", direction)
      .executeTakeFirstOrThrow();
    const isNext = sequence === count + 1 && epoch === target.epoch;
    if (!isNext || (move !== undefined && target.state !== move.from)) return "conflict";
    if (!(await areWhole(transaction, claim))) return "files-incomplete";
    await transaction
      .insertInto("messages")
      .values({ handle, direction, sequence, epoch, stored_on: day, row, own_box: null })
      .execute();
    await bindFiles(transaction, claim);
    if (move !== undefined) {
      await transaction
        .updateTable("cases")
        .set({ state: move.to, state_on: day })
        .where("handle", "=", handle)
        .execute();
    }
    await appendAct(transaction, act);
    return "stored";
  });
}
