/** The founding code as the server prints it: for a person, in the languages of the first offices, and for a program to find. */
export function foundingLines(code: string): string {
  return `
Kode pendirian / founding code: ${code}
Berlaku sekali dan tidak ditampilkan lagi. It serves once, and is not shown again.

`;
}
