/**
 * A document that leaves the desk, as one file of HTML: it holds all that it shows, runs nothing, asks nobody, and a
 * browser prints it on A4.
 */
import { type Language, factsOf } from "../../../words/languages.ts";
import { type Markup, markup } from "./markup.ts";
import { DOCUMENT_STYLE } from "./style.ts";

export type DocumentParts = {
  readonly language: Language;
  /** Its first heading, and what a window that shows it is called */
  readonly title: string;
  /** Whose it is: stands at the head of the first page */
  readonly office?: string | undefined;
  /** In a frame at the head of the first page: what must not be overlooked of the whole ("Salinan disamarkan") */
  readonly mark?: string | undefined;
  /** Tables of many columns lie on their side. */
  readonly wide?: boolean;
  readonly body: Markup;
};

/** Even of a document that somebody else has put into it nothing could be fetched or run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

export function documentOf({ language, title, office, mark, wide = false, body }: DocumentParts): string {
  const letterhead =
    (office ?? mark) !== undefined &&
    markup`<header class="letterhead"><p>${office}</p>${mark !== undefined && markup`<p class="mark">${mark}</p>`}</header>\n`;
  return markup`<!doctype html>
<html lang="${language}" dir="${factsOf(language).direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: DOCUMENT_STYLE + footOf(mark === undefined ? title : `${title} · ${mark}`) }}</style>
</head>
<body${wide && { html: ` class="wide"` }}>
${letterhead}<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.html;
}

/** What a sheet that came loose belongs to, at the foot of each page. */
function footOf(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `@page { @bottom-left { content: "${escaped}"; font: 9pt system-ui, sans-serif; color: #4b5859; } }\n`;
}

/** Terms and what is said of each; a term without anything said is left out. */
export function factList(facts: readonly (readonly [term: string, said: string | Markup | undefined])[]): Markup {
  const rows = facts.flatMap(([term, said]) =>
    said === undefined || said === "" ? [] : [markup`<dt>${term}</dt><dd>${said}</dd>`],
  );
  return markup`<dl class="facts">${rows}</dl>`;
}

type Column = { readonly name: string; readonly kind?: "text" | "number" | "day" };

export type TableParts = {
  readonly caption?: string | undefined;
  readonly columns: readonly Column[];
  /** The first cell of each names its row. */
  readonly rows: readonly (readonly (string | Markup)[])[];
  /** Sums and the like, under the last line */
  readonly foot?: readonly (string | Markup)[] | undefined;
};

export function tableOf({ caption, columns, rows, foot }: TableParts): Markup {
  const kindOf = (at: number): Markup => {
    const kind = columns[at]?.kind ?? "text";
    return { html: kind === "text" ? "" : ` class="${kind}"` };
  };
  const rowOf = (cells: readonly (string | Markup)[]) =>
    markup`<tr>${cells.map((cell, at) =>
      at === 0
        ? markup`<th scope="row"${kindOf(at)}>${breakable(cell)}</th>`
        : markup`<td${kindOf(at)}>${breakable(cell)}</td>`,
    )}</tr>\n`;
  return markup`<div class="scroll"><table>${caption !== undefined && markup`<caption>${caption}</caption>`}
<thead><tr>${columns.map(({ name }, at) => markup`<th scope="col"${kindOf(at)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map(rowOf)}</tbody>${
    foot !== undefined &&
    markup`
<tfoot>${rowOf(foot)}</tfoot>`
  }</table></div>
`;
}

/** Longer than any word of a language */
const LONGEST_WORD = 30;
const RUN = new RegExp(`<[^>]*>|(?:&#\\d+;|[^\\s<&]){${LONGEST_WORD + 1},}`, "gu");

/** A column is as wide as its longest word: one without end, such as the name of a file, would push the others off the page. */
function breakable(cell: string | Markup): Markup {
  const { html } = markup`${cell}`;
  // Hashes break anywhere by themselves.
  if (html.includes('class="mono"')) return { html };
  return {
    html: html.replace(RUN, (run) =>
      run.startsWith("<") ? run : run.replace(/(?:&#\d+;|[^&]){15}(?=.)/gu, (piece) => `${piece}<wbr>`),
    ),
  };
}

/** Places for signatures by hand, each over what stands under its line. */
export function signingPlaces(under: readonly string[]): Markup {
  return markup`<div class="signing">${under.map((one) => markup`<div><p>${one}</p></div>`)}</div>\n`;
}
