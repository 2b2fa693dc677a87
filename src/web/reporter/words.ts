/**
 * The words of the reporter's pages in all languages, for those who need more than one: the build, which makes home, and
 * tests. A page's scripts carry their own language alone (src/web/bundle.ts). The Indonesian tables are the measure:
 * another language that lacks one of their words does not compile.
 */
import type { Language } from "../../words/languages.ts";
import type { Translation } from "../../words/text.ts";
import * as caseEn from "./words/en/case.ts";
import * as figuresEn from "./words/en/figures.ts";
import { FILES as FILES_EN } from "./words/en/files.ts";
import { HOME as HOME_EN } from "./words/en/home.ts";
import { inWords as inWordsEn } from "./words/en/numbers.ts";
import { CARRYING as CARRYING_EN } from "./words/en/carrying.ts";
import { SEALER as SEALER_EN } from "./words/en/sealer.ts";
import { RECEIPT as RECEIPT_EN } from "./words/en/receipts.ts";
import { SCREENS as SCREENS_EN } from "./words/en/screens.ts";
import * as caseId from "./words/id/case.ts";
import * as figuresId from "./words/id/figures.ts";
import { FILES as FILES_ID } from "./words/id/files.ts";
import { HOME as HOME_ID } from "./words/id/home.ts";
import { inWords as inWordsId } from "./words/id/numbers.ts";
import { CARRYING as CARRYING_ID } from "./words/id/carrying.ts";
import { SEALER as SEALER_ID } from "./words/id/sealer.ts";
import { RECEIPT as RECEIPT_ID } from "./words/id/receipts.ts";
import { SCREENS as SCREENS_ID } from "./words/id/screens.ts";

export type ScreenWords = Translation<typeof SCREENS_ID>;
type CaseWords = Translation<typeof caseId>;
type ReceiptWords = Translation<typeof RECEIPT_ID>;
export type FileWords = Translation<typeof FILES_ID>;
export type HomeWords = Translation<typeof HOME_ID>;
/** A whole number, written out */
export type InWords = typeof inWordsId;

type InAll<Words> = Readonly<Record<Language, Words>>;

export const SCREENS: InAll<ScreenWords> = { id: SCREENS_ID, en: SCREENS_EN };
/** Of a case that was opened: a chunk of its own */
export const CASE_WORDS: InAll<CaseWords> = { id: caseId, en: caseEn };
/** Of published figures: likewise */
export const FIGURE_WORDS: InAll<Translation<typeof figuresId>> = { id: figuresId, en: figuresEn };
/** Of receipts: likewise */
export const RECEIPTS: InAll<ReceiptWords> = { id: RECEIPT_ID, en: RECEIPT_EN };
export const FILES: InAll<FileWords> = { id: FILES_ID, en: FILES_EN };
export const HOME: InAll<HomeWords> = { id: HOME_ID, en: HOME_EN };
export const IN_WORDS: InAll<InWords> = { id: inWordsId, en: inWordsEn };
/** Of sealed files that are handed in: a chunk of its own */
export const CARRYING: InAll<Translation<typeof CARRYING_ID>> = { id: CARRYING_ID, en: CARRYING_EN };
/** Of the page that seals without a network: all of them stand in it */
export const SEALER: InAll<Translation<typeof SEALER_ID>> = { id: SEALER_ID, en: SEALER_EN };
