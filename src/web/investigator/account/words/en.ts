/** The own account: second factors, sessions, the six words, and colleagues' second factors. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const ACCOUNT: Translation<typeof id.ACCOUNT> = {
  title: "My account",
  firstTitle: "Set up a second factor",
  firstLead:
    "In this office the six words alone are not enough. Set up codes from an app or a passkey first; then cases can be opened.",
  goOn: "Go on to the workplace",
};

export const FACTORS: Translation<typeof id.FACTORS> = {
  title: "Second factor",
  lead: "Beside the six words, signing in needs one of these. Two are advised: if one is lost, the other is there.",
  none: "There is no second factor yet.",
  code: "Codes from an app",
  passkey: "Passkey at {place}",
  opensVault: "Opens the vault on the device where it was set up",
  addedOn: "Set up on {day}",
  remove: "Remove",
  removeSure: "Yes, remove",
  removeBack: "Cancel",
  removed: "That second factor is removed.",
  addCode: "Add codes from an app",
  addPasskey: "Add a passkey",
  noPasskeys: "Passkeys cannot be used in this browser, or at this address.",
  scan: "Scan this picture with the authenticator app on your phone, then enter the first code.",
  scanLabel: "QR code of the secret for the authenticator app",
  typed: "Without a camera, type this secret into the app:",
  firstCode: "First code from the app",
  firstCodeMissing: "Enter six digits.",
  confirm: "Set up",
  cancel: "Cancel",
  codeAdded: "Codes from the app are set up.",
  passkeyLead:
    "The browser will ask up to three times: once to make the passkey, twice to see whether it can open the vault. A passkey serves at this address only; the onion address needs one of its own.",
  making: "The browser is waiting for your passkey.",
  passkeyOpens: "The passkey is set up. From now on it opens the vault on this device; the six words still do.",
  passkeyOnly: "The passkey is set up as a second factor. It cannot open the vault; the six words are still needed.",
  passkeyDiffers:
    "The passkey is set up as a second factor only: its secret value changed between two checks, so it does not open the vault.",
  noPasskey: "No passkey was made.",
  noPasskeyText: "The request was cancelled, or this device holds a passkey of yours already. Nothing has changed.",
  resetTitle: "A reset was asked for, from {day} on",
  resetAsked: "One colleague has asked for a reset; it does not count yet.",
  resetText:
    "From that day on all your second factors are removed when you sign in. If it was not you who wanted it, stop it.",
  stopReset: "Stop the reset",
  resetStopped: "The reset is stopped.",
};

export const SESSIONS: Translation<typeof id.SESSIONS> = {
  title: "Sessions",
  lead: "Where you are signed in. Only the day is kept, not the device or the address.",
  begun: "Since {day}",
  this: "this session",
  end: "End",
  ended: "That session has ended.",
  endOthers: "End all other sessions",
  othersEnded: "All other sessions have ended.",
  limits:
    "Sessions end by themselves after 12 hours, or after 30 minutes without activity. When one was last used is not kept, so one that has ended like this stands here until the next day.",
};

export const WAYS: Translation<typeof id.WAYS> = {
  words: "with the six words",
  code: "with a code",
  passkey: "with a passkey",
};

export const NEW_WORDS: Translation<typeof id.NEW_WORDS> = {
  title: "Six words",
  lead: "The six words are made by this program, not chosen. The new ones open the same vault; the old ones do not any more.",
  limit:
    "If somebody else may know the old words and hold a copy of the database, new words alone are not enough: replace all your keys above.",
  make: "Change the six words",
  write: "Write these six words on paper and keep it away from the device. They are not shown again.",
  others: "Make other words",
  written: "I have written them down",
  askBack: "Word {n}",
  askBackLead: "Enter two words from your paper.",
  askBackWrong: "That is not the word that was shown. Look at your paper again.",
  current: "The present six words",
  save: "Change now",
  saveHint: "All sessions end, this one too. Texts that were not sent are sealed in this page.",
  back: "See the words again",
  cancel: "Cancel",
};

export const COLLEAGUES: Translation<typeof id.COLLEAGUES> = {
  title: "Colleagues’ second factors",
  lead: "If a colleague has lost the second factor, two leads or administrators ask for a reset. After a whole day the colleague can set up a new one. Make sure first, by voice or in person, that it is the colleague who asks.",
  who: "Colleague",
  factors: "Second factors",
  counted: "{codes} codes, {passkeys} passkeys",
  none: "none",
  signedIn: "Last sign-in",
  never: "never",
  ask: "Ask for a reset",
  askFor: "Ask for a reset for {name}",
  asked: "You have asked; one more colleague is needed",
  goesOn: "From {day} on",
  sure: "Yes, ask",
  back: "Cancel",
};

export const OWN_KEYS: Translation<typeof id.OWN_KEYS> = {
  title: "My keys and roles",
  since: "Reports have been sealed to your key since {since}. A new key is advised from {due} on.",
  due: "Your key for opening reports is from {since}. Since {due} a new one is due.",
  wished: "A colleague proposes a new role for you: {roles}",
  wishedText:
    "You alone can sign it, on this device. Then the root holders decide; before they have signed nothing changes.",
  sign: "Sign that role",
  decline: "Decline",
  waiting: "You have signed; it waits for the root holders. Roles: {roles}",
  readAloud: "Twelve words of the new {use}. Read them aloud to whoever makes the request.",
  save: "Save as a file",
  takeBack: "Take it back",
  replacing: "All your keys are being replaced; that waits for the root holders.",
  replacingText:
    "The new keys are on the device on which it was begun. If that was not you, take it back and tell a lead.",
  renewText:
    "A new key for opening reports is made in your vault and signed here. This ends in a request to the root holders. Once it is published, new reports are sealed to the new key; the old one goes on opening the old reports.",
  renew: "Make a new key",
  old: "Old keys in your vault: {n}. An old key can be destroyed when no open case needs it any more.",
  destroy: "Check and destroy old keys",
  looking: "Looking at open cases: {done} of {of}.",
  destroyed: "Old keys destroyed: {n}.",
  noneDestroyed: "No old key can be destroyed yet.",
  mayCome: "One key is kept until {day}: a report in a sealed file may still come for it.",
  openCases:
    "One key is kept: {n} cases still need it. They are open, or have ended and you have not opened them since.",
  identities: "One key is kept: identities of reporters were sealed to it while you were custodian.",
  replace: "Replace all keys because somebody else may know them",
  replaceText:
    "For a stolen device, or where you suspect something. All keys, the vault and the six words are made anew on this device. This ends in a request to the root holders; until the new directory is published the old six words keep working. If that cannot wait, finish here first, then ask two leads or administrators to suspend you. Afterwards a colleague gives open cases new keys in one pass.",
  replaceBegin: "Begin to replace keys",
  replaceEnd: "Replace all keys",
  replaced: "The new keys wait on this device.",
  replacedText:
    "Read the words below aloud to whoever makes the request. Until the directory that has them is published, sign in with the old six words. After that sign in on this device with the new ones. Do not clear this browser before that.",
  understood: "Understood",
};
