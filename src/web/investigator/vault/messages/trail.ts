/** What the page asks the vault about the audit trail. */
import type { SeenLog } from "../../../../crypto/secret/vault.ts";
import type { LogAlarm } from "../../../../client/audit/head.ts";
import type { CaseTrail } from "../../../../client/member/case/case-trail.ts";
import type { TrailItem } from "../../../../client/member/trail.ts";

/** The head as it is now, or why there is none to believe; then how far it was checked before. */
export type TrailHead = {
  readonly size: number;
  readonly alarm: LogAlarm | undefined;
  /** The signed note, to be kept or handed to somebody; none where it is not believed */
  readonly checkpoint: string | undefined;
  /** To be remembered on this device; none where it is not believed */
  readonly seen: SeenLog | undefined;
};

/** With the name of whose act it was, or whom an act of the server was about, and the register number of a case that is in the list */
export type TrailRow = TrailItem & {
  readonly names: Readonly<Record<string, string>> | undefined;
  readonly registerNumber: string | undefined;
};

export type CaseTrailView = Omit<CaseTrail, "items"> & {
  readonly head: TrailHead;
  readonly rows: readonly (TrailRow & Pick<CaseTrail["items"][number], "row">)[];
};

export type TrailCalls = {
  /** `accept`: the one that is there in the place of the one that was remembered, which it does not continue. */
  readonly lookAtTrail: { readonly ask: { readonly accept: boolean }; readonly answer: TrailHead };
  /** A page of the trail as it was looked at last, the first is 0. */
  readonly readTrail: {
    readonly ask: { readonly page: number };
    readonly answer: { readonly rows: readonly TrailRow[]; readonly hidden: number };
  };
  /** Of the case that is open */
  readonly readCaseTrail: { readonly ask: { readonly handle: string }; readonly answer: CaseTrailView };
  /** The whole trail as far as this member is shown it, for anybody to check without a server; tells of how much, in percent. */
  readonly exportTrail: {
    readonly ask: object;
    readonly answer: { readonly file: Uint8Array };
    readonly progress: number;
  };
};
