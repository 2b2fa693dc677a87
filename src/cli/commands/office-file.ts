/** What a command reads of the `office.json` beside the roots: whose days are counted, and what is promised by when. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROFILES, profilesSchema, withOffices } from "../../protocol/rules/deadline-profiles.ts";
import type { DaysOff, Profiles } from "../../protocol/rules/deadlines.ts";
import { type TimeZone, isTimeZone, timeZoneOf } from "../../protocol/encoding/time-zone.ts";
import { z } from "../../protocol/encoding/zod.ts";

export type OfficeFile = {
  readonly place: TimeZone | undefined;
  readonly daysOff: DaysOff;
  readonly profiles: Profiles;
};

const officeSchema = z.object({
  timeZone: z.optional(z.string().check(z.refine(isTimeZone))),
  timeZoneNames: z.optional(z.record(z.string(), z.string())),
  daysOff: z.optional(z.record(z.string(), z.object({ source: z.string(), days: z.array(z.string()) }))),
  deadlines: z.optional(profilesSchema),
});

const NOTHING: OfficeFile = { place: undefined, daysOff: {}, profiles: PROFILES };

/** Without one, or with one that cannot be read, days are shown as they are stored, and holidays are not counted. */
export function readOfficeFile(rootsFiles: readonly string[]): OfficeFile {
  const roots = rootsFiles.find((file) => existsSync(file));
  if (roots === undefined) return NOTHING;
  try {
    const text = readFileSync(path.join(path.dirname(roots), "office.json"), "utf8");
    const office = z.parse(officeSchema, JSON.parse(text));
    return { place: timeZoneOf(office), daysOff: office.daysOff ?? {}, profiles: withOffices(office.deadlines) };
  } catch {
    return NOTHING;
  }
}
