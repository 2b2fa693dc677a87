/** What is said of a report that a member has entered, in Indonesian. */
/** On a case that a member has entered, and where one begins to. */
export const ENTERED = {
  open: "Catat laporan masuk",
  entered: "Dicatat oleh anggota",
  enteredBy: "{way}, diterima {day}, dicatat oleh {name}",
  withCode: "Orang yang melapor menerima kode dua belas kata.",
  withoutCode: "Tidak ada kode: balasan tidak akan terbaca oleh siapa pun.",
  title: "Catat laporan yang datang dengan cara lain",
} as const;
