/** Files on the Indonesian page: a chunk of its own, loaded while the first steps are filled in. */
import { FILES_ID } from "../text/files-id.ts";
import { makeFilesPart } from "./part.ts";

export const files = makeFilesPart(FILES_ID);
