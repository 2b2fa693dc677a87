/** The conversation that the reporter reads: bubbles, sides, days, and the box that sends. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { messageAnchor } from "../files/file-list.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../parts/speech.ts";
import { AnswerComposer } from "../writing/answer-composer.tsx";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { MessageAlarms } from "./alarm-banners.tsx";
import { ChainMark } from "./chain-mark.tsx";
import { Message } from "./message.tsx";
import { CASE } from "./words.ts";

export type ConversationProps = OpenedCaseProps & {
  readonly newMessages: number;
  readonly answerField: RefObject<HTMLTextAreaElement | null>;
};

export function Conversation({ newMessages, answerField, ...opened }: ConversationProps) {
  const { say } = useSpeech();
  const { view, member } = opened;
  const { conversation, counted, earlier } = view;
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
        <ChainMark entries={conversation} counted={counted.conversation - earlier} text={CASE.whole} />
      </div>
      <div ref={messages} class="messages" tabIndex={0} role="group" aria-labelledby="conversation-title">
        {earlier > 0 && <Earlier count={earlier} onLoad={opened.work.loadEarlier} />}
        {conversation.length === 0 && <p class="muted">{say(CASE.noMessages)}</p>}
        <ol>
          {conversation.map((entry) => (
            <li key={`${entry.direction} ${entry.sequence}`} id={messageAnchor(entry)}>
              <MessageAlarms entry={entry} />
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
      {(view.writable.conversation && !view.burnt) || opened.draft.answer !== "" || opened.draft.files.length > 0 ? (
        <AnswerComposer {...opened} field={answerField} />
      ) : (
        <p class="muted">{say(view.burnt ? CASE.nobodyReads : CASE.cannotSend)}</p>
      )}
    </section>
  );
}

function Earlier({ count, onLoad }: { readonly count: number; readonly onLoad: () => void }) {
  const { say } = useSpeech();
  return (
    <div class="earlier">
      <p class="muted">{say(CASE.earlier, { n: count })}</p>
      <button type="button" class="button" onClick={onLoad}>
        {say(CASE.showEarlier)}
      </button>
    </div>
  );
}
