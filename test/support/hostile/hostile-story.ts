/** A report on a hostile server, its reporter, its readers, and an insider who writes with every key but the reporter's. */
import type { Test } from "tap";
import type { MemberCaseAlarm } from "../../../src/client/casework/opened-case.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { teamContent } from "../../../src/client/member/case/case-writer.ts";
import { type MemberCase, openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { handleText } from "../../../src/protocol/frames.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { type PreparedReport, prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { type ReporterCase, openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import type { Context, Direction } from "../../../src/crypto/message.ts";
import { type SealingKeyPair, deriveSealingKeyPair, deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import {
  type SignedStatement,
  type Statement,
  sealConversation,
  sealInternal,
  signStatement,
} from "../../../src/crypto/secret/message.ts";
import { openBody, openHead } from "../../../src/crypto/secret/open.ts";
import { deriveTeamKeyPair, deriveTeamSecret } from "../../../src/crypto/secret/team.ts";
import {
  type AnnouncedFile,
  type MessageContent,
  encodeMessageContent,
  parseReportBody,
} from "../../../src/protocol/content.ts";
import { type Answers, EMPTY_ANSWERS } from "../../../src/protocol/rules/report-fields.ts";
import { parseDirectory, documentBytes } from "../../../src/protocol/directory/directory.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { DAY, HostileServer, type StoredCase } from "./hostile-server.ts";
import { type Organisation, makeOrganisation } from "../organisation.ts";
import { signedIn } from "../signed-in.ts";

export const ANSWERS: Answers = {
  ...EMPTY_ANSWERS,
  category: "gratifikasi",
  unitName: "Dinas Perizinan",
  what: "Amplop untuk mempercepat izin.",
  where: "Loket 3",
  amountIDR: 1_250_000,
};

export type Story = {
  readonly server: HostileServer;
  readonly organisation: Organisation;
  readonly prepared: PreparedReport;
  /** The bytes that the server keeps */
  readonly stored: StoredCase;
};

export type Plot = {
  /** Which of the two channels: the second has the first two investigators alone */
  readonly channel?: 0 | 1;
  readonly excluded?: (organisation: Organisation) => readonly NewMember[];
  /** Files that the report announces */
  readonly attachments?: readonly AnnouncedFile[];
};

/** An organisation and one report, stored. */
export async function tellStory(plot: Plot = {}): Promise<Story> {
  const organisation = makeOrganisation(Date.now());
  const server = new HostileServer();
  server.directories = [organisation.signed];
  return { server, organisation, ...(await report(server, organisation, plot)) };
}

/** One more report to the same server. */
export async function report(
  server: HostileServer,
  organisation: Organisation,
  { channel = 0, excluded = () => [], attachments = [] }: Plot = {},
) {
  const directory = parseDirectory(documentBytes(organisation.signed));
  const channelId = organisation.channels[channel].id;
  const ids = excluded(organisation).map(({ entry }) => entry.id);
  const prepared = prepareReport({ answers: ANSWERS, channelId, excluded: ids, attachments }, directory);
  await sendReport(server.connect(), prepared);
  const stored = server.cases.at(-1);
  if (stored === undefined) throw new Error("a report was sent");
  return { prepared, stored };
}

/** Comes back with the token, on a new device. */
export async function comeBack({ server, organisation, prepared }: Story): Promise<ReporterCase> {
  const connection = server.connect();
  const directories = await loadDirectories(connection, firstUse(organisation.rootSet), {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  const found = await openReporterCase(connection, prepared.token, directories);
  if (found === undefined) throw new Error("the case was sent");
  return found;
}

/** A member as after signing in, without the cost of a passphrase. */
export function enter(
  { server, organisation }: Pick<Story, "server" | "organisation">,
  who: NewMember,
): Promise<Member> {
  return signedIn(server.connect(who.entry.id), organisation.rootSet, who);
}

/** A reader who has found the case, and a way to open it again and again. */
export async function read(story: Story, who: NewMember = first(story.organisation.investigators)) {
  const member = await enter(story, who);
  await findNewCases(member);
  const handle = handleText(story.stored.handle);
  const open = (listed?: Uint8Array): Promise<MemberCase> => openMemberCase(member, handle, { listed });
  return { member, handle, open, file: await open() };
}

export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("there is at least one");
  return item;
}

export function sealingOf(member: NewMember): SealingKeyPair {
  return deriveSealingKeyPair(first(member.keys.sealingSeeds).seed);
}

/** What a recipient knows of a case, and may misuse. */
export type Insider = ReturnType<typeof insider>;

export function insider({ stored, organisation }: Story, recipient: NewMember = first(organisation.investigators)) {
  const opened = openHead(stored.head, { kind: "report" }, [sealingOf(recipient)]);
  const { head, contentKey } = opened;
  const teamSecret = deriveTeamSecret(contentKey, head.prefix.caseId);
  return {
    head,
    contentKey,
    teamSecret,
    teamPair: deriveTeamKeyPair(teamSecret),
    body: parseReportBody(openBody(opened, stored.body)),
  };
}

export type Crafted = {
  readonly author: NewMember;
  readonly direction?: Direction;
  readonly sequence: number;
  /** The signed list before; at first the head */
  readonly previous?: SignedStatement;
  readonly content?: MessageContent;
  readonly kind?: string;
  readonly teamPublicKey?: Uint8Array;
  readonly threadKey?: Uint8Array;
  /** Where the server will show it, if elsewhere than signed */
  readonly shownAt?: Partial<Context>;
  readonly statement?: Partial<Statement>;
};

/** A row that an insider writes: genuine in all but what the test says. */
export function craft(story: Story, knows: Insider, crafted: Crafted): { row: Uint8Array; signed: SignedStatement } {
  const { author, direction = "team", sequence, previous, content = { kind: "text", text: "Terima kasih." } } = crafted;
  const { head, body, teamPair, teamSecret } = knows;
  const directory = parseDirectory(documentBytes(story.organisation.signed));
  const context: Context = { caseId: head.prefix.caseId, direction, epoch: 0, sequence };
  const signed = signStatement(
    {
      context,
      previous: previous?.hash ?? head.headHash,
      acknowledged: { sequence: 0, hash: head.headHash },
      directoryVersion: directory.version,
      directoryHash: directory.hash,
      signer: fromHex(author.entry.id),
      kind: crafted.kind ?? content.kind,
      content:
        direction === "team"
          ? teamContent(crafted.teamPublicKey ?? teamPair.publicKey, content)
          : encodeMessageContent(content),
      ...crafted.statement,
    },
    deriveSigningKeyPair(author.keys.signingSeed),
  );
  const place = { ...context, ...crafted.shownAt };
  const readers = { team: teamPair.publicKey, reply: body.replyPublicKey };
  const row =
    place.direction === "internal"
      ? sealInternal(signed, place, teamSecret)
      : sealConversation(signed, place, readers, crafted.threadKey ?? body.threadKey);
  return { row, signed };
}

/** Puts such a row where the server will show it. */
export function plant(story: Story, crafted: Crafted): SignedStatement {
  const { row, signed } = craft(story, insider(story), crafted);
  const { direction, sequence } = {
    direction: crafted.direction ?? "team",
    sequence: crafted.sequence,
    ...crafted.shownAt,
  };
  story.stored.rows[direction].push({ epoch: 0, sequence, storedOn: DAY, row });
  return signed;
}

/** These alarms keep a member from writing. */
export async function writesNothing(
  t: Test,
  story: Story,
  file: MemberCase,
  alarms: readonly MemberCaseAlarm[],
): Promise<void> {
  t.same(file.opened.alarms, alarms);
  const before = story.server.requestsOf("putMessage").length;
  await t.rejects(file.answer("Terima kasih."), new Refusal("alarm"));
  await t.rejects(file.note("Catatan"), new Refusal("alarm"));
  t.equal(story.server.requestsOf("putMessage").length, before, "nothing is sent");
}
