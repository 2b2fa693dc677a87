/** Files, in the page's language: a chunk of its own, loaded while the first steps are filled in. */
import { FILES } from "#words/files";
import { makeFilesPart } from "./part.ts";

export const files = makeFilesPart(FILES);
