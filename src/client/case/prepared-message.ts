/** A message that is sealed and on its way: the same on both sides of a case. */
import { type Retry, makeRetry } from "../line/retry.ts";
import * as SCHEDULES from "../line/schedules.ts";

/** A sealed message that may be sent again and again: always the same bytes, in the same place. */
export type PreparedMessage = {
  /** Throws ApiError; `conflict` means that another message stands there: open the case again, and prepare anew. */
  readonly send: (options?: SendOptions) => Promise<void>;
};

export type SendOptions = {
  /** How it is tried again; without it as long as somebody waits for one message */
  readonly retry?: Retry;
  /** Ends it at once, with its reason; nobody knows then whether it has arrived */
  readonly signal?: AbortSignal | undefined;
  /** Hears that the device works on a proof of work, and that it has ended: until then the server has not taken it */
  readonly onWork?: (isWorking: boolean) => void;
};

/** A lost answer is followed by the same bytes again: the server answers the same, and one message is stored. */
export async function putUntilAnswered(
  put: (signal: AbortSignal | undefined) => Promise<unknown>,
  { retry = makeRetry(SCHEDULES.message), signal }: SendOptions = {},
): Promise<void> {
  await retry.run(() => put(signal), signal);
}
