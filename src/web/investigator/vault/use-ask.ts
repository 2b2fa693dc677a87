import { useCallback, useRef } from "preact/hooks";
import { type Ask, type Vault, VaultError } from "./vault-client.ts";

/** Asks the vault; a session that the server has ended takes everything else with it. */
export function useAsk(vault: Vault, onSessionEnded: () => void): Ask {
  const ended = useRef(onSessionEnded);
  ended.current = onSessionEnded;
  return useCallback(
    async (call, ask, options) => {
      try {
        return await vault.ask(call, ask, options);
      } catch (error) {
        if (error instanceof VaultError && error.failure.kind === "api" && error.failure.code === "not-signed-in")
          ended.current();
        throw error;
      }
    },
    [vault],
  );
}
