/** What the desk says of failures besides src/words/failures, in Indonesian: what is still there, and what only a page knows. */
import type { ToldIn } from "../../../../../words/told.ts";

const SHORTER = { advice: "Tulisan Anda masih ada. Mohon dipersingkat." } as const;

export const OWN = {
  api: {
    "too-large": SHORTER,
    unreachable: { advice: "Yang Anda tulis masih ada di halaman ini. Periksa sambungan, lalu coba lagi." },
  },
  directory: {
    "client-too-old": {
      happened: "Halaman ini terlalu lama untuk daftar resmi itu.",
      advice: "Mohon muat ulang halaman ini.",
    },
  },
  crypto: { "too-long": SHORTER },
  refusal: {
    findings: { advice: "Tulisan Anda masih ada." },
    alarm: { advice: "Tulisan Anda masih ada. Bacalah tanda bahayanya di atas percakapan." },
  },
} as const;

export const PAGE_FAILURES = {
  unforeseen: {
    happened: "Terjadi kesalahan yang tidak terduga di halaman ini.",
    advice: "Mohon coba lagi. Jika terulang, beri tahu administrator.",
  },
  "not-loaded": {
    happened: "Sebagian halaman ini tidak termuat.",
    advice: "Periksa sambungan, lalu coba lagi.",
  },
  "vault-gone": {
    happened: "Brankas di halaman ini berhenti bekerja.",
    advice: "Tidak ada yang hilang di server. Salin tulisan yang belum terkirim, lalu kunci brankas dan masuk kembali.",
  },
  "not-saved": {
    happened: "Berkas tidak dapat ditulis di perangkat ini.",
    advice: "Tidak ada yang disimpan. Periksa ruang dan izin di tempat itu, lalu coba lagi.",
  },
  "no-passkey": {
    happened: "Passkey tidak diberikan.",
    advice: "Permintaan dibatalkan, atau passkey itu tidak ada di perangkat ini. Enam kata tetap membuka brankas.",
  },
  "memory-unreadable": {
    happened: "Catatan perangkat ini tentang daftar resmi tidak dapat dibaca.",
    advice: "Jika Anda yakin tidak ada yang mengubahnya, hapus catatan itu; sesudahnya perangkat ini dianggap baru.",
  },
} as const satisfies Readonly<Record<string, ToldIn>>;

export const FAILURE_WORDS = {
  retrying: "Sedang dicoba lagi secara otomatis.",
  textEmpty: "Tulisan masih kosong.",
  textTooLong: "Tulisan terlalu panjang: {actual} karakter; batasnya {limit}.",
  textTooManyBytes: "Tulisan terlalu panjang setelah disandikan: {actual} bita; batasnya {limit}.",
} as const;
