/**
 * All words of the screens that the script makes. The Indonesian catalogue is the measure: another language that lacks
 * one of its words does not compile. Home's own words stand in `home.ts`, which the script does not carry.
 */
import type { Language } from "../../../words/languages.ts";
import { EN } from "./en.ts";
import { FILES_EN } from "./files-en.ts";
import { FILES_ID, type FilesText } from "./files-id.ts";
import { ID } from "./id.ts";

export type Catalogue = typeof ID;

/** For those who need both, such as tests: each page's script carries one alone (main-id.ts, main-en.ts). */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { id: ID, en: EN };
export const FILES: Readonly<Record<Language, FilesText>> = { id: FILES_ID, en: FILES_EN };
