import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const OPENING: Translation<typeof id.OPENING> = {
  title: "Rehearsal: the office is not open to the public yet",
  lead: "The reporters' page says that this is a rehearsal. Do these five things together, in any order; how far they are is read from the server.",
  look: "Look again how far they are",
  isDone: "done",
  isMissing: "missing",
  steps: {
    opened: "A rehearsal report is opened",
    answered: "That report is answered",
    replied: "Its sender comes back",
    regranted: "A member forgets everything",
    recovery: "Recovery is rehearsed",
  },
  what: {
    opened:
      "Send an invented report from a telephone, through the reporters' page, without real names. Two readers open it.",
    answered: "A reader writes an answer to the reporter.",
    replied: "The sender comes in with the twelve words, reads the answer and replies.",
    regranted:
      "On the sign-in page that member makes new keys, with six new words. Root holders sign the next list, a colleague gives them the report again, and they open it.",
    recovery:
      "Under “People and keys”, save the rehearsal file on the stick. On the key page the custodians' sheets and the lock are typed; its answer is brought back there.",
  },
  who: {
    opened: "anybody, then two readers",
    answered: "a reader",
    replied: "whoever sent it",
    regranted: "one member, root holders, and a colleague",
    recovery: "custodians and a root holder",
  },
  turn: "Whose turn: {who}.",
  missing: { one: "{n} of 5 is still missing.", other: "{n} of 5 are still missing." },
  changes:
    "Everything has been rehearsed. Once opened, the reporters' page speaks of a rehearsal no more, and every report that comes is a real one.",
  stays: "Rehearsal reports stay until two members discard them. Opening cannot be taken back; channels can be closed.",
  open: "Open to the public",
  others: "A lead or an administrator opens it.",
  opened: "The office has been open to the public since {day}.",
};
