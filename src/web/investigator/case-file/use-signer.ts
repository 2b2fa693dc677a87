import { useEffect, useState } from "preact/hooks";
import type { Ask } from "../vault/vault-client.ts";

/** Twelve words of the own signing key, which whoever gets the file compares; none while the vault has not said them. */
export function useSigner(ask: Ask): readonly string[] {
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    let isHere = true;
    ask("nameSigner", {})
      .then((answer) => isHere && setWords(answer.words))
      .catch(() => {});
    return () => {
      isHere = false;
    };
  }, []);
  return words;
}
