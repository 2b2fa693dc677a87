/** Figures that are published, for a page: read, cut down, signed. */
import { confirmFigures, dropFigures, proposeFigures, readFigures } from "../../../../client/publishing/desk.ts";
import { prepare } from "../../../../client/publishing/prepare.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { hex } from "../../../../crypto/bytes.ts";
import { periodError } from "../../../../protocol/publishing/chain.ts";
import { daysOf, periodsOf } from "../../../../protocol/publishing/period.ts";
import { mayPrepare } from "../../../../protocol/publishing/signers.ts";
import type { Asked } from "../../../shared/ask-worker.ts";
import type { PublishedView, PublishingCalls } from "../messages/publishing.ts";

type Answer = PublishingCalls[keyof PublishingCalls]["answer"];
type PublishingAsked = Extract<Asked<PublishingCalls>, { readonly call: keyof typeof CALLS }>;

const CALLS: Readonly<Record<keyof PublishingCalls, true>> = {
  readPublished: true,
  prepareFigures: true,
  proposeFigures: true,
  confirmFigures: true,
  dropFigures: true,
};

export function isAboutPublishing(asked: { readonly call: string }): asked is PublishingAsked {
  return Object.hasOwn(CALLS, asked.call);
}

export async function answerPublishing(member: Member, asked: PublishingAsked): Promise<Answer> {
  switch (asked.call) {
    case "readPublished":
      return viewOf(member, asked.ask.today);
    case "prepareFigures": {
      const { current } = member.directories;
      return prepare({
        ...asked.ask,
        anew: new Map(asked.ask.anew),
        earlier: (await readFigures(member)).published.genuine,
        directory: { version: current.version, hash: hex(current.hash) },
        channels: channelsOf(member),
      });
    }
    case "proposeFigures":
      await proposeFigures(member, asked.ask.snapshot, asked.ask.today);
      return {};
    case "confirmFigures":
      await confirmFigures(member, asked.ask.hash, asked.ask.today);
      return {};
    case "dropFigures":
      await dropFigures(member);
      return {};
  }
}

async function viewOf(member: Member, today: string): Promise<PublishedView> {
  const { published, waiting } = await readFigures(member);
  const { members } = member.directories.current;
  const earlier = published.genuine.map(({ snapshot }) => snapshot);
  const year = Number(today.slice(0, 4));
  const periods = [...periodsOf(year - 1), ...periodsOf(year)]
    .filter((period) => daysOf(period).until < today)
    .toSorted((a, b) => (daysOf(a).until < daysOf(b).until ? 1 : -1));
  return {
    published: published.genuine.map(({ snapshot, signers, publishedOn }) => ({ snapshot, signers, publishedOn })),
    fault: published.fault?.sequence,
    waiting: waiting && {
      snapshot: waiting.snapshot,
      hash: waiting.hash,
      preparedBy: members.get(waiting.preparedBy)?.names ?? {},
      preparedOn: waiting.preparedOn,
      isOwn: waiting.preparedBy === member.id,
    },
    periods: periods.map((period) => ({ period, error: periodError(earlier, period, today) })),
    channels: channelsOf(member),
    mayPrepare: mayPrepare(members.get(member.id)?.roles ?? []),
  };
}

function channelsOf({ directories }: Member): PublishedView["channels"] {
  return [...directories.current.channels.values()].map(({ id, names }) => ({ id, names }));
}
