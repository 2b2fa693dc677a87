/** How answers of an honest server are changed on their way: what the acts of hostile-acts.ts are made of. */
import { fromUtf8, utf8 } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type { SignedDirectory } from "../../../src/protocol/directory/directory.ts";
import type { StatementDocument } from "../../../src/protocol/directory/statement.ts";
import {
  type CaseItem,
  type CheckAnswer,
  type Row,
  encodeCaseItem,
  encodeCases,
  encodeCheckAnswer,
  encodeRows,
  parseCaseItem,
  parseCases,
  parseCheckAnswer,
  parseRows,
} from "../../../src/protocol/frames.ts";
import { asAsked } from "./hostile-server.ts";
import type { Lie, Lies } from "./lies.ts";

export function withStatement(change: (document: StatementDocument) => object): Lies {
  return newest((signed) => ({
    ...signed,
    statements: signed.statements?.map((one, at, all) =>
      at === all.length - 1 ? { ...one, document: JSON.stringify(change(JSON.parse(one.document))) } : one,
    ),
  }));
}

export function newest(change: (signed: SignedDirectory) => SignedDirectory): Lies {
  return {
    directory: json<Chain>(({ chain }) => ({
      chain: chain.map((one, at) => (at === chain.length - 1 ? change(one) : one)),
    })),
  };
}

export type Chain = { readonly chain: readonly SignedDirectory[] };

/** As an honest server would give it that had no other. */
export const instead = (signed: SignedDirectory): Lies => ({
  directory: (_, { query }) => ({
    status: 200,
    bytes: utf8(JSON.stringify({ chain: [asAsked(signed, query)] } satisfies Chain)),
  }),
});

export function json<Value extends object>(change: (value: Value) => object): Lie {
  return edit((bytes) => utf8(JSON.stringify(change(JSON.parse(fromUtf8(bytes)) as Value))));
}

/** Whatever was asked. */
export function edit(change: (bytes: Uint8Array) => Uint8Array): (honest: Parameters<Lie>[0]) => ReturnType<Lie> {
  return async (honest) => {
    const { status, bytes } = await honest();
    return status < 300 ? { status, bytes: change(bytes) } : { status, bytes };
  };
}

export const check = (change: (answer: CheckAnswer) => CheckAnswer): Lie =>
  edit((bytes) => {
    const answer = parseCheckAnswer(bytes);
    return answer === undefined ? bytes : encodeCheckAnswer(change(answer));
  });

/** The rows of one side; the other's pass. */
export const rowsOf =
  (direction: string, change: (rows: readonly Row[]) => readonly Row[]): Lie =>
  (honest, { params }) =>
    params["direction"] === direction ? edit((bytes) => encodeRows(change(parseRows(bytes))))(honest) : honest();

/** What the server says of a case, where it is shown alone and in the list. */
export const items = (change: (item: CaseItem) => CaseItem): Pick<Lies, "oneCase" | "cases"> => ({
  oneCase: edit((bytes) => encodeCaseItem(change(parseCaseItem(bytes)))),
  cases: edit((bytes) => {
    const page = parseCases(bytes);
    return encodeCases({ ...page, cases: page.cases.map(change) });
  }),
});

export const fewer = (counts: CaseItem["counts"], by: Partial<CaseItem["counts"]>): CaseItem["counts"] => ({
  reporter: Math.max(0, counts.reporter + (by.reporter ?? 0)),
  team: Math.max(0, counts.team + (by.team ?? 0)),
  internal: Math.max(0, counts.internal + (by.internal ?? 0)),
});

export const withoutLast = <Item>(all: readonly Item[]): readonly Item[] => all.slice(0, -1);

/** One more row of that side, of as many random bytes as the one before: without the keys of the case there is no better. */
export const withInvented = (rows: readonly Row[]): readonly Row[] => {
  const last = rows.at(-1);
  if (last === undefined) return rows;
  return [...rows, { ...last, sequence: last.sequence + 1, row: randomBytes(last.row.length) }];
};

/** Noise in the middle of the slots. */
export function withoutSlot(head: Uint8Array): Uint8Array {
  const copy = new Uint8Array(head);
  copy.set(randomBytes(1_168), 1_168);
  return copy;
}
