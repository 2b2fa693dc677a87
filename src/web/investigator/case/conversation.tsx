/** The conversation that the reporter reads: bubbles, sides, days, and the box that sends. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Texts } from "../../../words/text.ts";
import { OUTCOME_NAMES, STATE_NAMES } from "../../../words/glossary.ts";
import { MessageAlarms } from "./alarm-banners.tsx";
import { AnswerComposer } from "../writing/answer-composer.tsx";
import { Icon } from "../parts/icons.tsx";
import { Author } from "./author.tsx";
import { messageAnchor } from "../files/file-list.ts";
import { MessageFiles } from "../files/message-files.tsx";
import type { CasePart } from "./case-screen.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { CaseView, EntryView, SignedIn } from "../vault/vault-messages.ts";
import { CASE } from "./words.ts";
import { LIST } from "../list/words.ts";

export type ConversationProps = CasePart & {
  readonly newMessages: number;
  readonly answerField: RefObject<HTMLTextAreaElement | null>;
};

export function Conversation({ newMessages, answerField, ...part }: ConversationProps) {
  const { say } = useSpeech();
  const { view, member } = part;
  const { conversation, counted } = view;
  const whole = conversation.filter(({ alarms }) => alarms.length === 0).length;
  const written = Math.max(
    0,
    ...conversation.map(({ direction, sequence }) => (direction === "reporter" ? sequence : 0)),
  );
  const messages = useRef<HTMLDivElement>(null);
  // The newest is what one came for; it stands next to the box.
  useLayoutEffect(() => messages.current?.scrollTo({ top: messages.current.scrollHeight }), [conversation.length]);
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <div class="part-head">
        <Icon name="send" />
        <h2 id="conversation-title">{say(CASE.conversation)}</h2>
        <span class="muted">{say(CASE.readByReporter)}</span>
        <ChainMark whole={whole} counted={counted.conversation} words={CASE.whole} />
      </div>
      <div ref={messages} class="messages" tabIndex={0} role="group" aria-labelledby="conversation-title">
        {conversation.length === 0 && <p class="muted">{say(CASE.noMessages)}</p>}
        <ol>
          {conversation.map((entry) => (
            <li key={`${entry.direction} ${entry.sequence}`} id={messageAnchor(entry)}>
              <MessageAlarms alarms={entry.alarms} />
              <Message
                entry={entry}
                view={view}
                member={member}
                isNew={entry.direction === "reporter" && entry.sequence > written - newMessages}
              />
            </li>
          ))}
        </ol>
      </div>
      {/* What was typed before stays to be copied. */}
      {view.writable.conversation || part.draft.answer !== "" || part.draft.files.length > 0 ? (
        <AnswerComposer {...part} field={answerField} />
      ) : (
        <p class="muted">{say(CASE.cannotSend)}</p>
      )}
    </section>
  );
}

/** One quiet line while all is well; otherwise the banners say it. */
export function ChainMark({
  whole,
  counted,
  words,
}: {
  readonly whole: number;
  readonly counted: number;
  readonly words: Texts;
}) {
  const { say } = useSpeech();
  if (counted === 0) return null;
  return (
    <span class={whole === counted ? "chain" : "chain alarm"}>
      <Icon name={whole === counted ? "check" : "warning"} /> {say(words, { n: String(whole), all: counted })}
    </span>
  );
}

type MessageProps = {
  readonly entry: EntryView;
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly isNew: boolean;
};

function Message({ entry, view, member, isNew }: MessageProps) {
  const { say, day } = useSpeech();
  const { message, direction, storedOn, effective } = entry;
  if (message === undefined) return null;
  const own = direction === "team";
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
      {message.kind === "withdraw" && (
        <EventLine icon="warning" title={say(CASE.withdrawn)} text={say(CASE.withdrawnText)} />
      )}
      {message.kind === "burn" && <EventLine icon="warning" title={say(CASE.burnt)} text={say(CASE.burntText)} />}
      {"text" in message && message.text !== "" && (
        <p class="bubble typed" dir="auto">
          {message.text}
        </p>
      )}
      {message.kind === "files" && <MessageFiles entry={entry} files={message.files} />}
      {message.kind === "status" && (
        <p class="event">
          <Icon name={message.state} />
          <span>
            {say(CASE.becameState, { state: say(STATE_NAMES[message.state]) })}
            {message.outcome !== null &&
              ` ${say(CASE.withOutcome, { outcome: say(OUTCOME_NAMES[message.outcome]) })}`},{" "}
            {day(storedOn)}
            {message.text === "" && (
              <>
                {" · "}
                <Author entry={entry} view={view} member={member} />
              </>
            )}
          </span>
        </p>
      )}
      {!effective && message.kind !== "text" && message.kind !== "files" && (
        <p class="muted">{say(CASE.notEffective)}</p>
      )}
    </div>
  );
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
