/** Indonesian: what members do, as the audit trail names it. */
import type { ActName } from "../../protocol/audit/acts.ts";

export const ACT_NAMES = {
  "open-cases": "Membuka kasus",
  message: "Menulis dalam kasus",
  "discard-step": "Usul, persetujuan, atau pembatalan pembuangan kasus",
  epoch: "Mengganti kunci kasus atau mengeluarkan pembaca",
  grant: "Memberi kasus kepada rekan",
  "change-vault-keys": "Mengganti kunci di brankas sendiri",
  "add-code": "Menambah faktor kedua: kode",
  "add-passkey": "Menambah faktor kedua: passkey",
  "remove-factor": "Menghapus faktor kedua",
  "ask-factor-reset": "Meminta faktor kedua rekan dihapus",
  "stop-factor-reset": "Menghentikan penghapusan faktor kedua sendiri",
  "declare-interests": "Menyatakan kepentingan sendiri",
  "wish-roles": "Mengusulkan peran anggota",
  "sign-entry": "Menandatangani data diri di daftar resmi",
  "record-recovery": "Mencatat pemakaian kunci pemulihan",
  "publish-directory": "Menerbitkan daftar resmi",
  "state-directory": "Menegaskan atau menangguhkan dalam daftar resmi",
  "open-office": "Membuka kantor untuk umum",
  "decide-document": "Menetapkan keputusan kantor",
  "propose-figures": "Menyiapkan angka untuk diterbitkan",
  "publish-figures": "Menerbitkan angka",
  "drop-figures": "Menarik angka yang menunggu",
} as const satisfies Readonly<Record<ActName, string>>;
