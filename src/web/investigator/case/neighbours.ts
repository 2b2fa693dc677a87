/** The cases before and after one in the list, and where in the list it is: below 0 when it is not there. */
export type Neighbours = {
  readonly at: number;
  readonly of: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

export function neighboursOf(handle: string, rows: readonly { readonly handle: string }[]): Neighbours {
  const at = rows.findIndex((row) => row.handle === handle);
  const next = at < 0 ? undefined : rows[at + 1]?.handle;
  return { at, of: rows.length, previous: rows[at - 1]?.handle, next };
}
