/** A case file on its way into a package: with which lock, and what is written down before it gets its name. */
import { factsOf, type Language } from "../../../words/languages.ts";
import type { Saving } from "../files/saving.ts";
import { type Ask, type PageFailure, VaultError } from "../vault/vault-client.ts";
import type { CaseWork } from "../writing/case-work.ts";
import type { UnnotedWords } from "../writing/drafts.ts";
import { type Addressed, type SealChoices, lockOf, packageRecord } from "./order.ts";
import type { Handed } from "./receipt-paper.ts";
import { sealedSaving } from "./sealing.ts";

export type SealOrder = SealChoices &
  Omit<Addressed, "files"> & {
    readonly language: Language;
    /** The office's */
    readonly today: string;
  };

/** What is known of a package once it was made. */
export type SealedFile = {
  readonly record: Omit<Handed, "office" | "registerNumber" | "signer">;
  /** Under which it is sealed, where the receiver has no key */
  readonly words: readonly string[];
};

/** It was made and could not be written down, so nothing of it is left. */
export class NotNoted extends Error {
  readonly failure: PageFailure | undefined;
  constructor(failure: PageFailure | undefined) {
    super("not noted");
    this.failure = failure;
  }
}

type Tools = {
  readonly ask: Ask;
  readonly work: CaseWork;
  /** How many are in the ZIP, asked when it is whole */
  readonly filesIn: () => number;
  /** Waited for before the package can be found: whatever ends the vault from then on, its words are kept */
  readonly onUnnoted: (unnoted: UnnotedWords | undefined) => Promise<void>;
  /** Rounds of scrypt as a power of two, for tests that have no second to wait */
  readonly workFactor?: number;
};

export async function sealInto(
  inner: Saving,
  order: SealOrder,
  { ask, work, filesIn, onUnnoted, workFactor }: Tools,
): Promise<{ readonly saving: Saving; readonly sealed: () => SealedFile | undefined }> {
  const isByWords = order.way === "words";
  const list = factsOf(order.language).codeWords;
  const words = isByWords ? (await ask("drawPackageWords", { list })).words : [];
  const lock = lockOf(order, words);
  if (lock === undefined) throw new NotNoted(undefined);
  const keyHash = lock.is === "key" ? (await ask("nameRecipient", { recipient: lock.recipient.text })).hash : "";
  let sealed: SealedFile | undefined;
  const saving = sealedSaving(
    inner,
    lock,
    async (made) => {
      const record = packageRecord(order, made, { ...order, files: filesIn() }, keyHash);
      if (isByWords) await onUnnoted({ words, record });
      const written = await work.writeRecord(record);
      if (written.is !== "stored" && written.is !== "stored-before") {
        await onUnnoted(undefined);
        throw new NotNoted(written.is === "failed" ? written.failure : undefined);
      }
      sealed = { record, words };
      if (lock.is === "key" && order.keeps) await keep(ask, order, lock.recipient.text);
    },
    workFactor,
  );
  return { saving, sealed: () => sealed };
}

/** For the next time. The package has been written down: it goes whether or not its key is kept. */
async function keep(ask: Ask, { to, name, checked, isAnew, today: on }: SealOrder, recipient: string): Promise<void> {
  await ask("keepReceiver", {
    receiver: { to: to === "" ? "other" : to, name: name.trim(), recipient, checked: checked.trim(), on },
    isAnew,
  }).catch((error: unknown) => {
    if (!(error instanceof VaultError)) throw error;
  });
}
