/** How far the pass is, and a list of what could not be opened or given, each with its reason. */
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { Refused } from "../../parts/fields/ceremony-files.tsx";
import { toldOf } from "../../parts/failures.ts";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { RecoveredView } from "../../vault/messages/vault.ts";
import type { RecoveryPass } from "./use-recovering.ts";
import { RECOVERING } from "./words.ts";

export function RecoveryProgress({
  pass: { is, heads, of, unopened, recovered, failure, refused },
  onStop,
  onBack,
}: {
  readonly pass: RecoveryPass;
  readonly onStop: () => void;
  readonly onBack: () => void;
}) {
  const { say } = useSpeech();
  const count = (did: RecoveredView["did"]) => recovered.filter((one) => one.did === did).length;
  const title = say(RECOVERING.running);
  const listed = recovered.filter(
    ({ did, notGiven }) => did === "failed" || did === "beyond" || did === "kept" || notGiven.length > 0,
  );
  return (
    <section class="pass" aria-label={title}>
      {is === "running" && (
        <>
          <progress aria-label={title} max={of ?? 1} value={of === undefined ? undefined : recovered.length} />
          <p role="status">
            {of === undefined
              ? say(RECOVERING.trying, { n: heads })
              : say(RECOVERING.progress, { done: recovered.length, of })}
          </p>
          <button type="button" class="button" onClick={onStop}>
            {say(RECOVERING.stop)}
          </button>
        </>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Refused title={RECOVERING.refused} why={refused && CEREMONY_FAILURES[refused]} />
      {is !== "running" && (
        <div role="status">
          {is === "stopped" && <p>{say(RECOVERING.stopped)}</p>}
          {of !== undefined && (
            <p>
              <strong>{say(RECOVERING.done, { n: count("done") + count("kept") })}</strong>{" "}
              {count("already") > 0 && say(RECOVERING.already, { n: count("already") })}{" "}
              {unopened > 0 && say(RECOVERING.unopened, { n: unopened })}
            </p>
          )}
          {listed.length > 0 && (
            <>
              <p>{say(RECOVERING.listed, { n: listed.length })}</p>
              <ul class="not-given">
                {listed.map((one) => (
                  <li key={one.handle}>
                    <strong>{one.registerNumber}</strong> <Why {...one} />
                  </li>
                ))}
              </ul>
            </>
          )}
          {is === "over" && (
            <Banner tone="warn" title={say(RECOVERING.after)}>
              <p>{say(RECOVERING.afterText)}</p>
            </Banner>
          )}
          <button type="button" class="button" onClick={onBack}>
            {say(is === "over" ? RECOVERING.back : RECOVERING.again)}
          </button>
        </div>
      )}
    </section>
  );
}

function Why({ did, keptOut, notGiven, failure }: RecoveredView) {
  const { say, name, list } = useSpeech();
  if (did === "failed") return <>{say(toldOf(failure ?? { kind: "unforeseen" }).happened)}</>;
  if (did === "beyond") return <>{say(RECOVERING.beyond)}</>;
  if (did === "kept") return <>{say(RECOVERING.kept, { names: list(keptOut.map((one) => name(one))) })}</>;
  return (
    <>
      {notGiven.map((one, at) => (
        <span key={at} class="second">
          {say(RECOVERING.notGiven, {
            name: name(one.names),
            why:
              one.why === "failed"
                ? say(toldOf(one.failure ?? { kind: "unforeseen" }).happened)
                : say(RECOVERING.why[one.why]),
          })}
        </span>
      ))}
    </>
  );
}
