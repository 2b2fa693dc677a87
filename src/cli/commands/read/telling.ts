/** `segel read put-off`, `profile`, `receipt`: what a reporter is told of deadlines, and the receipt that one has asked for. */
import type { MemberCase } from "../../../client/member/case/member-case.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import { DEADLINE_KINDS } from "../../../protocol/rules/deadlines.ts";
import { WrongUse } from "../../speech/failures.ts";
import { visible } from "../../speech/print.ts";
import { DEADLINES, SENTENCES } from "../../speech/words.ts";
import type { CommandCall } from "../command.ts";

/** Options of these; the reason is asked for, as every text is. */
export const TELLING = { deadline: { type: "string" }, due: { type: "string" }, profile: { type: "string" } } as const;

type Act = (file: MemberCase) => Promise<void>;

/** Undefined for a verb of another kind. */
export function tellingFor(verb: string, call: CommandCall): Act | undefined {
  const { say, questions } = call;
  const reason = () => questions.text(say(DEADLINES.askWhy));
  switch (verb) {
    case "receipt":
      return async (file) => file.issueReceipt();
    case "put-off": {
      const deadline = chosen(DEADLINE_KINDS, "deadline", call);
      const due = call.value("due") ?? "";
      if (!isDay(due)) throw new WrongUse(say(DEADLINES.dueMissing, { value: visible(due) }));
      return async (file) => file.tell({ kind: "promise", deadline, due, text: await reason() });
    }
    case "profile": {
      const profile = chosen(Object.keys(call.office.profiles), "profile", call);
      return async (file) => file.tell({ kind: "profile", profile, text: await reason() });
    }
    default:
      return undefined;
  }
}

function chosen<Code extends string>(codes: readonly Code[], option: string, { say, value }: CommandCall): Code {
  const typed = value(option) ?? "";
  const code = codes.find((one) => one === typed);
  if (code === undefined)
    throw new WrongUse(
      say(SENTENCES.badCode, { option: `--${option}`, value: visible(typed), list: codes.join(", ") }),
    );
  return code;
}
