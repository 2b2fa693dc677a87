/** Why something was not done, in English: what happened, then what is lost (nothing) and what to do. */
import type { Translation } from "../text.ts";
import type * as Indonesian from "./id.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

const TRY_AGAIN = "Please try again.";
const TELL_ADMINISTRATOR = "If it happens again, tell the administrator.";
const LOOK_AGAIN = "Please look at the list of cases again.";
const SHORTER = "Please make it shorter.";
const WITHOUT_FILES = "A message without files can still be sent.";

const ODD = { advice: TRY_AGAIN, forMembers: TELL_ADMINISTRATOR };
const SUSPECT = {
  advice: "Do not go on.",
  forMembers: "Reach the administrator in another way, not through this service.",
  forReporters: "Try again from another device or network.",
};

export const API_FAILURES: Table<"API_FAILURES"> = {
  "bad-request": { happened: "The server refused the form of this request.", ...ODD },
  "bad-envelope": { happened: "The server refused the sealed data.", ...ODD },
  "bad-proof-of-work": { happened: "The server refused the proof of work of this request.", ...ODD },
  "bad-act": {
    happened: "The server refused the audit trail entry of this act. Nothing was changed.",
    advice: "Please sign in again, then try again.",
  },
  "bad-signature": { happened: "The server refused the signature of this request.", advice: TRY_AGAIN },
  "not-signed-in": { happened: "The session on the server has ended.", advice: "Please sign in again." },
  "wrong-login": {
    happened: "The user name or the passphrase is not right.",
    advice: "Capitals and outer spaces do not matter in the name; in the passphrase the spelling of each word does.",
  },
  "wrong-factor": {
    happened: "The code or the passkey is not right, or has served before.",
    advice: "Each code serves once. Wait for the next one, then try again.",
  },
  "too-many-codes": {
    happened: "There were too many wrong codes within this hour.",
    advice: "Please wait until the next full hour, or sign in with a passkey.",
    forMembers: "If it was not you who tried, somebody else may know your six words. Tell the administrator.",
  },
  "factor-needed": {
    happened: "There is no second factor yet.",
    advice: "Set up codes or a passkey first. No case is opened before that.",
  },
  "last-factor": {
    happened: "This is your only second factor.",
    advice: "Set up another one first, then this one can be removed.",
  },
  "not-valid-now": {
    happened: "Name and passphrase are right, but your entry in the directory is not valid today.",
    advice: "It has ended or has not begun, or you are suspended at present.",
    forMembers: "Ask the administrator: the next directory can mend it. Reports are not sealed to you meanwhile.",
  },
  forbidden: { happened: "Your role does not allow this.", advice: "Nothing has changed." },
  "cross-site": { happened: "The server refused a request from another site.", ...ODD },
  "not-found": {
    happened: "What was asked for is not on the server, or no longer for you.",
    forMembers: LOOK_AGAIN,
  },
  "method-not-allowed": { happened: "The server does not know this request.", ...ODD },
  conflict: { happened: "Another message was stored first.", advice: "Nothing is lost." },
  "move-not-allowed": { happened: "The state of this case has just changed.", advice: "Nothing is lost." },
  "wrong-day": {
    happened: "The date of this device is not the server’s.",
    advice: "Nothing was stored. Please check date and time of this device.",
    forMembers: "If they are right, tell the administrator.",
  },
  "files-incomplete": {
    happened: "Not all parts of the files have reached the server.",
    advice: "Nothing was stored. Please send it again.",
  },
  "proof-of-work-needed": { happened: "The server wants a proof of work for this request.", ...ODD },
  "awaiting-answer": {
    happened: "For now this case can take no more until the office has answered.",
    advice: "What was sent is stored. Please come back with your twelve words once there is an answer.",
  },
  "no-room": {
    happened: "The server has no room for this at present. Nothing was stored.",
    advice: "A shorter text may still be taken. Otherwise please try again later.",
    forMembers: "Tell the administrator.",
  },
  "too-many-files": {
    happened: "This case has as many files, or as large ones, as are allowed.",
    advice: WITHOUT_FILES,
  },
  "storage-full": {
    happened: "There is no room for files on the server at present.",
    advice: `${WITHOUT_FILES} Please send the files later.`,
    forMembers: "Tell the administrator.",
  },
  "stale-directory": { happened: "The directory has just changed.", advice: TRY_AGAIN },
  "wrong-code": {
    happened: "That is not the code that the server has printed.",
    advice: "Please compare it sign by sign. Capitals and spaces do not matter.",
  },
  "code-served": {
    happened: "This code has served already, in another browser.",
    advice: "Please ask whoever runs the server for a new one.",
    forMembers: "If nobody in the room has used it, somebody else has read it: begin again on a fresh server.",
  },
  "list-closed": {
    happened: "The list is closed already. Nobody was added.",
    advice: "Whoever leads the founding can open it again.",
  },
  "other-office": {
    happened: "This file was sealed for another office. Nothing was stored.",
    advice: "Please hand it in at that office’s page.",
  },
  "sealed-too-long-ago": {
    happened: "This file was sealed too long ago: its readers may have changed. Nothing was stored.",
    advice: "The reporter needs to write a new one with a fresh segel-lapor.html.",
  },
  "too-large": { happened: "It is larger than the server allows.", advice: SHORTER },
  "unsupported-media-type": { happened: "The server does not take this kind of content.", ...ODD },
  "mail-off": {
    happened: "No mail was sent.",
    advice: "The office has set up no mail server, or you have stored no address.",
  },
  "mail-failed": {
    happened: "The office’s mail server did not take this mail.",
    advice: "Check the address and try again.",
    forMembers: "If it happens again, tell the administrator.",
  },
  "too-often": { happened: "This was asked for too often today.", advice: "Please try again tomorrow." },
  busy: { happened: "The server is busy. Nothing was stored.", advice: "Please try again in a moment." },
  internal: { happened: "Something went wrong on the server.", ...ODD },
  unreachable: { happened: "The server cannot be reached.", advice: "Check the connection and try again." },
  "asks-too-much": {
    happened: "The server asks for work that the rules of Segel do not let it ask. That was not followed.",
    ...SUSPECT,
  },
  unexpected: {
    happened: "That answer is not one of Segel.",
    advice: "Something may stand between you and the server. Check the connection and try again.",
  },
};

export const DIRECTORY_FAILURES: Table<"DIRECTORY_FAILURES"> = {
  malformed: { happened: "The directory that the server gives is damaged.", ...ODD },
  "too-few-signatures": {
    happened: "Alarm: the directory is not signed by the roots that are trusted here.",
    ...SUSPECT,
  },
  rollback: {
    happened: "Alarm: the server gives an older directory than was accepted here before.",
    ...SUSPECT,
  },
  "two-views": {
    happened: "Alarm: a directory of the same number, but not the one that was accepted here before.",
    ...SUSPECT,
  },
  gap: { happened: "Alarm: directories between are missing.", ...SUSPECT },
  "not-yet-valid": {
    happened: "By the clock of this device the directory is not valid yet.",
    advice: "Please check date and time of this device.",
  },
  expired: {
    happened: "By the clock of this device the directory has expired.",
    advice: "Please check the clock of this device.",
    forMembers: "If it is right, ask the administrator for a new directory.",
    forReporters: "If it is right, tell the office.",
  },
  "equal-keys": { happened: "The directory holds the same key twice.", ...SUSPECT },
  "bad-channel": { happened: "A channel of the directory breaks a rule.", ...SUSPECT },
  "bad-member": { happened: "A member of the directory breaks a rule.", ...SUSPECT },
  "client-too-old": {
    happened: "This program is too old for that directory.",
    advice: "Please update this program.",
  },
  "bad-stewards": { happened: "The directory has fewer leads and administrators than must confirm it.", ...SUSPECT },
  "no-statement": {
    happened: "Nobody has confirmed yet that the directory holds.",
    advice: "Nothing was sent. Please try again later.",
    forMembers: "Two leads or administrators must confirm it at the desk.",
  },
  "bad-statement": { happened: "The confirmation of the directory breaks a rule.", ...SUSPECT },
  "too-few-stewards": {
    happened: "Alarm: the directory is confirmed by fewer leads and administrators than it asks for.",
    ...SUSPECT,
  },
  "other-directory": { happened: "Alarm: the confirmation belongs to another directory.", ...SUSPECT },
  "statement-rollback": {
    happened: "Alarm: the server gives an older confirmation than was accepted here before.",
    ...SUSPECT,
  },
  "statement-two-views": {
    happened: "Alarm: a confirmation of the same number, but not the one that was accepted here before.",
    ...SUSPECT,
  },
  "statement-gap": { happened: "Alarm: confirmations between are missing.", ...SUSPECT },
  "gives-back": {
    happened:
      "Alarm: a confirmation takes back that somebody was suspended or a channel closed. Only a new directory may.",
    ...SUSPECT,
  },
  "statement-not-yet-valid": {
    happened: "By the clock of this device the confirmation of the directory is not valid yet.",
    advice: "Please check date and time of this device.",
  },
  "statement-lapsed": {
    happened: "By the clock of this device nobody has confirmed lately that the directory still holds.",
    advice: "Please check the clock of this device.",
    forMembers: "If it is right, two leads or administrators confirm it at the desk, with a click each.",
    forReporters:
      "If it is right, nothing can be sent safely at present. Please try again in some days, or tell the office in another way.",
  },
};

export const THREE_DATES: Table<"THREE_DATES"> =
  "This device’s clock: {clock}. What the server gives is valid from {from} until {until}.";

export const CRYPTO_FAILURES: Table<"CRYPTO_FAILURES"> = {
  malformed: { happened: "The data from the server is damaged.", ...ODD },
  altered: {
    happened:
      "Alarm: this was changed after it was sealed, is not of this case, or was sealed under a directory that the server does not give.",
    advice: "It is not shown.",
    forMembers: "Note the register number and tell the administrator in another way.",
  },
  "not-for-me": { happened: "This report does not open with your keys.", forMembers: LOOK_AGAIN },
  "bad-key": { happened: "A key is missing or has the wrong size.", ...SUSPECT },
  "too-long": { happened: "That text is too long to be sealed.", advice: SHORTER },
  "no-randomness": {
    happened: "The random generator of this device cannot be trusted. Nothing was sent.",
    advice: "Please use another device.",
  },
  "bad-parameters": {
    happened: "Alarm: the server asks for a weaker protection of the passphrase, or for too much work.",
    ...SUSPECT,
  },
  incomplete: { happened: "The data ended too early.", advice: TRY_AGAIN },
};

export const REFUSALS: Table<"REFUSALS"> = {
  findings: { happened: "The text does not keep the limits." },
  "unknown-channel": { happened: "There is no such channel in the directory." },
  "not-excludable": { happened: "This channel does not let that member be excluded." },
  "too-few-recipients": {
    happened: "Fewer than two persons would be left to read it.",
    advice: "Please choose another channel.",
  },
  "channel-closed": {
    happened: "This channel cannot take reports at present: fewer than two of its readers are valid today.",
    advice: "Nothing was sent. Please choose another channel, or try again tomorrow.",
    forReporters: "If it stays so, tell the office in another way.",
  },
  alarm: { happened: "Nothing was sent, because there is an alarm on this case." },
  burnt: {
    happened: "The reporter has destroyed the inbox: nobody can come back to read this.",
    advice: "Nothing was sent. Notes and the state of the case can still be written.",
  },
  "not-archived": {
    happened: "Only an archived case can be discarded.",
    advice: "Please archive it first, and tell the reporter why.",
  },
  "must-not-read": {
    happened: "This case cannot be given to that person.",
    advice:
      "The reporter excluded them, or they are an identity key holder, or no investigator or case lead who is valid today.",
  },
  "nobody-remains": {
    happened: "Nobody could read this case after that.",
    advice: "First give it to a colleague, a case lead for example.",
  },
  "two-members": {
    happened: "Two different members discard a case together, one of them a case lead.",
    advice: "Please ask a colleague who can open this case.",
  },
  changed: {
    happened: "A colleague was quicker, and this case has changed.",
    advice: "Nothing was stored. Please open it again.",
  },
  "outcome-needed": { happened: "Closing a case needs an outcome.", advice: "Please choose one." },
  "reason-needed": {
    happened: "Archiving a case needs a reason.",
    advice: "Please write it; the reporter reads it.",
  },
  "linked-case": {
    happened: "This case is linked to one that this member does not read.",
    advice:
      "Please give the linked case first. Where its reporter excluded the member, neither can be given. If you do not read the linked case yourself, please ask a colleague who reads both.",
  },
  "link-tells": {
    happened: "This link is not recorded: the two cases are not read by the same people.",
    advice: "A record in either of them would tell somebody of a case that was kept from them.",
  },
  "move-not-allowed": {
    happened: "From its present state the case cannot move there.",
    advice: "Please choose another state.",
  },
  "not-a-reader": {
    happened: "That member does not read this case.",
    advice: "A case can be assigned only to a member who can open it.",
  },
  taken: {
    happened: "This case is already a colleague's.",
    advice: "Nothing was saved. A case lead can pass it on.",
  },
  "lead-needed": {
    happened: "Only a case lead can assign this case to somebody else.",
    advice: "You can take a case that is nobody's, and give back or hand over your own.",
  },
  "hand-over-reason": {
    happened: "Handing a case over needs a reason.",
    advice: "Please write it; the colleague who takes over reads it.",
  },
  "too-many-labels": {
    happened: "This case would have more than eight labels.",
    advice: "Please take one away first.",
  },
  "unreadable-file": {
    happened: "A file cannot be read, or changed while it was being read.",
    advice: "Please choose that file again.",
  },
  "file-too-large": { happened: "A file is larger than 1 GB.", advice: "Please split it into parts." },
  "too-many-files": { happened: "These are more than 50 files.", advice: "Please choose fewer." },
  "file-missing": {
    happened: "This file is not on the server.",
    advice: `Nothing was saved. ${TRY_AGAIN}`,
    forMembers: TELL_ADMINISTRATOR,
  },
  "file-damaged": {
    happened: "Alarm: this file is damaged or was exchanged.",
    advice: "Nothing of it is shown or saved.",
    forMembers: "Tell the administrator in another way.",
  },
  "no-sealed-report": {
    happened: "This is no sealed file of Segel.",
    advice: "Nothing was sent. Please check that it is the right file.",
  },
  "damaged-report": {
    happened: "This sealed file is damaged or was changed, and cannot be handed in.",
    advice: "Nothing was sent. Please copy the original file once more.",
  },
  "keys-differ": {
    happened: "The keys in your vault are not those of the directory.",
    advice: "If you have just made or replaced keys on another device, sign in once more, with your newest six words.",
    forMembers:
      "If you have not, this is an alarm: do not go on, and reach the administrator in another way, not through this service.",
  },
  "no-member": {
    happened: "By the directory that the roots have signed you are no member any more.",
    advice: "No case was opened. If that is a mistake, ask the administrator in another way.",
  },
  suspended: {
    happened: "Leads or administrators have suspended you for the time being.",
    advice:
      "No case was opened. If that is a mistake, ask the administrator in another way: a new directory can lift the suspension.",
  },
  "no-factor-here": {
    happened: "Your second factor does not serve here.",
    advice: "A passkey serves at one address, and in a browser alone. Sign in at the address where it was set up.",
    forMembers: "If a second factor is lost, two colleagues can ask for it to be reset.",
  },
  "passkey-differs": {
    happened: "This passkey cannot open the vault now.",
    advice: "Sign in with the six words, then set the passkey up again.",
  },
  "not-listed-yet": {
    happened: "Your key is not in the published directory yet.",
    advice: "It stays kept on this device. Try again once the administrator has published the new directory.",
  },
  "other-passphrase": {
    happened: "The present six words are not right.",
    advice: "Nothing has changed.",
  },
};
