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
