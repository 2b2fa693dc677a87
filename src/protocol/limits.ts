/**
 * Every limit that a person can run into, shown before anybody does. Where no source is named the number is our choice:
 * far above what people write, and what fits in a request that a slow line can carry.
 */

/** Title and unit, code points each, without control characters. */
export const MAX_TITLE_CODE_POINTS = 120;
/** An empty title becomes the first so many code points of *what*. */
export const DERIVED_TITLE_CODE_POINTS = 80;
/** All text of a report together. */
export const MAX_REPORT_CODE_POINTS = 200_000;
/** The encoded report must be shorter than the largest padding class, 1 MiB. */
export const MAX_REPORT_BYTES = 1_048_575;
/** One message of either side. */
export const MAX_MESSAGE_CODE_POINTS = 60_000;
/** What a request of a reporter costs less and finds room for longer: class 64 KiB with the largest heads, some 65,000 letters. */
export const SHORT_REQUEST_BYTES = 163_840;
/**
 * What a reporter may write into one case before the office has answered, and as much again for each answer: eight of the
 * longest messages, or some three hundred short ones. Bytes of stored rows.
 */
export const TEXT_BYTES_AN_ANSWER = 2_162_688;
/** Of these so many without a proof of work: one of the longest, or forty short ones. */
export const FREE_TEXT_BYTES_AN_ANSWER = 270_336;
/** Beyond the limit for the shortest messages alone: to withdraw or to burn must always be possible. */
export const LAST_TEXT_BYTES = 65_536;
/** A login name, code points after NFKC. */
export const MAX_NAME_CODE_POINTS = 64;

/** Files of one case, of both sides together, and their cells' plaintext (docs/protocol.md, "Files"); a server may allow less. */
export const MAX_FILES_A_CASE = 50;
export const MAX_FILE_BYTES_A_CASE = 5 * 1_073_741_824;
/** A file's name as it is kept; a longer one loses its middle. */
export const MAX_FILE_NAME_CODE_POINTS = 255;
/** Cells that no message has claimed go after so long; the day of the last cell counts, so it is one to two days. */
export const UNCLAIMED_FILE_DAYS = 1;

/** What roots sign holds for so many days at most: a year and what it takes to meet. */
export const DIRECTORY_DAYS = 400;
/** What stewards state holds for so many days at most: so old a state can be shown to somebody who remembers nothing. */
export const STATEMENT_DAYS = 35;
/** Stewards are asked for a new statement when fewer days than this are left: three weeks, as long as somebody is away. */
export const STATEMENT_ASKED_DAYS = 21;
/** A member is asked for another sealing key so many days after the last: within the one to two years of NIST SP 800-57 part 1, 5.3.6. */
export const SEALING_KEY_DAYS = 365;
/** Of a channel: fewer cannot agree on anything. */
export const LEAST_READERS = 2;
export const LEAST_CUSTODIANS = 1;
/** Nobody says alone that a directory holds. */
export const LEAST_STEWARDS = 2;
/** Places of a new channel, always filled: a report's length does not tell how many read it (docs/protocol.md). */
export const CHANNEL_SLOTS = 8;
export const CHANNEL_IDENTITY_SLOTS = 4;
/** Statements that travel with one directory at once. */
export const MAX_STATEMENTS = 100;
/** … on one directory, for whoever exports the audit trail. */
export const STATEMENTS_PAGE = 16;

/** A sealed file is taken so many days after the directory ran out under which it was sealed: whoever seals on its last day has a month to have it carried. */
export const CARRIED_DAYS = 35;

/** Who joins an office before it has a directory: four times the largest team that we were told of. */
export const MAX_JOINERS = 32;
/** Units that an office names to begin with: a ministry's directorates and offices with room to spare. */
export const MOST_UNITS = 500;

/** Before a directory or the statement on it runs out everybody is told for so many days: the roots meet once a fortnight at least. */
export const DIRECTORY_ALARM_DAYS = 14;

/** The answer to a check is always this long, whatever it says (docs/protocol.md, "What crosses the wire"). */
export const CHECK_ANSWER_BYTES = 65_536;
/** A page of earlier messages, fetched on a tap: the smallest that holds the largest row. */
export const ROWS_PAGE_BYTES = 327_680;
/** Messages of one page for a member, whose screen shows the newest page first: hundreds of short ones, three of the largest. */
export const MESSAGES_PAGE_BYTES = 1_048_576;
/** Heads are handed out in pages of so many: with 8 slots some 2 MB, and half a second to try at 2 to 3 ms each. */
export const HEADS_PAGE = 200;
/** So many heads are fetched by their names at once: an address that every proxy takes. */
export const HEADS_BY_NAME = 100;
/** Names of heads, a page: 64 KiB. */
export const HEAD_NAMES_PAGE = 4_096;
/** Names that a member's client remembers, of each kind: half a megabyte, and years of an office's cases. */
export const MAX_KNOWN_HEADS = 65_536;
/** Cases and wraps of a member, a page. */
export const CASES_PAGE = 1_000;

/** A signed request must use its nonce within so many seconds (docs/protocol.md, "Requests and logging in"). */
export const NONCE_SECONDS = 600;
/** A proof of work is good for the time a slow phone on a slow line needs for it. */
export const PROOF_OF_WORK_SECONDS = 1_200;
/** A member signs in again after a working day, whatever happens. */
export const SESSION_SECONDS = 12 * 3_600;
/** … and earlier where nothing was asked for so long: twice the desk's own patience, so that it speaks first. */
export const SESSION_IDLE_SECONDS = 1_800;
/** Wrong codes within one hour; only who has the six words comes so far, and a guess is right once in 333,333 times. */
export const WRONG_CODES_AN_HOUR = 5;
/** Two colleagues who ask for a reset begin this: one whole day at least, in which the member sees it and can stop it. */
export const FACTOR_RESET_DAYS = 2;
/** What one colleague asked counts so long for a second one to join. */
export const FACTOR_RESET_ASKED_DAYS = 14;
/** A case that two members discard stays so many days more, in which it is taken back (long enough for who is on leave). */
export const DISCARD_GRACE_DAYS = 30;
/** So many steps are taken about one case. */
export const MAX_DISCARD_STEPS = 64;
/** Records of discarded cases, a page: some 850 bytes for two steps, so 400 KB. */
export const DISCARDS_PAGE = 500;
/** A recovery key is rehearsed once a year, and the desk says so a month before. */
export const REHEARSAL_DAYS = 365;
export const REHEARSAL_ASKED_DAYS = 335;
/** Records of the recovery key's use in one answer: a rehearsal a year, for longer than anybody keeps one key. */
export const RECOVERY_RECORDS = 50;
/** Published snapshots of figures in one answer: five years of quarters. */
export const FIGURES_PAGE = 20;
/** Leaves of the audit trail, a page: a power of two, so that a page is a subtree, and the log a tree of pages. */
export const AUDIT_PAGE = 1_024;
/** Leaves of the audit trail about one case, a page: each with its proof some 1,100 bytes. */
export const CASE_AUDIT_PAGE = 200;
/** Cases that wait for a member because somebody gave them, or began a new epoch. */
export const WAITING_PAGE = 100;
/** Of one case so many colleagues' grants are given out, the newest of each: one that does not open hides no other. */
export const GRANTS_A_CASE = 8;

/** Labels of a case: more are no help in a list, and all of them fit into its digest (`DIGEST_CLASSES`). */
export const MAX_LABELS = 8;
export const MAX_LABEL_CODE_POINTS = 24;

/** Texts of records: a page, and a line. The longest record with all of them full fits the largest message class. */
export const MAX_RECORD_TEXT_CODE_POINTS = 2_000;
export const MAX_RECORD_LINE_CODE_POINTS = 300;
/** Files in a package that goes to another body: as many as a ZIP without extensions counts (APPNOTE 4.4.21). */
export const MAX_PACKAGE_FILES = 65_535;

/** Two days of clock error are allowed when a directory's dates are checked (docs/protocol.md, "The directory"). */
export const CLOCK_ERROR_SECONDS = 2 * 86_400;

/** Length of a text as people count it: code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
