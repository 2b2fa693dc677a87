/** What page and vault say to each other about what leaves the office. */
import type { ReporterPart } from "../../../../protocol/records/export.ts";
import type { ProvedCase } from "../../../../client/member/case/case-proof.ts";
import type { SignOrder, SignedEntry } from "../../../../client/case-file/signing.ts";

export type ExportCalls = {
  /** What of the case stands in the audit trail: an entry of the ZIP, and of which rows it is; undefined where the trail does not hold */
  readonly proveCase: {
    readonly ask: { readonly handle: string; readonly reporter: ReporterPart };
    readonly answer: { readonly proved: ProvedCase | undefined };
  };
  /** Of the open case, in which the member's own record of it was written before */
  readonly signExport: {
    readonly ask: { readonly handle: string; readonly order: Omit<SignOrder, "record"> };
    /** What goes behind the other entries of the ZIP */
    readonly answer: { readonly entries: readonly SignedEntry[] };
  };
};
