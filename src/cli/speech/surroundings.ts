/** What a command reads and writes: its process's own, unless who calls it as a function hands in others. */
import { AsyncLocalStorage } from "node:async_hooks";

export type Surroundings = {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
};

const handedIn = new AsyncLocalStorage<Surroundings>();

export function surroundings(): Surroundings {
  return handedIn.getStore() ?? process;
}

export function within<Result>(given: Surroundings, work: () => Result): Result {
  return handedIn.run(given, work);
}
