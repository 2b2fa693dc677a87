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
    "If somebody else may know the old words and hold a copy of the database, new words alone are not enough: ask the administrator for new keys.",
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
