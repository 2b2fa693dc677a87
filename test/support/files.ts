/** Files as the server sees them: sealed cells of the right length, here of random bytes, and their requests. */
import { type CellLayout, FILE_ID_BYTES, SMALL_CELL_BYTES, sealedCellBytes } from "../../src/crypto/file-cells.ts";
import { hex } from "../../src/crypto/bytes.ts";
import { OWN_BOX_BYTES, rowSizes } from "../../src/crypto/message.ts";
import type { SigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { encodeMemberRow, encodeOwnRow } from "../../src/protocol/frames.ts";
import { type Answered, type Session, type TestServer, makeProof, send, sendSigned } from "./machine/server.ts";

export type TestFile = { readonly id: Uint8Array; readonly cells: readonly Uint8Array[] };
type Server = Pick<TestServer, "origin">;

/** Whose file it is and how it is reached: the reporter by the key of the case, a member by session and handle. */
export type Sender = SigningKeyPair | { readonly session: Session; readonly handle: string };

export function makeFile({ cells = 2, cellBytes = SMALL_CELL_BYTES }: Partial<CellLayout> = {}): TestFile {
  const sealed = Array.from({ length: cells }, (_, cell) => randomBytes(sealedCellBytes(cellBytes, cell)));
  return { id: randomBytes(FILE_ID_BYTES), cells: sealed };
}

export function pathOf(sender: Sender, rest: string): string {
  return "handle" in sender ? `/api/cases/${sender.handle}/${rest}` : `/api/case/${rest}`;
}

export function ask(
  server: Server,
  sender: Sender,
  rest: string,
  call: { readonly method?: string; readonly body?: Uint8Array; readonly proof?: string } = {},
): Promise<Answered> {
  const path = pathOf(sender, rest);
  return "handle" in sender
    ? send(server, path, { ...call, session: sender.session })
    : sendSigned(server, sender, path, call);
}

export type PutCell = {
  readonly of?: number;
  readonly body?: Uint8Array;
  /** Where the server looks at solutions */
  readonly solved?: boolean;
  /** Without a proof of work, as a reporter may where the office has answered */
  readonly unpaid?: boolean;
};

export async function putCell(
  server: Server,
  sender: Sender,
  file: TestFile,
  cell: number,
  { of = file.cells.length, body = file.cells[cell] ?? new Uint8Array(), solved = false, unpaid = false }: PutCell = {},
): Promise<Answered> {
  const paid = "handle" in sender || unpaid ? {} : { proof: await makeProof(server, { purpose: "file", solved }) };
  return ask(server, sender, `files/${hex(file.id)}/${cell}?of=${of}`, { method: "PUT", body, ...paid });
}

/** Sends all cells and throws unless they were stored. */
export async function putFile(server: Server, sender: Sender, file: TestFile, how: PutCell = {}): Promise<void> {
  for (const cell of file.cells.keys()) {
    const answer = await putCell(server, sender, file, cell, how);
    if (answer.status !== 200) throw new Error(`cell ${cell}: ${answer.status} ${answer.problem}`);
  }
}

export function getCell(server: Server, sender: Sender, file: TestFile, cell: number): Promise<Answered> {
  return ask(server, sender, `files/${hex(file.id)}/${cell}`);
}

export function dropFile(server: Server, sender: Sender, file: TestFile): Promise<Answered> {
  return ask(server, sender, `files/${hex(file.id)}`, { method: "DELETE" });
}

/** A message with random bytes for a row, as its sender puts it. */
export function makeMessage(sender: Sender, files: readonly TestFile[]): Uint8Array {
  const ids = files.map(({ id }) => id);
  return "handle" in sender
    ? encodeMemberRow(randomBytes(rowSizes("team")[0] ?? 0), ids)
    : encodeOwnRow(randomBytes(rowSizes("reporter")[0] ?? 0), randomBytes(OWN_BOX_BYTES), ids);
}

export function putMessage(
  server: Server,
  sender: Sender,
  sequence: number,
  body: Uint8Array,
  epoch = 0,
  query = "",
): Promise<Answered> {
  const direction = "handle" in sender ? "team/" : "";
  return ask(server, sender, `messages/${direction}${epoch}/${sequence}${query}`, { method: "PUT", body });
}
