/**
 * What the pages know of the office that runs them: `office.json` beside its public keys. Everything here is public and
 * built into the pages, so that a server cannot tell one reporter another name, or other holidays, than the next.
 */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { hexOf } from "../../protocol/encoding/byte-schemas.ts";
import { type AskedField, EMPTY_ANSWERS, FIELDS } from "../../protocol/rules/report-fields.ts";
import { profilesSchema } from "../../protocol/rules/deadline-profiles.ts";
import { JUDGING_RULES, type JudgingRules } from "../../protocol/rules/suggestions.ts";
import { HIGHEST_TOTAL, SCORES } from "../../protocol/rules/triage.ts";
import { MAX_LABEL_CODE_POINTS, codePoints } from "../../protocol/limits.ts";
import { daysOffByYear, officeName, officeUnit, officeZone, strayDayOff, unitTwice } from "../../protocol/office.ts";
import { LANGUAGE_CODES } from "../../words/languages.ts";
import { type TimeZone, timeZoneOf } from "../../protocol/encoding/time-zone.ts";
import { templatesSchema } from "./templates.ts";
import * as z from "../../protocol/encoding/zod.ts";

const channelId = hexOf(ID_BYTES);

const unitSchema = z.strictObject({
  ...officeUnit.shape,
  /** The channel that serves it: proposed to whoever names this unit */
  channel: z.optional(channelId),
});

/** Questions that a channel may leave out: those that nobody must answer. */
export const OPTIONAL_QUESTIONS = (Object.keys(EMPTY_ANSWERS) as (keyof typeof EMPTY_ANSWERS)[]).filter(
  (field): field is OptionalQuestion => field !== "language" && FIELDS[field].required !== true,
);
export type OptionalQuestion = Exclude<AskedField, "unitName" | "what">;

/** What the directory does not say of a channel, because it gives nobody anything. */
const channelSchema = z.strictObject({
  /** In which its readers answer */
  languages: z.optional(z.array(z.enum(LANGUAGE_CODES)).check(z.minLength(1))),
  /** Questions that its form does not ask */
  leavesOut: z.optional(z.array(z.enum(OPTIONAL_QUESTIONS))),
});
export type ChannelSettings = z.infer<typeof channelSchema>;

/** In the languages of the first offices. One that came later may be left out, so that an older file stays right. */
const namesSchema = z.strictObject({
  ...Object.fromEntries(LANGUAGE_CODES.map((language) => [language, z.optional(officeName)])),
  id: officeName,
  en: officeName,
});

const countSchema = z.optional(z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER)));

const judgingSchema = z.strictObject({
  kpkFromIDR: countSchema,
  secondFromTotal: z.optional(z.int().check(z.gte(SCORES.length), z.lte(HIGHEST_TOTAL))),
  gratification: z.optional(
    z.strictObject({
      ritesIDR: countSchema,
      colleagueIDR: countSchema,
      colleagueYearIDR: countSchema,
      reportWithinDays: countSchema,
      incompleteAfterDays: countSchema,
    } satisfies Record<keyof JudgingRules["gratification"], unknown>),
  ),
} satisfies Record<keyof JudgingRules, unknown>);

const officeSchema = z.strictObject({
  names: namesSchema,
  /** Whose days everything counts: WIB, WITA, WIT, or a name of the IANA; and what people there call it */
  timeZone: z.optional(officeZone),
  timeZoneNames: z.optional(namesSchema),
  units: z.optional(z.array(unitSchema)),
  /** By the channel's id in the directory */
  channels: z.optional(z.record(channelId, channelSchema)),
  daysOff: z.optional(daysOffByYear),
  /** Profiles of deadlines by name: another than the one in the code, or one more */
  deadlines: z.optional(profilesSchema),
  /** Words that the desk proposes as labels of cases */
  labels: z.optional(z.array(officeName.check(z.refine((text) => codePoints(text) <= MAX_LABEL_CODE_POINTS)))),
  /** From which total of a triage sheet a second member looks, and gifts that need not be reported */
  judging: z.optional(judgingSchema),
  /** Messages to begin from, by code: another than ours, or one more */
  templates: z.optional(templatesSchema),
  /** Where quick exit leads */
  exitUrl: z.optional(z.url({ protocol: /^https$/u })),
});

export type Office = z.infer<typeof officeSchema>;
export type Unit = z.infer<typeof unitSchema>;

/** Whose days the pages count; an office that has named none counts UTC's. */
export function placeOf(office: Office | undefined): TimeZone {
  return timeZoneOf(office ?? {});
}

/** What holds where the office has set nothing else. */
export function judgingRulesOf({ judging }: Partial<Office> = {}): JudgingRules {
  const given = (fields: object = {}) =>
    Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined));
  const { gratification, ...rest } = judging ?? {};
  return {
    ...JUDGING_RULES,
    ...given(rest),
    gratification: { ...JUDGING_RULES.gratification, ...given(gratification) },
  };
}

export class OfficeError extends Error {}

/** Reads `office.json`. Throws OfficeError, whose message says what is wrong and where. */
export function parseOffice(text: string): Office {
  const office = checkShape(text);
  const stray = strayDayOff(office.daysOff ?? {});
  if (stray !== undefined) throw new OfficeError(`daysOff: ${stray.day} does not lie in ${stray.year}`);
  const twice = unitTwice(office.units ?? []);
  if (twice !== undefined) throw new OfficeError(`units: ${twice} stands there twice`);
  return office;
}

function checkShape(text: string): Office {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new OfficeError("no JSON");
  }
  const { data, error } = z.safeParse(officeSchema, json);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const stray = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const place = [...(issue?.path ?? []), ...stray].join(".");
  throw new OfficeError(
    `${place === "" ? "all of it" : place}: ${stray.length > 0 ? "not known" : "not as it must be"}`,
  );
}
