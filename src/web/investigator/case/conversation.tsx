/** The conversation that the reporter reads: bubbles, sides, days, and the box that sends. */
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Profiles } from "../../../protocol/rules/deadlines.ts";
import { messageAnchor } from "../files/file-list.ts";
import { Icon } from "../parts/icons.tsx";
import { useLock } from "../parts/lock.ts";
import { useSpeech } from "../../screen/speech.ts";
import { AnswerComposer } from "../writing/answer-composer.tsx";
import { entryName } from "../writing/arrived.ts";
import { isInUse } from "../writing/drafts.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { MessageAlarms } from "./alarm-banners.tsx";
import { NEW_ENTRY } from "./case-news.tsx";
import { ChainMark } from "./chain-mark.tsx";
import { useEndInSight } from "./end-in-sight.ts";
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
  /** Of those that were new when the case was opened, `written` is as many further on as have come since. */
  const arrivedWritten = conversation.filter(
    (entry) => entry.direction === "reporter" && opened.work.arrived.has(entryName(entry)),
  ).length;
  const { arrived, loadEarlier } = opened.work;
  const isOwn = conversation.at(-1)?.author === member.memberId;
  const { box, measure } = useEndInSight(conversation.length, { isOwn, earlier });
  const showEarlier = async (): Promise<void> => {
    measure();
    await loadEarlier();
  };
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <div class="part-head">
        <Icon name="send" />
        <h2 id="conversation-title">{say(CASE.conversation)}</h2>
        <span class="muted">{say(CASE.readByReporter)}</span>
        <ChainMark entries={conversation} counted={counted.conversation - earlier} text={CASE.whole} />
      </div>
      <div ref={box} class="messages" tabIndex={0} role="group" aria-labelledby="conversation-title">
        {earlier > 0 && <Earlier count={earlier} onShow={showEarlier} />}
        {conversation.length === 0 && <p class="muted">{say(CASE.noMessages)}</p>}
        <ol>
          {conversation.map((entry) => (
            <li
              key={entryName(entry)}
              id={messageAnchor(entry)}
              {...{ [NEW_ENTRY]: arrived.has(entryName(entry)) || undefined }}
            >
              <MessageAlarms entry={entry} />
              <Message
                entry={entry}
                view={view}
                member={member}
                profiles={profiles}
                isNew={
                  arrived.has(entryName(entry)) ||
                  (entry.direction === "reporter" && entry.sequence > written - newMessages - arrivedWritten)
                }
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
