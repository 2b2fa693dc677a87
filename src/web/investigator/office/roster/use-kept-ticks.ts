/**
 * What is ticked stays over a lock, a reload, and another look: sealed by the vault, and kept on this device under a name that
 * tells nobody whose it is. A new directory makes it void.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { fromBase64url, toBase64url } from "../../../../protocol/encoding/base64url.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { NOTHING_TICKED, type Ticked } from "./wishes.ts";

type Change = Ticked | ((now: Ticked) => Ticked);

export function useKeptTicks(ask: Ask, version: number | undefined): readonly [Ticked, (change: Change) => void] {
  const [ticked, setTicked] = useState(NOTHING_TICKED);
  const place = useRef<string | undefined>(undefined);
  const last = useRef(0);
  useEffect(() => {
    if (version === undefined) return;
    const recall = async (): Promise<void> => {
      place.current = `segel/ticks/${(await ask("nameKept", {})).name}`;
      const kept = localStorage.getItem(place.current);
      if (kept === null) return;
      const { text } = await ask("openKept", { kind: "ticks", sealed: fromBase64url(kept) });
      const read = JSON.parse(text) as { readonly version: number; readonly ticked: Ticked };
      if (read.version === version) setTicked({ ...NOTHING_TICKED, ...read.ticked });
    };
    // Of another program, or of a browser that keeps nothing: then nothing is ticked.
    recall().catch(() => {});
  }, [version]);
  const keep = async (now: Ticked): Promise<void> => {
    const turn = ++last.current;
    if (place.current === undefined) return;
    const { sealed } = await ask("sealKept", { kind: "ticks", text: JSON.stringify({ version, ticked: now }) });
    // Who ticks on meanwhile has the newer one kept.
    if (turn !== last.current) return;
    if (now === NOTHING_TICKED) localStorage.removeItem(place.current);
    else localStorage.setItem(place.current, toBase64url(sealed));
  };
  const change = (changed: Change): void =>
    setTicked((before) => {
      const now = typeof changed === "function" ? changed(before) : changed;
      keep(now).catch(() => {});
      return now;
    });
  return [ticked, change];
}
