import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const OFFICE: Table<"OFFICE"> = {
  title: "Directory",
  open: "People and keys",
  lead: "The directory lists who can read reports. Every few weeks two leads or administrators confirm that it still holds; without that, reporters cannot send.",
  holds: "Number {version}. Confirmed until {stated}; the directory itself is valid until {expires}.",
  lapsed:
    "Number {version}. Its confirmation ended {stated}: until it is confirmed again, reporters cannot send and cases cannot be opened.",
  due: "The directory needs to be confirmed before {stated}",
  dueText: "Two leads or administrators confirm it, with a click each.",
  waiting: "A confirmation waits for your signature",
  confirm: "Confirm: it still holds",
  confirmed: "It is confirmed until {day}.",
  signed: "Your signature is kept. Somebody else has to sign too.",
  directoryProposed:
    "The new directory is proposed, with your signature. A second person opens the same screen and signs it too.",
  directoryPublished: "The new directory is published.",
  recovered: "Cases were opened with the recovery key on {day}",
  recoveredText: "It was put together and has to be replaced. A lead or administrator does it under “People and keys”.",
  rehearse: "Recovery was last rehearsed {day}",
  rehearseText: "It is rehearsed once a year, so that the sheets are there when they are needed.",
  signIn: "Please open your vault once more.",
  proposals: "Waiting for signatures",
  proposal: "Confirms that directory number {version} holds until {day}.",
  nextDirectory: "Publishes the new directory number {version}, which the root holders have signed.",
  suspends: "Suspends: {names}.",
  closes: "Closes the channel: {names}.",
  letsBack: "No longer suspends: {names}.",
  opensAgain: "Opens the channel again: {names}.",
  signers: "Signed by {names}. {n} more needed.",
  invalid: {
    one: "The server gives one proposal that is not valid.",
    other: "The server gives {n} proposals that are not valid.",
  },
  invalidText:
    "Nobody who may has signed it, or whoever signed it has been suspended, or it publishes a directory that the roots have not signed. It is not shown and cannot be signed. If you do not know why, tell the administrator in another way, not through this service.",
  signToo: "Sign it too",
  ownSigned: "You have signed it.",
  take: "Suspend a member or close a channel",
  takeText:
    "Takes effect at once, as soon as a second person has signed: that member’s sessions end, signing in is refused, and new reports are not sealed to them. Only a new directory signed by the root holders takes it back.",
  members: "Members",
  channels: "Channels",
  isSuspended: "suspended",
  isClosed: "closed",
  oneself: "You cannot sign your own suspension.",
  propose: "Sign and propose",
  nothingChosen: "Choose at least one member or channel.",
  tooFew: "After this only {n} can confirm the directory, and {needed} are needed. It takes a new directory.",
};
