/** What page and vault say to each other of what is looked for in cases. */
import type { LikeCase } from "../../../../client/finding/alike.ts";
import type { Snippet } from "../../../../client/finding/snippet.ts";

/** How much of the list can be searched, and whether it is kept: here, by another tab of this browser, or not at all. */
export type Indexing = { readonly done: number; readonly of: number; readonly kept: "here" | "elsewhere" | "never" };

export type FindingCalls = {
  /** Makes all listed cases ready to be searched; tells how far it is. */
  readonly buildIndex: { readonly ask: object; readonly answer: Indexing; readonly progress: Indexing };
  /** Takes what is kept off this device, and keeps nothing more in this session. */
  readonly forgetIndex: { readonly ask: object; readonly answer: Indexing };
  /** Handles of cases that hold all that was typed, best first */
  readonly findCases: {
    readonly ask: { readonly question: string };
    readonly answer: { readonly handles: readonly string[] };
  };
  /** Of what was found last: where it stands in these cases, by handle */
  readonly showFound: {
    readonly ask: { readonly handles: readonly string[] };
    readonly answer: { readonly snippets: Readonly<Record<string, readonly Snippet[]>> };
  };
  /** Cases that may be about the same matter; undefined where this one is not indexed yet */
  readonly alikeCases: {
    readonly ask: { readonly handle: string };
    readonly answer: { readonly alike: readonly LikeCase[] | undefined };
  };
};
