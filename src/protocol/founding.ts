/**
 * An office that is being founded: what its founder proposes, and the code and keys by which a server that has no
 * directory yet knows who is who (docs/protocol.md, "Founding"). Who believes the server here is deceived; devices
 * compare one line instead.
 */
import type { Bytes } from "../crypto/bytes.ts";
import { hash } from "../crypto/sodium.ts";
import { profileName } from "./directory/directory.ts";
import { MOST_UNITS } from "./limits.ts";
import { daysOffByYear, officeName, officeUnit, officeZone, strayDayOff, unitTwice } from "./office.ts";
import * as z from "./encoding/zod.ts";

/** Of the founder, and of everybody who joins: random, made by the founder's program. */
export const FOUNDING_KEY_BYTES = 32;

/** As the server keeps both: whoever has a copy of the database is nobody here. */
export function foundingKeyHash(key: Uint8Array): Bytes {
  return hash("segel/1/founding-key", key);
}

/**
 * Crockford's base32: no I, L, O or U, so that nothing is misheard or mistaken. 20 of them are 100 random bits, in five
 * groups to be read aloud.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LETTERS = 20;
const GROUP = 4;

/** Random bytes, one a letter, as the code is printed. */
export function codeOf(random: Uint8Array): string {
  const letters = Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return (letters.match(new RegExp(`.{${GROUP}}`, "gu")) ?? []).join("-");
}

/** What was typed, as it was printed: any case and spacing, and letters that look alike. Undefined where it is no code. */
export function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/gu, "").replaceAll("O", "0").replaceAll(/[IL]/gu, "1");
  const isCode = letters.length === CODE_LETTERS && [...letters].every((letter) => ALPHABET.includes(letter));
  return isCode ? letters : undefined;
}

/** As the server keeps it. */
export function codeHash(letters: string): Bytes {
  return hash("segel/1/founding-code", letters);
}

/** In the languages of the pages: they are built of them. */
const names = z.strictObject({ id: officeName, en: officeName });

export const foundingOffice = z.strictObject({
  names,
  timeZone: officeZone,
  timeZoneNames: z.optional(names),
  units: z.array(officeUnit).check(
    z.maxLength(MOST_UNITS),
    z.refine((units) => unitTwice(units) === undefined),
  ),
  daysOff: daysOffByYear.check(z.refine((daysOff) => strayDayOff(daysOff) === undefined)),
});

/** What the founder proposes before anybody joins; who reads the channel is chosen when the list is closed. */
export const foundingProposal = z.strictObject({
  office: foundingOffice,
  channel: z.strictObject({
    names,
    deadlines: profileName,
  }),
});

export type FoundingOffice = z.infer<typeof foundingOffice>;
export type FoundingProposal = z.infer<typeof foundingProposal>;
