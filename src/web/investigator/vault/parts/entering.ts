/** Reports that a member enters, on the vault's side. What failed goes on where it was when the same is asked again. */
import { type Entering, makeEntering } from "../../../../client/entering/entering.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { MAX_SEALED_REPORT_BYTES, prepareHandingIn } from "../../../../client/reporter/sealed-file.ts";
import { Refusal } from "../../../../client/refusal.ts";
import { connect } from "../../../../client/line/http.ts";
import { wordListOf } from "../../../../client/reporter/word-lists.ts";
import { wordsOf } from "../../../../crypto/secret/words.ts";
import type { Answering } from "../../../shared/ask-worker.ts";
import type { SendingProgress } from "../messages/files.ts";
import type { VaultCalls } from "../messages/vault.ts";
import { sendingProgress, sourceOf } from "./files.ts";

type Ask = VaultCalls["enterReport"]["ask"];

export function makeEntries(origin: string) {
  let begun: { readonly key: string; readonly run: ReturnType<typeof makeEntering>["run"] } | undefined;

  function begin(member: Member, entering: Entering, files: Ask["files"]) {
    const key = JSON.stringify([entering, files.map(({ number }) => number)]);
    if (begun?.key !== key) {
      const sources = files.map(({ file }) => sourceOf(file));
      begun = { key, run: makeEntering(member, withoutSession(origin), entering, sources).run };
    }
    return begun;
  }

  return {
    /** A file that somebody brought: the reporter's own, in which no member has written anything. */
    async handIn({ directories }: Member, { file }: VaultCalls["handIn"]["ask"], signal: AbortSignal | undefined) {
      if (file.size > MAX_SEALED_REPORT_BYTES) throw new Refusal("no-sealed-report");
      const handingIn = await prepareHandingIn(new Uint8Array(await file.arrayBuffer()), directories);
      await handingIn.run(withoutSession(origin), signal);
      return {};
    },
    async enter(
      member: Member,
      { entering, files, words }: Ask,
      { signal, tell }: Answering<SendingProgress>,
    ): Promise<VaultCalls["enterReport"]["answer"]> {
      const { run } = begin(member, entering, files);
      const { token, handle, registerNumber } = await run({
        signal,
        onProgress(at, progress) {
          const chosen = files[at];
          if (chosen !== undefined) tell(sendingProgress(chosen, progress));
        },
      });
      const shown = words && wordsOf(token, wordListOf(words));
      token.fill(0);
      begun = undefined;
      return { handle, registerNumber, words: shown };
    },
  };
}

/** To the server the report is anybody's: it is not told which member's session it came from. */
function withoutSession(origin: string) {
  return connect(origin, (address, init) => fetch(address, { ...init, credentials: "omit" }));
}
