/** What page and vault say to each other about what goes to others: packages for other bodies, and what leaves as tables. */
import type { OfficeDocumentAlarm } from "../../../../client/member/office-documents.ts";
import type { FiguresExport } from "../../../../protocol/documents/figures-export.ts";
import type { ListExport } from "../../../../protocol/documents/list-export.ts";
import type { Receiver } from "../../../../protocol/documents/receivers.ts";
import type { CodeWords } from "../../../../words/languages.ts";

export type ReceiverView = Omit<Receiver, "by"> & {
  /** Of the member who wrote it into the book, in each language */
  readonly names: Readonly<Record<string, string>>;
};

export type ReferralCalls = {
  /** Words under which a package is sealed; nothing remembers them. */
  readonly drawPackageWords: {
    readonly ask: { readonly list: CodeWords };
    readonly answer: { readonly words: readonly string[] };
  };
  /** Twelve words that tell one key from another */
  readonly nameRecipient: {
    readonly ask: { readonly recipient: string };
    readonly answer: { readonly words: readonly string[]; readonly hash: string };
  };
  /** The same of the own key that case files are signed with */
  readonly nameSigner: { readonly ask: object; readonly answer: { readonly words: readonly string[] } };
  readonly readReceivers: {
    readonly ask: object;
    readonly answer: {
      /** Of an unreadable book those of the newest version before it that is read */
      readonly receivers: readonly ReceiverView[];
      readonly alarm: OfficeDocumentAlarm | undefined;
    };
  };
  /** In the place of one of the same body and name */
  readonly keepReceiver: {
    /** `isAnew`: on purpose over a book that cannot be read */
    readonly ask: { readonly receiver: Omit<Receiver, "by">; readonly isAnew?: boolean };
    readonly answer: object;
  };
  /** Written down before the table is made */
  readonly noteListExport: { readonly ask: { readonly export: ListExport }; readonly answer: object };
  readonly noteFiguresExport: { readonly ask: { readonly export: FiguresExport }; readonly answer: object };
};
