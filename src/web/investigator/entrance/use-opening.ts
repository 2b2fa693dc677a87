/** The vault on its way from a name and a passphrase to open, and what can end that. */
import { useEffect, useRef, useState } from "preact/hooks";
import { startWorker } from "../../shared/delivery-worker.ts";
import type { Delivery } from "../../shared/delivery.ts";
import {
  type Ask,
  type PageFailure,
  type Vault,
  type VaultLine,
  pageFailureOf,
  startVault,
} from "../vault/vault-client.ts";
import { useLock } from "../parts/lock.ts";
import type { FactorAsked, FactorGiven } from "../vault/messages/account.ts";
import type { SignInAsk, SignInProgress, SignedIn } from "../vault/messages/vault.ts";
import { NoPasskey, askPasskey } from "./authenticator.ts";
import {
  forgetDirectory,
  forgetJoiner,
  recallDirectory,
  recallJoiners,
  recallPasskeys,
  rememberDirectory,
} from "./device-memory.ts";
import type { OpeningProgress } from "./opening-steps.tsx";
import { sessionEnded } from "./session.ts";

export type Opening = {
  /** Undefined while nothing is being opened */
  readonly progress: OpeningProgress | undefined;
  readonly failure: PageFailure | undefined;
  /** Of the vault that is being opened */
  readonly line: VaultLine | undefined;
  /** What is waited for between the two steps; `give` brings it */
  readonly waiting: { readonly asked: FactorAsked; readonly give: (given: FactorGiven) => void } | undefined;
  readonly open: (name: string, passphrase: string) => void;
  /** Opens by a passkey of this device; which ones there are, `passkeys` says. */
  readonly openByPasskey: () => void;
  readonly passkeys: readonly string[];
  readonly cancel: () => void;
  /** Where nobody has stated that the directory holds, and who signs in can */
  readonly ask: Ask | undefined;
  /** Lets go of what this device remembers, where that cannot be read. */
  readonly forgetMemory: () => void;
};

export type OnOpened = (name: string, vault: Vault, member: SignedIn) => Promise<void>;

type Common = Pick<SignInAsk, "roots" | "builtAt" | "device" | "joiners">;
type Entering = (vault: Vault, common: Common, tell: (told: SignInProgress) => void) => Promise<SignedIn>;

const byWords =
  (name: string, passphrase: string): Entering =>
  (vault, common, onProgress) =>
    vault.ask("signIn", { name, passphrase, ...common }, { onProgress });

const byPasskey =
  (credentialIds: readonly string[]): Entering =>
  async (vault, common, onProgress) => {
    const { nonce, challenge, input } = await vault.ask("preparePasskey", {});
    onProgress({ step: "factor", done: undefined });
    const { assertion, output } = await askPasskey({ challenge, credentialIds, input, mustVerify: true });
    const answer = { nonce, assertion, output };
    try {
      return await vault.ask("signInByPasskey", { answer, ...common }, { onProgress });
    } finally {
      output?.fill(0);
    }
  };

const NO_PASSKEY = { kind: "page", code: "no-passkey" } as const;

/** `onEnded`: it was cancelled or has failed, and one may type again. */
export function useOpening(delivery: Delivery, onOpened: OnOpened, onEnded: () => void): Opening {
  const [progress, setProgress] = useState<OpeningProgress | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [line, setLine] = useState<VaultLine | undefined>(undefined);
  const [waiting, setWaiting] = useState<Opening["waiting"]>(undefined);
  const [passkeys] = useState(() => recallPasskeys(delivery.roots));
  const [ask, setAsk] = useState<Ask | undefined>(undefined);
  const drop = useRef(() => {});
  const oneAtATime = useLock();
  useEffect(() => () => drop.current(), []);

  const open = async (name: string, enter: Entering): Promise<void> => {
    let isDropped = false;
    let vault: Vault | undefined;
    // One that stayed for its one thing.
    drop.current();
    drop.current = () => {
      isDropped = true;
      vault?.close();
    };
    setFailure(undefined);
    setAsk(undefined);
    setProgress({ stage: "loading", done: undefined });
    try {
      const { roots, builtAt } = delivery;
      const device = recallDirectory(roots);
      await sessionEnded();
      vault = await startVault(() => startWorker(delivery, "worker"));
      if (isDropped) return vault.close();
      setLine(vault.line);
      const opened = vault;
      const member = await enter(opened, { roots, builtAt, device, joiners: recallJoiners(roots) }, (told) => {
        if ("step" in told) return setProgress({ stage: told.step, done: told.done });
        const give = (given: FactorGiven) => {
          void opened.ask("giveFactor", given).catch(() => {});
        };
        setWaiting({ asked: told.asked, give });
      });
      setWaiting(undefined);
      rememberDirectory(roots, member.memberId, member.memory);
      forgetJoiner(member.memberId, member.signingKey);
      drop.current = () => {};
      await onOpened(name, vault, member);
    } catch (error) {
      if (isDropped) return;
      setProgress(undefined);
      setWaiting(undefined);
      const failed = error instanceof NoPasskey ? NO_PASSKEY : pageFailureOf(error);
      const isSteward = failed.kind === "directory" && failed.isSteward === true;
      // That vault stays for the one thing that it can do; the next opening, or leaving the page, closes it.
      if (isSteward) setAsk(() => vault?.ask);
      else vault?.close();
      // Nothing is open yet that could be copied: a worker that dies here is one that did not come.
      setFailure(failed.kind === "page" && failed.code === "vault-gone" ? { ...failed, code: "not-loaded" } : failed);
      onEnded();
    }
  };

  return {
    progress,
    failure,
    line,
    ask,
    waiting,
    passkeys,
    open: (name, passphrase) => void oneAtATime(() => open(name, byWords(name, passphrase))),
    openByPasskey: () => void oneAtATime(() => open("", byPasskey(passkeys))),
    cancel() {
      drop.current();
      setProgress(undefined);
      setWaiting(undefined);
      onEnded();
    },
    forgetMemory() {
      forgetDirectory(delivery.roots);
      setFailure(undefined);
    },
  };
}
