/** Writes the vector files. Shipped files are never edited: test/crypto/vectors.test.ts knows their hashes. */
import * as fs from "node:fs/promises";
import { type VectorFile, encodeFile } from "./format.ts";
import { auditTrails } from "./make/audit.ts";
import { derivation, keys, lists, padding, text, token } from "./make/basics.ts";
import { ceremonies } from "./make/ceremony.ts";
import { conversations, notes, ownBoxes, receipts } from "./make/conversation.ts";
import { contents, moreFrames } from "./make/contents.ts";
import { corners } from "./make/corners.ts";
import { directoryRules } from "./make/directory-rules.ts";
import { discards, knownHeads, knownInterests, newHeads } from "./make/discard.ts";
import { directories } from "./make/directory.ts";
import { bodies, heads, identities, reports } from "./make/envelope.ts";
import { factors } from "./make/factors.ts";
import { exports } from "./make/exports.ts";
import { files } from "./make/file.ts";
import { founding } from "./make/founding.ts";
import { interests } from "./make/interests.ts";
import { auditShown } from "./make/audit-shown.ts";
import { officeDocuments } from "./make/office-documents.ts";
import { published } from "./make/published.ts";
import { judging } from "./make/judging.ts";
import { passphrases, requests, vaults, wraps } from "./make/member.ts";
import { edges, recoveries, slow, words } from "./make/more-basics.ts";
import { memberStories } from "./make/member-stories.ts";
import { links } from "./make/links.ts";
import { promises } from "./make/promises.ts";
import { readers } from "./make/readers.ts";
import { records } from "./make/records.ts";
import { entries } from "./make/entries.ts";
import { recovering } from "./make/recovering.ts";
import { referrals } from "./make/referral.ts";
import { results } from "./make/result.ts";
import { roots } from "./make/roots.ts";
import { reporterStories } from "./make/reporter-stories.ts";
import { statements } from "./make/statements.ts";
import { sealedFiles } from "./make/sealed-file.ts";
import { sources } from "./make/source.ts";
import { frames } from "./make/wire.ts";

const SUBJECTS: readonly (() => VectorFile)[] = [
  lists,
  derivation,
  keys,
  padding,
  text,
  token,
  heads,
  reports,
  bodies,
  identities,
  receipts,
  ownBoxes,
  conversations,
  notes,
  wraps,
  vaults,
  passphrases,
  requests,
  directories,
  frames,
  files,
  discards,
  knownHeads,
  knownInterests,
  words,
  edges,
  recoveries,
  slow,
  directoryRules,
  contents,
  moreFrames,
  records,
  readers,
  reporterStories,
  memberStories,
  corners,
  judging,
  links,
  promises,
  sources,
  interests,
  newHeads,
  statements,
  ceremonies,
  sealedFiles,
  factors,
  roots,
  recovering,
  entries,
  founding,
  exports,
  referrals,
  results,
  officeDocuments,
  published,
  auditTrails,
  auditShown,
];

/** File name → text, the same in every run. */
export function makeFiles(): Map<string, string> {
  return new Map(SUBJECTS.map((make) => make()).map((file) => [`${file.subject}.json`, encodeFile(file)]));
}

if (import.meta.main) {
  for (const [name, text] of makeFiles()) await fs.writeFile(new URL(name, import.meta.url), text);
}
