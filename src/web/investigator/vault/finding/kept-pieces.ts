/**
 * Sealed pieces in the browser's own database, under the name of one vault. A browser that has none, or gives no room, is
 * no failure: the search then works from memory, and says so.
 */

const DATABASE = "segel-index";
const STORE = "pieces";

export type KeptPieces = {
  readonly readAll: () => Promise<readonly (readonly [number: number, sealed: Uint8Array])[]>;
  /** Undefined removes it. Rejects where there is no room. */
  readonly write: (pieces: readonly (readonly [number: number, sealed: Uint8Array | undefined])[]) => Promise<void>;
};

/** Undefined where this browser keeps nothing: a private window, or storage that is switched off. */
export async function openKeptPieces(name: string): Promise<KeptPieces | undefined> {
  try {
    const database = await openDatabase();
    // Arrays sort by their parts: all that begins with the name, and nothing behind it.
    const own = IDBKeyRange.bound([name], [name, []]);
    return {
      async readAll() {
        const store = database.transaction(STORE).objectStore(STORE);
        const [keys, values] = await Promise.all([done(store.getAllKeys(own)), done(store.getAll(own))]);
        return keys.map((key, at) => [Number((key as [string, number])[1]), values[at] as Uint8Array] as const);
      },
      async write(pieces) {
        const transaction = database.transaction(STORE, "readwrite");
        const store = transaction.objectStore(STORE);
        for (const [number, sealed] of pieces) {
          if (sealed === undefined) store.delete([name, number]);
          else store.put(sealed, [name, number]);
        }
        await new Promise<void>((resolve, reject) => {
          transaction.addEventListener("complete", () => resolve());
          transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("aborted")));
        });
      },
    };
  } catch {
    return undefined;
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1);
  asked.addEventListener("upgradeneeded", () => void asked.result.createObjectStore(STORE));
  return done(asked);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("refused")));
  });
}

/**
 * Of several tabs of one member one keeps: two would write one piece over the other. The lock ends with the worker.
 * Where the browser has no locks it is never anybody's turn.
 *
 * @returns whether it is this one's turn at once; otherwise `onLater` is called when it is, perhaps much later
 */
export function takeTurn(name: string, onLater: () => void): Promise<boolean> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks === undefined) return Promise.resolve(false);
  const lock = `segel-index ${name}`;
  const forGood = new Promise<void>(() => {});
  return new Promise((resolve) => {
    const atOnce = locks.request(lock, { ifAvailable: true }, (taken) => {
      resolve(taken !== null);
      return taken === null ? undefined : forGood;
    });
    void atOnce.then(() =>
      locks.request(lock, () => {
        onLater();
        return forGood;
      }),
    );
  });
}
