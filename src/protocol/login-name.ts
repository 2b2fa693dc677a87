/** Login names as they are compared by client and server: NFKC, lower case, no white space at the ends. */
export function normalizeName(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}
