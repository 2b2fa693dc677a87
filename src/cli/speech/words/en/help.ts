/** What each command says with --help, in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as Indonesian from "../id/help.ts";

type Table<Name extends keyof typeof Indonesian> = Translation<(typeof Indonesian)[Name]>;

export const HELP: Table<"HELP"> = {
  send: `segel send FILE [--channel ID] [--exclude ID] [--attach PATH] [--attach-as-is PATH]
segel send --sealed PATH

Seals the report in FILE and sends it. FILE is JSON: one report or an array, with the fields
{fields}; only {required}
are asked for. "-" is standard input. The twelve words are shown after the server has confirmed.

  --channel ID     where to (default: the first; see: segel directory show)
  --exclude ID     a member who must not read it; may be given several times
  --attach PATH    evidence that goes with the report, at most 1 GB; may be given several times, for one report alone.
                   Known hidden data is removed, and its name becomes attachment-01.jpg and so on
  --attach-as-is PATH
                   the same, but the file and its name go as they are
  --sealed PATH    hands in a sealed file that somebody else wrote with segel-lapor.html, without FILE. Nothing of it
                   can be read here; the same file is not counted twice

Files are sent after the report has arrived and its words were shown. Where they do not arrive, send them later:
segel check --attach PATH`,
  check: `segel check [--reply] [--attach PATH] [--attach-as-is PATH] [--save DIR]

Comes back with the twelve words: the state of the report, the answers, and whether they are genuine. The first four
letters of each word are enough. Slips are named here; nothing is sent before the words are right.

  --reply          write a message afterwards
  --attach PATH    send files, with a message (--reply) or without; may be given several times. Known hidden data is
                   removed, and their names become attachment-01.jpg and so on
  --attach-as-is PATH
                   the same, but the file and its name go as they are
  --save DIR       save the files that came with answers; never in the place of another

Standard input, where it is no terminal: line 1 the twelve words; the rest is the message (with --reply).
The words are never taken as arguments.`,
  read: `segel read list [--urgent] [--mine] [--unassigned] [--assigned NAME] [--labelled LABEL]
segel read open ID [--all] [--save DIR] [--despite-interest]
segel read put-off ID --deadline KIND --due DAY
segel read profile ID --profile NAME
segel read receipt ID
segel read answer ID [--attach PATH] [--attach-as-is PATH]
segel read note ID
segel read assign ID --member NAME [--reason]
segel read claim ID
segel read give-back ID [--reason]
segel read grant ID --member NAME
segel read remove ID --member NAME [--interest KIND]
segel read leave NAME
segel read readmit NAME [--formerly NAME] [--ended]
segel read label ID [--add LABEL] [--remove LABEL]
segel read state ID --to STATE [--outcome OUTCOME]
segel read discard ID
segel read keep ID
segel read judge ID --sheet FILE
segel read agree ID
segel read disagree ID
segel read interests
segel read find WORDS
segel read link ID --with ID [--relation RELATION]
segel read task ID [--until DAY] [--for MEMBER]
segel read done ID --task TASK
segel read enter --source WAY [--received DAY] [--channel ID] [--exclude ID] [--code] [--attach PATH]

A member's work: list cases, open one, answer the reporter, note internally, change the state. "discard" proposes that
an archived case is removed, or agrees as a second member; one of the two must be a case lead. It goes 30 days later;
"keep" takes it back before that.
"grant" lets a colleague into the case, who then reads all of it; "remove" takes a reader out, under new keys for all others.
"leave" takes a member who is suspended or removed out of all open cases, one after the other;
"readmit" gives a colleague who is back with new keys the open cases that they read before, with --ended all others too.
Both ask for a reason.
"judge" stores the assessment in FILE (JSON): scores, elements, category, summary, plan, recommendation; what it does not
name stays as it is. "agree" and "disagree" are for the second member. "find" reads all cases and searches what they
say, file names included; nothing of it is kept. "link" records that two cases belong together, with a reason. "task"
notes a task. "interests" shows the interests that you have declared at the desk; a lead sees those of the team.
"enter" seals a report that came otherwise, as the desk does: to the readers of one of your channels, marked with how it came.
ID is the register number (K7QD-4M2P) or the case's random name (UUID).

  --urgent, --mine, --unassigned, --assigned NAME, --labelled LABEL
                     only cases that are marked urgent, yours, nobody's, that member's, with that label
  --member NAME      name or id of the member who gets the case; --reason asks why, which is required where you hand
                     over your own
  --add, --remove    the office's own labels; may be given several times
  --all              shows all messages of the reporter, however many; else the newest (1 MiB)
  --save DIR         saves all files of this case, with their SHA-256; never in the place of another.
                     Files of others can be dangerous: open them in a safe place only
  --despite-interest
                     opens a case that names an interest of your own; asks why, which is written into the case
  --interest KIND    declared conflict of interest: business family affiliation outside-work other,
                     or named: the report names that member
  --attach PATH      a file that goes with the answer, without known hidden data; may be given several times
  --attach-as-is PATH
                     the same, but the file goes as it is
  --to STATE         {states}
  --outcome OUTCOME  {outcomes}
  --until DAY        when a task is due, for example 2026-12-01
  --for MEMBER       name or ID of a member who reads the case; else anybody
  --with ID          the other case
  --relation RELATION
                     same-matter (default), related, or none, which takes the link back
  --task TASK        ID of a task, or its beginning
  --source WAY       how the report came: letter call visit message other
  --received DAY     the day on which it came; else today
  --channel ID       one of your channels; else the first that is open
  --exclude ID       a member who must not read it; may be given several times
  --code             prints the twelve words, for the person who wants to come back; else nobody can

Standard input, where it is no terminal: line 1 the name, line 2 the passphrase; for "enter" then the report as JSON, as
"segel send" takes it, with "note" beside it where you like (agenda number, where the paper lies); or line 3 the unit,
line 4 the title (may be empty), and the report. For the others the rest is the text (answer, note,
state, discard, disagree, task, link, --reason). Notes are never shown to the reporter; answers and the reason of a change
of state are.`,
  directory: `segel directory show
segel directory verify

The signed directory: channels, who reads them, and who can be excluded. "verify" checks signatures, chain and dates,
and prints the fingerprint of the roots, to be compared with the poster or over the telephone.`,
  statement: `segel statement show
segel statement confirm [--suspend MEMBER] [--close CHANNEL]
segel statement confirm PROPOSAL

Leads and administrators say, two together, that the directory still holds. "show" lists what waits for signatures, and
"confirm" signs one of these, by the first eight signs of its name, or proposes a new one. What it suspends or closes only
a new directory gives back. It works too where nobody else can sign in because nothing was confirmed for 35 days.

  --suspend MEMBER   by name or id; may be given several times
  --close CHANNEL    likewise

Standard input, where it is no terminal: line 1 the name, line 2 the passphrase.`,
  sealer: `segel sealer FILE [--pages FOLDER]

Makes segel-lapor.html: the page that locks reports without a network, with the readers that are valid now. They are
fetched from the server and verified. The same build and the same directory always give the same file.

  --pages FOLDER   where npm run build wrote (default: WEB_DIR, else dist/web)

Make a new one each month: the file can be used as long as its directory holds.`,
  "server-key": `segel server-key FILE

Puts a new key in front of the server's key file (SERVER_KEY_FILE). The server must then be started again, all its
processes at once. What the earlier keys made goes on being known: sessions, codes of apps, decoys. Run it as whoever owns
the file, on the machine where it lies.`,
  "verify-export": `segel verify-export FILE [--fingerprint FINGERPRINT]

Checks a ZIP that left an office, such as a case file: its form, the fingerprint of each entry, the maker's signature, and the
signed list of members that has the maker. Nobody is asked.

  --fingerprint FINGERPRINT  of the office's root keys, as on its poster: its twelve words in quotation marks, or all of it; without it twelve words are shown to be compared

What does not hold is named one by one, and the exit code is 1.`,
  "verify-receipt": `segel verify-receipt LINE

Checks a receipt that somebody shows: whether an examiner of this office has signed it, and for which day. The line is not
sent; the signed directory alone is fetched, and believed by your root keys (--roots).`,
  figures: `segel figures verify FILE [--earlier FILE]

Checks a file of figures that was saved from the page for everybody: whether two members of this office signed them, and
none is missing or exchanged. Nobody is asked; trust rests on your root keys (--roots).

  --earlier FILE  one that was saved before: all of its figures must still be there, unchanged`,
  audit: `segel audit export FILE
segel audit checkpoint FILE
segel audit accept
segel audit verify FILE [--checkpoint FILE] [--fingerprint WORDS] [--key KEY]

"export" saves the audit trail as this member is shown it, and checks it; "checkpoint" saves its head alone, for an outsider to
keep. An existing file is never replaced. "accept" takes the trail as it is now in the place of the one that this device has
seen: only once the administrator has explained it in another way, such as by a backup that was restored. Standard input, where
it is no terminal: the name, then the passphrase.

"verify" checks an exported audit trail, without a server: every act is signed by whom it names, nothing was changed, taken
out, moved or cut off, and directories and statements are those that the roots and stewards signed. Otherwise it names the
first entry that does not hold.

  --checkpoint FILE    a checkpoint that was kept, an audit trail exported earlier, or a case file (ZIP), which holds one: this
                       one must begin with it
  --fingerprint WORDS  the twelve words of the poster, in quotation marks, or the fingerprint in hexadecimal
  --key KEY            the key of the trail, where you know it`,
  root: `segel root new --out FILE
segel root show REQUEST
segel root sign REQUEST --out FILE
segel root join REQUEST SIGNATURE [SIGNATURE …] --out FILE

A root key, on a machine without a network; the key page (segel-kunci.html) does the same. "new" makes one: it shows 24 words
once, asks for two of them, and writes the half that everybody may know to FILE. "show" says what a request changes, and its
line of twelve words. "sign" says the same, asks for the 24 words and writes the signature to FILE. "join" puts signatures
together to the signed list. Nothing here talks to a server; an existing file is never replaced.

Words are asked for and shown on the terminal alone. Standard input, where it is no terminal: one line an answer.`,
  recovery: `segel recovery split [--needed K] [--of N] --out FILE
segel recovery check FILE [--out FILE]
segel recovery give FILE [--lock] --out FILE
segel recovery again FILE ... --out FILE

The recovery key, on a machine without a network; the key page (segel-kunci.html) does the same. "split" makes one: it shows
the sheet of each custodian and the lock of the root holders one after the other, asks for two words of each, and writes what
everybody may know to FILE. "check" asks for the sheets that are needed and for the lock, and says yes or no and nothing else;
FILE is the one that "split" wrote, a request that holds the key, or the desk's challenge: then it writes the answer to --out,
which proves the rehearsal. "give" seals one custodian's sheet, or the lock, to the member whose call FILE is, and to nobody
else: compare the twelve words with that person before you type. "again", of an office in which nobody can sign in any more,
makes the request for a list of those alone whose files of new keys are given; it asks the server for the list that holds.

  --needed K       so many custodians' sheets open it, with the lock (default: 2)
  --of N           so many custodians (default: 3)
  --lock           hand over the lock of the root holders, not a sheet

Words are asked for and shown on the terminal alone. Standard input, where it is no terminal: one line an answer.`,
  office: `segel office new DIR --origin URL [--onion URL] [--port N] [--database URL]
segel office start DIR
segel office code DIR
segel office pages DIR
segel office pages [--keys FOLDER] [--pages FOLDER]

An office on one machine. "new" makes the folder: settings, the server's key, the page with which an office is founded; the
database comes along unless one is named. "start" runs all of it in the foreground until it is told to end, and prints the
founding code at the first start. "code" makes another one, where the first was lost; whoever was founder is none any more.
"pages" fetches the directory from the server, verifies it, puts roots and office into the pages and prints their
fingerprint: compare it with the poster. Without DIR it does so for a server in containers, whose keys and pages lie in this
checkout; ORIGIN names its addresses. TLS and onion are left to a proxy and to Tor (docs/operations/from-nothing.md).

  --origin URL     where people reach it, https; for "pages" without DIR: where this machine does
  --onion URL      its address in Tor, http://….onion
  --port N         where it listens on this machine (default: 8080)
  --database URL   a PostgreSQL of your own, as the role that owns no table; its password goes into DIR/settings
  --keys FOLDER    where roots.json, directory.json and office.json go (default: KEYS_DIR, else keys)
  --pages FOLDER   where the pages go (default: WEB_DIR, else dist/web)`,
  demo: `npm run -s demo -- FILE [--attach DIR] [--origin URL]

Plays the whole story for each report in FILE: seal, send, open, compare, change the state, answer, come back with the
twelve words, write again. Without --origin against a temporary server of its own; with --origin as a member of the
demonstration in SEGEL_DATA, else with name and passphrase from standard input.

  --attach DIR     every file in it goes along with each report, and is compared by SHA-256`,
};

export const COMMON_HELP: Table<"COMMON_HELP"> = `Common options:
  --origin URL     address of the service (default: http://127.0.0.1:8080)
  --roots FILE     the roots that you trust (default: KEYS_DIR/roots.json, else those of the demonstration)
  --language {languages} language (default: from LANG, else id)
  --json           the result for another program
  --help           this text

Exit codes: 0 done, 1 refused or failed, 2 wrong use.`;
