/** Why a file could not be read, to stand after its name in the line for the operator. */
export function whyUnread(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (code === "ENOENT" || code === "ENOTDIR") return "is missing";
  if (code === "EACCES" || code === "EPERM") return "may not be read by the user that the server runs as";
  if (code === "EISDIR") return "is a folder";
  return `cannot be read${typeof code === "string" ? ` (${code})` : ""}`;
}
