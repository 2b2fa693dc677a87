/** How a member is told by mail that there is something new, and whose mails do not go. */
import { API } from "../../../protocol/api.ts";
import type { MailFailure, Wishes } from "../../../protocol/rules/notices.ts";
import { callBytes, callJson } from "../../line/http.ts";
import type { Member } from "../entry/sign-in.ts";

export type OwnNotices = {
  /** The office has a mail server. */
  readonly isOffered: boolean;
  /** The office's, in its time zone */
  readonly hours: readonly string[];
  readonly zone: string;
  /** Null for who has named no address */
  readonly wishes: Wishes | null;
  /** Why the last mail did not go, and the day */
  readonly failure: { readonly code: MailFailure; readonly on: string } | null;
};

export type FailingNotices = {
  readonly isOffered: boolean;
  readonly failing: readonly {
    readonly memberId: string;
    readonly code: MailFailure;
    readonly on: string;
    readonly attempts: number;
  }[];
};

export async function readNotices({ connection }: Pick<Member, "connection">): Promise<OwnNotices> {
  return callJson(connection, "notices", API.notices.answer.json);
}

export async function saveNotices({ connection }: Pick<Member, "connection">, wishes: Wishes): Promise<void> {
  await callBytes(connection, "putNotices", { body: wishes });
}

export async function dropNotices({ connection }: Pick<Member, "connection">): Promise<void> {
  await callBytes(connection, "dropNotices");
}

/** Returns when the office's mail server has taken it. Throws ApiError `mail-off`, `mail-failed`, `too-often`. */
export async function testNotices({ connection }: Pick<Member, "connection">): Promise<void> {
  await callBytes(connection, "testNotices");
}

export async function readFailingNotices({ connection }: Pick<Member, "connection">): Promise<FailingNotices> {
  return callJson(connection, "failingNotices", API.failingNotices.answer.json);
}
