import { fromHex } from "../../crypto/bytes.ts";

/** Which cell an address names. */
export function readCell(params: { readonly fileId: string; readonly cell: string }): {
  fileId: Uint8Array;
  cell: number;
} {
  return { fileId: fromHex(params.fileId), cell: Number(params.cell) };
}
