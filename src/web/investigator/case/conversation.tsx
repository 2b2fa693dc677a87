/** The conversation that the reporter reads: bubbles, sides, days, and the box that sends. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Profiles } from "../../../protocol/deadlines.ts";
import { messageAnchor } from "../files/file-list.ts";
import { Icon } from "../parts/icons.tsx";
import { useLock } from "../parts/lock.ts";
import { useSpeech } from "../parts/speech.ts";
import { AnswerComposer } from "../writing/answer-composer.tsx";
import { isInUse } from "../writing/drafts.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { MessageAlarms } from "./alarm-banners.tsx";
import { ChainMark } from "./chain-mark.tsx";
import { Message } from "./message.tsx";
import { CASE } from "./words.ts";

export type ConversationProps = OpenedCaseProps & {
  readonly profiles: Profiles;
  readonly newMessages: number;
  readonly answerField: RefObject<HTMLTextAreaElement | null>;
};

export function Conversation({ profiles, newMessages, answerField, ...opened }: ConversationProps) {
  const { say } = useSpeech();
  const { view, member } = opened;
  const { conversation, counted, earlier } = view;
  const written = Math.max(
    0,
    ...conversation.map(({ direction, sequence }) => (direction === "reporter" ? sequence : 0)),
  );
  const { messages, showEarlier } = useScrolling(conversation.length, earlier, opened.work.loadEarlier);
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <div class="part-head">
        <Icon name="send" />
        <h2 id="conversation-title">{say(CASE.conversation)}</h2>
        <span class="muted">{say(CASE.readByReporter)}</span>
        <ChainMark entries={conversation} counted={counted.conversation - earlier} text={CASE.whole} />
      </div>
      <div ref={messages} class="messages" tabIndex={0} role="group" aria-labelledby="conversation-title">
        {earlier > 0 && <Earlier count={earlier} onShow={showEarlier} />}
        {conversation.length === 0 && <p class="muted">{say(CASE.noMessages)}</p>}
        <ol>
          {conversation.map((entry) => (
            <li key={`${entry.direction} ${entry.sequence}`} id={messageAnchor(entry)}>
              <MessageAlarms entry={entry} />
              <Message
                entry={entry}
                view={view}
                member={member}
                profiles={profiles}
                isNew={entry.direction === "reporter" && entry.sequence > written - newMessages}
              />
            </li>
          ))}
        </ol>
      </div>
      {/* What was typed before stays to be copied. */}
      {(view.writable.conversation && !view.burnt) || isInUse(opened.draft, "answer") ? (
        <AnswerComposer {...opened} field={answerField} />
      ) : (
        <p class="muted">{say(view.burnt ? CASE.nobodyReads : CASE.cannotSend)}</p>
      )}
    </section>
  );
}

/** The newest is what one came for; it stands next to the box. What comes in front of it later moves nothing that is being read. */
function useScrolling(count: number, earlier: number, load: () => Promise<void>) {
  const messages = useRef<HTMLDivElement>(null);
  const before = useRef({ earlier, height: 0 });
  useLayoutEffect(() => {
    const box = messages.current;
    if (box === null) return;
    const isInFront = earlier < before.current.earlier;
    box.scrollTo({ top: isInFront ? box.scrollTop + box.scrollHeight - before.current.height : box.scrollHeight });
    // The button has gone, and with it the focus.
    if (isInFront && earlier === 0) box.focus({ preventScroll: true });
    before.current = { earlier, height: box.scrollHeight };
  }, [count, earlier]);
  const showEarlier = async (): Promise<void> => {
    before.current = { earlier, height: messages.current?.scrollHeight ?? 0 };
    await load();
  };
  return { messages, showEarlier };
}

function Earlier({ count, onShow }: { readonly count: number; readonly onShow: () => Promise<void> }) {
  const { say } = useSpeech();
  const [busy, setBusy] = useState(false);
  const oneAtATime = useLock();
  const show = async (): Promise<void> => {
    setBusy(true);
    await onShow();
    setBusy(false);
  };
  return (
    <div class="earlier">
      <p class="muted">{say(CASE.earlier, { n: count })}</p>
      <button type="button" class="button" aria-disabled={busy} onClick={() => void oneAtATime(show)}>
        {say(busy ? CASE.opening : CASE.showEarlier)}
      </button>
    </div>
  );
}
