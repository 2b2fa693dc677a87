import { makeRetry } from "../../../client/line/retry.ts";
import * as SCHEDULES from "../../../client/line/schedules.ts";
import { loadLook, readDelivery } from "../../shared/delivery.ts";
import type { Look } from "./look/part.ts";

let underWay: Promise<Look> | undefined;

/** Waits for the part that looks into files, however long it takes: nothing goes out, and nothing is shown, unlooked at. */
export function getLook(): Promise<Look> {
  underWay ??= makeRetry(SCHEDULES.pagePart, { passes: () => true }).run(async () => {
    const { look } = await loadLook<{ readonly look: Look }>(readDelivery());
    return look;
  });
  return underWay;
}
