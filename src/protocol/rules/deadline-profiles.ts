/**
 * What an office promises and by when: profiles as data. How long each step is, where it stands and when that was read say
 * the rules of law (law/time-limits.ts). A channel of the signed directory names its profile; `office.json` may change one or add more.
 */
import { DAY_UNITS, DEADLINE_KINDS, type DayUnit, type DeadlineKind, type Profiles, type Step } from "./deadlines.ts";
import type { Rule } from "../law/rule.ts";
import { TIME_LIMITS } from "../law/time-limits.ts";
import * as z from "../encoding/zod.ts";

const lengthSchema = { count: z.int().check(z.gte(1), z.lte(366)), unit: z.enum(DAY_UNITS) };

const stepSchema = z.strictObject({
  kind: z.enum(DEADLINE_KINDS),
  ...lengthSchema,
  pauses: z.optional(z.boolean()),
  most: z.optional(z.strictObject(lengthSchema)),
  source: z.string().check(z.minLength(1)),
  read: z.string().check(z.regex(/^\d{4}-\d\d(-\d\d)?$/u)),
  confirmed: z.boolean(),
});

const profileSchema = z.strictObject({
  names: z.record(z.string().check(z.regex(/^[a-z]{2,3}$/u)), z.string().check(z.minLength(1))),
  steps: z.array(stepSchema).check(z.refine((steps) => new Set(steps.map(({ kind }) => kind)).size === steps.length)),
});

/** By the name in the channel */
export const profilesSchema = z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/u)), profileSchema);

/** A step as the rule says it; how long, where it stands and who has read it is written there alone. */
function stepBy(
  kind: DeadlineKind,
  rule: keyof typeof TIME_LIMITS,
  more: { readonly pauses?: true; readonly most?: keyof typeof TIME_LIMITS } = {},
): Step {
  const { source, readOn, mark }: Rule = TIME_LIMITS[rule];
  return {
    kind,
    ...lengthOf(rule),
    ...(more.pauses && { pauses: more.pauses }),
    ...(more.most && { most: lengthOf(more.most) }),
    source,
    read: readOn,
    confirmed: mark === "confirmed",
  };
}

function lengthOf(rule: keyof typeof TIME_LIMITS): { readonly count: number; readonly unit: DayUnit } {
  const { value: count, unit } = TIME_LIMITS[rule];
  return { count, unit };
}

export const PROFILES: Profiles = {
  zi: {
    names: { id: "Zona Integritas", en: "Integrity zone" },
    steps: [
      stepBy("first-answer", "lkpp-first-answer"),
      stepBy("verification", "pp43-verification", { pauses: true }),
      stepBy("reporter-answer", "uu25-reporter-answer"),
    ],
  },
  pp43: {
    names: { id: "Peran serta masyarakat (PP 43/2018)", en: "Public participation (PP 43/2018)" },
    steps: [stepBy("first-answer", "uu31-answer"), stepBy("verification", "pp43-verification")],
  },
  uu25: {
    names: { id: "Pengaduan pelayanan publik (UU 25/2009)", en: "Complaint about a public service (UU 25/2009)" },
    steps: [
      stepBy("completeness", "uu25-completeness"),
      stepBy("reporter-answer", "uu25-reporter-answer"),
      stepBy("decision", "uu25-decision", { pauses: true }),
      stepBy("notice", "uu25-notice"),
    ],
  },
  benturan: {
    names: { id: "Benturan kepentingan (UU 30/2014)", en: "Conflict of interest (UU 30/2014)" },
    steps: [stepBy("decision", "uu30-conflict"), stepBy("notice", "uu30-conflict")],
  },
  eu: {
    names: { id: "Direktif (UE) 2019/1937", en: "Directive (EU) 2019/1937" },
    steps: [
      stepBy("first-answer", "eu-acknowledgement"),
      stepBy("feedback", "eu-feedback", { most: "eu-feedback-most" }),
    ],
  },
  iso37002: {
    names: { id: "ISO 37002", en: "ISO 37002" },
    steps: [
      stepBy("first-answer", "iso-first-answer"),
      stepBy("feedback", "iso-feedback", { pauses: true }),
      stepBy("reporter-answer", "uu25-reporter-answer"),
    ],
  },
};

/** What stands in the code, with what the office has changed or added, each profile as a whole. */
export function withOffices(own: Profiles | undefined): Profiles {
  return { ...PROFILES, ...own };
}
