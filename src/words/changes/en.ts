/** English: what a request to the holders of the root keys changes, a sentence each. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const CHANGES: Translation<typeof id.CHANGES> = {
  dates: "This list is valid from {from} until {until}.",
  "minimum-client": "Programs older than version {now} can no longer be used (before: {before}).",
  stewards: "{n} leads or administrators must confirm that the directory still holds (before: {before}).",
  "root-comes": "A new root key signs as well.",
  "root-goes": "This root key is no longer valid.",
  "roots-needed": "From now on {n} of {of} root keys must sign the list.",
  "recovery-comes":
    "There is a recovery key. It opens with {n} of {of} custodians’ shares together with the lock (marks of the shares: {shares}).",
  "recovery-replaced":
    "The recovery key is replaced. The new one opens with {n} of {of} custodians’ shares together with the lock (marks of the shares: {shares}).",
  "recovery-split-anew":
    "The recovery key stays, but it is split anew: {n} of {of} custodians’ shares (marks of the shares: {shares}).",
  "recovery-proved-by": "That the recovery key was put together is proved by a key of its own (mark: {mark}).",
  "recovery-proved-by-nothing": "It can no longer be proved that the recovery key was put together.",
  "recovery-goes": "There is no recovery key any more.",
  "member-comes": "{names} joins as {roles}, valid from {from} until {until} (number {id}).",
  "member-replaces":
    "{names} is the same person as {former} (number {id}), whose keys were lost, and takes their place.",
  "member-goes": "{names} is removed.",
  "member-returns": "{names}, who had been removed, comes back.",
  "member-names": "The name {before} becomes {names}.",
  "member-roles": "{names} becomes {roles} (before: {before}).",
  "member-signing-key":
    "{names} gets a new key for signing. The one before counts no more, except for what it signed until now.",
  "member-sealing-key":
    "{names} gets a new key for opening reports. New reports are sealed to it, and no longer to the one before.",
  "member-loses-sealing-key": "{names} can no longer open reports.",
  "member-valid": "{names} is valid from {from} until {until}.",
  "channel-comes": "There is a new channel: {channel} (number {id}).",
  "channel-goes": "The channel {channel} is closed.",
  "channel-names": "The name of the channel {before} becomes {channel}.",
  "readers-come": "Reports in the channel {channel} can also be read by {people}. From now on its readers are: {all}.",
  "readers-go":
    "New reports in the channel {channel} are no longer read by {people}. From now on its readers are: {all}.",
  "custodians-come":
    "Identities left in the channel {channel} are also kept by {people}. From now on its custodians are: {all}.",
  "custodians-go":
    "Identities left in the channel {channel} are no longer kept by {people}. From now on its custodians are: {all}.",
  "recovery-reads": "The recovery key can open reports in the channel {channel}.",
  "recovery-does-not-read": "The recovery key cannot open reports in the channel {channel}.",
  slots: "Places for readers of a report in the channel {channel}: {n} (before: {before}).",
  "identity-slots": "Places for custodians of an identity in the channel {channel}: {n} (before: {before}).",
  "excludable-come": "Reporters in the channel {channel} may exclude {people}. Who can be excluded: {all}.",
  "excludable-go": "Reporters in the channel {channel} may no longer exclude {people}. Who can be excluded: {all}.",
  deadlines: "Deadlines in the channel {channel} follow the rule “{now}” (before: “{before}”).",
};

export const NOBODY: Translation<typeof id.NOBODY> = "nobody";
export const NOTHING_BEFORE: Translation<typeof id.NOTHING_BEFORE> = "none";

export const KEY_USES: Translation<typeof id.KEY_USES> = {
  signing: "key for signing",
  sealing: "key for opening reports",
  root: "root key",
  recovery: "recovery key",
};

export const CEREMONY_FAILURES: Translation<typeof id.CEREMONY_FAILURES> = {
  malformed:
    "This is not the file that was expected, or it was damaged on its way. Please copy it again from its origin.",
  "before-not-signed":
    "This request rests on a list that not enough of its own root keys have signed. Do not sign; ask where this file comes from.",
  "does-not-follow": "This request does not follow the list that it rests on. Do not sign; ask for a new request.",
  "changes-nothing": "This request changes nothing. There is nothing to sign.",
  unsayable:
    "This request changes more than can be said in sentences. Do not sign; an honest request does not need that.",
  "no-root-here":
    "These words are right, but they are no root key of this request. They may be the words of the lock, or another sheet.",
  "other-request": "This signature is for another request.",
  "bad-signature": "This signature is wrong, or not by a root key of this request.",
  "too-few-signatures": "There are not enough signatures yet.",
  "mixed-ceremonies":
    "This sheet comes from another splitting than the sheets before. Compare the number of the splitting on the sheets.",
  "repeated-share": "This sheet was typed already. The sheet of another custodian is needed.",
  "other-recovery": "This sheet is no share of this recovery key.",
  "older-recovery":
    "This recovery key was split by an earlier version: it opens reports, but it cannot prove a rehearsal. Make and split a new one.",
  "other-call":
    "This file is not for you, or is for another recovery key. It has to be made from the request that you hand over now.",
  "too-few-shares": "There are not enough sheets yet.",
  "wrong-lock": "All sheets are right, but this lock is not the lock of this recovery key.",
};
