/** In a script element only `</script` and `<!--` mean anything; in JSON a letter may always be written as its number. */
export function escapeForScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}
