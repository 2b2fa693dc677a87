/** What is wrong with a case, a message or a vault, in English: what was found, then what to do. */
import type { Translation } from "../text.ts";
import type * as Indonesian from "./id.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const SIGN_IN_ALARMS: Table<"SIGN_IN_ALARMS"> = {
  "vault-rolled-back": {
    happened: "Alarm: the server gave back an older vault than this device remembers.",
    advice:
      "An old backup may have been restored, or somebody wants you to use old keys and an old directory. Please lock the vault or end this session and ask the administrator in another way, not through this service.",
  },
  "log-forked": {
    happened: "Alarm: the server’s audit trail does not continue what you have seen.",
    advice:
      "Earlier entries were changed or deleted, or work has gone on after an old backup was restored. You can go on working. Please note the number in “Audit trail” and ask the administrator in another way, not through this service.",
  },
  "log-rolled-back": {
    happened: "Alarm: the server’s audit trail is shorter than you have seen it.",
    advice:
      "An old backup was restored, or its end was cut off. You can go on working. Please ask the administrator in another way, and accept it in “Audit trail” only if the explanation fits.",
  },
  "log-unsigned": {
    happened: "Alarm: the server shows no audit trail that is signed by a key that is known here.",
    advice:
      "The trail may have been out of order just now, or the server’s key was replaced without keeping the old one. You can go on working. Please ask the administrator in another way, not through this service.",
  },
};

export const MEMBER_CASE_ALARMS: Table<"MEMBER_CASE_ALARMS"> = {
  "other-report": {
    happened: "This is not the report that you opened in this case before.",
    advice:
      "Two reports were sealed with one code. Do not write here; compare with a colleague who opened this case earlier.",
  },
  "less-than-before": {
    happened: "The server shows less than you have seen before, or something else.",
    advice:
      "Do not write. Note the register number and ask colleagues and the administrator in another way, not through this service.",
  },
  wrap: {
    happened: "Your record of this case is missing or does not open.",
    advice:
      "What you had seen before is not known any more, so a message that was taken away would not be noticed. Compare the number of messages with a colleague’s screen.",
  },
  hidden: {
    happened: "A message refers to another one that is not shown, or its author had been shown less than others.",
    advice: "You can go on working. Ask colleagues whether they see that message, and tell the administrator.",
  },
  withheld: {
    happened: "The server counts messages that it does not show.",
    advice: "Load this case again. If it stays so, do not write, and tell the administrator in another way.",
  },
  "team-key": {
    happened: "An answer in this case names another team key.",
    advice:
      "Somebody else may want to read what the reporter writes, so nothing goes to the reporter until that answer is taken back. Notes, tasks and everything else go on. Reach the colleagues of this case in another way, take its author out of the case, and give the administrator the register number and the answer’s place; the operator can take it back.",
  },
  readers: {
    happened: "The record of who reads this case is not valid or not complete.",
    advice:
      "See the part Readers: what is not valid is marked there and has no effect. If you yourself are not recorded as a reader, do not write; ask the colleagues of this case in another way.",
  },
  "shut-out": {
    happened: "The server was told to shut out other people than the record of this case says.",
    advice:
      "A colleague may not get in any more, or somebody who was taken out is still served. Go by the part Readers: give the case again to whoever misses it, and tell the administrator in another way who signed the change.",
  },
  "state-differs": {
    happened: "The state that the server names is not the one that was signed.",
    advice:
      "What is shown here is the signed one. A colleague may have just changed it: load this case again. If it stays different, tell the administrator.",
  },
  discard: {
    happened: "The record about discarding this case is not genuine.",
    advice:
      "Two members of this case, one of them a case lead, must sign it; here a signature, a day or the order is wrong. The case could vanish without two people having agreed: save what you need, and tell colleagues and the administrator in another way.",
  },
  conversation: {
    happened: "A message is not genuine or not complete.",
    advice:
      "It is marked in its place. While it is in a part that the team writes, that part cannot be written to; the other parts can. If it stays so, give the administrator the register number and the message’s place in another way: the operator can take back what nobody can read.",
  },
};

/** A reporter's case: what was found, and what it may mean. What to do is the same for all of them, and said once. */
export const REPORTER_CASE_ALARMS: Table<"REPORTER_CASE_ALARMS"> = {
  receipt: {
    happened: "The receipt of this report is damaged, or is not the one that was locked with these words.",
    advice: "The server may have exchanged it, or somebody else holds your code.",
  },
  "own-box": {
    happened: "The record of your last message is missing, damaged or older than it should be.",
    advice: "The server may be keeping your message from the examiners.",
  },
  "own-message-missing": {
    happened: "What an answer says about your messages does not agree with what the server shows.",
    advice: "A message of yours may be hidden or exchanged, or somebody else writes with your code.",
  },
  "answer-missing": {
    happened: "An answer that was shown to you before is missing or has changed.",
    advice: "The server may be hiding that answer.",
  },
  "epoch-missing": {
    happened: "A change of the team’s keys that you had accepted is not shown.",
    advice: "People removed from the team may be able to read what you write next.",
  },
  "team-key": {
    happened: "An answer names another team key than the one that was locked together with your report.",
    advice: "Somebody else may want to read what you write next.",
  },
  withheld: {
    happened: "The server counts more answers than it shows.",
    advice: "Some answers may be held back.",
  },
  conversation: {
    happened: "A message is not genuine or not complete; it is marked below.",
    advice: "Somebody may be writing in the team’s name, or have removed part of the conversation.",
  },
};

export const MESSAGE_ALARMS: Table<"MESSAGE_ALARMS"> = {
  gap: {
    happened: "A message before this one is not shown.",
    forMembers:
      "The message below can be read, but a change of state or a withdrawal in it has no effect yet. Load this case again; if it stays missing, tell the administrator.",
    forReporters: "The message below can be read, but a change of state in it has no effect yet.",
  },
  forged: {
    happened: "This message is not genuine. It is not shown.",
    advice: "It does not open with the keys of this case, or its signature is wrong.",
    forMembers: "Do not act on it; tell the administrator in another way.",
  },
  fork: {
    happened: "This message does not follow the one before it: there are two histories.",
    advice: "It is not shown.",
    forMembers: "Compare with a colleague’s screen and tell the administrator.",
  },
  "unfit-signer": {
    happened: "The author of this message has no right to write here. It is not shown.",
    forMembers: "They are no active investigator, or the reporter excluded them. Do not act on it.",
    forReporters: "They are no active examiner, or you left them out.",
  },
  "outside-channel": {
    happened: "This message is from outside the channel.",
    forMembers: "Its author is an investigator, but no recipient of this channel. Ask them before you act on it.",
    forReporters:
      "Its author is an examiner, but no recipient of this channel. Do not mention anything that could lead to you.",
  },
  directory: {
    happened: "The author of this message cannot be made sure of. It is not shown.",
    forMembers:
      "It names a directory that is not known, or an older one than the message before it. Load this case again; if it happens again, tell the administrator.",
    forReporters: "It names a list of recipients that is not known, or an older one than the message before it.",
  },
  content: {
    happened: "The content of this message breaks a rule and is not shown.",
    advice: "Its signature is right, but such content must not stand here.",
    forMembers: "Ask its author.",
  },
  epoch: {
    happened: "This message was written under keys that had been replaced. It is not shown.",
    forMembers:
      "Its author knew the new keys already, or it is by somebody who was taken out. Do not act on it; tell the administrator in another way.",
    forReporters: "It may be by somebody who was taken out of the team.",
  },
  readers: {
    happened: "This record is not valid: nothing has changed by it.",
    advice: "Its author must not do this, or the person it names must not read this case.",
  },
  acknowledgement: {
    happened: "Its author had been shown less of the other side than the author of a message before it.",
    advice: "The server may be showing different people different conversations.",
    forMembers: "Ask colleagues which messages of the reporter they see, and tell the administrator.",
    forReporters: "A message of yours may have been kept from the examiners.",
  },
};
