/** What is said of the list in English. */
import type { Translation } from "../../../../words/text.ts";
import type * as id from "./id.ts";

export const LIST: Translation<typeof id.LIST> = {
  title: "Cases",
  views: "Views",
  search: "Search cases",
  searchHint: {
    one: "Search one case: name, word, amount, register number",
    other: "Search {n} cases: name, word, amount, register number",
  },
  filter: "Filter",
  filtered: "Filter (in use)",
  allCategories: "All categories",
  allStates: "All states",
  allChannels: "All channels",
  clearFilters: "Clear search and filters",
  refresh: "Look for new reports",

  allPersons: "Everybody",
  allLabels: "All labels",
  personLoad: "{name} ({n})",

  columnPick: "Choose",
  columnTitle: "Title",
  columnMarks: "Marks",
  columnCategory: "Category",
  columnUnit: "Work unit",
  columnState: "State",
  columnAge: "Age",
  columnDue: "Next deadline",
  columnAssigned: "Assigned to",
  columnLabel: "Label",
  nobodys: "Nobody yet",
  unassigned: "Nobody",
  notRead: "Not known yet",
  gone: "former member",
  pick: "Choose the case “{title}”",
  pickSome: "Choose several",
  loads: "Workload",
  roomy: "Roomy rows",
  columnChannel: "Channel",
  sort: "Sort",
  sortUrgent: "Urgent first, then nearest deadline",
  sortDueFirst: "Nearest deadline first",
  sortArrivedOldest: "Oldest arrival first",
  sortArrivedNewest: "Newest arrival first",
  sortStateOldest: "Longest in its state first",
  sortStateNewest: "Latest change of state first",
  since: "since {day}",
  age: { one: "1 day", other: "{n} days" },
  today: "today",
  arrivedAgo: "Arrived {age} ago",
  arrivedToday: "Arrived today",
  pillNew: "New",
  pillUp: "Moved up to a case lead",
  pillTouches: "Names your interest",
  pillMessages: { one: "1 message", other: "{n} messages" },
  summaryAltered: "The summary of this case was altered",
  titleBlank: "(a title without a visible letter)",
  summaryMissing: "Open the case to see its title",

  more: "Show {n} more",
  shown: "{shown} of {n} shown",
  count: { one: "1 case, {unread} with something new", other: "{n} cases, {unread} with something new" },
  ageUnit: "Dates of {zone}, age in calendar days. Deadlines as the channel promises.",
  loading: "Opening the list of cases: {n}",
  looking: { one: "Looking for new reports: 1 seal tried", other: "Looking for new reports: {n} seals tried" },
  lookedNothing: "There is no new report.",
  lookedFound: { one: "One new report was opened.", other: "{n} new reports were opened." },
  newCases: { one: "One new case.", other: "{n} new cases." },
  changedCases: { one: "One case changed.", other: "{n} cases changed." },
  alteredHeads: {
    one: "Alarm: one report was changed after it was sealed, and is not shown.",
    other: "Alarm: {n} reports were changed after they were sealed, and are not shown.",
  },
  alteredHeadsAdvice:
    "Tell the other recipients of this channel and the administrator in another way. Your colleagues may still be able to open it.",
  pillProposed: "Removal proposed",
  sameMatter: { one: "One matter: 1 case", other: "One matter: {n} cases" },
  sameMatterShort: { one: "1 case", other: "{n} cases" },
  pillLeaving: "Goes on {day}",
  removedTitle: "Removed by two members",
  removedLine: "removed on {day}: {one} and {two}; {size} MiB came back",
  missingCases: {
    one: "Alarm: one case that you have opened is not shown any more, and nobody has signed its removal.",
    other: "Alarm: {n} cases that you have opened are not shown any more, and nobody has signed their removal.",
  },
  missingCasesAdvice:
    "An older backup may have been restored, or the server withholds them. Tell colleagues and the administrator in another way, not through this service.",
  alteredDiscards: {
    one: "Alarm: one record about removing a case is not genuine.",
    other: "Alarm: {n} records about removing cases are not genuine.",
  },
  alteredDiscardsAdvice:
    "Cases could vanish without two members having agreed. Tell colleagues and the administrator in another way.",
  forNobody: "{n} reports opened for nobody.",
  forNobodyText:
    "Noise, or sealed with keys that no member here has. Each was tried once and is not tried again; they fill the server all the same.",

  emptyTitle: "There is no report yet",
  emptyText: "The channel is ready for reports. Meanwhile, two things make people dare to report.",
  emptyPoster: "Put the address and the roots’ fingerprint where people see them",
  emptyPosterText: "People can make sure that the report page is genuine before they write.",
  emptyTrial: "Send one report as a trial",
  emptyTrialText: "Write “trial” in its title, then open and answer it here. That is how reporters will find it.",
  emptyTrialOpen: "Open the reporter’s page",
  noneFound: "No case matches these filters.",
  noneFoundText: "Filters apply within the view “{view}”.",
};

export const DEADLINES: Translation<typeof id.DEADLINES> = {
  title: "Deadlines",
  today: "Today",
  working: {
    left: { one: "1 working day left", other: "{n} working days left" },
    past: { one: "1 working day late", other: "{n} working days late" },
  },
  calendar: {
    left: { one: "1 calendar day left", other: "{n} calendar days left" },
    past: { one: "1 calendar day late", other: "{n} calendar days late" },
  },
  uncounted: "Public holidays of {years} are not counted.",
};

export const SHORT_CATEGORY_NAMES: Translation<typeof id.SHORT_CATEGORY_NAMES> = {
  "kerugian-keuangan-negara": "State loss",
  suap: "Bribery",
  gratifikasi: "Gratification",
  pemerasan: "Extortion",
  "pungutan-liar": "Levy",
  "penggelapan-jabatan": "Embezzlement",
  "perbuatan-curang": "Fraud",
  "benturan-kepentingan": "Conflict of int.",
  "nepotisme-kolusi": "Nepotism",
  "penyalahgunaan-wewenang": "Abuse",
  "pengadaan-barang-jasa": "Procurement",
  "kode-etik-disiplin": "Ethics",
  "pembalasan-pelapor": "Retaliation",
  "pelayanan-publik": "Service",
  lainnya: "Other",
};

export const VIEW_NAMES: Translation<typeof id.VIEW_NAMES> = {
  open: "All open",
  day: "My day",
  new: "New",
  mine: "Mine",
  nobodys: "Nobody’s",
  late: "Late",
  awaiting: "Waiting for answers",
  done: "Closed",
  leaving: "To be removed",
};

export const NONE_IN_VIEW: Translation<typeof id.NONE_IN_VIEW> = {
  day: "Nothing waits for you today: nothing is urgent, due, or new and nobody’s.",
  mine: "No open case is assigned to you.",
  nobodys: "Every open case is somebody’s.",
  open: "No case is open. All are closed or archived.",
  new: "All reports and messages have been read.",
  late: "No case is past its deadline.",
  awaiting: "No case waits for its reporter.",
  done: "No case is closed or archived yet.",
  leaving: "No case is to be removed.",
};

export const DAY_GROUP_NAMES: Translation<typeof id.DAY_GROUP_NAMES> = {
  urgent: "Urgent",
  due: "Mine: due, or with something new",
  tasks: "Tasks that are due",
  fresh: "New, and nobody’s",
};

export const SAVED_VIEWS: Translation<typeof id.SAVED_VIEWS> = {
  add: "Save this",
  title: "Save this view",
  name: "Name of the view",
  hint: "View, search, filters and order as they are now. Sealed under the key of your vault, and kept in this browser alone.",
  nameMissing: "The name is still empty.",
  remove: "Delete",
  submit: "Save under this name",
  fleeting: "This browser keeps nothing: the view goes with the page.",
};
