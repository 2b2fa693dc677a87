/** What page and vault say to each other about rules of law, as the office has confirmed or changed them. */
import type { OfficeDocumentAlarm } from "../../../../client/member/office-documents.ts";
import type { RuleOrder, SaidOfRule } from "../../../../client/member/office-law.ts";

export type LawView = {
  /** 0 where the office has said nothing yet */
  readonly version: number;
  readonly rules: readonly SaidOfRule[];
  /** Who wrote the newest version; undefined before the first, and for who is no more in the directory */
  readonly author: Readonly<Record<string, string>> | undefined;
  readonly alarm: OfficeDocumentAlarm | undefined;
  /** Whose rules they are: of an unreadable one the newest version before it that is read, undefined where there is none */
  readonly read: number | undefined;
};

export type LawCalls = {
  /** `byTrail`: compared with the audit trail too, where somebody looks at the rules themselves */
  readonly readLaw: { readonly ask: { readonly byTrail?: boolean }; readonly answer: LawView };
  /** Upon the version that was looked at; null takes back what was said of the rule. */
  readonly sayOfRule: {
    readonly ask: RuleOrder;
    readonly answer: LawView;
  };
};
