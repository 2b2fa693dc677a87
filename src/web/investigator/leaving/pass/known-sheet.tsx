/** What somebody could still know, on paper: numbers, states and days. No word of any report stands on it. */
import { sayCode } from "../../../../words/codes.ts";
import { ROLE_NAMES, STATE_NAMES, UNKNOWN } from "../../../../words/glossary.ts";
import { isIn, mayGuard } from "../../../../protocol/rules/casework.ts";
import { useOfficeNames } from "../../parts/office-names.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { LeaverView } from "../../vault/messages/leaving.ts";
import type { Names, PassedView } from "../../vault/messages/vault.ts";
import { KNOWN } from "./words.ts";

export type KnownSheetProps = {
  readonly leaver: LeaverView;
  /** Of the directory */
  readonly version: number;
  /** Who made it */
  readonly by: Names;
  readonly passed: readonly PassedView[];
};

export function KnownSheet({ leaver, version, by, passed }: KnownSheetProps) {
  const { say, day, today, name, list } = useSpeech();
  const office = name(useOfficeNames());
  const known = passed.flatMap((one) => one.known ?? []).toSorted((a, b) => (a.arrivedOn < b.arrivedOn ? -1 : 1));
  const failed = passed.filter(({ did }) => did === "failed").map(({ registerNumber }) => registerNumber);
  const open = known.filter(({ state, until }) => until === undefined && !isIn("ended", state)).length;
  const exposed = known.reduce((sum, one) => sum + one.exposed, 0);
  const stateOf = (state: string) => sayCode(say, STATE_NAMES, state, UNKNOWN.code);
  const states = new Map<string, number>();
  for (const { state } of known) states.set(state, (states.get(state) ?? 0) + 1);
  const [first, last] = [known[0]?.arrivedOn, known.at(-1)?.arrivedOn];
  const standing =
    leaver.removedIn === undefined
      ? say(KNOWN.suspended, { version })
      : say(KNOWN.removed, { since: leaver.removedIn, version });
  return (
    <article class="known-sheet">
      <p>
        <strong>{office}</strong>
      </p>
      <h3>{say(KNOWN.title, { name: name(leaver.names) })}</h3>
      <p>{say(KNOWN.made, { day: day(today()), name: name(by), n: passed.length })}</p>
      {open > 0 && (
        <p>
          <strong>{say(KNOWN.open, { n: open })}</strong>
        </p>
      )}
      <dl>
        <div>
          <dt>{say(KNOWN.roles)}</dt>
          <dd>{list(leaver.roles.map((role) => say(ROLE_NAMES[role])))}</dd>
        </div>
        <div>
          <dt>{say(KNOWN.standing)}</dt>
          <dd>{standing}</dd>
        </div>
        {first !== undefined && last !== undefined && (
          <>
            <div>
              <dt>{say(KNOWN.period)}</dt>
              <dd>{say(KNOWN.periodText, { from: day(first), until: day(last) })}</dd>
            </div>
            <div>
              <dt>{say(KNOWN.states)}</dt>
              <dd>{list([...states].map(([state, n]) => `${stateOf(state)}: ${n}`))}</dd>
            </div>
          </>
        )}
      </dl>
      {known.length === 0 ? (
        <p>{say(KNOWN.nothing)}</p>
      ) : (
        <table>
          <caption>{say(KNOWN.numbers)}</caption>
          <thead>
            <tr>
              {[KNOWN.register, KNOWN.state, KNOWN.read, KNOWN.out, KNOWN.files].map((head, at) => (
                <th key={at} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map(({ registerNumber, state, since, until, files }) => (
              <tr key={registerNumber}>
                <th scope="row">{registerNumber}</th>
                <td>{stateOf(state)}</td>
                <td>{day(since)}</td>
                <td>{until === undefined ? say(KNOWN.still) : day(until)}</td>
                <td>{say(files ? KNOWN.yes : KNOWN.no)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {exposed > 0 && <p>{say(KNOWN.exposed, { n: exposed })}</p>}
      {failed.length > 0 && <p>{say(KNOWN.failed, { list: list(failed) })}</p>}
      <h4>{say(KNOWN.means)}</h4>
      <p>{say(KNOWN.meansText)}</p>
      {mayGuard(leaver.roles) && <p>{say(KNOWN.custodian)}</p>}
      <p>{say(KNOWN.advice)}</p>
      <p class="sign">{say(KNOWN.sign)}</p>
    </article>
  );
}
