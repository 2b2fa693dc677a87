/**
 * What looks into files, as a part of the desk that is fetched when the first file is chosen or opened: all formats
 * together are a fifth of what the desk's script may be.
 */
import { needsDecision } from "../../../../evidence/attachment.ts";
import { cleaning } from "../../../../evidence/cleaning.ts";
import { recognise } from "../../../../evidence/recognise.ts";

export const look = { cleaning, needsDecision, recognise } as const;
export type Look = typeof look;
