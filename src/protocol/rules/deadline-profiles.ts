/**
 * What an office promises and by when: profiles as data. Deadlines change by regulation, so each step says where it stands
 * and when that was read. A channel of the signed directory names its profile; `office.json` may change one or add more.
 */
import { DAY_UNITS, DEADLINE_KINDS, type Profiles, type Step } from "./deadlines.ts";
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

const READ = "2026-11";

/** UU 25/2009: the complainant completes within thirty days; what offices count too where their own rule is silent. */
const ANSWER_WITHIN_30 = {
  kind: "reporter-answer",
  count: 30,
  unit: "calendar",
  source: "UU 25/2009, pasal 44 ayat (4)",
  read: READ,
  confirmed: true,
} as const satisfies Step;

export const PROFILES: Profiles = {
  zi: {
    names: { id: "Zona Integritas", en: "Integrity zone" },
    steps: [
      {
        kind: "first-answer",
        count: 7,
        unit: "working",
        source: "praktik LKPP, wbs.lkpp.go.id",
        read: "2025-12",
        confirmed: false,
      },
      {
        kind: "verification",
        count: 30,
        unit: "working",
        pauses: true,
        source: "PP 43/2018, pasal 9",
        read: READ,
        confirmed: true,
      },
      ANSWER_WITHIN_30,
    ],
  },
  pp43: {
    names: { id: "Peran serta masyarakat (PP 43/2018)", en: "Public participation (PP 43/2018)" },
    steps: [
      {
        kind: "first-answer",
        count: 30,
        unit: "calendar",
        source: "UU 31/1999, pasal 41 ayat (2) huruf d",
        read: READ,
        confirmed: true,
      },
      {
        kind: "verification",
        count: 30,
        unit: "working",
        source: "PP 43/2018, pasal 9",
        read: READ,
        confirmed: true,
      },
    ],
  },
  uu25: {
    names: { id: "Pengaduan pelayanan publik (UU 25/2009)", en: "Complaint about a public service (UU 25/2009)" },
    steps: [
      {
        kind: "completeness",
        count: 14,
        unit: "calendar",
        source: "UU 25/2009, pasal 44 ayat (3)",
        read: READ,
        confirmed: true,
      },
      ANSWER_WITHIN_30,
      {
        kind: "decision",
        count: 60,
        unit: "calendar",
        pauses: true,
        source: "UU 25/2009, pasal 50 ayat (1)",
        read: READ,
        confirmed: true,
      },
      {
        kind: "notice",
        count: 14,
        unit: "calendar",
        source: "UU 25/2009, pasal 50 ayat (2)",
        read: READ,
        confirmed: true,
      },
    ],
  },
  benturan: {
    names: { id: "Benturan kepentingan (UU 30/2014)", en: "Conflict of interest (UU 30/2014)" },
    steps: [
      { kind: "decision", count: 5, unit: "working", source: "UU 30/2014, pasal 44", read: READ, confirmed: true },
      { kind: "notice", count: 5, unit: "working", source: "UU 30/2014, pasal 44", read: READ, confirmed: true },
    ],
  },
  eu: {
    names: { id: "Direktif (UE) 2019/1937", en: "Directive (EU) 2019/1937" },
    steps: [
      {
        kind: "first-answer",
        count: 7,
        unit: "calendar",
        source: "(EU) 2019/1937, art. 9(1)(b)",
        read: READ,
        confirmed: false,
      },
      {
        kind: "feedback",
        count: 3,
        unit: "month",
        most: { count: 6, unit: "month" },
        source: "(EU) 2019/1937, art. 9(1)(f), 11(2)(d)",
        read: READ,
        confirmed: false,
      },
    ],
  },
  // The standard asks for "timely" and names no number: these are the shortest that the others have, and an office's own.
  iso37002: {
    names: { id: "ISO 37002", en: "ISO 37002" },
    steps: [
      { kind: "first-answer", count: 7, unit: "calendar", source: "ISO 37002:2021, 8.2", read: READ, confirmed: false },
      {
        kind: "feedback",
        count: 3,
        unit: "month",
        pauses: true,
        source: "ISO 37002:2021, 8.3",
        read: READ,
        confirmed: false,
      },
      ANSWER_WITHIN_30,
    ],
  },
};

/** What stands in the code, with what the office has changed or added, each profile as a whole. */
export function withOffices(own: Profiles | undefined): Profiles {
  return { ...PROFILES, ...own };
}
