/**
 * Documents in which an office decides for itself, beside its cases: which there are, who writes each, and how they
 * travel (docs/protocol.md, "Office documents").
 */
import { type Bytes, exactU32, list, parseList } from "../../crypto/bytes.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { MAX_OFFICE_DOCUMENT_BYTES } from "../../crypto/office-document.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import { isDay } from "../encoding/day.ts";
import * as z from "../encoding/zod.ts";
import { FIGURES_EXPORT } from "./figures-export.ts";
import { LEDGER } from "./ledger.ts";
import { LIST_EXPORT } from "./list-export.ts";
import { RECEIVERS } from "./receivers.ts";
import { recordLine } from "../records/texts.ts";
import type { ROLES } from "../rules/casework.ts";

/**
 * What the office says of rules of the law that its screens rest on (law/law.ts): read again on a day, perhaps with another
 * value or source from then on; null where it is as the table has it.
 */
const LAW = z.strictObject({
  rules: z.readonly(
    z.array(
      z.strictObject({
        id: recordLine,
        on: z.string().check(z.refine(isDay)),
        value: z.nullable(
          z.union([z.number(), z.string(), z.readonly(z.array(z.number())), z.readonly(z.array(z.string()))]),
        ),
        source: z.nullable(recordLine),
      }),
    ),
  ),
});

type Kind = {
  /** Sealed to those who work on cases today; else in clear, and the signature alone protects it */
  readonly isSealed: boolean;
  /** Roles of which its author needs one */
  readonly writers: readonly (typeof ROLES)[number][];
  readonly content: z.core.$ZodType;
};

export const OFFICE_DOCUMENTS = {
  law: { isSealed: false, writers: ["lead"], content: LAW },
  ledger: { isSealed: true, writers: ["investigator", "lead"], content: LEDGER },
  receivers: { isSealed: true, writers: ["investigator", "lead"], content: RECEIVERS },
  "list-export": { isSealed: true, writers: ["investigator", "lead"], content: LIST_EXPORT },
  "figures-export": { isSealed: true, writers: ["investigator", "lead"], content: FIGURES_EXPORT },
} as const satisfies Record<string, Kind>;

export type OfficeDocumentKind = keyof typeof OFFICE_DOCUMENTS;
export type OfficeDocumentContent<Of extends OfficeDocumentKind> = z.infer<(typeof OFFICE_DOCUMENTS)[Of]["content"]>;

export const officeDocumentKind = z.enum(
  Object.keys(OFFICE_DOCUMENTS) as [OfficeDocumentKind, ...OfficeDocumentKind[]],
);

/** What is in a box: the content, and ids of those who can read it, ascending. */
export function sealedSchema<Content extends z.core.$ZodType>(content: Content) {
  return z.strictObject({ content, sealedTo: z.readonly(z.array(hexOf(ID_BYTES))) });
}

/** Versions of one kind, a page: 4.5 MB where they are the largest. */
export const OFFICE_DOCUMENTS_PAGE = 8;
export const MAX_OFFICE_DOCUMENTS_BYTES = OFFICE_DOCUMENTS_PAGE * (4 + MAX_OFFICE_DOCUMENT_BYTES) + 64;

/** Some versions in their order, and which is the newest that there is; 0 before the first. */
export type OfficeDocumentsPage = { readonly newest: number; readonly documents: readonly Uint8Array[] };

export function encodeOfficeDocuments({ newest, documents }: OfficeDocumentsPage): Bytes {
  return list("segel/1/office-documents", newest, ...documents);
}

/** Throws `malformed`. */
export function parseOfficeDocuments(bytes: Uint8Array): OfficeDocumentsPage {
  const [newest, ...documents] = parseList("segel/1/office-documents", bytes);
  return { newest: exactU32(newest), documents };
}
