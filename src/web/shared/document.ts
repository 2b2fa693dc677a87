/** An HTML document as it is served: what all pages say of themselves, once. */
import { FIRST_LANGUAGE, type Language, factsOf } from "../../words/languages.ts";

export type Served = {
  readonly language?: Language;
  /** One for every screen of a page: titles stand in the browser’s history (docs/decisions/0013) */
  readonly title?: string;
  /** To search engines: home may be found, and is not to be kept */
  readonly robots?: "noarchive" | "noindex";
  /** What else stands in <head>, each with its hash */
  readonly head: string;
  /** The attributes of <body>, as they are written */
  readonly attributes?: string;
  readonly body: string;
};

/** Text as it stands between tags and in attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}

export function renderDocument({
  language = FIRST_LANGUAGE,
  title = "Segel",
  robots = "noarchive",
  head,
  attributes = "",
  body,
}: Served): string {
  return `<!doctype html>
<html lang="${language}" dir="${factsOf(language).direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="${robots}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${head}
</head>
<body${attributes === "" ? "" : ` ${attributes}`}>
${body}
</body>
</html>
`;
}
