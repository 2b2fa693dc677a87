/** The member's wishes, fetched when they are asked for, and what is done with them. */
import { useEffect, useState } from "preact/hooks";
import type { Wishes } from "../../../protocol/rules/notices.ts";
import { useWork } from "../parts/use-work.ts";
import type { Ask, PageFailure } from "../vault/vault-client.ts";
import type { OwnNotices } from "../vault/messages/vault.ts";

type Done = "saved" | "tested" | "dropped";

export type NoticesState = {
  /** Undefined until they are there */
  readonly own: OwnNotices | undefined;
  readonly failure: PageFailure | undefined;
  /** What went well last */
  readonly done: Done | undefined;
  readonly busy: boolean;
  readonly save: (wishes: Wishes) => void;
  readonly test: (wishes: Wishes) => void;
  readonly drop: () => void;
};

export function useNotices(ask: Ask): NoticesState {
  const [own, setOwn] = useState<OwnNotices | undefined>(undefined);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const { busy, failure, run } = useWork();

  const load = async () => setOwn(await ask("readNotices", {}));
  useEffect(() => run(load), []);
  const act = (work: () => Promise<Done>): void =>
    run(async () => {
      setDone(undefined);
      setDone(await work());
    });

  return {
    own,
    failure,
    done,
    busy,
    save: (wishes) =>
      act(async () => {
        await ask("saveNotices", { wishes });
        await load();
        return "saved";
      }),
    // To the address that stands there, which is stored first.
    test: (wishes) =>
      act(async () => {
        await ask("saveNotices", { wishes });
        await ask("testNotices", {});
        return "tested";
      }),
    drop: () =>
      act(async () => {
        await ask("dropNotices", {});
        await load();
        return "dropped";
      }),
  };
}
