/** In which language this file speaks: what stands behind its name says so, `#en`; else the first. */
import { FIRST_LANGUAGE, LANGUAGE_CODES, type Language } from "../../../words/languages.ts";

export const LANGUAGE: Language = LANGUAGE_CODES.find((code) => location.hash === `#${code}`) ?? FIRST_LANGUAGE;
