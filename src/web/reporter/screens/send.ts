/** A report that was read through goes out; its words come when the server has it. */
import type { Screen } from "../app.ts";
import { makeDraft } from "../draft.ts";
import { startSending } from "../send-job.ts";
import { codeScreen } from "./code.ts";
import { doneScreen } from "./done.ts";
import { type Finish, wayOut } from "./report.ts";
import { sendingScreen } from "./sending.ts";

export const send: Finish = (app, { sealing, recipients, channel, report }, ways) => {
  const { draft } = app;
  const part = app.files.now;
  if (part?.asks(draft.files) === true) return app.go(ways.changeFiles());
  const files = part?.ready(app, draft.files).files ?? [];
  const stored = (token: Uint8Array) => {
    part?.send(app, recipients, token, files);
    app.draft = makeDraft();
    app.letGo();
    app.restart(codeScreen({ token, deadlines: channel.deadlines, next: doneScreen }));
  };
  const job = startSending(app, sealing, recipients, report, files, stored);
  const edit = () => app.restart(app.home, ways.review);
  const sending: Screen = (current, gone) => {
    if (job.state.phase === "failed") {
      const instead = wayOut(current, job.state.problem, ways);
      if (instead !== undefined)
        void job.stop().then((result) => result === "stopped" && current.restart(current.home, instead));
    }
    return sendingScreen(job, edit)(current, gone);
  };
  app.restart(sending);
};
