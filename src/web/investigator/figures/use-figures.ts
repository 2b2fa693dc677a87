/** Figures as a page asks for them: a worker takes the cases of the list, and counts for each period that is looked at. */
import { useEffect, useState } from "preact/hooks";
import type { FigureCalendar, FigureSource } from "../../../client/figures/figure-case.ts";
import type { Counting } from "../../../client/figures/figures.ts";
import { type AskWorker, openWorker } from "../../shared/ask-worker.ts";
import { type PageFailure, VaultError, pageFailureOf } from "../vault/vault-client.ts";
import type { CaseRow } from "../vault/messages/vault.ts";
import type { FiguresCalls } from "./figures-messages.ts";

export type Counted = FiguresCalls["count"]["answer"] & {
  /** Of what was counted: the screen may have gone on to another period meanwhile */
  readonly counting: Counting;
};

export type UsedFigures = {
  readonly counted: Counted | undefined;
  /** Rows that the server shows otherwise than they were opened */
  readonly disagreeing: readonly CaseRow[];
  readonly units: readonly string[];
  readonly failure: PageFailure | undefined;
  readonly tryAgain: () => void;
};

type Taken = { readonly disagreeing: readonly CaseRow[]; readonly units: readonly string[] };
const NOTHING: Taken = { disagreeing: [], units: [] };

/** @param rows undefined while the list is not whole: half of it would be other figures */
export function useFigures(
  start: () => Promise<Worker>,
  rows: readonly CaseRow[] | undefined,
  calendar: FigureCalendar,
  counting: Counting,
): UsedFigures {
  const [worker, setWorker] = useState<AskWorker<FiguresCalls> | undefined>(undefined);
  const [taken, setTaken] = useState<Taken | undefined>(undefined);
  const [counted, setCounted] = useState<Counted | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    const started = openWorker<FiguresCalls, undefined>(
      start,
      () => new VaultError({ kind: "page", code: "not-loaded" }),
    );
    let isHere = true;
    started.then(
      (one) => (isHere ? setWorker(one) : one.end()),
      (error: unknown) => isHere && setFailure(pageFailureOf(error)),
    );
    return () => {
      isHere = false;
      void started.then((one) => one.end()).catch(() => {});
    };
  }, [tries]);

  useEffect(() => {
    if (worker === undefined || rows === undefined) return undefined;
    let isNewest = true;
    worker.ask("take", { sources: rows.map(sourceOf), calendar }).then(
      ({ disagreeing, units }) =>
        isNewest && setTaken({ disagreeing: disagreeing.flatMap((at) => rows[at] ?? []), units }),
      (error: unknown) => isNewest && setFailure(pageFailureOf(error)),
    );
    return () => {
      isNewest = false;
    };
  }, [worker, rows, calendar]);

  useEffect(() => {
    if (worker === undefined || taken === undefined) return undefined;
    let isNewest = true;
    worker.ask("count", counting).then(
      (answer) => isNewest && setCounted({ ...answer, counting }),
      (error: unknown) => isNewest && setFailure(pageFailureOf(error)),
    );
    return () => {
      isNewest = false;
    };
  }, [worker, taken, counting]);

  const tryAgain = () => {
    setFailure(undefined);
    setWorker(undefined);
    setTries(tries + 1);
  };
  return { counted, ...(taken ?? NOTHING), failure, tryAgain };
}

/** What crosses is listed one by one: nobody's title or words go to be counted. */
export function sourceOf(row: CaseRow): FigureSource {
  const { channelId, arrivedOn, state, stateOn, summary, burnt, answers, newMessages, stale, digest } = row;
  return {
    channelId,
    arrivedOn,
    state,
    stateOn,
    summary: summary && { unit: summary.unit, category: summary.category },
    burnt,
    answers,
    newMessages,
    stale,
    digest: digest && {
      course: digest.course,
      sheet: digest.sheet,
      read: digest.read,
      figures: digest.figures,
      ends: digest.ends,
    },
  };
}
