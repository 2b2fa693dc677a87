/**
 * Titles of tests as they stand in the source: the first argument of each call of `.test(…)`.
 * A look at the tokens, not a search for text: a title in a comment, or one that is only mentioned, is none.
 */

type Token = { readonly kind: "name" | "sign" | "text"; readonly value: string };

/** Comments and blanks (dropped), template, quoted text, regular expression, name or number, any other sign. */
const TOKENS =
  /(?<blank>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|`(?<template>(?:\\[\s\S]|\$\{(?:[^{}]|\{[^{}]*\})*\}|[^`\\])*)`|"(?<double>(?:\\.|[^"\\\n])*)"|'(?<single>(?:\\.|[^'\\\n])*)'|(?<name>[\w$#]+)|(?<sign>[\s\S])/gu;

/** Behind one of these a slash begins a regular expression; elsewhere it divides. */
const BEFORE_EXPRESSION = /^(?:[(,=:[!&|?{};+>]|return|typeof|case)$/u;
const REGULAR_EXPRESSION = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/uy;

/** What stands in `${…}` is not known here: it is shown as an ellipsis. */
export function titlesIn(source: string): string[] {
  const tokens = tokensOf(source);
  return tokens.flatMap(({ kind, value }, at) => {
    const before = tokens.slice(Math.max(0, at - 3), at).map((token) => token.value);
    return kind === "text" && before.join(" ") === ". test (" ? [value] : [];
  });
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKENS);
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const { blank, template, double, single, name, sign } = match.groups ?? {};
    const text = template ?? double ?? single;
    if (blank !== undefined) continue;
    if (sign === "/" && BEFORE_EXPRESSION.test(tokens.at(-1)?.value ?? "(")) {
      REGULAR_EXPRESSION.lastIndex = match.index;
      if (REGULAR_EXPRESSION.test(source)) pattern.lastIndex = REGULAR_EXPRESSION.lastIndex;
      continue;
    }
    if (text !== undefined) tokens.push({ kind: "text", value: unescaped(text) });
    else tokens.push({ kind: name === undefined ? "sign" : "name", value: name ?? sign ?? "" });
  }
  return tokens;
}

/** Enough for titles: a quoted quote, a quoted backslash, and no more. */
function unescaped(text: string): string {
  return text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/gu, "…").replace(/\\(["'`\\$])/gu, "$1");
}
