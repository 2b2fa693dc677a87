import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const STEPS: Translation<typeof id.STEPS> = {
  title: "Nine steps",
  now: "Step {n} of 9: {step}. Whose turn: {who}.",
  beside: "Meanwhile, off the network: no. {steps}.",
  turn: "Whose turn: {who}.",
  done: "done",
  current: "now",
  meanwhile: "meanwhile",
  later: "later",
  names: {
    install: "The server is installed",
    keyPage: "The key page is checked, off the network",
    proposal: "The office is proposed",
    joining: "Everybody joins",
    keys: "Root keys and the recovery key are made, off the network",
    line: "The list is closed, one line is read aloud",
    signing: "The request is signed, off the network",
    confirming: "The list is published and the pages are installed",
    rehearsal: "Rehearsal before the public comes",
  },
  who: {
    install: "the server's administrator",
    keyPage: "each root holder, on their own computer",
    proposal: "the founder",
    joining: "everybody, on their own device",
    keys: "root holders and custodians of the recovery key",
    line: "everybody together",
    signing: "two root holders",
    confirming: "two leads or administrators, then the server's administrator",
    rehearsal: "everybody, at the desk",
  },
};

export const FOUNDING: Translation<typeof id.FOUNDING> = {
  title: "Founding an office",
  loading: "Fetching how far this is …",
  unknownTitle: "This link no longer works",
  unknown:
    "The server does not know this device's key. Perhaps the founding was started over. Scan the QR code on the wall again.",
  forget: "Start over on this device",

  strangerTitle: "This office is not founded yet",
  stranger: "This server is installed, but belongs to no office so far. Nobody can report or sign in here yet.",
  invited:
    "Were you asked to join? Scan the QR code on the wall, or open the founder's link, on your own device. You do not need the code below.",
  prepare: "Have ready before you begin",
  preparePeople: "Three to eight people in one room, about an hour, each with their own device.",
  prepareStick:
    "One computer without a network with the key page (segel-kunci.html), a printer with a cable, and one USB stick.",
  prepareAddress:
    "An address that stays. Keys made here stay with this address: {origin}. Is another one to be used later? Then open this page at that address first.",
  code: "Founding code",
  codeHint:
    "Printed once on the server's screen at its first start. It serves one browser only. Lost? The server's administrator can make a new one.",
  codeMissing: "The code is missing.",
  begin: "Begin founding",
};

export const GATHERING: Translation<typeof id.GATHERING> = {
  title: "Everybody joins",
  lead: "Each person scans this code with the device on which they will sign in. Their keys are made there and never leave it.",
  qr: "QR code for joining",
  print: "Print for the wall",
  lostKey:
    "The old QR code is not on this device. Make a new one: those who have joined scan it again, and their keys stay.",
  newKey: "Make a new QR code",
  copy: "Copy the link",
  copied: "Copied.",
  notCopied: "The browser does not allow it. Select the link by hand.",
  wallTitle: "Join the office",
  wallLead: "Scan with the device on which you will sign in. Without a camera: open this link.",
  wallTear: "Once the list is closed: tear this sheet up and throw it away.",
  people: "Joined so far: {n}",
  nobody: "Nobody yet.",
  you: "You, on this device",
  remove: "Take {name} off",
  joinHere: "I join too, on this device",
  needs: "Still missing",
  needsReaders: "At least two readers: leads or investigators.",
  needsCustodian: "At least one identity custodian. In a small office the administrator can be it too.",
  needsStewards: "At least two people who confirm the list: leads or administrators.",
  small:
    "An office of three: one lead, one investigator, and one administrator who is also identity custodian. The administrator never reads reports.",
  close: "All have joined: draw up the list",
  change: "Change the proposal",
  offlineTitle: "Meanwhile, on the computer without a network",
  offline1:
    "Each root holder first checks the key page on their own computer: sha256sum segel-kunci.html must equal a value from elsewhere. Whoever hands out a false page owns the office's keys.",
  offline2:
    "Three holders each make a root key, one of them from outside the office (such as the higher inspectorate). Two of three will sign.",
  offline3:
    "The recovery key is made and split among three custodians; two of three are needed, together with the lock.",
  offline4: "Save the three root key files and the recovery key file on the stick. Nothing in them is secret.",
};

export const JOIN: Translation<typeof id.JOIN> = {
  title: "Joining",
  lead: "Your keys are made on this device and never leave it. Use the device on which you will sign in.",
  fullName: "Your name, as colleagues know it",
  role: "Your role",
  both: "{one} and {other}",
  roleHints: {
    lead: "Reads reports, gives out work, and confirms the list.",
    investigator: "Reads reports and examines them.",
    custodian: "Guards identities that reporters leave. Does not read reports.",
    administrator: "Looks after server and list. Never reads reports.",
    both: "For a small office: looks after the server and guards identities, without reading reports.",
  },
  name: "User name for signing in",
  missing: "Please fill in your name and a user name.",
  make: "Make my keys",
  back: "Back",
  sheetLead:
    "Print this sheet on a printer with a cable, or copy the six words onto paper by hand. They are shown only this once.",
  print: "Print the sheet",
  written: "They are on paper",
  showAgain: "Show the sheet once more",
  send: "Send my keys to the list",
  sendAgain: "Your keys are on this device already, but not on the list yet.",
  joinedTitle: "You have joined",
  joined: "Keep your sheet. Leave this page open, or open it again later on this device: the next step shows itself.",
  removedTitle: "You were taken off the list",
  removed:
    "The founder took this device's keys off, perhaps because the role was wrong. Ask why, then join again. The old six words no longer work.",
  again: "Join again",
  closedTitle: "The list is closed",
  closed: "This device is not on it. Ask the founder to open the list again before it is signed.",
};

export const SHEET: Translation<typeof id.SHEET> = {
  title: "Sheet of {name}",
  keep: "KEEP",
  keepLead: "These six words open your keys. Keep them under lock; no photograph. Nobody can reset them.",
  user: "User name",
  address: "Sign in at",
  words: "Six words",
  aloud: "SAY ALOUD",
  aloudLead: "Everybody may hear it. The fingerprint of your key:",
  aloudLine: "Later, when all screens show one line of twelve words, its first three words:",
  away: "THROW AWAY",
  awayLead:
    "Once the office is founded: the QR code and link for joining, the founding code, and any other paper on which the six words were ever written. This sheet is not thrown away.",
};

export const CLOSING: Translation<typeof id.CLOSING> = {
  title: "Draw up the list",
  lead: "After this nobody else can join. Until the list is signed you can still open it again.",
  readers: "Readers of the channel {channel}",
  readersHint: "Each report is sealed to them. At least two.",
  custodians: "Identity custodians",
  excludable: "Reporters may keep out",
  excludableHint:
    "A reporter can ask that this person does not read the report. Two readers always remain, so with two readers nobody is kept out.",
  files: "Root key and recovery key files from the stick",
  filesHint: "Choose all of them at once. Compare their words with the sheets in their holders' hands.",
  rootOf: "Root key {n}",
  recovery: "Recovery key: {n} of {of} shares are needed",
  needed: "Root signatures that are needed",
  neededOf: "{n} of {of}",
  notRead: "{name} is neither a root key file nor a recovery key file.",
  close: "Close the list and draw up the request",
  back: "Back to who has joined",
  faults: {
    readers: "Choose at least two readers.",
    custodians: "Choose at least one identity custodian.",
    stewards: "At least two leads or administrators have to join.",
    roots: "At least two root key files are needed.",
    recovery: "The recovery key file is not there yet.",
  },
  refused: "The request cannot be drawn up",
};

export const LINE: Translation<typeof id.LINE> = {
  title: "One line for all",
  lead: "One person reads these twelve words aloud. The same words must stand on every screen and on the key page. One word differs? Stop, and open the list again.",
  people: { one: "{n} person is in it:", other: "{n} people are in it:" },
  count: "Count: have exactly this many people here joined, and no more?",
  agree: "The line is the same on all screens",
  agreed: "You have said on this device that it is the same. No other request will be taken here.",
  exchanged:
    "The request on the server is not the one whose line was read aloud here. Did the founder open the list again on purpose? If not: stop, somebody has exchanged it.",
  readAnew: "Yes, read the new line aloud",
  hiddenTitle: "This device does not show the line",
  hidden: "This device's keys do not stand in the request letter by letter. Tell the others now; nobody should sign.",
  without: "This device has not joined, so the line is not shown. Look at a device that has.",
  recovery: "A custodian of the recovery key also compares this fingerprint with their sheet:",
  save: "Save the request on the stick",
  saveHint:
    "On the key page two root holders read what it does, compare its line, and sign. Bring back their signature files, or the signed list.",
  bring: "Signature files, or the signed list",
  counted: "Root signatures: {has} of {needs}.",
  refused: "This file cannot be used",
  hand: "Hand in the signed list",
  reopen: "Open the list again",
  reopenHint: "The request as it is lapses, and with it the signatures that it has.",
  changes: "What the request does",
  wait: "Wait until the founder brings back the signed list. This page shows the next step by itself.",
};

export const CONFIRMING: Translation<typeof id.CONFIRMING> = {
  title: "The list is signed",
  lead: "Two leads or administrators, each on their own device, confirm that this list holds. Then the office is founded.",
  missing: { one: "{n} more is needed.", other: "{n} more are needed." },
  signed: "Confirmed by {names}.",
  words: "Your six words",
  wordsHint: "From your sheet. They open the keys on this device and are not sent.",
  wordsMissing: "The six words are missing.",
  wordsWrong: "These words do not open the keys on this device. Please look at your sheet again.",
  confirm: "Confirm this list",
  thanks: "You have confirmed. Waiting for the others.",
  wait: "It is the turn of leads and administrators: {names}.",
};

export const FOUNDED: Translation<typeof id.FOUNDED> = {
  title: "The office is founded",
  lead: "The first list is valid. The public page is not installed yet; once it is, it says: rehearsal, not open.",
  server: "The server's administrator",
  command:
    "Run one command on the server (FOLDER is that of the installation). It puts the root keys and the office's name into the pages and prints two sets of twelve words:",
  restart: "Restart the server.",
  poster:
    "The first must be the line that was read aloud; if one word differs, stop the server. The second is the fingerprint for the poster:",
  everybody: "Everybody, on the device on which they joined",
  signIn: "Open {address} and sign in with your user name and your six words.",
  asName: "Your user name: {name}",
  factor: "Set up a second factor: a code app, or a passkey.",
  rehearse: "Go through the rehearsal that the desk shows. Only then can the office be opened to the public.",
};
