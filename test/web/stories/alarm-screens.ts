/** What a member sees when something of the office's own cannot be believed: a trail that was cut, rules that do not open. */
import type { Browser } from "puppeteer-core";
import type { Test } from "tap";
import { callBytes } from "../../../src/client/line/http.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { readLaw, sayOfRule } from "../../../src/client/member/office-law.ts";
import { fromHex, utf8 } from "../../../src/crypto/bytes.ts";
import { writeOfficeDocument } from "../../../src/crypto/secret/office-document.ts";
import { OFFICE_DOCUMENTS } from "../../../src/protocol/documents/office-documents.ts";
import { z } from "../../../src/protocol/encoding/zod.ts";
import { FIGURES } from "../../../src/web/investigator/figures/words.ts";
import { LAW_ALARMS } from "../../../src/web/investigator/law/words.ts";
import { FRAME, PLACES } from "../../../src/web/investigator/parts/words.ts";
import { TRAIL } from "../../../src/web/investigator/trail/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { query } from "../../support/machine/postgres.ts";
import { enter } from "../support/colleague.ts";
import { openPage, preferLanguage } from "../support/browsers.ts";
import { type Visit, screenOf } from "../support/screen.ts";
import { startSite } from "../support/site.ts";
import { enrolLead, signIn } from "./desk.ts";

/** A rule of the office's own, read and written down. */
const RULE = { id: "wbk-total", on: "2026-11-02", value: 76, source: "Surat edaran yang dibaca di kantor" } as const;

/** As who owns the database can, and only by taking its guard away. */
const CUT = `BEGIN; ALTER TABLE audit_log DISABLE TRIGGER USER;
  DELETE FROM audit_log WHERE place > (SELECT max(place) FROM audit_log) - 2;
  ALTER TABLE audit_log ENABLE TRIGGER USER; COMMIT`;

export async function visitAlarms(
  ends: Pick<Test, "teardown">,
  browser: Browser,
  language: Language,
  visit: Visit,
): Promise<void> {
  const { say } = speak(language);
  const site = await startSite(ends);
  const lead = await enrolLead(site);
  const member = await enter(site, lead);
  await sayOfRule(member, { version: (await readLaw(member)).version, id: RULE.id, said: RULE });
  await writeLater(member);
  const { page } = await openPage(browser);
  await preferLanguage(page, language);
  const desk = screenOf(page);
  await page.goto(`${site.origin}/desk`);
  await signIn(desk, language, lead);
  await desk.press(say(PLACES.figures));
  await desk.press(say(FIGURES.law));
  await desk.see(say(LAW_ALARMS.unreadable));
  await visit("i21c-law-unreadable", desk, "once");
  await desk.press(say(FRAME.close));
  await desk.press(say(PLACES.cases));
  await desk.press(say(FRAME.trail));
  await desk.see(say(TRAIL.saveAll));
  await query(site.urls.ownerUrl, CUT);
  await desk.press(say(TRAIL.again));
  await desk.see(say(TRAIL.acceptText));
  await visit("i17d-trail-cut", desk, "once");
  await desk.press(say(TRAIL.accept));
  await desk.see(say(TRAIL.accepted));
  await visit("i17e-trail-accepted", desk, "once");
  await page.close();
}

/** A version of the rules that a later program wrote: with something in it that this one does not know. */
async function writeLater(member: Member): Promise<void> {
  const { version, hash, content } = await readLaw(member);
  const { current } = member.directories;
  const body = writeOfficeDocument({
    kind: "law",
    version: version + 1,
    previous: hash,
    memberId: fromHex(member.id),
    directoryVersion: current.version,
    directoryHash: current.hash,
    content: utf8(JSON.stringify({ ...content, later: [] })),
    signing: member.signing,
    readers: undefined,
  });
  const kind: { content: unknown } = OFFICE_DOCUMENTS.law;
  const { content: ofThisProgram } = kind;
  // For that moment the server, which runs in this process, is of that program too.
  kind.content = z.looseObject({});
  try {
    await callBytes(member.connection, "putOfficeDocument", { params: { kind: "law" }, body });
  } finally {
    kind.content = ofThisProgram;
  }
}
