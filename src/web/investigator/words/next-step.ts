/** Sentences of the next step and of changing the state. */
import type { State } from "../../../protocol/casework.ts";
import type { Words, WordsFor } from "../parts/speech.ts";

export const NEXT_STEP = {
  title: ["Langkah berikutnya", "Next step"],
  other: ["Langkah lain", "Other step"],
  answer: ["Tulis balasan", "Write an answer"],
  askAgain: ["Tanya lagi", "Ask again"],

  alarm: [
    "Jangan menulis dahulu. Ada tanda bahaya di atas percakapan; bacalah dan ikuti sarannya.",
    "Do not write yet. There is an alarm above the conversation; read it and follow its advice.",
  ],
  received: [
    "Laporan baru. Bacalah, lalu mulai verifikasi kelengkapan dan kewenangan.",
    "A new report. Read it, then start to verify completeness and remit.",
  ],
  verifying: [
    "Jika unsur dan kewenangan sudah jelas, mulai penelaahan. Jika belum, tanyakan kepada Pelapor.",
    "If facts and remit are clear, start the review. If not, ask the reporter.",
  ],
  awaitingUnseen: [
    "Belum ada jawaban, dan belum ada bukti bahwa pertanyaan sudah dilihat Pelapor.",
    "There is no answer yet, and no proof that the reporter has seen the question.",
  ],
  awaitingSeen: [
    "Pertanyaan sudah dilihat Pelapor, tetapi belum dijawab.",
    "The reporter has seen the question and has not answered yet.",
  ],
  awaitingAnswered: [
    "Pelapor sudah menjawab. Bacalah, lalu lanjutkan penelaahan.",
    "The reporter has answered. Read it, then go on with the review.",
  ],
  reviewing: [
    "Jika telaah menunjukkan dugaan yang dapat diuji, mulai pemeriksaan.",
    "If the review shows an allegation that can be tested, start the investigation.",
  ],
  investigating: [
    "Jika pemeriksaan sudah tuntas, tutup kasus dengan hasilnya.",
    "When the investigation is complete, close the case with its outcome.",
  ],
  referred: [
    "Jika instansi penerima sudah memberi kabar, tutup kasus dengan hasilnya.",
    "When the receiving body has replied, close the case with its outcome.",
  ],
  unanswered: ["Pesan terakhir Pelapor belum dijawab.", "The reporter’s last message has no answer yet."],
  withdrawn: [
    "Pelapor mencabut laporan. Pencabutan tidak menghapus apa pun: Anda yang memutuskan.",
    "The reporter withdrew the report. That deletes nothing: you decide.",
  ],
  wroteAfterEnd: [
    "Pelapor menulis lagi setelah kasus ini berakhir. Bacalah, lalu putuskan apakah dibuka kembali.",
    "The reporter wrote again after this case ended. Read it, then decide whether to reopen it.",
  ],
  closed: ["Kasus selesai. Tidak ada yang perlu dilakukan.", "The case is closed. There is nothing to do."],
  archived: [
    "Kasus diarsipkan. Dapat dibuka kembali bila ada keterangan baru.",
    "The case is archived. It can be reopened when there is something new.",
  ],

  moveTitle: ["Ubah status", "Change the state"],
  moveTo: ["Status baru", "New state"],
  outcome: ["Hasil", "Outcome"],
  outcomeChoose: ["Pilih hasil", "Choose an outcome"],
  required: ["(wajib)", "(required)"],
  optional: ["(boleh dikosongkan)", "(may be left empty)"],
  textLabel: ["Penjelasan untuk Pelapor", "Explanation for the reporter"],
  reasonLabel: ["Alasan untuk Pelapor", "Reason for the reporter"],
  questionLabel: ["Pertanyaan untuk Pelapor", "Question for the reporter"],
  textHint: [
    "Pelapor membaca status baru dan tulisan ini. Jangan menyebut nama pegawai.",
    "The reporter reads the new state and this text. Do not name staff.",
  ],
  submitting: ["Mengunci dan mengirim …", "Locking and sending …"],
  cancel: ["Batal", "Cancel"],
  moved: ["Status diubah menjadi {state}.", "The state is now: {state}."],
  outcomeMissing: ["Hasil belum dipilih.", "No outcome is chosen."],
  reasonMissing: ["Alasan masih kosong. Satu kalimat sudah cukup.", "The reason is empty. One sentence is enough."],
  moveConflict: ["Rekan Anda lebih dahulu mengubah kasus ini.", "A colleague changed this case first."],
} as const satisfies Record<string, Words>;

/** The button that moves a case: verb and object. */
export const MOVE_VERBS: WordsFor<State> = {
  received: ["Ubah ke Diterima", "Change to Received"],
  verifying: ["Mulai verifikasi", "Start verification"],
  awaiting_reporter: ["Minta keterangan Pelapor", "Ask the reporter"],
  reviewing: ["Ubah ke Dalam penelaahan", "Change to Under review"],
  investigating: ["Mulai pemeriksaan", "Start the investigation"],
  referred: ["Ubah ke Dilimpahkan", "Change to Referred"],
  closed: ["Tutup dengan hasil", "Close with an outcome"],
  archived: ["Arsipkan dengan alasan", "Archive with a reason"],
};
