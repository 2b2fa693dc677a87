/** What is said where cases are assigned, labelled and archived, in Indonesian. */

/** Several cases at once. */
export const MANY = {
  title: "Kasus yang dipilih",
  picked: "{n} kasus dipilih",
  pickAll: "Pilih semua {n}",
  clear: "Batalkan pilihan",
  claim: "Ambil",
  assign: "Tugaskan …",
  label: "Label …",
  archive: "Arsipkan …",
  stop: "Berhenti setelah kasus ini",
  progress: "{what}: {done} dari {of}",
  doing: { assign: "Menugaskan", label: "Memberi label", archive: "Mengarsipkan", undo: "Mengurungkan" },
  done: {
    assign: "{n} kasus ditugaskan.",
    label: "Label {n} kasus disimpan.",
    archive: "{n} kasus diarsipkan.",
    undo: "{n} kasus dikembalikan seperti semula.",
  },
  archivedHint:
    "Alasannya sudah dapat dibaca Pelapor. Yang keliru tidak dapat ditarik, tetapi kasus dapat dibuka kembali.",
  failed: "Tidak berhasil untuk {n} kasus, yang lain tidak terganggu:",
  undo: "Urungkan {n} kasus",
} as const;

/** Whose a case is, and how much each has to do. */
export const ASSIGNING = {
  title: "Tugaskan {n} kasus",
  titleOne: "Tugaskan “{title}”",
  to: "Kepada",
  memberHint:
    "Anda dapat mengambil kasus yang belum ditugaskan, dan mengembalikan atau mengalihkan kasus Anda. Selebihnya ditugaskan oleh penanggung jawab kasus.",
  reason: "Alasan (boleh dikosongkan)",
  reasonMust: "Alasan (wajib, karena Anda mengalihkan kasus Anda)",
  reasonHint: "Dibaca rekan yang dapat membuka kasus ini. Tidak pernah terlihat oleh Pelapor.",
  noneAllowed: "Kasus ini sudah menjadi tugas rekan lain; hanya penanggung jawab kasus yang dapat mengalihkannya.",
  choose: "Belum ada yang dipilih.",
  reasonNeeded: "Mengalihkan kasus memerlukan alasan.",
  submit: "Tugaskan",
  submitNobody: "Kembalikan",
  loadOpen: "{n} terbuka",
  loadLate: "{n} terlambat",
  loadUrgent: "{n} mendesak",
  loadsHint: "Dihitung di perangkat ini, dari kasus yang dapat Anda buka.",
  columnOpen: "Terbuka",
  columnLate: "Terlambat",
  columnUrgent: "Mendesak",
} as const;

/** The office's own words for a case. */
export const LABELLING = {
  title: "Label untuk {n} kasus",
  known: "Label",
  none: "Belum ada label. Tulis yang pertama di bawah.",
  having: "{n} dari {of}",
  add: "Label baru",
  addHint: "Paling banyak {n} huruf. Hanya terlihat oleh rekan yang membaca kasus, tidak oleh Pelapor.",
  addSubmit: "Tambah",
  submit: "Simpan label",
} as const;

/** Into the archive, several at once. */
export const ARCHIVING = {
  title: "Arsipkan {n} kasus",
  goesTo: "Status baru dan alasannya disampaikan kepada {n} Pelapor.",
  noWayBack: "Setelah itu tidak dapat ditarik kembali.",
  others: "{n} kasus yang dipilih tidak dapat diarsipkan dari statusnya sekarang, dan tidak diubah.",
  reasonMissing: "Alasan untuk kasus ini masih kosong.",
  missing: "Alasan untuk {n} kasus masih kosong.",
  sure: "Saya mengerti bahwa {n} Pelapor akan membacanya.",
  notSure: "Mohon beri tanda bahwa Anda mengerti.",
  submit: "Arsipkan {n} kasus",
} as const;
