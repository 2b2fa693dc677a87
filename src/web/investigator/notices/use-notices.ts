/** The member's wishes, fetched when they are asked for, and what is done with them. */
import { useEffect, useState } from "preact/hooks";
import type { Wishes } from "../../../protocol/notices.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { OwnNotices } from "../vault/vault-messages.ts";

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
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const [busy, setBusy] = useState(false);

  const run = async (work: () => Promise<Done | undefined>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    setDone(undefined);
    try {
      setDone(await work());
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
    setBusy(false);
  };
  const load = async () => setOwn(await ask("readNotices", {}));
  useEffect(() => {
    void run(async () => {
      await load();
      return undefined;
    });
  }, []);

  return {
    own,
    failure,
    done,
    busy,
    save: (wishes) =>
      void run(async () => {
        await ask("saveNotices", { wishes });
        await load();
        return "saved";
      }),
    // To the address that stands there, which is stored first.
    test: (wishes) =>
      void run(async () => {
        await ask("saveNotices", { wishes });
        await ask("testNotices", {});
        return "tested";
      }),
    drop: () =>
      void run(async () => {
        await ask("dropNotices", {});
        await load();
        return "dropped";
      }),
  };
}
