/**
 * A record that is being filled in: what stands is shown, what was typed is kept with the other drafts, and a colleague's
 * version that came meanwhile is compared before anything is saved.
 */
import type { RecordContent } from "../../../../protocol/records.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import { withForm } from "../../writing/drafts.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { type Writing, useWriting } from "../../writing/use-writing.ts";

/** A stored version of what the form is about. */
export type StoredVersion<Content> = {
  readonly sequence: number;
  readonly content: Content;
  readonly by: string;
  readonly on: string;
  /** It was made upon another than the one before it: what that one says was not seen by its author. */
  readonly overlooks?: boolean;
};

export type RecordForm<Content extends object> = {
  readonly content: Content;
  /** Newest first; none where nobody has written one */
  readonly versions: readonly StoredVersion<Content>[];
  /** Something was typed or chosen that is not saved. */
  readonly changed: boolean;
  readonly onContent: (content: Content) => void;
  readonly writing: Writing;
  /** A colleague's version that this one does not know of */
  readonly newer: StoredVersion<Content> | undefined;
  /** What both were made upon, where it is shown */
  readonly basis: Content | undefined;
  readonly save: () => void;
  /** Goes on upon the colleague's version with what was chosen of both. */
  readonly settle: (content: Content) => void;
  readonly drop: () => void;
  readonly close: () => void;
};

export type RecordFormOf<Content extends object> = {
  readonly name: string;
  /** Newest first; none where nobody has written one */
  readonly versionsIn: (view: CaseView) => readonly StoredVersion<Content>[];
  readonly fresh: Content;
  readonly recordOf: (content: Content, after: number) => RecordContent;
};

export function useRecordForm<Content extends object>(
  opened: OpenedCaseProps,
  { name, versionsIn, fresh, recordOf }: RecordFormOf<Content>,
): RecordForm<Content> {
  const { view, draft, onDraft, work } = opened;
  const typed = draft.forms?.[name];
  const versions = versionsIn(view);
  const [stands, ...earlier] = versions;
  const after = typed?.after ?? stands?.sequence ?? 0;
  const content = (typed?.content as Content | undefined) ?? stands?.content ?? fresh;
  const put = (what: Content, upon: number) =>
    work.writeRecord(recordOf(what, upon), (now) => (versionsIn(now)[0]?.sequence ?? 0) === upon);
  /** What is saved: what stands in the form, or what was just chosen of two versions. */
  const next = { content, after };
  const writing = useWriting(
    () => put(next.content, next.after),
    () => onDraft({ ...withForm(draft, name, undefined), form: undefined }),
  );
  const newer = stands !== undefined && stands.sequence !== after ? stands : undefined;
  return {
    versions,
    content,
    changed: typed !== undefined,
    onContent: (changed) => onDraft(withForm(draft, name, { after, content: changed })),
    writing,
    newer,
    basis: newer && earlier.find(({ sequence }) => sequence === after)?.content,
    save: writing.submit,
    settle(chosen) {
      next.content = chosen;
      next.after = newer?.sequence ?? after;
      onDraft(withForm(draft, name, { after: next.after, content: chosen }));
      writing.settle();
      writing.submit();
    },
    drop() {
      onDraft(withForm(draft, name, undefined));
      writing.settle();
    },
    close: () => onDraft({ form: undefined }),
  };
}
