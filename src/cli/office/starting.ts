/** What is started on this machine, one after another: told, interrupted between two steps, stopped in the opposite order. */
import type { Values } from "../../words/speech.ts";
import type { Texts } from "../../words/text.ts";
import { SENTENCES } from "../speech/words.ts";
import type { ServerProcess } from "./server-process.ts";
import { raised } from "./signals.ts";

/** What is going on, told before each step that may take longer than a second. */
export type Progress = (text: Texts, values?: Values) => void;

/** Raised by `signal`: somebody ended it while it was starting, and everything has been stopped again. */
export class Interrupted extends Error {}

export type Starting = {
  /** The next step's result. Throws Interrupted where somebody has ended it meanwhile */
  readonly step: <Result>(work: Promise<Result>) => Promise<Result>;
  /** How to end what was just started */
  readonly ends: (end: () => Promise<void>) => void;
  /** Ends everything that was started, the last first. Twice does no harm. */
  readonly stop: () => Promise<void>;
};

export function beginStarting(signal: AbortSignal): Starting {
  const running: (() => Promise<void>)[] = [];
  return {
    async step(work) {
      const result = await work;
      if (signal.aborted) throw new Interrupted();
      return result;
    },
    ends: (end) => void running.push(end),
    async stop() {
      for (const end of running.splice(0).reverse()) await end();
    },
  };
}

/** What was started, when all of it serves */
export type Running = {
  /** Where this machine reaches the server */
  readonly address: string;
  readonly server: ServerProcess;
  /** Ends the server, then the database. Twice does no harm. */
  readonly stop: () => Promise<void>;
};

/** Until `signal` is raised; then, or where the server has ended by itself, all is stopped. Whether it was the server. */
export async function untilStopped(
  { server, stop }: Running,
  signal: AbortSignal,
  progress: Progress,
): Promise<boolean> {
  const hasCrashed = await Promise.race([raised(signal).then(() => false), server.ended.then(() => !signal.aborted)]);
  progress(hasCrashed ? SENTENCES.serverGone : SENTENCES.stopping);
  await stop();
  return hasCrashed;
}

/** As it is typed, of TCP */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/** Where this machine finds a server that listens on `host`. */
export function addressOf(host: string, port: number | string): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
