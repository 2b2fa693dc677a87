/** English: what members do, as the audit trail names it. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const ACT_NAMES: Translation<typeof id.ACT_NAMES> = {
  "open-cases": "Opened cases",
  message: "Wrote in a case",
  "discard-step": "Proposed, agreed to or took back discarding a case",
  epoch: "Changed a case’s keys or took out readers",
  grant: "Gave a case to a colleague",
  "change-vault-keys": "Exchanged keys in the own vault",
  "add-code": "Added a second factor: codes",
  "add-passkey": "Added a second factor: a passkey",
  "remove-factor": "Removed a second factor",
  "ask-factor-reset": "Asked that a colleague’s second factors be removed",
  "stop-factor-reset": "Stopped the removal of the own second factors",
  "declare-interests": "Declared own interests",
  "wish-roles": "Wished roles for a member",
  "sign-entry": "Signed the own entry in the directory",
  "record-recovery": "Recorded a use of the recovery key",
  "publish-directory": "Published a directory",
  "state-directory": "Confirmed the directory or suspended in it",
  "open-office": "Opened the office to the public",
  "decide-document": "Decided for the office",
  "propose-figures": "Prepared figures for publication",
  "publish-figures": "Published figures",
  "drop-figures": "Took back figures that waited",
};
