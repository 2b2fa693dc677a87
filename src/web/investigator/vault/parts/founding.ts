/** What the vault does while an office is founded: every key is made, and everything that the server says looked at, here. */
import { CeremonyError } from "../../../../client/ceremony/refusal.ts";
import { readRecovery } from "../../../../client/ceremony/recovery.ts";
import { readRoot } from "../../../../client/ceremony/root.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import { ApiError, type Connection } from "../../../../client/line/http.ts";
import { composeFirst, readAloudBy } from "../../../../client/office/first-directory.ts";
import * as founding from "../../../../client/office/founding.ts";
import { fromHex, hex } from "../../../../crypto/bytes.ts";
import { fingerprintOf, rootsFingerprintOf } from "../../../../crypto/identity.ts";
import type { Request } from "../../../../client/ceremony/request.ts";
import { fromBase64url } from "../../../../protocol/encoding/base64url.ts";
import { isSteward } from "../../../../protocol/rules/casework.ts";
import { isActive } from "../../../../protocol/directory/directory.ts";
import type { Asked } from "../../../shared/ask-worker.ts";
import type {
  CeremonyFile,
  FirstRequestView,
  FoundingCalls,
  FoundingPass,
  FoundingView,
} from "../messages/founding.ts";
import { fingerprintIn } from "./entrance.ts";
import { inWords } from "./in-words.ts";
import { orRefused } from "./failures.ts";
import { requestViewOf } from "./roster.ts";
import type { VaultCalls } from "../messages/vault.ts";

type AboutFounding = Extract<Asked<VaultCalls>, { readonly call: keyof FoundingCalls }>;
type Answer = FoundingCalls[keyof FoundingCalls]["answer"];

const CALLS: Readonly<Record<keyof FoundingCalls, true>> = {
  claimFounding: true,
  readFounding: true,
  proposeOffice: true,
  joinFounding: true,
  dropJoiner: true,
  readCeremonyFiles: true,
  closeFounding: true,
  reopenFounding: true,
  bringSigned: true,
  confirmFounding: true,
};

export function isAboutFounding(asked: Asked<VaultCalls>): asked is AboutFounding {
  return Object.hasOwn(CALLS, asked.call);
}

export async function answerFounding(connection: Connection, asked: AboutFounding): Promise<Answer> {
  const placeOf = ({ key, agreed }: FoundingPass): founding.FoundingPlace => ({
    connection,
    key: fromBase64url(key),
    agreed: agreed === undefined ? undefined : fromHex(agreed),
  });
  switch (asked.call) {
    case "claimFounding":
      await founding.claimFounding(placeOf(asked.ask), asked.ask.code);
      return {};
    case "readFounding": {
      const { pass, own } = asked.ask;
      return orRefused(() => read(connection, pass && placeOf(pass), own));
    }
    case "proposeOffice":
      await founding.proposeOffice(placeOf(asked.ask), asked.ask.proposal, fromBase64url(asked.ask.joiningKey));
      return {};
    case "joinFounding":
      await founding.joinFounding(placeOf(asked.ask), asked.ask.entry);
      return {};
    case "dropJoiner":
      await founding.dropJoiner(placeOf(asked.ask), asked.ask.memberId);
      return {};
    case "readCeremonyFiles":
      return viewOfFiles(sorted(asked.ask.files));
    case "closeFounding":
      return orRefused(() => close(placeOf(asked.ask), asked.ask));
    case "reopenFounding":
      await founding.reopenFounding(placeOf(asked.ask));
      return {};
    case "bringSigned":
      return orRefused(() => bring(placeOf(asked.ask), asked.ask));
    case "confirmFounding":
      return orRefused(async () => {
        const { kept, passphrase } = asked.ask;
        const { agreed, ...place } = placeOf(asked.ask);
        if (agreed === undefined) throw new CeremonyError("other-request");
        const agreedPlace = { ...place, agreed };
        return { is: await founding.confirmFounding(agreedPlace, { passphrase, waiting: [kept] }, Date.now()) };
      });
  }
}

async function read(
  connection: Connection,
  place: founding.FoundingPlace | undefined,
  own: MemberEntry | undefined,
): Promise<FoundingCalls["readFounding"]["answer"]> {
  if (place !== undefined) {
    try {
      return { founding: viewOf(await founding.readFounding(place), own) };
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "not-found")) throw error;
    }
  }
  const founded = await founding.readFounded({ connection, agreed: place?.agreed }, Date.now());
  return founded === undefined ? { stranger: true } : { poster: inWords(rootsFingerprintOf(founded.roots)) };
}

function viewOf(
  { caller, proposal, joiners, request, signed, statement }: founding.FoundingState,
  own: MemberEntry | undefined,
): FoundingView {
  return {
    caller,
    proposal,
    joiners: joiners.map((entry) => ({
      id: entry.id,
      names: entry.names,
      roles: entry.roles,
      words: fingerprintIn(entry),
    })),
    request: request && firstRequestOf(request, own),
    confirming:
      request === undefined || signed === undefined
        ? undefined
        : {
            stewards: [...request.directory.members.values()]
              .filter((member) => isActive(member) && isSteward(member.roles))
              .map(({ id }) => id),
            signers: statement?.signers ?? [],
            missing: statement?.missing ?? request.directory.stewards ?? 0,
          },
  };
}

/** The line is shown by a device whose own entry stands in the request bit for bit, and by no other. */
function firstRequestOf(request: Request, own: MemberEntry | undefined): FirstRequestView {
  const { recoveryKey } = request.directory;
  const isOwn = own !== undefined && readAloudBy(own, request) !== undefined;
  return {
    ...requestViewOf(request, isOwn),
    proposal: hex(request.proposal),
    file: founding.requestFileOf(request),
    recovery: recoveryKey === null ? undefined : inWords(fingerprintOf(recoveryKey)),
  };
}

type Sorted = {
  readonly roots: readonly CeremonyFile[];
  readonly recovery: CeremonyFile | undefined;
  readonly unread: readonly string[];
};

/** Which file is what; each once, however often it was chosen, and of several recovery keys the last. */
function sorted(files: readonly CeremonyFile[]): Sorted {
  const roots = new Map<string, CeremonyFile>();
  const unread: string[] = [];
  let recovery: CeremonyFile | undefined;
  for (const file of files) {
    const root = attempt(() => hex(readRoot(file.bytes)));
    if (root !== undefined) roots.set(root, file);
    else if (attempt(() => readRecovery(file.bytes)) !== undefined) recovery = file;
    else unread.push(file.name);
  }
  return { roots: [...roots.values()], recovery, unread };
}

function attempt<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CeremonyError) return undefined;
    throw error;
  }
}

function viewOfFiles({ roots, recovery, unread }: Sorted): FoundingCalls["readCeremonyFiles"]["answer"] {
  const published = recovery && readRecovery(recovery.bytes);
  return {
    roots: roots.map(({ bytes }) => inWords(fingerprintOf(readRoot(bytes)))),
    recovery: published && {
      words: inWords(fingerprintOf(fromBase64url(published.publicKey))),
      threshold: published.threshold,
      total: published.shares.length,
    },
    unread,
  };
}

async function close(
  place: founding.FoundingPlace,
  { files, members, recipients, custodians, excludable, rootsNeeded }: FoundingCalls["closeFounding"]["ask"],
): Promise<FoundingCalls["closeFounding"]["answer"]> {
  const { proposal, joiners } = await founding.readFounding(place);
  const { roots, recovery } = sorted(files);
  if (proposal === undefined || recovery === undefined) throw new CeremonyError("malformed");
  const made = composeFirst(
    {
      proposal,
      members: joiners.filter(({ id }) => members.includes(id)),
      recipients: [...recipients],
      custodians: [...custodians],
      excludable: excludable.filter((id) => recipients.includes(id) || custodians.includes(id)),
      roots: roots.map(({ bytes }) => bytes),
      rootsNeeded,
      recovery: recovery.bytes,
    },
    Date.now(),
  );
  if ("faults" in made) return { faults: made.faults.map(({ code }) => code) };
  await founding.closeFounding(place, made);
  return { closed: true };
}

async function bring(
  place: founding.FoundingPlace,
  { files, hands }: FoundingCalls["bringSigned"]["ask"],
): Promise<FoundingCalls["bringSigned"]["answer"]> {
  const { request } = await founding.readFounding(place);
  if (request === undefined) throw new CeremonyError("other-request");
  const { counts, signed } = founding.gatherFirst(request, files);
  if (hands) {
    if (signed === undefined) throw new CeremonyError("too-few-signatures");
    await founding.handInDirectory(place, request, signed);
  }
  const [{ has, needs } = { has: 0, needs: 1 }] = counts;
  return { has, needs };
}
