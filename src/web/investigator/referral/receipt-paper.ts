/** The receipt that goes with a package: both offices keep one, and the hash on it says which package was handed over. */
import type { Referral } from "../../../client/casework/referrals.ts";
import { ruleOf } from "../../../protocol/law/law.ts";
import { sayCode } from "../../../words/codes.ts";
import { UNKNOWN } from "../../../words/glossary.ts";
import type { Speech } from "../../../words/speech.ts";
import { hexGroups, keyWordRows } from "../../shared/fingerprint.ts";
import { documentOf, factList, signingPlaces } from "../documents/document.ts";
import { type Markup, markup } from "../documents/markup.ts";
import { BODY_NAMES, RECEIPT } from "./words.ts";

export type Handed = Pick<
  Referral["content"],
  "to" | "name" | "letter" | "on" | "key" | "sha256" | "bytes" | "files"
> & {
  readonly office: string;
  readonly registerNumber: string;
  /** Of the key that the case file in it is signed with; empty where that is not known any more */
  readonly signer: readonly string[];
};

/** It tells nothing of the case but its register number, which opens nothing. */
export function receiptPaper(handed: Handed, { say, day, size, number, language }: Speech): string {
  const { office, registerNumber, signer, to, letter, on, key, sha256, bytes, files } = handed;
  return documentOf({
    language,
    title: say(RECEIPT.title),
    office,
    body: markup`${factList([
      [say(RECEIPT.from), office],
      [say(RECEIPT.to), receiverOf(sayCode(say, BODY_NAMES, to, UNKNOWN.code), handed)],
      [say(RECEIPT.letter), on === null ? letter : say(RECEIPT.letterOn, { letter, day: day(on) })],
      [say(RECEIPT.register), registerNumber],
      [say(RECEIPT.size), say(RECEIPT.sizeText, { size: size(bytes), bytes: number(bytes) })],
      [say(RECEIPT.files), number(files)],
      [say(RECEIPT.sealedBy), say(key === null ? RECEIPT.byWords : RECEIPT.byKey)],
      ...(key === null ? [] : [[say(RECEIPT.keyHash), hashOf(key)] as const]),
      ...(signer.length === 0 ? [] : [[say(RECEIPT.signer), signerOf(signer, say(RECEIPT.signerText))] as const]),
    ])}
<h2>${say(RECEIPT.hash)}</h2>
<div class="keep">${hashOf(sha256)}
<p>${say(RECEIPT.compare)}</p>
<p>☐ ${say(RECEIPT.same)} &emsp; ☐ ${say(RECEIPT.other)}</p></div>
<h2>${say(RECEIPT.opening)}</h2>
<ol>
<li>${say(RECEIPT.byPage)}</li>
<li>${say(RECEIPT.byAge)} <code class="mono command">${say(key === null ? RECEIPT.ageByWords : RECEIPT.ageByKey)}</code>${key === null && say(RECEIPT.ageJoined)}</li>
</ol>
<p>${say(RECEIPT.secret, { law: ruleOf("reporter-secrecy").source })}</p>
${signingPlaces([say(RECEIPT.gives), say(RECEIPT.takes)])}`,
  });
}

/** A kind of body stands before a name that does not say it. */
function receiverOf(body: string, { to, name }: Handed): string {
  return to === "other" || name.toLowerCase().includes(body.toLowerCase()) ? name : `${body}: ${name}`;
}

/** In groups, eight a line, as they are compared */
function hashOf(hexadecimal: string): Markup {
  return markup`<p class="mono groups">${hexGroups(hexadecimal)}</p>`;
}

/** In the rows in which they are read out, two beside each other: both halves of the paper stand on one page. */
function signerOf(words: readonly string[], hint: string): Markup {
  const rows = keyWordRows(words).map(
    ({ letter, groups }, at) =>
      markup`${letter} <strong>${groups.join(" ")}</strong>${at % 2 === 0 ? markup` &emsp; ` : markup`<br>`}`,
  );
  return markup`${rows}<span class="small muted">${hint}</span>`;
}
