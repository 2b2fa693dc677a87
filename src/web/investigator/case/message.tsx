import { MessageFiles } from "../files/message-files.tsx";
import { LIST } from "../list/words.ts";
import { sayCode } from "../../../words/codes.ts";
import type { Profiles } from "../../../protocol/rules/deadlines.ts";
import { STATES } from "../../../protocol/rules/casework.ts";
import { UNKNOWN } from "../../../words/glossary.ts";
import { UnknownFields } from "../parts/unknown-fields.tsx";
import { Author } from "../parts/author.tsx";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { PROMISES } from "../promises/words.ts";
import type { CaseView, EntryView, SignedIn } from "../vault/messages/vault.ts";
import { deadlinesText, stateText } from "../writing/state-text.ts";
import { CASE } from "./words.ts";

export type MessageProps = {
  readonly entry: EntryView;
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly profiles: Profiles;
  readonly isNew: boolean;
};

/** A bubble, or an event in one line; before it who wrote it, and when. */
export function Message({ entry, view, member, profiles, isNew }: MessageProps) {
  const speech = useSpeech();
  const { say, day } = speech;
  const { message, direction, storedOn, effective } = entry;
  if (message === undefined) return null;
  const own = direction === "team";
  const about = deadlinesText(message, profiles, speech);
  return (
    <div class={own ? "message own" : "message"}>
      {message.kind !== "status" || message.text !== "" ? (
        <p class="message-head">
          <strong>
            <Author entry={entry} view={view} member={member} />
          </strong>{" "}
          <span>
            {own && `${say(CASE.toReporter)}, `}
            {day(storedOn)}
          </span>
          {isNew && (
            <>
              {" "}
              <span class="pill">{say(LIST.pillNew)}</span>
            </>
          )}
        </p>
      ) : null}
      {message.kind === "protection-request" && (
        <EventLine
          icon="warning"
          title={say(message.urgency === "now" ? CASE.protectionNow : CASE.protectionAsked)}
          text=""
        />
      )}
      {message.kind === "withdraw" && (
        <EventLine icon="warning" title={say(CASE.withdrawn)} text={say(CASE.withdrawnText)} />
      )}
      {message.kind === "burn" && <EventLine icon="warning" title={say(CASE.burnt)} text={say(CASE.burntText)} />}
      {message.kind === "epoch" && (
        <p class="event">
          <Icon name="key" /> <span>{say(CASE.newKeys)}</span>
        </p>
      )}
      {(message.kind === "receipt-request" || message.kind === "receipt") && (
        <p class="event">
          <Icon name="check" />{" "}
          <span>{say(message.kind === "receipt" ? PROMISES.receiptIssued : PROMISES.receiptAsked)}</span>
        </p>
      )}
      {message.kind === "unknown" && (
        <p class="event">
          <Icon name="info" /> <span>{sayCode(say, {}, message.named, UNKNOWN.kind)}</span>
        </p>
      )}
      {"text" in message && message.kind !== "receipt" && message.text !== "" && (
        <p class="bubble typed" dir="auto">
          {message.text}
        </p>
      )}
      {message.kind === "files" && <MessageFiles entry={entry} files={message.files} />}
      {message.kind === "status" && (
        <p class="event">
          <Icon name={STATES.find((state) => state === message.state) ?? "info"} />
          <span>
            {stateText(message, speech)}, {day(storedOn)}
            {message.text === "" && (
              <>
                {" · "}
                <Author entry={entry} view={view} member={member} />
              </>
            )}
          </span>
        </p>
      )}
      {about !== undefined && (
        <p class="event">
          <Icon name="received" /> <span>{about}</span>
        </p>
      )}
      <Exposed entry={entry} view={view} />
      <UnknownFields fields={message.unknown} />
      {!effective && message.kind !== "text" && message.kind !== "files" && (
        <p class="muted">{say(CASE.notEffective)}</p>
      )}
    </div>
  );
}

/** What was written under keys that somebody still has who was taken out since. */
function Exposed({ entry, view }: Pick<MessageProps, "entry" | "view">) {
  const { say, name, list } = useSpeech();
  const to = view.casework.readers.exposed.find(({ sequence }) => sequence === entry.sequence)?.to;
  if (entry.direction !== "reporter" || to === undefined) return null;
  return <p class="hint alarm">{say(CASE.exposed, { names: list(to.map((id) => name(view.names[id]))) })}</p>;
}

function EventLine({ icon, title, text }: { readonly icon: "warning"; readonly title: string; readonly text: string }) {
  return (
    <p class="event strong">
      <Icon name={icon} />
      <span>
        <strong>{title}</strong> {text}
      </span>
    </p>
  );
}
