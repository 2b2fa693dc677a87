/** PDF made by tests: objects as they are written, numbered from 1, and a table of where they stand. The first is the catalogue. */

export type PdfObject = string | { readonly dictionary: string; readonly stream: string | Uint8Array };

export function makePdf(objects: readonly PdfObject[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let start = 0;
  const add = (...pieces: (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const part = typeof piece === "string" ? Buffer.from(piece, "latin1") : Buffer.from(piece);
      parts.push(part);
      start += part.length;
    }
  };
  add("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  objects.forEach((object, index) => {
    offsets.push(start);
    const body =
      typeof object === "string"
        ? [object]
        : [`<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`, object.stream, "\nendstream"];
    add(`${index + 1} 0 obj\n`, ...body, "\nendobj\n");
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export type PdfOptions = {
  /** Goes into the catalogue, for example an action */
  readonly catalogue?: string;
  /** Goes into each page, for example annotations */
  readonly page?: string;
  readonly box?: string;
  /** More objects, from number 4 + 2 × pages on */
  readonly more?: readonly PdfObject[];
};

/** A page for each text, in Helvetica, which is not inside. */
export function makeTextPdf(
  texts: readonly string[],
  { catalogue = "", page = "", box = "0 0 595 842", more = [] }: PdfOptions = {},
): Uint8Array {
  const numbers = texts.map((_, index) => 4 + 2 * index);
  return makePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${texts.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...texts.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R ${page} >>`,
      {
        dictionary: "",
        stream: `BT /F1 20 Tf 60 770 Td 26 TL ${text
          .split("\n")
          .map((line) => `(${line.replace(/[()\\]/gu, "\\$&")}) Tj T*`)
          .join(" ")} ET`,
      },
    ]),
    ...more,
  ]);
}

/** Closed with a password that nobody knows: what the hashes in it belong to was never chosen. */
export function makeEncryptedPdf(): Uint8Array {
  const hash = "ab".repeat(32);
  return makePdf(
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hash}> /U <${hash}> /P -4 >> /ID [<${"cd".repeat(16)}> <${"cd".repeat(16)}>]`,
  );
}

/** A page that is one picture in the coding of fax machines (ITU-T T.6): 64 rows of 64 pixels, all black. */
export function makeFaxPdf(): Uint8Array {
  // Each row as the one above, which is one bit; the first above all is white, and colours are turned round.
  const rows = Buffer.concat([Buffer.alloc(8, 0xff), Buffer.from("001001", "hex")]);
  return makePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>",
    { dictionary: "", stream: "100 0 0 100 0 0 cm /Scan Do" },
    {
      dictionary:
        "/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] " +
        "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>",
      stream: new Uint8Array(rows),
    },
  ]);
}
