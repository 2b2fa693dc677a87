/** What each command says with --help, in Indonesian. */

export const HELP = {
  send: `segel send FILE [--channel ID] [--exclude ID] [--attach BERKAS] [--attach-as-is BERKAS]
segel send --sealed BERKAS

Menyegel laporan dalam FILE dan mengirimnya. FILE berisi JSON: satu laporan, atau larik laporan, dengan isian
{fields}; hanya {required}
yang wajib. "-" berarti masukan standar. Dua belas kata ditampilkan setelah server memastikan penerimaan.

  --channel ID     saluran tujuan (bawaan: yang pertama; lihat: segel directory show)
  --exclude ID     anggota yang tidak boleh membaca; boleh lebih dari satu
  --attach BERKAS  bukti yang menyertai laporan, paling besar 1 GB; boleh lebih dari satu, hanya untuk satu laporan.
                   Data tersembunyi yang dikenal dihapus, dan namanya menjadi lampiran-01.jpg dan seterusnya
  --attach-as-is BERKAS
                   sama, tetapi berkas dan namanya dikirim apa adanya
  --sealed BERKAS  menyerahkan berkas tersegel yang ditulis orang lain dengan segel-lapor.html, tanpa FILE. Isinya
                   tidak dapat dibaca di sini; berkas yang sama tidak tercatat dua kali

Berkas dikirim setelah laporan diterima dan kata-katanya ditampilkan. Jika berkas tidak sampai, kirim kemudian:
segel check --attach BERKAS`,
  check: `segel check [--reply] [--attach BERKAS] [--attach-as-is BERKAS] [--save FOLDER]

Kembali dengan dua belas kata: status laporan, balasan, dan apakah balasan itu asli. Empat huruf pertama tiap kata
cukup. Salah ketik diberitahukan di sini; tidak ada yang dikirim sebelum kata-katanya benar.

  --reply          menulis pesan setelahnya
  --attach BERKAS  mengirim berkas, dengan pesan (--reply) atau tanpa; boleh lebih dari satu. Data tersembunyi yang
                   dikenal dihapus, dan namanya menjadi lampiran-01.jpg dan seterusnya
  --attach-as-is BERKAS
                   sama, tetapi berkas dan namanya dikirim apa adanya
  --save FOLDER    menyimpan berkas yang datang bersama balasan; tidak pernah menimpa yang sudah ada

Masukan standar, bila bukan terminal: baris 1 dua belas kata; sisanya isi pesan (dengan --reply).
Kata-kata tidak pernah diterima sebagai argumen.`,
  read: `segel read list [--urgent] [--mine] [--unassigned] [--assigned NAMA] [--labelled LABEL]
segel read open ID [--all] [--save FOLDER] [--despite-interest]
segel read put-off ID --deadline BATAS --due TANGGAL
segel read profile ID --profile NAMA
segel read receipt ID
segel read answer ID [--attach BERKAS] [--attach-as-is BERKAS]
segel read note ID
segel read assign ID --member NAMA [--reason]
segel read claim ID
segel read give-back ID [--reason]
segel read grant ID --member NAMA
segel read remove ID --member NAMA [--interest JENIS]
segel read leave NAMA
segel read readmit NAMA [--formerly NAMA] [--ended]
segel read label ID [--add LABEL] [--remove LABEL]
segel read state ID --to STATUS [--outcome HASIL]
segel read discard ID
segel read keep ID
segel read judge ID --sheet BERKAS
segel read agree ID
segel read disagree ID
segel read interests
segel read find KATA
segel read link ID --with ID [--relation HUBUNGAN]
segel read task ID [--until TANGGAL] [--for ANGGOTA]
segel read done ID --task TUGAS
segel read enter --source CARA [--received TANGGAL] [--channel ID] [--exclude ID] [--code] [--attach BERKAS]

Pekerjaan anggota: daftar kasus, membuka, membalas Pelapor, mencatat secara internal, mengubah status. "discard"
mengusulkan penghapusan kasus yang sudah diarsipkan, atau menyetujuinya sebagai anggota kedua; salah satu harus
penanggung jawab kasus. Kasus dihapus 30 hari kemudian; "keep" membatalkannya sebelum itu.
"grant" memberi rekan akses ke seluruh kasus; "remove" mengeluarkan seorang pembaca, dengan kunci baru bagi yang lain.
"leave" mengeluarkan anggota yang ditangguhkan atau dikeluarkan dari semua kasus terbuka sekaligus;
"readmit" memberikan kembali kasus terbuka yang dahulu dibacanya kepada rekan yang kembali dengan kunci baru;
dengan --ended juga kasus yang sudah selesai.
Keduanya meminta alasan.
"judge" menyimpan lembar penilaian dari BERKAS JSON: scores, elements, category, summary, plan, recommendation; yang
tidak disebut tetap seperti semula. "agree" dan "disagree" untuk penilai kedua. "task" mencatat tugas.
"find" membaca semua kasus dan mencari isinya, termasuk nama berkas; tidak ada yang disimpan. "link" mencatat bahwa dua
kasus saling terkait, dengan alasannya. "interests" menampilkan kepentingan yang Anda nyatakan di meja kerja; penanggung
jawab kasus melihat juga milik tim.
"enter" menyegel laporan yang masuk dengan cara lain, seperti di meja kerja: untuk pembaca salah satu saluran Anda, dengan
catatan cara masuknya.
ID adalah nomor register (K7QD-4M2P) atau nama acak kasus (UUID).

  --urgent, --mine, --unassigned, --assigned NAMA, --labelled LABEL
                   hanya kasus yang bertanda mendesak, milik Anda, belum ditugaskan, milik anggota itu, berlabel itu
  --member NAMA    nama atau id anggota yang mendapat kasus ini; --reason menanyakan alasannya, wajib bila Anda
                   mengalihkan kasus Anda
  --add, --remove  label kantor sendiri; boleh lebih dari satu
  --all            menampilkan semua pesan Pelapor, berapa pun; tanpa ini yang terbaru (1 MiB)
  --save FOLDER    menyimpan semua berkas kasus ini, dengan SHA-256-nya; tidak pernah menimpa yang sudah ada.
                   Berkas dari orang lain bisa berbahaya: buka hanya di tempat yang aman
  --despite-interest
                   tetap membuka kasus yang menyebut kepentingan Anda; alasannya ditanyakan dan dicatat dalam kasus
  --interest JENIS benturan kepentingan yang dinyatakan: business family affiliation outside-work other,
                   atau named: laporan menyebut anggota itu
  --attach BERKAS  berkas yang menyertai balasan, tanpa data tersembunyi yang dikenal; boleh lebih dari satu
  --attach-as-is BERKAS
                   sama, tetapi berkasnya dikirim apa adanya
  --to STATUS      {states}
  --outcome HASIL  {outcomes}
  --until TANGGAL  batas waktu tugas, misalnya 2026-12-01
  --for ANGGOTA    nama atau ID anggota yang membaca kasus ini; tanpa ini siapa saja
  --with ID        kasus lain
  --relation HUBUNGAN
                   same-matter (bila tidak disebut), related, atau none untuk melepas kaitan
  --task TUGAS     ID tugas, atau awalannya
  --source CARA    cara masuknya laporan: letter (surat) call (telepon) visit (datang) message (pesan) other (lain)
  --received TANGGAL
                   hari diterimanya; tanpa ini hari ini
  --channel ID     salah satu saluran Anda; tanpa ini yang pertama terbuka
  --exclude ID     anggota yang tidak boleh membacanya; boleh lebih dari satu
  --code           mencetak kode dua belas kata, bagi yang ingin kembali; tanpa ini tidak ada yang bisa

Masukan standar, bila bukan terminal: baris 1 nama, baris 2 frasa sandi; untuk "enter" kemudian laporan dalam JSON,
seperti untuk "segel send", boleh dengan "note" di sampingnya (nomor agenda, tempat surat); atau baris 3 unit, baris 4
judul (boleh kosong), lalu isi laporan. Untuk yang lain sisanya teks (answer, note, state,
discard, disagree, task, link, --reason).
Catatan internal tidak pernah ditampilkan kepada Pelapor; balasan dan alasan perubahan status ditampilkan.`,
  directory: `segel directory show
segel directory verify

Daftar resmi yang ditandatangani: saluran, pembacanya, dan siapa yang dapat dikecualikan. "verify" memeriksa tanda
tangan, rantai, dan tanggal, lalu menampilkan sidik kunci akar untuk dicocokkan dengan poster atau melalui telepon.`,
  statement: `segel statement show
segel statement confirm [--suspend ANGGOTA] [--close SALURAN]
segel statement confirm USULAN

Penanggung jawab dan administrator menegaskan, berdua, bahwa daftar resmi masih berlaku. "show" menampilkan apa yang menunggu
tanda tangan, dan "confirm" menandatangani salah satunya, dengan delapan tanda pertama namanya, atau mengusulkan yang baru.
Yang ditangguhkan atau ditutup hanya dapat dibatalkan dengan daftar resmi baru. Perintah ini berjalan juga ketika orang lain
tidak dapat masuk karena sudah 35 hari tidak ada yang ditegaskan.

  --suspend ANGGOTA   dengan nama atau id; boleh beberapa kali
  --close SALURAN     demikian juga

Masukan standar, bila bukan terminal: baris 1 nama, baris 2 frasa sandi.`,
  sealer: `segel sealer BERKAS [--pages FOLDER]

Membuat segel-lapor.html: halaman yang mengunci laporan tanpa jaringan, berisi daftar pembaca yang berlaku sekarang.
Daftar itu diambil dari server dan diperiksa. Dari bangunan dan daftar yang sama selalu didapat berkas yang sama.

  --pages FOLDER   tempat hasil npm run build (bawaan: WEB_DIR, atau dist/web)

Buatlah yang baru setiap bulan: berkas hanya dapat dipakai selama daftarnya berlaku.`,
  "server-key": `segel server-key BERKAS

Menaruh kunci baru di depan isi berkas kunci server (SERVER_KEY_FILE). Sesudah itu server harus dihidupkan kembali, semua
prosesnya sekaligus. Yang dibuat dengan kunci lama tetap dikenali: sesi, kode aplikasi, amplop kosong. Jalankan sebagai
pemilik berkas itu, di mesin tempat berkas itu berada.`,
  "verify-export": `segel verify-export BERKAS [--fingerprint SIDIK]

Memeriksa ZIP yang keluar dari instansi, seperti berkas kasus: bentuknya, sidik tiap isi, tanda tangan pembuatnya, dan daftar
resmi yang memuat pembuat itu. Tidak ada yang dihubungi.

  --fingerprint SIDIK  sidik kunci akar instansi, seperti di posternya; tanpa ini dua belas kata ditampilkan untuk dibandingkan

Yang tidak cocok disebut satu per satu, dan kode keluarnya 1.`,
  "verify-receipt": `segel verify-receipt BARIS

Memeriksa tanda terima yang ditunjukkan seseorang: apakah seorang pemeriksa instansi ini menandatanganinya, dan untuk hari
apa. Baris itu tidak dikirim; hanya daftar resmi yang diambil, dan dipercaya menurut kunci akar Anda (--roots).`,
  figures: `segel figures verify BERKAS [--earlier BERKAS]

Memeriksa berkas angka yang diunduh dari halaman untuk umum: apakah dua anggota instansi ini menandatanganinya, dan tidak ada
yang hilang atau ditukar. Tidak ada yang dihubungi; kepercayaan bersandar pada kunci akar Anda (--roots).

  --earlier BERKAS  berkas yang diunduh dahulu: semua angkanya harus masih ada dan tidak berubah`,
  audit: `segel audit export BERKAS
segel audit checkpoint BERKAS
segel audit accept
segel audit verify BERKAS [--checkpoint BERKAS] [--fingerprint KATA] [--key KUNCI]

"export" menyimpan jejak audit sebagaimana diperlihatkan kepada anggota ini, lalu memeriksanya; "checkpoint" menyimpan titik
periksanya saja, untuk disimpan pihak luar. Berkas yang sudah ada tidak pernah diganti. "accept" menerima jejak yang ada
sekarang sebagai ganti yang pernah dilihat perangkat ini: hanya setelah administrator menjelaskannya melalui jalur lain,
misalnya karena cadangan dipulihkan. Masukan standar, jika bukan terminal: nama pengguna, lalu frasa sandi.

"verify" memeriksa jejak audit yang diekspor, tanpa server: setiap tindakan ditandatangani orang yang disebut, tidak ada yang
diubah, dihapus, dipindahkan, atau dipotong, dan daftar resmi serta penegasannya ditandatangani pemegang kunci akar dan
penanggung jawab. Jika tidak utuh, entri pertama yang tidak benar disebut.

  --checkpoint BERKAS  titik periksa yang disimpan, jejak audit dari dulu, atau berkas kasus (ZIP) yang memuatnya: jejak ini
                       harus diawali olehnya
  --fingerprint KATA   dua belas kata dari poster, di antara tanda kutip, atau sidik dalam heksadesimal
  --key KUNCI          kunci jejak, jika Anda mengetahuinya`,
  root: `segel root new --out BERKAS
segel root show PERMINTAAN
segel root sign PERMINTAAN --out BERKAS
segel root join PERMINTAAN TANDA-TANGAN [TANDA-TANGAN …] --out BERKAS

Kunci akar, di komputer tanpa jaringan; halaman kunci (segel-kunci.html) melakukan hal yang sama. "new" membuat satu: 24 kata
ditampilkan sekali, dua di antaranya ditanyakan, dan bagian yang boleh diketahui umum ditulis ke BERKAS. "show" mengatakan apa
yang diubah sebuah permintaan, dan baris dua belas katanya. "sign" mengatakan hal yang sama, meminta 24 kata, dan menulis
tanda tangannya ke BERKAS. "join" menggabungkan tanda tangan menjadi daftar yang sah. Tidak ada yang menghubungi server; berkas
yang sudah ada tidak pernah diganti.

Kata-kata hanya diminta dan ditampilkan di terminal. Masukan standar, bila bukan terminal: satu baris satu jawaban.`,
  recovery: `segel recovery split [--needed K] [--of N] --out BERKAS
segel recovery check BERKAS [--out BERKAS]
segel recovery give BERKAS [--lock] --out BERKAS
segel recovery again BERKAS ... --out BERKAS

Kunci pemulihan, di komputer tanpa jaringan; halaman kunci (segel-kunci.html) melakukan hal yang sama. "split" membuat satu:
lembar setiap kustodian dan gembok para pemegang kunci akar ditampilkan satu per satu, dua kata dari masing-masing
ditanyakan, dan bagian yang boleh diketahui umum ditulis ke BERKAS. "check" meminta lembar yang diperlukan dan gemboknya, lalu
menjawab ya atau tidak dan tidak lebih; BERKAS adalah yang ditulis "split", permintaan yang memuat kuncinya, atau pertanyaan
dari meja kerja: jawabannya, yang membuktikan latihan, lalu ditulis ke --out. "give" menyegel lembar satu kustodian, atau
gembok, hanya untuk anggota yang panggilannya ada di BERKAS: samakan dua belas kata dengan orang itu sebelum mengetik. "again",
bagi kantor yang tidak seorang pun dapat masuk lagi, menyusun permintaan untuk daftar yang hanya memuat mereka yang berkas
kunci barunya diberikan; daftar yang berlaku ditanyakan kepada server.

  --needed K       sekian lembar kustodian membukanya, bersama gembok (bawaan: 2)
  --of N           sekian kustodian (bawaan: 3)
  --lock           serahkan gembok para pemegang kunci akar, bukan lembar kustodian

Kata-kata hanya diminta dan ditampilkan di terminal. Masukan standar, bila bukan terminal: satu baris satu jawaban.`,
  office: `segel office new FOLDER --origin URL [--onion URL] [--port N] [--database URL]
segel office start FOLDER
segel office code FOLDER
segel office pages FOLDER
segel office pages [--keys FOLDER] [--pages FOLDER]

Pemasangan instansi di satu komputer. "new" membuat foldernya: pengaturan, kunci server, dan halaman untuk mendirikan instansi;
basis data ikut serta kecuali disebut yang lain. "start" menjalankan semuanya sampai diminta berhenti, dan menampilkan kode
pendirian saat pertama dinyalakan. "code" membuat kode lain bila yang pertama hilang; pendiri yang lama tidak lagi menjadi
pendiri. "pages" mengambil daftar resmi dari server, memeriksanya, memasukkan kunci akar dan instansi ke dalam halaman, lalu
menampilkan sidiknya: cocokkan dengan poster. Tanpa FOLDER untuk server di dalam kontainer, yang kunci dan halamannya ada di
sini; ORIGIN menyebut alamat-alamatnya. TLS dan onion diurus proksi dan Tor (docs/operations/from-nothing.md).

  --origin URL     alamat untuk semua orang, https; untuk "pages" tanpa FOLDER: alamat server dari komputer ini
  --onion URL      alamat di Tor, http://….onion
  --port N         porta di komputer ini (bawaan: 8080)
  --database URL   PostgreSQL sendiri, dengan peran yang tidak memiliki tabel; kata sandinya ditulis di FOLDER/settings
  --keys FOLDER    tempat roots.json, directory.json, dan office.json (bawaan: KEYS_DIR, atau keys)
  --pages FOLDER   tempat halaman (bawaan: WEB_DIR, atau dist/web)`,
  demo: `npm run -s demo -- FILE [--attach FOLDER] [--origin URL]

Memainkan seluruh cerita untuk setiap laporan dalam FILE: menyegel, mengirim, membuka, membandingkan, mengubah status,
membalas, kembali dengan dua belas kata, menulis lagi. Tanpa --origin dengan server sendiri yang bersifat sementara;
dengan --origin sebagai anggota peragaan dari SEGEL_DATA, atau dengan nama dan frasa sandi dari masukan standar.

  --attach FOLDER  setiap berkas di dalamnya menyertai setiap laporan, dan dicocokkan dengan SHA-256`,
} as const;

/** Below each of them */
export const COMMON_HELP = `Pilihan bersama:
  --origin URL     alamat layanan (bawaan: http://127.0.0.1:8080)
  --roots FILE     kunci akar yang Anda percayai (bawaan: KEYS_DIR/roots.json, lalu milik peragaan)
  --language {languages} bahasa (bawaan: menurut LANG, atau id)
  --json           hasil untuk program lain
  --help           keterangan ini

Kode keluar: 0 selesai, 1 ditolak atau gagal, 2 salah pakai.`;
