/** Where the member is signed in: by day, and nothing of devices. */
import { API } from "../../protocol/api.ts";
import type * as z from "../../protocol/encoding/zod.ts";
import { callBytes, callJson } from "../line/http.ts";
import type { Member } from "../member/entry/sign-in.ts";

export type OwnSession = z.output<typeof API.sessions.answer.json>["sessions"][number];

export async function readSessions({ connection }: Member): Promise<readonly OwnSession[]> {
  return (await callJson(connection, "sessions", API.sessions.answer.json)).sessions;
}

export async function endSession({ connection }: Member, sessionId: string): Promise<void> {
  await callBytes(connection, "endSession", { params: { sessionId } });
}

export async function endOtherSessions({ connection }: Member): Promise<void> {
  await callBytes(connection, "endOtherSessions");
}
