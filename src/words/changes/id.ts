/** Indonesian: what a request to the holders of the root keys changes, a sentence each. */

export const CHANGES = {
  dates: "Daftar ini berlaku dari {from} sampai {until}.",
  "minimum-client": "Program yang lebih lama dari versi {now} tidak dapat dipakai lagi (sebelumnya {before}).",
  stewards:
    "Daftar resmi harus ditegaskan masih berlaku oleh {n} penanggung jawab atau administrator (sebelumnya {before}).",
  "root-comes": "Kunci akar baru ikut menandatangani.",
  "root-goes": "Kunci akar ini tidak berlaku lagi.",
  "roots-needed": "Sesudah ini, {n} dari {of} kunci akar harus menandatangani daftar.",
  "recovery-comes":
    "Ada kunci pemulihan. Ia terbuka dengan {n} dari {of} bagian kustodian bersama gembok (tanda bagian: {shares}).",
  "recovery-replaced":
    "Kunci pemulihan diganti. Yang baru terbuka dengan {n} dari {of} bagian kustodian bersama gembok (tanda bagian: {shares}).",
  "recovery-split-anew":
    "Kunci pemulihan tetap, tetapi dibagi lagi: {n} dari {of} bagian kustodian (tanda bagian: {shares}).",
  "recovery-proved-by": "Bahwa kunci pemulihan pernah dirangkai dibuktikan dengan kunci tersendiri (tanda: {mark}).",
  "recovery-proved-by-nothing": "Tidak dapat dibuktikan lagi bahwa kunci pemulihan pernah dirangkai.",
  "recovery-goes": "Tidak ada kunci pemulihan lagi.",
  "member-comes": "{names} masuk sebagai {roles}, berlaku dari {from} sampai {until} (nomor {id}).",
  "member-replaces":
    "{names} adalah orang yang sama dengan {former} (nomor {id}), yang kuncinya hilang, dan menggantikannya.",
  "member-goes": "{names} dikeluarkan.",
  "member-returns": "{names}, yang sudah dikeluarkan, diterima kembali.",
  "member-names": "Nama {before} menjadi {names}.",
  "member-roles": "Peran {names} menjadi {roles} (sebelumnya {before}).",
  "member-signing-key":
    "{names} mendapat kunci baru untuk menandatangani. Kunci sebelumnya tidak berlaku lagi, kecuali untuk yang sudah ditandatanganinya sampai sekarang.",
  "member-sealing-key":
    "{names} mendapat kunci baru untuk membuka laporan. Laporan baru disegel untuk kunci itu, tidak lagi untuk kunci sebelumnya.",
  "member-loses-sealing-key": "{names} tidak dapat lagi membuka laporan.",
  "member-valid": "{names} berlaku dari {from} sampai {until}.",
  "channel-comes": "Ada saluran baru: {channel} (nomor {id}).",
  "channel-goes": "Saluran {channel} ditutup.",
  "channel-names": "Nama saluran {before} menjadi {channel}.",
  "readers-come": "Laporan di saluran {channel} dapat dibaca juga oleh {people}. Sesudah ini pembacanya: {all}.",
  "readers-go": "Laporan baru di saluran {channel} tidak lagi dibaca oleh {people}. Sesudah ini pembacanya: {all}.",
  "custodians-come":
    "Identitas yang dititipkan di saluran {channel} dijaga juga oleh {people}. Sesudah ini kustodiannya: {all}.",
  "custodians-go":
    "Identitas yang dititipkan di saluran {channel} tidak lagi dijaga oleh {people}. Sesudah ini kustodiannya: {all}.",
  "recovery-reads": "Kunci pemulihan dapat membuka laporan di saluran {channel}.",
  "recovery-does-not-read": "Kunci pemulihan tidak dapat membuka laporan di saluran {channel}.",
  slots: "Tempat pembaca sebuah laporan di saluran {channel}: {n} (sebelumnya {before}).",
  "identity-slots": "Tempat kustodian sebuah identitas di saluran {channel}: {n} (sebelumnya {before}).",
  "excludable-come": "Pelapor di saluran {channel} boleh mengecualikan {people}. Yang boleh dikecualikan: {all}.",
  "excludable-go":
    "Pelapor di saluran {channel} tidak boleh lagi mengecualikan {people}. Yang boleh dikecualikan: {all}.",
  deadlines: "Batas waktu di saluran {channel} mengikuti aturan “{now}” (sebelumnya “{before}”).",
};

export const NOBODY = "tidak seorang pun";
export const NOTHING_BEFORE = "tidak ada";

export const KEY_USES = {
  signing: "kunci tanda tangan",
  sealing: "kunci pembuka laporan",
  root: "kunci akar",
  recovery: "kunci pemulihan",
};

/** Why a ceremony does not go on. */
export const CEREMONY_FAILURES = {
  malformed: "Berkas ini bukan berkas yang diharapkan, atau rusak di jalan. Mohon salin sekali lagi dari asalnya.",
  "before-not-signed":
    "Permintaan ini bersandar pada daftar yang tidak ditandatangani cukup kunci akarnya. Jangan ditandatangani; tanyakan dari mana berkas ini.",
  "does-not-follow":
    "Permintaan ini bukan lanjutan dari daftar yang menjadi sandarannya. Jangan ditandatangani; mintalah permintaan yang baru.",
  "changes-nothing": "Permintaan ini tidak mengubah apa pun. Tidak ada yang perlu ditandatangani.",
  unsayable:
    "Permintaan ini mengubah lebih banyak daripada yang dapat dikatakan dalam kalimat. Jangan ditandatangani; permintaan yang jujur tidak memerlukannya.",
  "no-root-here":
    "Kata-kata ini benar, tetapi bukan kunci akar dari permintaan ini. Mungkin itu kata-kata gembok, atau lembar lain.",
  "other-request": "Tanda tangan ini untuk permintaan lain.",
  "bad-signature": "Tanda tangan ini tidak benar, atau bukan dari kunci akar permintaan ini.",
  "too-few-signatures": "Tanda tangannya belum cukup.",
  "mixed-ceremonies":
    "Lembar ini dari pembagian lain daripada lembar sebelumnya. Samakan nomor pembagian di lembar-lembarnya.",
  "repeated-share": "Lembar ini sudah diketik. Diperlukan lembar milik kustodian lain.",
  "other-recovery": "Lembar ini bukan bagian dari kunci pemulihan ini.",
  "older-recovery":
    "Kunci pemulihan ini dibagi oleh versi terdahulu: kunci ini membuka laporan, tetapi tidak dapat membuktikan latihan. Buat dan bagilah yang baru.",
  "other-call":
    "Berkas ini bukan untuk Anda, atau untuk kunci pemulihan lain. Berkas harus dibuat dari permintaan yang Anda serahkan sekarang.",
  "too-few-shares": "Lembarnya belum cukup.",
  "wrong-lock": "Semua lembar benar, tetapi gembok ini bukan gembok kunci pemulihan ini.",
};
