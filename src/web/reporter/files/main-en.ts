/** Files on the English page: a chunk of its own, loaded while the first steps are filled in. */
import { FILES_EN } from "../text/files-en.ts";
import { makeFilesPart } from "./part.ts";

export const files = makeFilesPart(FILES_EN);
