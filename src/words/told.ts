/** What happened and what to do about it: the shape of every failure and alarm. */
import type { MessageAlarm } from "../client/case/chain.ts";
import type { Texts } from "./text.ts";

export type Reader = "member" | "reporter";

type Parts<Sentence> = {
  readonly happened: Sentence;
  /** What is lost or not, and what anybody can do */
  readonly advice?: Sentence;
  /** Whom to tell and to ask: a reporter who went to somebody would be known. */
  readonly forMembers?: Sentence;
  readonly forReporters?: Sentence;
};

/** In one language */
export type ToldIn = Parts<string>;
/** In all of them */
export type Told = Parts<Texts>;

/** All that this reader is told to do, as one paragraph; empty where nothing is to be done. */
export function adviceFor<Sentence>(reader: Reader, told: Parts<Sentence>, say: (text: Sentence) => string): string {
  const own = reader === "member" ? told.forMembers : told.forReporters;
  return [told.advice, own].flatMap((text) => (text === undefined ? [] : [say(text)])).join(" ");
}

/** About one message: where it is not shown itself, the gap before it is named, but nothing "below" can be read. */
export function toldOfMessage<Sentence>(
  table: Readonly<Record<MessageAlarm, Parts<Sentence>>>,
  alarm: MessageAlarm,
  message: unknown,
): Parts<Sentence> {
  const told = table[alarm];
  return alarm === "gap" && message === undefined ? { happened: told.happened } : told;
}

/** The same table where a program has a better sentence for some: it knows its screen, and what is still there. */
export function inOwnWords<Code extends string>(
  table: Readonly<Record<Code, Told>>,
  own: { readonly [OneCode in Code]?: Partial<Told> },
): Readonly<Record<Code, Told>> {
  const all: Record<Code, Told> = { ...table };
  for (const code of Object.keys(own) as Code[]) all[code] = { ...table[code], ...own[code] };
  return all;
}
