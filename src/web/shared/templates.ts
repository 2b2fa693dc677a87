/** Messages that an office writes again and again, as `office.json` changes or adds them: by code, a text a language. */
import { MAX_MESSAGE_CODE_POINTS, codePoints } from "../../protocol/limits.ts";
import * as z from "../../protocol/encoding/zod.ts";

const inLanguages = z.record(
  z.string().check(z.regex(/^[a-z]{2,3}$/u)),
  z.string().check(z.refine((text) => text.trim() !== "" && codePoints(text) <= MAX_MESSAGE_CODE_POINTS)),
);

export const templatesSchema = z.record(
  z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/u)),
  z.strictObject({ names: inLanguages, texts: inLanguages }),
);

export type OfficeTemplates = Readonly<
  Record<string, { readonly names: Readonly<Record<string, string>>; readonly texts: Readonly<Record<string, string>> }>
>;
