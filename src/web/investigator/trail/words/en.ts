/** The audit trail: who did what on which day, and how far the trail was checked. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const TRAIL: Translation<typeof id.TRAIL> = {
  lead: "Whatever a member does stands here under that member’s own signature, in one order. Entries are only added; one that is changed, deleted or cut off is found out. Reporters leave no trace here.",
  checked: "Checked up to entry {size} on {day}.",
  seen: "Last checked without a fault: entry {size}.",
  accept: "Accept the trail as it is now",
  acceptText:
    "Only after the administrator has explained it in another way, for example because a backup was restored.",
  accepted: "The trail as it is now is accepted. From now on that is what is compared.",
  again: "Check again",
  save: "Save the checkpoint",
  saveAll: "Save the whole trail",
  saving: "Reading… {percent}%",
  saveAllHint:
    "The whole trail is checked by anybody without a server with the command “segel audit verify”; of cases that you do not read it holds hashes alone.",
  saveHint:
    "A few lines to be handed to somebody outside the office each month: with them anybody can prove later that the entries up to today were not changed.",
  number: "Number",
  entry: "entry {number}",
  who: "Who",
  what: "Act",
  when: "Day",
  caseColumn: "Case",
  everybody: "Everybody",
  everything: "All acts",
  everyCase: "All cases and the office",
  officeOnly: "The office alone",
  from: "From",
  until: "Until",
  earlier: "Show earlier entries",
  none: "No entry fits.",
  shown: { one: "{n} entry is shown.", other: "{n} entries are shown." },
  hidden: {
    one: "{n} other entry is about a case that you do not read; what it says is not shown, but it is checked too.",
    other:
      "{n} other entries are about cases that you do not read; what they say is not shown, but they are checked too.",
  },
  nobody: "unknown",
  server: "The server itself",
  answer: "answer {n}",
  note: "note {n}",
  caseLead: "Who did what in this case. Each act is matched with what is written in the case.",
  matches: "All acts match what is written in the case.",
  withoutRow: "Alarm: the server does not show what some acts have written",
  withoutRowText:
    "Entries {numbers}. What they wrote may be withheld. Do not write; ask colleagues and the administrator in another way, not through this service.",
  withoutAct: "Alarm: something is written here that the audit trail does not have",
  withoutActText:
    "Namely {rows}. It may have been put into the database. Compare with a colleague’s screen, and tell the administrator in another way.",
  empty: "No act about this case has been recorded yet.",
  reading: "Reading the audit trail…",
};

export const SERVER_ACT_NAMES: Translation<typeof id.SERVER_ACT_NAMES> = {
  "remove-discarded": "Removed a case that two members discarded",
  "log-key": "Began to sign the trail with this key",
  enrol: "Took the six words that a member chose",
  "remove-factors": "Removed a member’s second factors, as two colleagues had asked",
};

export const LEAF_NAMES: Translation<typeof id.LEAF_NAMES> = {
  directory: "A directory was published",
  statement: "A statement on the directory was published",
  pages: "The service’s pages were renewed",
};
