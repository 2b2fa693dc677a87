/** What is said at the entrance in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const SIGN_IN: Translation<typeof id.SIGN_IN> = {
  title: "Sign in",
  opening: "Opening the vault",
  lead: "Workplace of the report handlers. Cases are opened on this device, not on the server.",
  name: "User name",
  passphrase: "Passphrase",
  passphraseHint: "Six words. The passphrase never leaves this device.",
  show: "Show",
  hide: "Hide",
  showPassphrase: "Show the passphrase",
  hidePassphrase: "Hide the passphrase",
  submit: "Open the vault",
  cancel: "Cancel",
  nameMissing: "The user name is empty.",
  passphraseMissing: "The passphrase is empty.",
  slow: "This browser runs without WebAssembly, as Tor Browser does at “Safer”. Opening the vault takes about a minute on a computer and longer on a phone; opening a case is slower too. It is just as safe. For daily work use a browser at the ordinary level.",
  foot: "The vault locks itself after 15 minutes without use. Nobody can reset a forgotten passphrase, not even an administrator.",
  stepLoading: "Tools are loaded",
  stepStretching: "Key is computed from the passphrase",
  onThisDevice: "on this device",
  /** {n}: per cent */
  partDone: "{n}%",
  timeLeft: "{n}%, about {time} left",
  minutes: { one: "1 minute {seconds} seconds", other: "{n} minutes {seconds} seconds" },
  seconds: { one: "1 second", other: "{n} seconds" },
  stepLoggingIn: "Server recognises you",
  passphraseStays: "passphrase is not sent",
  stepDirectory: "Directory is checked",
  byRoots: "signatures of the roots",
  done: "done",
  underWay: "under way",
  waiting: "waiting",

  lockedByHand: "The vault is locked.",
  lockedByIdleness: "The vault locked itself after 15 minutes without use.",
  sessionEnded: "The session on the server has ended, so the vault was locked. Please sign in again.",
  wrongCodes: {
    one: "{n} wrong code was tried since you last signed in with a code.",
    other: "{n} wrong codes were tried since you last signed in with a code.",
  },
  wrongCodesText: "If it was not you, somebody else knows your six words: change them now under “My account”.",
  signedOut: "You are signed out.",
  newWords: "Your six words are changed, and all sessions have ended. Please sign in with the new words.",
  nothingKept: "Nothing of any case is left on this device.",
  textsKept: {
    one: "One unsent text is sealed in this page and comes back after you sign in here. Reloading or closing the page removes it.",
    other:
      "{n} unsent texts are sealed in this page and come back after you sign in here. Reloading or closing the page removes them.",
  },
  textsLost: {
    one: "One text that was not sent or saved was not kept and is gone.",
    other: "{n} texts that were not sent or saved were not kept and are gone.",
  },
  join: "I am new here",
  joinTitle: "Somebody new",
  forgetMemory: "Delete this device’s memory",
};

export const SECOND_STEP: Translation<typeof id.SECOND_STEP> = {
  title: "Second factor",
  code: "Code from the app",
  codeHint: "Six digits from your authenticator app. Each code serves once.",
  codeMissing: "Enter six digits.",
  submit: "Continue",
  passkey: "Use a passkey",
  openByPasskey: "Open with a passkey",
  cancel: "Cancel",
  lost: "Lost your second factor? Two leads or administrators can ask for a reset; it takes a whole day of waiting.",
  noPasskey: "No passkey was given.",
  noPasskeyText: "The request was cancelled, or the passkey is not on this device. Please try again.",
  resetTitle: "Your second factor will be reset on {day}",
  resetText:
    "Two colleagues have asked for it. If it was not you who wanted it, sign in and stop it under “My account”, then tell the administrator.",
};
