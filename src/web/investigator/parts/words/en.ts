/** What is said around every screen in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const FRAME: Translation<typeof id.FRAME> = {
  trail: "Audit trail",
  caseTrail: "History of acts",
  caseFile: "Make a case file …",
  saveList: "Save the list …",
  product: "Segel",
  vaultOpen: "Locks itself in {time}",
  minutes: { one: "1 minute", other: "{n} minutes" },
  account: "My account",
  notices: "Notices",
  announced: "Segel: there is something new",
  lockNow: "Lock now",
  signOut: "Sign out",
  skip: "Skip to content",
  close: "Close",
  tryAgain: "Try again",

  silentTitle: "The server has not answered yet.",
  silentText: "What you typed is still here. {n} seconds without an answer; waiting at most {most} seconds more.",
  silentNow: "Stop waiting",
  soonTitle: "The vault locks in {time}",
  soonNothing: "No text will be lost.",
  soonTexts: {
    one: "One unsent text will be sealed in this page and comes back after you sign in here. Files must be chosen again.",
    other:
      "{n} unsent texts will be sealed in this page and come back after you sign in here. Files must be chosen again.",
  },
  stayOpen: "Keep it open",

  leaveTitle: "Some text is not sent yet",
  leaveText: {
    one: "One text is not sent to the reporter or saved. If you sign out it is gone. If you only lock the vault, it is sealed and comes back after you sign in on this page.",
    other:
      "{n} texts are not sent to the reporter or saved. If you sign out they are gone. If you only lock the vault, they are sealed and come back after you sign in on this page.",
  },
  leaveBack: "Back to the text",
  leaveSignOut: "Discard the text and sign out",
  leaveWhere: "The text belongs to:",

  keysTitle: "Keyboard",
  keysMove: "move between rows",
  keysOpen: "open the case",
  keysAssign: "assign",
  keysClaim: "take",
  keysPick: "choose",
  keysLabel: "labels",
  keysSearch: "search",
  keysBack: "empty the search, back to the list",
  keysNeighbours: "previous, next case",
  keysHelp: "this list of keys",
  keysAll: "all keys",
  keysSingle: "Use single-letter keys (J, K, X, T, A, L, /, ?, P, N)",
  keysSingleHint: "Switch this off if you use speech recognition. Sending and saving have no shortcut.",

  entryEndsTitle: {
    one: "Your entry in the directory ends in 1 day",
    other: "Your entry in the directory ends in {n} days",
  },
  entryEndsToday: "Your entry in the directory ends within a day",
  entryEndsText:
    "After that you cannot sign in, and new reports are not sealed to you. Please ask the administrator to have it renewed in the next directory.",
  roleWished: "A new role waits for your signature",
  roleWishedText: "A colleague proposes it. Nothing changes before you and the root holders have signed.",
  keyDue: "A new key for opening reports is due",
  keyDueText: "Keys are replaced every year. The old one goes on opening the old reports.",
  ownKeys: "See my keys and roles",
  directoryRunsOut: {
    one: "The directory is valid for one more day, until {day}",
    other: "The directory is valid for {n} more days, until {day}",
  },
  directoryRunsOutToday: "The directory ends within a day, on {day}",
  directoryRunsOutText:
    "After that nobody can send a report or sign in. Please ask the administrator to have a new directory signed now.",
  firstUseTitle: "First use on this device",
  firstUseText:
    "As at every first sign-in on a device, there was no memory of the directory here yet, so an older one would not be noticed today. From now on this device remembers. If you have signed in here before, ask the administrator why its memory is gone.",
  understood: "Understood",

  noCaseworkTitle: "Your role does not open cases",
  noCaseworkText: "You are signed in as {roles}. Reports are sealed to investigators and case leads alone.",
};

export const PLACES: Translation<typeof id.PLACES> = {
  title: "Parts of the desk",
  cases: "Cases",
  figures: "Summary",
  evaluation: "Evaluation",
};

export const RULE_NOTES: Translation<typeof id.RULE_NOTES> = {
  unconfirmed: "Not yet confirmed from the text of the rule: {sources}.",
  old: "Read last more than a year ago, may have changed: {sources}.",
  ended: "No longer in force: {sources}.",
};

/** Who has written. */
export const AUTHORS: Translation<typeof id.AUTHORS> = {
  reporter: "Reporter",
  you: "You",
  unknown: "Unknown author",
};
