/** What a kind of record holds: a strict schema for what is written, an open one for what is read (decision 0065). */
import type * as z from "../encoding/zod.ts";

export type RecordKind = { readonly written: z.core.$ZodObject; readonly read: z.core.$ZodObject };
