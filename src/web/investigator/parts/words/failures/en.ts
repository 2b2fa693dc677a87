/** What the desk says of failures besides src/words/failures, in English. */
import type { Translation } from "../../../../../words/text.ts";
import type * as Indonesian from "./id.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

const SHORTER = { advice: "Your text is still here. Please make it shorter." };

export const OWN: Table<"OWN"> = {
  api: {
    "too-large": SHORTER,
    unreachable: { advice: "What you wrote is still on this page. Check the connection and try again." },
  },
  directory: {
    "client-too-old": {
      happened: "This page is too old for that directory.",
      advice: "Please reload this page.",
    },
  },
  crypto: { "too-long": SHORTER },
  refusal: {
    findings: { advice: "Your text is still here." },
    alarm: { advice: "Your text is still here. Please read the alarm above the conversation." },
  },
};

export const PAGE_FAILURES: Table<"PAGE_FAILURES"> = {
  unforeseen: {
    happened: "Something unforeseen went wrong on this page.",
    advice: "Please try again. If it happens again, tell the administrator.",
  },
  "not-loaded": {
    happened: "A part of this page did not arrive.",
    advice: "Check the connection and try again.",
  },
  "vault-gone": {
    happened: "The vault of this page has stopped.",
    advice: "Nothing is lost on the server. Copy what you have not sent, then lock the vault and sign in again.",
  },
  "not-saved": {
    happened: "The file could not be written on this device.",
    advice: "Nothing was saved. Check room and permission in that place, then try again.",
  },
  "no-passkey": {
    happened: "No passkey was given.",
    advice: "The request was cancelled, or the passkey is not on this device. The six words open the vault as before.",
  },
  "memory-unreadable": {
    happened: "This device’s memory of the directory cannot be read.",
    advice: "If you are sure that nobody tampered with it, delete it; this device then counts as a new one.",
  },
};

export const FAILURE_WORDS: Table<"FAILURE_WORDS"> = {
  retrying: "Trying again automatically.",
  textEmpty: "The text is empty.",
  textTooLong: "The text is too long: {actual} characters; the limit is {limit}.",
  textTooManyBytes: "The text is too long once encoded: {actual} bytes; the limit is {limit}.",
};
