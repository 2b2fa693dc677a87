/** What the vault worker does when asked: the client layer, with its results turned into what a page may see. */
import { type MemberCase, openMemberCase } from "../../../client/member/case/member-case.ts";
import { findNewCases, listCases } from "../../../client/member/list/cases.ts";
import { refreshCases } from "../../../client/member/case/refresh.ts";
import { linkCases } from "../../../client/member/case/linking.ts";
import { listDiscards } from "../../../client/member/list/discards.ts";
import { declareInterests, recallInterests, touchedBy } from "../../../client/member/list/interests.ts";
import {
  dropNotices,
  readFailingNotices,
  readNotices,
  saveNotices,
  testNotices,
} from "../../../client/member/list/notices.ts";
import { countForNobody, countMissing, ofOpened } from "../../../client/member/list/known-heads.ts";
import { listTakenOut } from "../../../client/member/list/waiting.ts";
import { MOST_PAGES, limitPages } from "../../../client/line/paging.ts";
import { connect } from "../../../client/line/http.ts";
import { preparePasskey, signInByPasskey } from "../../../client/account/passkey-sign-in.ts";
import { openOffice, readOpening } from "../../../client/office/opening.ts";
import { type FactorGiven, type Member, StatementNeeded, type Steward } from "../../../client/member/entry/sign-in.ts";
import { fromHex, fromUtf8, hex, utf8 } from "../../../crypto/bytes.ts";
import { openVaultDrafts, savedViewsName, sealVaultDrafts } from "../../../crypto/secret/vault.ts";
import { makeBreath } from "./parts/breath.ts";
import { caseViewOf, discardRowOf, openedRow, rowOf } from "./parts/case-views.ts";
import { readInterestsFor } from "./parts/interests.ts";
import { openKept, sealKept } from "./finding/kept.ts";
import { tryOnListed } from "./parts/listed.ts";
import { readLawFor, sayOfRuleFor } from "./parts/law.ts";
import { passOver, readLeavers } from "./parts/leaving.ts";
import { destroyOldKeys, wishRoles } from "../../../client/office/own-keys.ts";
import {
  bringAnswer,
  callForParts,
  challengeFor,
  readNewRecovery,
  readParts,
  readRecovery,
  recoverCases,
} from "./parts/recovery.ts";
import { askRoots, gather, proposeDirectory, readRoster, readWaiting, rootIn } from "./parts/roster.ts";
import { confirmAgain, joinerFor, joinerIn, signInOf, signInOrJoin, signedInView } from "./parts/entrance.ts";
import { readStatement, signStatement } from "./parts/statements.ts";
import { proveCaseExport, signCaseExport } from "./parts/export.ts";
import { type Finder, makeFinder } from "./finding/finding.ts";
import { answerFounding, isAboutFounding } from "./parts/founding.ts";
import { answerEvaluation, isAboutEvaluation } from "./parts/evaluation.ts";
import { isAboutAccount, makeAccount } from "./parts/account.ts";
import { answerPublishing, isAboutPublishing } from "./parts/publishing.ts";
import { answerReferral, isAboutReferral } from "./parts/referral.ts";
import { isAboutTrail, makeTrail } from "./parts/trail.ts";
import { makeEntries } from "./parts/entering.ts";
import { handOver, makeAttachments } from "./parts/files.ts";
import type { Answering, Asked } from "../../shared/ask-worker.ts";
import type { FoundCases, VaultCall, VaultCalls } from "./messages/vault.ts";

type Answer = VaultCalls[VaultCall]["answer"];

type Told = Extract<VaultCalls[VaultCall], { readonly progress: unknown }>["progress"];

/** What is sealed of a session: what the page has, and the case id behind each handle that it may name. */
type KeptInVault = { readonly drafts: string; readonly cases: readonly (readonly [string, string])[] };

export function makeVault(origin: string): (asked: Asked<VaultCalls>, answering: Answering<Told>) => Promise<Answer> {
  const connection = connect(origin);
  let giveUp = () => {};
  let giveFactor: (given: FactorGiven) => void = () => {};
  const account = makeAccount();
  const trail = makeTrail();
  let member: Member | undefined;
  /** Whoever cannot sign in yet, and can say that the directory holds */
  let steward: Steward | undefined;
  let current: MemberCase | undefined;
  let openings = 0;
  /** Of the list that is being read, from its first page on */
  let turnTo = limitPages(MOST_PAGES.cases);
  /** As each was opened last: files of a case go on while one looks at another. */
  const readable = new Map<string, MemberCase>();
  const attachments = makeAttachments();
  const entries = makeEntries(origin);
  let finder: Finder | undefined;
  /** Case ids by handle, as they were first listed: an answer about another case is refused (attack 62). */
  const listed = new Map<string, Uint8Array>();
  /** Handles of cases that were opened, now or before a lock: something may have been typed for them. */
  const written = new Set<string>();
  const name = (handle: string, caseId: Uint8Array): void => {
    if (!listed.has(handle)) listed.set(handle, caseId);
  };
  /** Handles as the newest list had them */
  const shown = new Set<string>();

  const signedIn = (): Member => {
    if (member === undefined) throw new Error("nobody is signed in");
    return member;
  };
  const orSteward = (entering: Promise<Member>): Promise<Member> =>
    entering.catch((error: unknown) => {
      if (error instanceof StatementNeeded) ({ steward } = error);
      throw error;
    });
  const finding = (): Finder => (finder ??= makeFinder(signedIn(), makeBreath()));
  // A text written for one case must never go into another, whatever the page believes to be open.
  const opened = (handle: string): MemberCase => {
    if (current?.handle !== handle) throw new Error("another case is open");
    return current;
  };

  return async (asked, { signal, tell }) => {
    if (isAboutAccount(asked)) return account(signedIn(), asked);
    if (isAboutEvaluation(asked)) return answerEvaluation(signedIn(), asked);
    if (isAboutReferral(asked)) return answerReferral(signedIn(), asked);
    if (isAboutTrail(asked)) return trail(asked, { member: signedIn(), listed, opened, tell });
    if (isAboutPublishing(asked)) return answerPublishing(signedIn(), asked);
    if (isAboutFounding(asked)) return answerFounding(connection, asked);
    switch (asked.call) {
      case "signIn":
        member = await orSteward(
          signInOrJoin(connection, asked.ask.joiners ?? [], {
            ...signInOf(asked.ask),
            name: asked.ask.name,
            passphrase: asked.ask.passphrase,
            askFactor(wanted) {
              tell({ asked: wanted });
              return new Promise((resolve) => (giveFactor = resolve));
            },
            onStep: (step, done) => tell({ step, done }),
          }),
        );
        return signedInView(member);
      case "giveFactor":
        giveFactor(asked.ask);
        return {};
      case "preparePasskey":
        return preparePasskey(connection);
      case "signInByPasskey":
        member = await orSteward(
          signInByPasskey(connection, asked.ask.answer, {
            ...signInOf(asked.ask),
            onStep: (step, done) => tell({ step, done }),
          }),
        );
        return signedInView(member);
      case "readStatement":
        return readStatement(steward ?? signedIn());
      case "signStatement":
        return signStatement(steward ?? signedIn(), asked.ask);
      case "readOpening":
        return readOpening(signedIn());
      case "openOffice":
        return openOffice(signedIn());
      case "makeJoiner":
        return joinerFor(asked.ask);
      case "confirmAgain":
        return confirmAgain(asked.ask);
      case "readJoiner":
        return joinerIn(asked.ask.file);
      case "readRoster":
        return readRoster(signedIn());
      case "readWaiting":
        return readWaiting(signedIn());
      case "wishRoles":
        await wishRoles(signedIn(), asked.ask.memberId, asked.ask.roles);
        return {};
      case "readRoot":
        return rootIn(asked.ask.file);
      case "destroyOldKeys":
        return destroyOldKeys(signedIn(), (of, done) => tell({ of, done }), signal);
      case "askRoots":
        return askRoots(signedIn(), asked.ask.wishes);
      case "gather":
        return gather(signedIn(), asked.ask.files);
      case "proposeDirectory":
        return proposeDirectory(signedIn(), asked.ask);
      case "sealDrafts": {
        const { vaultKey, id } = signedIn();
        // With the cases that they were typed for: a handle is the server's word, and may lead elsewhere after a lock.
        const cases = [...written].map((handle) => [handle, hex(listed.get(handle) ?? new Uint8Array())] as const);
        const content: KeptInVault = { drafts: asked.ask.drafts, cases };
        return { sealed: sealVaultDrafts(utf8(JSON.stringify(content)), vaultKey, fromHex(id)) };
      }
      case "nameKept":
        return { name: savedViewsName(signedIn().vaultKey) };
      case "sealKept":
        return sealKept(signedIn(), asked.ask);
      case "openKept":
        return openKept(signedIn(), asked.ask);
      case "openDrafts": {
        const { vaultKey, id } = signedIn();
        const { drafts, cases } = JSON.parse(
          fromUtf8(openVaultDrafts(asked.ask.sealed, vaultKey, fromHex(id))),
        ) as KeptInVault;
        for (const [handle, caseId] of cases) {
          name(handle, fromHex(caseId));
          written.add(handle);
        }
        return { drafts };
      }
      case "watchLine":
        connection.onSilence = (silence) => {
          giveUp = silence?.giveUp ?? (() => {});
          tell(silence && { since: silence.since, until: silence.until });
        };
        return new Promise(() => {});
      case "giveUp":
        giveUp();
        return {};
      case "listCases": {
        if (asked.ask.after === undefined) turnTo = limitPages(MOST_PAGES.cases);
        const { cases, next } = await listCases(signedIn(), asked.ask.after);
        if (next !== undefined) turnTo(next);
        if (asked.ask.after === undefined) shown.clear();
        for (const { handle, caseId } of cases) {
          name(handle, caseId);
          shown.add(handle);
        }
        finding().list(cases, { isFirst: asked.ask.after === undefined, isLast: next === undefined });
        return { rows: cases.map(rowOf), next };
      }
      case "findNewCases":
        return lookForNewCases(signedIn(), tell);
      case "listDiscards": {
        const { discards, altered } = await listDiscards(signedIn());
        const removed = discards.flatMap(({ standing, handle }) => (standing === "removed" ? [handle] : []));
        const takenOut = (await listTakenOut(signedIn())).map(({ handle }) => handle);
        const missing = await countMissing(signedIn(), shown, removed, takenOut);
        const own = await ofOpened(signedIn(), discards);
        const rows = own.map((one) => discardRowOf(one, signedIn().directories.current));
        return { discards: rows, takenOut, altered, missing };
      }
      case "openCase": {
        const opening = ++openings;
        const { handle, pages } = asked.ask;
        // Before it: the list will say whether an own interest is named.
        const own = await recallInterests(signedIn());
        const found = await openMemberCase(signedIn(), handle, { listed: listed.get(handle), pages });
        name(handle, found.item.caseId);
        written.add(handle);
        finding().take(found);
        // Who leafs quickly asks for the next case before this one is there: the newest wish counts.
        if (opening === openings) {
          current = found;
          readable.set(handle, found);
        }
        return caseViewOf(found, signedIn().directories.current, touchedBy(signedIn(), found.opened, own));
      }
      case "openFile":
        return handOver(readable.get(asked.ask.handle), asked.ask.place, asked.ask.port);
      case "dropFile":
        await attachments.drop(asked.ask.handle, asked.ask.number);
        return {};
      case "sendFiles":
        await attachments.send(() => opened(asked.ask.handle), asked.ask, { signal, tell });
        return {};
      case "sendAnswer":
        await opened(asked.ask.handle).answer(asked.ask.text);
        return {};
      case "refreshCases": {
        const wanted = asked.ask.handles.flatMap((handle) => {
          const caseId = listed.get(handle);
          return caseId === undefined ? [] : [{ handle, caseId }];
        });
        await refreshCases(
          signedIn(),
          wanted,
          (found) => {
            finding().take(found);
            tell(openedRow(found));
          },
          signal,
        );
        return {};
      }
      case "workOnListed":
        for (const { handle, work } of asked.ask.works) {
          if (signal.aborted) break;
          tell(await tryOnListed(signedIn(), { handle, caseId: listed.get(handle) }, work));
        }
        return {};
      case "buildIndex":
        return finding().build(signal, tell);
      case "forgetIndex":
        return finding().forget();
      case "findCases":
        return finding().find(asked.ask.question);
      case "showFound":
        return finding().show(asked.ask.handles);
      case "alikeCases":
        return finding().alike(asked.ask.handle);
      case "linkCases": {
        const { handle, other, relation, reason } = asked.ask;
        const there = await openMemberCase(signedIn(), other, { listed: listed.get(other), quietly: true });
        const written = await linkCases(opened(handle), there, { relation, reason });
        return { written: written.map(({ registerNumber }) => registerNumber) };
      }
      case "writeRecord":
        await opened(asked.ask.handle).record(asked.ask.record);
        return {};
      case "readLaw":
        return readLawFor(signedIn(), asked.ask);
      case "sayOfRule":
        return sayOfRuleFor(signedIn(), asked.ask);
      case "proveCase":
        return proveCaseExport(signedIn(), opened(asked.ask.handle), asked.ask);
      case "signExport":
        return signCaseExport(signedIn(), opened(asked.ask.handle), asked.ask.order);
      case "readLeavers":
        return readLeavers(signedIn());
      case "passOver":
        await passOver(signedIn(), asked.ask, { signal, tell }, listed);
        return {};
      case "readRecovery":
        return readRecovery(signedIn(), asked.ask.today);
      case "askRehearsal":
        return challengeFor(signedIn(), asked.ask.today);
      case "bringAnswer":
        return bringAnswer(signedIn(), asked.ask.file);
      case "callForParts":
        return callForParts(signedIn(), asked.ask);
      case "readParts":
        return readParts(signedIn(), asked.ask);
      case "recoverCases":
        return recoverCases(signedIn(), asked.ask, { signal, tell });
      case "readNewRecovery":
        return readNewRecovery(asked.ask.file);
      case "readNotices":
        return readNotices(signedIn());
      case "saveNotices":
        await saveNotices(signedIn(), asked.ask.wishes);
        return {};
      case "dropNotices":
        await dropNotices(signedIn());
        return {};
      case "testNotices":
        await testNotices(signedIn());
        return {};
      case "readInterests":
        return readInterestsFor(signedIn());
      case "declareInterests":
        return declareInterests(signedIn(), asked.ask.interests);
      case "failingNotices": {
        const { isOffered, failing } = await readFailingNotices(signedIn());
        const { members } = signedIn().directories.current;
        return { isOffered, failing: failing.map((one) => ({ ...one, names: members.get(one.memberId)?.names })) };
      }
      case "saveNote":
        await opened(asked.ask.handle).note(asked.ask.text);
        return {};
      case "changeReaders": {
        const of = opened(asked.ask.handle);
        const { reason } = asked.ask;
        if ("grant" in asked.ask) await of.grant(asked.ask.grant, reason);
        else await of.remove(asked.ask.remove, reason, asked.ask.interest);
        return {};
      }
      case "takeDiscardStep": {
        const of = opened(asked.ask.handle);
        if (asked.ask.step === "propose") await of.proposeDiscard(asked.ask.reason);
        else await (asked.ask.step === "agree" ? of.agreeToDiscard() : of.keep());
        return {};
      }
      case "enterReport":
        return entries.enter(signedIn(), asked.ask, { signal, tell });
      case "handIn":
        return entries.handIn(signedIn(), asked.ask, signal);
      case "issueReceipt":
        await opened(asked.ask.handle).issueReceipt();
        return {};
      case "tellReporter":
        await opened(asked.ask.handle).tell(asked.ask.content);
        return {};
      case "moveCase": {
        const { to, outcome, text, nextBy } = asked.ask.move;
        await opened(asked.ask.handle).moveTo(to, { outcome, text, nextBy });
        return {};
      }
    }
  };
}

async function lookForNewCases(member: Member, onTried: (heads: number) => void): Promise<FoundCases> {
  let tried = 0;
  const breathe = makeBreath(() => onTried(tried));
  const { opened, altered } = await findNewCases(member, (now) => {
    tried = now;
    return breathe();
  });
  return {
    opened: opened.length,
    altered: altered.length,
    forNobody: await countForNobody(member),
  };
}
