import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

type Table<Name extends keyof typeof id> = Translation<(typeof id)[Name]>;

export const ROSTER: Table<"ROSTER"> = {
  poster: "Poster and fingerprint of the pages",
  posterText:
    "These twelve words are the fingerprint of the root keys that this page believes. The same words must stand on every poster, row by row. If they differ, do not sign in from this device any more, and tell the holders of the root keys by another way.",
  posterOpen: "Open poster and cards to print",
  people: "People",
  lead: "Everybody in directory number {version}. It is valid until {day}.",
  ways: "Inviting, removing, replacing keys, and changing roles or channels ends in a request to the root holders. Suspending people and closing channels ends in a statement of two leads or administrators, at the top of this screen. Each says so before it begins.",
  keyDue: "A new key from {day} on.",
  keyOverdue: "A new key is due since {day}.",
  roles: "Change roles or keys of {name}",
  rolesLead:
    "Propose roles here; {name} signs them on their own device at sign-in. Then choose that for the request to the root holders. Before they have signed nothing changes.",
  ownRolesLead:
    "Propose roles here, then sign them in “My account”. After that it ends in a request to the root holders.",
  rolesOf: "Roles of {name}",
  wish: "Propose these roles",
  wished: "Waits for the signature of {name}: {roles}.",
  wishBack: "Take the proposal back",
  keysLead:
    "Keys of {name} are replaced from their own account, as long as that person can sign in. Somebody who has lost all keys makes new ones as somebody new, and under “Somebody new” you choose whose place they take. If a device was stolen, suspend first.",
  signed: "{name} has signed. Compare the twelve words with those read aloud:",
  signedTick: "Put it into the request",
  replaces: "The same person as",
  replacesNobody: "nobody who is there",
  you: "you",
  until: "Valid until {day}.",
  ended: "Validity ended {day}: reports are not sealed to this person.",
  soon: "Ends soon: valid until {day}.",
  suspended: "suspended",
  removed: "removed",
  factors: "Second factors: {n}.",
  noFactor: "No second factor yet.",
  signedIn: "Last signed in {day}.",
  neverSignedIn: "Has never signed in.",
  fingerprint: "Key fingerprint of {name}",
  fingerprintLead: "Read it by telephone or face to face: its owner sees the same words on their own screen.",
  gone: "Removed ({n})",
  join: "Somebody new",
  joinLead:
    "Somebody new opens the sign-in page on their own device, presses “I am new here” and hands you the file. Compare the twelve words below with those on that screen before you ask for signatures.",
  joinChoose: "File of somebody new",
  joins: "{name} joins as {roles}",
  joinPlace: "Choose the channel below too if this person is to read reports or keep identities.",
  joinDrop: "Drop {name}",
  joinRefused: "This is no file of somebody new",
  remove: "Remove {name}",
  renew: "Renew {name} for a year",
};

export const REQUEST: Table<"REQUEST"> = {
  title: "Request to the root holders",
  ends: "Removing people, renewing and changing channels ends in a request: the root holders sign it on the key page, then two leads or administrators publish it. Before that nothing changes. If it has to be at once, suspend first; for that two signatures here are enough.",
  nothing: "Nothing is chosen yet. A request without changes renews the directory itself.",
  chosen: "Changes chosen: {n}.",
  make: "Make the request",
  changes: "What is asked for",
  line: "The twelve words of this request",
  lineLead:
    "The same words must stand on the key page of everybody who signs. Read them aloud; if a single word differs, do not sign.",
  lineMissing:
    "The words are not shown: your own keys do not stand in this request. Do not ask for signatures before it is clear why.",
  people: "{n} people are in it: {names}.",
  keyLead: "Twelve words of the new {use}. Its owner reads them aloud from their own screen.",
  save: "Save the request file",
  saved:
    "Take this file on a stick to each root holder. They open it on the key page and give back a signature file. Keep this file too: it is needed again.",
  refused: "This request cannot be made",
};

export const BACK: Table<"BACK"> = {
  title: "Files that came back",
  lead: "Choose the request file and all signature files at once; their order is of no consequence.",
  choose: "Request file and signatures",
  all: "Signatures of root keys: {has} of {needs} needed.",
  old: "Signatures of the old root keys: {has} of {needs} needed.",
  new: "Signatures of the new root keys: {has} of {needs} needed.",
  still: "Stays suspended or closed",
  stillHint: "Take the tick away only where this new directory is meant to give it back.",
  propose: "Sign and propose the new directory",
  proposeHint: "Takes effect as soon as a second person signs it at the top of this screen.",
  refused: "These files cannot be used",
  since:
    "This request rests on a directory that is no longer the one that holds. If another one was published since, make a new request.",
};

export const FAULTS: Table<"FAULTS"> = {
  "too-few-readers":
    "The channel {channel} would have fewer than two readers. Please choose another reader for it first.",
  "too-few-custodians": "The channel {channel} would lose its custodians. Please choose another custodian for it.",
  "too-many": "The channel {channel} has more people than there are places in a report.",
  unnamed: "A new channel has no name yet.",
  "no-recovery-key": "The channel {channel} names a recovery key, and this office has none yet.",
  "same-name": "The channel {channel} is called like another one. Please choose a name that reporters can tell apart.",
  "too-few-stewards":
    "Too few leads and administrators would be left to confirm the directory. Somebody else has to join first.",
  "stewards-needed": "At least two leads and administrators have to state that the directory holds.",
  "roots-needed": "The number of root signatures needed has to be one at least, and no more than there are root keys.",
};

export const ROOTS: Table<"ROOTS"> = {
  title: "Root keys",
  lead: "{n} of {of} root keys have to sign the directory.",
  change: "Replace root keys or the number of signatures",
  ends: "This ends in a request to the root holders: the old ones and the new ones sign it together, each as many as are needed. New keys are made first on the key page, which saves the file to be chosen here.",
  pages:
    "Once it is published, the pages have to be built anew with the new root keys, and the poster printed anew; the operator's manual says how. Old pages go on working: they follow the directory that old and new keys have signed.",
  key: "Root key {n}",
  goes: "Take out root key {n}",
  comes: "New root key",
  drop: "Drop this root key",
  refused: "This is no root key file",
  choose: "File of a new root key",
  needed: "Signatures needed, of {of}",
  stewards: "Leads and administrators who have to state that the directory holds",
};
