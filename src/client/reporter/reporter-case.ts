/** A reporter who comes back with twelve words: what the case shows, what is wrong with it, what is written next. */
import { type Bytes, hex, sameBytes } from "../../crypto/bytes.ts";
import { unlessRefused } from "../../crypto/errors.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import { openConversation, sealConversation, signStatement } from "../../crypto/secret/message.ts";
import { type OwnBox, type Receipt, openOwnBox, openReceipt, sealOwnBox } from "../../crypto/secret/receipt.ts";
import { type TokenKeys, deriveTokenKeys } from "../../crypto/secret/token.ts";
import { type MessageContent, encodeMessageContent, fileIdsOf, parseMessageContent } from "../../protocol/content.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { purposeOf } from "../../protocol/proof-of-work.ts";
import {
  type CheckAnswer,
  type Row,
  encodeOwnRow,
  parseCheckAnswer,
  parsePaddedRows,
  parseRemovedAnswer,
} from "../../protocol/frames.ts";
import { urgentBit } from "../../protocol/rules/notices.ts";
import { checkText } from "../case/answers.ts";
import { type Cells, cellsOfReporter } from "../files/cells.ts";
import {
  type Chain,
  type Entry,
  contradictsItself,
  namesOtherTeamKey,
  newestState,
  readChain,
  shows,
} from "../case/chain.ts";
import type { Directories } from "../directory/directories.ts";
import { type PreparedMessage, type SendOptions, putUntilAnswered } from "../case/prepared-message.ts";
import { MOST_PAGES } from "../line/paging.ts";
import { ApiError, type Connection, callSigned } from "../line/http.ts";
import { type Payment, callSignedOrPaying } from "../line/proof-of-work.ts";
import { Refusal } from "../refusal.ts";
import { type OfficeKeys, makeOfficeKeys } from "./office-keys.ts";
import { type Standing, standingOf } from "./standing.ts";

/** What makes the whole case suspect. With any of these nothing is written any more. */
export type ReporterCaseAlarm =
  /** The receipt is not the one that was sealed with these words, or is damaged. */
  | "receipt"
  /** The own box beside the newest message is missing, damaged or older than the server's count. */
  | "own-box"
  /** An answer acknowledges a message of the reporter that the server does not show or shows otherwise, or less than one before it. */
  | "own-message-missing"
  /** An answer that the reporter had seen before is not shown, or shown otherwise. */
  | "answer-missing"
  /** An epoch that the reporter had accepted is not shown. */
  | "epoch-missing"
  /** An answer names another team key than the receipt: somebody wants to read what is written next. */
  | "team-key"
  /** Answers that the server counts are not shown. */
  | "withheld"
  /** A message is forged, forked or unfit: see its entry. */
  | "conversation";

export type ReporterCase = {
  readonly caseId: Bytes;
  readonly registerNumber: string;
  /** Day on which the server stored the report, by its own word */
  readonly arrivedOn: string;
  /** As the receipt names it, hexadecimal; undefined where the receipt cannot be believed */
  readonly channelId: string | undefined;
  readonly alarms: readonly ReporterCaseAlarm[];
  /** Numbers of messages that must be there and are not shown, at most `MOST_NAMED` of each side. */
  readonly missing: { readonly answers: readonly number[]; readonly own: readonly number[] };
  /** The team's side, oldest first. */
  readonly entries: readonly Entry[];
  /** How many messages the reporter has written; the words do not open them any more. */
  readonly written: number;
  /** Days on which the newest of them were stored, oldest first */
  readonly writtenOn: readonly string[];
  /** By the newest signed status, perhaps of a later version; `received` before there is one. */
  readonly state: string;
  readonly standing: Standing;
  /** Files of answers, and those on their way to the office */
  readonly cells: Cells;
  /** Seals a follow-up for the next place. Throws Refusal (`alarm`, `findings`). */
  readonly prepare: (content: MessageContent) => PreparedMessage;
  /** Prepares a follow-up and sends it. Throws Refusal or ApiError; `conflict` means: check again, then write again. */
  readonly write: (content: MessageContent, options?: SendOptions) => Promise<void>;
  /**
   * Tells the office by a signed message that nobody will come back, then gives up the way back; the report stays with
   * its recipients. Again after a failure it goes on where it stood. Throws Refusal `alarm`, ApiError: nothing is given up
   * before the office was told, unless it shall not be.
   */
  readonly burn: (options?: BurnOptions) => Promise<void>;
  /** Whether the office has been told of a burning that did not come to its end. */
  readonly isBurnTold: () => boolean;
};

type BurnOptions = {
  /** Without a word to the office, which then waits for an answer: for who cannot reach it, or must not write. */
  readonly untold?: boolean;
};

/** The words are right, and the office has removed the case: by the server's word, which alone can know. */
export class CaseRemoved extends Error {
  readonly removedOn: string;
  constructor(removedOn: string) {
    super("removed");
    this.name = "CaseRemoved";
    this.removedOn = removedOn;
  }
}

/**
 * Comes back with a token. Undefined: check the words and their order; it never says that nothing was there.
 * Throws CaseRemoved, ApiError, CryptoError.
 */
export async function openReporterCase(
  connection: Connection,
  token: Uint8Array,
  directories: Directories,
): Promise<ReporterCase | undefined> {
  const keys = deriveTokenKeys(token);
  const bytes = await callSigned(connection, "checkCase", {}, keys.auth);
  const removedOn = parseRemovedAnswer(bytes);
  if (removedOn !== undefined) throw new CaseRemoved(removedOn);
  const answer = parseCheckAnswer(bytes);
  if (answer === undefined) return undefined;
  const receipt = readReceipt(answer.receipt, keys);
  const known = {
    caseId: keys.caseId,
    registerNumber: registerNumberOf(keys.caseId),
    arrivedOn: answer.arrivedOn,
    written: answer.reporterCount,
    writtenOn: answer.ownDays,
    cells: cellsOfReporter(connection, keys, () => answer.teamCount > 0),
  };
  const forget = async () => void (await callSigned(connection, "burnCase", {}, keys.auth));
  if (receipt === undefined)
    return {
      ...known,
      ...SUSPECT,
      standing: standingOf({ ...known, ...SUSPECT }),
      ...makeBurn(() => Promise.reject(new Refusal("alarm")), forget),
    };
  const own = readOwnBox(answer, keys);
  const rows = await allRows(connection, keys, answer);
  const office = makeOfficeKeys({ teamPublicKey: receipt.teamPublicKey, threadKey: keys.thread });
  const chain = await readChain(teamReader(keys, receipt, office, directories), rows);
  const alarms = caseAlarms(answer, receipt, own, chain, office);
  const epoch = office.newest();
  const context = { caseId: keys.caseId, direction: "reporter", epoch, sequence: answer.reporterCount + 1 } as const;
  const previous = own?.messageHash ?? receipt.headHash;
  const prepare = (content: MessageContent): PreparedMessage => {
    checkText(content);
    if (alarms.length > 0) throw new Refusal("alarm");
    const signed = signStatement(
      {
        context,
        previous,
        acknowledged: chain.last,
        directoryVersion: directories.current.version,
        directoryHash: directories.current.hash,
        signer: keys.auth.publicKey,
        kind: content.kind,
        content: encodeMessageContent(content),
      },
      keys.auth,
    );
    const { teamPublicKey, threadKey } = office.of(epoch);
    const row = sealConversation(signed, context, { team: teamPublicKey, reply: undefined }, threadKey);
    const ownBox = sealOwnBox(
      { messageHash: signed.hash, acknowledged: chain.last, newestEpoch: epoch },
      context,
      keys,
    );
    const call = {
      params: { epoch: context.epoch, sequence: context.sequence },
      query: { urgent: urgentBit(content) },
      body: encodeOwnRow(row, ownBox, fileIdsOf(content)),
    };
    const payment: Payment = { purpose: purposeOf("message", call.body.length) };
    const put = (signal?: AbortSignal) =>
      callSignedOrPaying(connection, "putOwnMessage", { ...call, signal }, keys.auth, payment);
    return {
      send(options) {
        payment.onWork = options?.onWork;
        return putUntilAnswered(put, options);
      },
    };
  };
  const shown = { ...known, entries: chain.entries, state: newestState(chain.entries) };
  return {
    ...shown,
    standing: standingOf(shown),
    channelId: hex(receipt.channelId),
    alarms,
    missing: { answers: missingAnswers(answer, own, chain), own: missingOwn(answer, own, chain) },
    prepare,
    write: async (content, options) => prepare(content).send(options),
    ...makeBurn(
      makeLastWord(prepare, () => openReporterCase(connection, token, directories)),
      forget,
    ),
  };
}

/** First the word to the office, once; then the way in, as often as it takes. */
function makeBurn(tell: () => Promise<void>, forget: () => Promise<void>): Pick<ReporterCase, "burn" | "isBurnTold"> {
  let told = false;
  return {
    async burn({ untold = false } = {}) {
      if (!told && !untold) await tell();
      told ||= !untold;
      await forget();
    },
    isBurnTold: () => told,
  };
}

/** Somebody else, at another window, may have written meanwhile: then the word stands behind theirs. */
function makeLastWord(
  prepare: ReporterCase["prepare"],
  openAgain: () => Promise<ReporterCase | undefined>,
): () => Promise<void> {
  let prepareNext: ReporterCase["prepare"] | undefined = prepare;
  let word: PreparedMessage | undefined;
  return async () => {
    for (let attempt = 1; ; attempt++) {
      // Nothing opens any more: it was burnt at the other window.
      if (prepareNext === undefined) return;
      try {
        word ??= prepareNext({ kind: "burn" });
        return await word.send();
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== "conflict" || attempt === MOST_ATTEMPTS) throw error;
        word = undefined;
        prepareNext = (await openAgain())?.prepare;
      }
    }
  };
}

/** Each time somebody was quicker; three in a row is no chance. */
const MOST_ATTEMPTS = 3;

/** A case whose receipt cannot be believed: shown as such, never written to. */
const SUSPECT = {
  channelId: undefined,
  alarms: ["receipt"],
  missing: { answers: [], own: [] },
  entries: [],
  state: "received",
  prepare() {
    throw new Refusal("alarm");
  },
  write: () => Promise.reject(new Refusal("alarm")),
} as const;

function readReceipt(sealed: Uint8Array, keys: TokenKeys): Receipt | undefined {
  return unlessRefused(() => openReceipt(sealed, keys));
}

/** Undefined when there is none yet, or none that can be believed: the alarm tells which. */
function readOwnBox({ own }: CheckAnswer, keys: TokenKeys): OwnBox | undefined {
  if (own === undefined) return undefined;
  const context = { caseId: keys.caseId, direction: "reporter", epoch: own.epoch, sequence: own.sequence } as const;
  return unlessRefused(() => openOwnBox(own.box, context, keys));
}

/** The rows of the check answer and, before them, the earlier ones. */
async function allRows(connection: Connection, keys: TokenKeys, answer: CheckAnswer): Promise<Row[]> {
  const rows = [...answer.rows];
  let pages = 0;
  for (let before = rows[0]?.sequence ?? answer.teamCount + 1; before > 1 && pages < MOST_PAGES.answers; pages++) {
    const page = parsePaddedRows(await callSigned(connection, "earlierAnswers", { query: { before } }, keys.auth));
    const first = page[0]?.sequence;
    // A server that gives nothing, the same again, or no end is not waited for: the gap is shown.
    if (first === undefined || first >= before) break;
    rows.unshift(...page);
    before = first;
  }
  return rows;
}

function teamReader(keys: TokenKeys, receipt: Receipt, office: OfficeKeys, directories: Directories) {
  return {
    caseId: keys.caseId,
    direction: "team",
    headHash: receipt.headHash,
    open: (row: Uint8Array, context: Parameters<typeof openConversation>[1], before: number) =>
      openConversation(
        row,
        context,
        { as: "reply", keys: keys.reply },
        office.of(Math.min(before, context.epoch)).threadKey,
      ),
    judge: office.judge,
    parse: (kind: string, content: Uint8Array) => parseMessageContent("team", kind, content),
    directories,
    authPublicKey: keys.auth.publicKey,
    recipientsIn: (directory: Directory) => directory.channels.get(hex(receipt.channelId))?.recipients ?? [],
    excluded: receipt.excluded.map(hex),
  } as const;
}

function caseAlarms(
  answer: CheckAnswer,
  receipt: Receipt,
  own: OwnBox | undefined,
  chain: Chain,
  office: OfficeKeys,
): ReporterCaseAlarm[] {
  const alarms = new Set<ReporterCaseAlarm>();
  const ownInPlace = (answer.own?.sequence ?? 0) === answer.reporterCount;
  if (!ownInPlace || (answer.own !== undefined && own === undefined)) alarms.add("own-box");
  if (missingOwn(answer, own, chain).length > 0 || contradictsItself(chain.entries)) alarms.add("own-message-missing");
  if (own !== undefined) {
    if (!shows(chain, own.acknowledged, receipt.headHash)) alarms.add("answer-missing");
    if (own.newestEpoch > office.newest()) alarms.add("epoch-missing");
  }
  if (namesOtherTeamKey(chain.entries, (epoch) => office.find(epoch)?.teamPublicKey)) alarms.add("team-key");
  if (chain.entries.length < answer.teamCount) alarms.add("withheld");
  if (!chain.whole) alarms.add("conversation");
  return [...alarms];
}

/** So many are named; a server that counts four thousand million must not fill the memory. */
const MOST_NAMED = 100;

/** Answers that are counted, or that the reporter had seen, and that are not shown. */
function missingAnswers({ teamCount }: CheckAnswer, own: OwnBox | undefined, { entries }: Chain): number[] {
  const last = Math.max(teamCount, own?.acknowledged.sequence ?? 0, entries.at(-1)?.sequence ?? 0);
  const shown = new Set(entries.map(({ sequence }) => sequence));
  const expected = Array.from({ length: Math.min(last, shown.size + MOST_NAMED) }, (_, index) => index + 1);
  return expected.filter((sequence) => !shown.has(sequence));
}

/** Messages of the reporter that an answer rests on, and that the server leaves out or has exchanged. */
function missingOwn(answer: CheckAnswer, own: OwnBox | undefined, { entries }: Chain): number[] {
  const points = entries.flatMap(({ acknowledged }) => acknowledged ?? []);
  const newestOwn = answer.own?.sequence;
  const exchanged =
    own !== undefined &&
    points.some(({ sequence, hash }) => sequence === newestOwn && !sameBytes(hash, own.messageHash));
  const { reporterCount } = answer;
  const newest = Math.max(reporterCount, ...points.map(({ sequence }) => sequence));
  const leftOut = Array.from(
    { length: Math.min(MOST_NAMED, newest - reporterCount) },
    (_, index) => reporterCount + 1 + index,
  );
  return [...(exchanged && newestOwn !== undefined ? [newestOwn] : []), ...leftOut];
}
