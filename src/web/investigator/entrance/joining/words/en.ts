import type { Translation } from "../../../../../words/text.ts";
import type * as id from "./id.ts";

export const JOINING: Translation<typeof id.JOINING> = {
  lead: "Your keys are made on this device and never leave it. Do this on the device on which you will sign in first.",
  fullName: "Your name, as colleagues know it",
  role: "The role you ask for",
  name: "User name for signing in",
  missing: "Please fill in your name and a user name.",
  make: "Make my keys",
  write: "Write these six words on paper. They are your passphrase; nobody can reset them.",
  written: "I have written them down",
  askBackLead: "Type two of them from the paper.",
  askBack: "Word {n}",
  askBackWrong: "One of the words differs. Please look at the paper again.",
  check: "Keep the keys on this device",
  fingerprint: "The twelve words of your key",
  fingerprintLead: "Read them to the administrator. They are no secret.",
  save: "Save the file for the administrator",
  after:
    "Hand that file to the administrator; nothing in it is secret. Once the new directory is published, sign in on this device with your user name and your six words.",
  back: "Back to signing in",
};

export const AGAIN: Translation<typeof id.AGAIN> = {
  title: "Nobody can sign in any more",
  lead: "Only if everybody has lost their words or device. First make new keys above. When the root holders have signed the list in which you all stand, two leads or administrators confirm it here, each on their own device.",
  choose: "File of the signed list; or the one that a colleague has confirmed",
  words: "Your six new words",
  sign: "Confirm that this list holds",
  refused: "This list was not confirmed",
  wrongWords: "These words open no keys on this device.",
  tooFewRoots: "Not enough root holders of this office have signed this list. Ask where the file comes from.",
  noSteward: "Your keys do not stand in this list as those of a lead or administrator.",
  line: "Confirmed. {n} people are in it: {names}. Compare its twelve words with those on the root holders’ key page:",
  missing: "{n} more must confirm. Hand this file on, to the next device.",
  enough: "That is enough. Hand this file to whoever runs the server.",
  save: "Save the confirmed list",
};
