/** Protection that was asked for, what was judged of it and done; and the questions before a step that could expose. */
import * as z from "../encoding/zod.ts";
import {
  ASKED_BY,
  CONSENTS,
  EXPOSURE_ANSWERS,
  EXPOSURE_QUESTIONS,
  EXPOSURE_STEPS,
  KNOWERS,
  MOST_MEASURES,
  PROTECTION_URGENCIES,
  REFERRAL_BODIES,
  SAFE_CONTACTS,
  THREATS,
  WANTED_MEASURES,
} from "../rules/protection.ts";
import { madeUpon, recordDay, recordLine, recordText } from "./texts.ts";

const text = z.string();
const day = z.nullable(text);
const codes = z.readonly(z.array(text));

function someOf<Code extends string>(all: readonly Code[]) {
  return z
    .readonly(z.array(z.enum(all as readonly [Code, ...Code[]])))
    .check(z.refine((chosen) => new Set(chosen).size === chosen.length));
}

function upTo<Item extends z.core.$ZodType>(most: number, item: Item) {
  return z.readonly(z.array(item).check(z.maxLength(most)));
}

const scale = z.nullable(z.int().check(z.gte(1), z.lte(4)));

const writtenMeasure = z.strictObject({
  what: recordLine,
  by: recordLine,
  on: recordDay,
  reviewOn: recordDay,
  result: recordLine,
});
const writtenReferral = z.strictObject({
  to: z.enum(REFERRAL_BODIES),
  on: recordDay,
  way: recordLine,
  consent: recordLine,
  documents: recordLine,
  answeredOn: recordDay,
  decision: recordLine,
});

export const PROTECTION = {
  written: z.strictObject({
    after: madeUpon,
    /** Number of the reporter's newest message that asks for it and was read for this, 0 for the report */
    source: z.int().check(z.gte(0)),
    askedOn: recordDay,
    askedBy: z.enum(ASKED_BY),
    threats: someOf(THREATS),
    /** From whom, since when, and whether it goes on */
    threat: recordText,
    urgency: z.enum(PROTECTION_URGENCIES),
    knownTo: someOf(KNOWERS),
    known: recordText,
    evidence: recordText,
    wanted: someOf(WANTED_MEASURES),
    wish: recordText,
    /** What must not be done */
    never: recordText,
    consent: z.strictObject({ to: z.enum(CONSENTS), named: recordLine, on: recordDay, withdrawnOn: recordDay }),
    contact: z.strictObject({ way: z.enum(SAFE_CONTACTS), text: recordLine }),
    /** UU 31/2014, pasal 28(3): importance of the information, level of threat; and the risk, 1 to 4 each */
    assessment: z.strictObject({ importance: scale, threat: scale, risk: scale, text: recordText }),
    measures: upTo(MOST_MEASURES, writtenMeasure),
    referrals: upTo(MOST_MEASURES, writtenReferral),
    closed: z.nullable(z.strictObject({ reason: recordText, watchUntil: recordDay })),
  }),
  read: z.object({
    after: z.number(),
    source: z.number(),
    askedOn: day,
    askedBy: text,
    threats: codes,
    threat: text,
    urgency: text,
    knownTo: codes,
    known: text,
    evidence: text,
    wanted: codes,
    wish: text,
    never: text,
    consent: z.object({ to: text, named: text, on: day, withdrawnOn: day }),
    contact: z.object({ way: text, text }),
    assessment: z.object({
      importance: z.nullable(z.number()),
      threat: z.nullable(z.number()),
      risk: z.nullable(z.number()),
      text,
    }),
    measures: z.readonly(z.array(z.object({ what: text, by: text, on: day, reviewOn: day, result: text }))),
    referrals: z.readonly(
      z.array(
        z.object({ to: text, on: day, way: text, consent: text, documents: text, answeredOn: day, decision: text }),
      ),
    ),
    closed: z.nullable(z.object({ reason: text, watchUntil: day })),
  }),
};

/** Answered before a step that could show who the reporter is. */
export const EXPOSURE = {
  written: z.strictObject({
    step: z.enum(EXPOSURE_STEPS),
    answers: z.readonly(
      z.array(z.strictObject({ question: z.enum(EXPOSURE_QUESTIONS), answer: z.enum(EXPOSURE_ANSWERS) })),
    ),
    /** What is done about the doubts */
    text: recordText,
  }),
  read: z.object({
    step: text,
    answers: z.readonly(z.array(z.object({ question: text, answer: text }))),
    text,
  }),
};
