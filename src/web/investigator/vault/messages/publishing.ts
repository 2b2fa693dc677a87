/** What the page asks the vault about figures that are published. They are for everybody: nothing of a case crosses. */
import type { Figures } from "../../../../client/figures/figures.ts";
import type { Genuine } from "../../../../client/publishing/checking.ts";
import type { Prepared, Preparing, Thresholds } from "../../../../client/publishing/prepare.ts";
import type { ChainError } from "../../../../protocol/publishing/chain.ts";
import type { Snapshot } from "../../../../protocol/publishing/snapshot.ts";

type Names = Readonly<Record<string, string>>;

export type PublishedView = {
  /** Ascending, up to one that does not hold */
  readonly published: readonly Pick<Genuine, "snapshot" | "signers" | "publishedOn">[];
  /** The number of the first that does not hold */
  readonly fault: number | undefined;
  readonly waiting:
    | {
        readonly snapshot: Snapshot;
        /** Names it when it is signed */
        readonly hash: string;
        readonly preparedBy: Names;
        readonly preparedOn: string;
        readonly isOwn: boolean;
      }
    | undefined;
  /** That have ended, the newest first; with why one cannot be next */
  readonly periods: readonly { readonly period: string; readonly error: ChainError | undefined }[];
  readonly mayPrepare: boolean;
  readonly channels: readonly { readonly id: string; readonly names: Names }[];
};

export type PublishingCalls = {
  readonly readPublished: { readonly ask: { readonly today: string }; readonly answer: PublishedView };
  /** Cuts figures down to what may be told; nothing is signed or sent. */
  readonly prepareFigures: {
    readonly ask: Thresholds &
      Pick<Preparing, "period" | "figures" | "formula" | "counted" | "units"> & {
        readonly anew: readonly (readonly [number, Figures])[];
      };
    readonly answer: Prepared;
  };
  readonly proposeFigures: {
    readonly ask: { readonly snapshot: Snapshot; readonly today: string };
    readonly answer: object;
  };
  readonly confirmFigures: {
    readonly ask: { readonly hash: string; readonly today: string };
    readonly answer: object;
  };
  readonly dropFigures: { readonly ask: object; readonly answer: object };
};
