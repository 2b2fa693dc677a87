/** Protection: who asked for it last, whether the team has answered, and how urgent it is. */
import type { ReadMessage } from "../../protocol/content.ts";
import type { Entry } from "../case/chain.ts";
import type { Versions } from "./versions.ts";

/** A message in which the reporter asks for protection, by its number in direction `reporter`. */
export type ProtectionRequest = {
  readonly sequence: number;
  readonly on: string;
  readonly urgency: string;
  readonly text: string;
};

type Said = Pick<Entry, "direction" | "sequence" | "storedOn" | "effective"> & {
  readonly message: Pick<ReadMessage, "kind"> | undefined;
};

/** Oldest first. */
export function requestsIn(conversation: readonly Said[]): ProtectionRequest[] {
  return conversation.flatMap(({ direction, sequence, storedOn, effective, message }) => {
    if (direction !== "reporter" || !effective || message?.kind !== "protection-request") return [];
    const { urgency, text } = message as Extract<ReadMessage, { kind: "protection-request" }>;
    return [{ sequence, on: storedOn, urgency, text }];
  });
}

/** The newest request that no record of the team has taken up yet. */
export function unansweredRequest(
  conversation: readonly Said[],
  { now }: Versions<"protection">,
): ProtectionRequest | undefined {
  return requestsIn(conversation).findLast(({ sequence }) => sequence > (now?.content.source ?? 0));
}

/**
 * How urgent protection is in a case: what the reporter says counts until the team has judged, then what the team says
 * until it closes it. Undefined where nobody asks, or all is closed.
 */
export function protectionUrgency(
  conversation: readonly Said[],
  protection: Versions<"protection">,
): string | undefined {
  const asked = unansweredRequest(conversation, protection);
  const judged = protection.now?.content.closed === null ? protection.now.content.urgency : undefined;
  // Of two the more urgent one: a calmer second message does not take an open danger back.
  return [asked?.urgency, judged].find((urgency) => urgency === "now") ?? asked?.urgency ?? judged;
}
