/** How the steps of a report follow one another, and where each of them leads back to. */
import { factsOf } from "../../../words/languages.ts";
import type { App, Screen, Sealing } from "../app.ts";
import { composeAnswers } from "../compose.ts";
import { holdsText } from "../draft.ts";
import { prefetch } from "../lazy.ts";
import { errorsOf } from "../questions.ts";
import type { Problem, ProblemKind } from "../sealing/problems.ts";
import type { Recipients, ReportChannel } from "../sealing/recipients.ts";
import type { ToSend } from "../send-job.ts";
import { evidenceScreen } from "./evidence.ts";
import { chosenChannel, readersScreen, remaining } from "./readers.ts";
import { problemOf } from "../problem.ts";
import { closedScreen, noReadersScreen, refusedScreen } from "./refused.ts";
import { type ReviewWays, reviewScreen } from "./review.ts";
import { WHAT_QUESTIONS, whatScreen } from "./what.ts";
import { WHO_QUESTIONS, whoScreen } from "./who.ts";

/** What becomes of a report that was read through: it is sent, or given to be carried. Called when all that seals is there. */
export type Finish = (app: App, ready: Ready, ways: ReviewWays) => void;

type Ready = {
  readonly sealing: Sealing;
  readonly recipients: Recipients;
  readonly channel: ReportChannel;
  readonly report: ToSend;
};

/** The first step, or a kind refusal where nothing could be sealed. */
export function beginReport(app: App, finish: Finish): void {
  if (!hasGenerator()) return app.go(refusedScreen);
  // While the person writes, the rest comes.
  prefetch(app.units, app.sealing, app.recipients, app.files);
  app.sealing.get().then(
    (sealing) => sealing.hasRandomness() || app.restart(app.home, refusedScreen),
    () => undefined,
  );
  const { review } = makeWays(finish);
  const files = evidenceScreen({ next: readersScreen({ next: review }), last: review });
  const what = whatScreen({ next: whoScreen({ next: files, last: review }), last: review });
  app.go((current, gone) => {
    // Nothing that was typed is taken away: the steps that need readers say it too.
    const isFree = () => !gone.aborted && !holdsText(app.draft);
    app.recipients.get().then(
      ({ isClosed }) => isClosed && isFree() && app.restart(app.home, closedScreen),
      (error: unknown) => {
        const problem = problemOf(app, error);
        if (CLOSING.includes(problem.kind) && isFree()) app.restart(app.home, noReadersScreen(problem));
      },
    );
    return what(current, gone);
  });
}

/** Nothing could be sealed behind these, whatever is typed: told before it is. */
const CLOSING: readonly ProblemKind[] = ["lapsed", "directory", "two-views"];

/** Without it not even the sealing part can start. */
function hasGenerator(): boolean {
  try {
    return crypto.getRandomValues(new Uint8Array(1)).length === 1;
  } catch {
    return false;
  }
}

function makeWays(finish: Finish): ReviewWays {
  // A function, so that the steps can name one another.
  const review: Screen = (...call) => reviewScreen(ways)(...call);
  const ways: ReviewWays = {
    review,
    changeWhat: (found) => whatScreen({ next: review, ...(found && { found }) }),
    changeWho: (found) => whoScreen({ next: review, ...(found && { found }) }),
    changeFiles: () => evidenceScreen({ next: review }),
    changeReaders: (changed = false) => readersScreen({ next: review, changed }),
    finish: (app, recipients) => {
      const { draft, text, language } = app;
      const sealing = app.sealing.now;
      const channel = chosenChannel(app, recipients);
      if (sealing === undefined || channel === undefined) return;
      if (remaining(app, recipients).length < 2) return app.go(ways.changeReaders());
      // What the word list is needed for comes only after the answer, and should not be waited for then.
      prefetch(app.codeWords[factsOf(language).codeWords]);
      const report = {
        answers: composeAnswers(draft, text, language),
        channelId: channel.id,
        excluded: [...draft.excluded].filter((id) => mayExclude(channel, id)),
      };
      finish(app, { sealing, recipients, channel, report }, ways);
    },
  };
  return ways;
}

/** A mark on somebody whom a newer list does not let be excluded: the list of readers has said so. */
function mayExclude({ recipients, custodians }: ReportChannel, id: string): boolean {
  return [...recipients, ...custodians].some((reader) => reader.id === id && reader.excludable);
}

/** Failures that the form itself can mend lead back to where. */
export function wayOut(app: App, problem: Problem, ways: ReviewWays): Screen | undefined {
  if (problem.kind === "no-randomness") return refusedScreen;
  if (problem.kind === "findings") {
    const what = errorsOf(app, WHAT_QUESTIONS, problem.findings);
    return what.length > 0 ? ways.changeWhat(what) : ways.changeWho(errorsOf(app, WHO_QUESTIONS, problem.findings));
  }
  if (problem.kind !== "stale-directory" && problem.kind !== "too-few-readers") return undefined;
  app.recipients.renew();
  return ways.changeReaders(true);
}
