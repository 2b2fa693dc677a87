/** How far the founding is, asked anew while the page is in sight: others go on with it on their own devices. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { FoundingPass } from "../vault/messages/founding.ts";
import type { VaultCalls } from "../vault/messages/vault.ts";
import type { FoundingMemory } from "./memory.ts";

/** Somebody has joined at the next table: soon enough for people who wait for each other in one room. */
const LOOK_MS = 4_000;

type Told = VaultCalls["readFounding"]["answer"];

export type Founding = {
  /** Undefined until the server was heard */
  readonly told: Told | undefined;
  readonly failure: PageFailure | undefined;
  /** Asks at once, whatever was changed */
  readonly refresh: () => Promise<void>;
};

/** Undefined for a device that nobody knows. */
export function passOf({ founderKey, joiningKey, agreed }: FoundingMemory): FoundingPass | undefined {
  const key = founderKey ?? joiningKey;
  return key === undefined ? undefined : { key, agreed };
}

export function useFounding(ask: Ask, memory: FoundingMemory): Founding {
  const [heard, setHeard] = useState<{ readonly key: string | undefined; readonly told: Told } | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const turns = useRef(0);
  const { own } = memory;
  const pass = passOf(memory);
  const refresh = async (): Promise<void> => {
    const turn = ++turns.current;
    try {
      const read = await ask("readFounding", { pass, own: own?.entry });
      if (turn !== turns.current) return;
      setHeard({ key: pass?.key, told: read });
      setFailure(undefined);
    } catch (error) {
      if (turn === turns.current) setFailure(pageFailureOf(error));
    }
  };
  const newest = useRef(refresh);
  newest.current = refresh;
  useEffect(() => {
    void newest.current();
    const look = () => document.visibilityState === "visible" && void newest.current();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [pass?.key, pass?.agreed, own?.entry.id]);
  // What a stranger was told is not what the founder is told.
  const told = heard?.key === pass?.key ? heard?.told : undefined;
  // Always with what is known now, not when the caller was drawn.
  return { told, failure, refresh: () => newest.current() };
}
