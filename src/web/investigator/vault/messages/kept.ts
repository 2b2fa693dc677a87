/** What page and vault say to each other of what a browser keeps for one member. */

/** Views that the member has named; what is ticked for the next request to the holders of the roots. */
export type KeptKind = "views" | "ticks";

export type KeptCalls = {
  /** What it is called on the device, which tells nobody whose it is. */
  readonly nameKept: { readonly ask: object; readonly answer: { readonly name: string } };
  readonly sealKept: {
    readonly ask: { readonly kind: KeptKind; readonly text: string };
    readonly answer: { readonly sealed: Uint8Array };
  };
  readonly openKept: {
    readonly ask: { readonly kind: KeptKind; readonly sealed: Uint8Array };
    readonly answer: { readonly text: string };
  };
};
