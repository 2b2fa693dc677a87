/**
 * The Indonesian words of case tokens: 2,048 everyday roots, written for this project. A word stands for its place in
 * the list, so neither a word nor the order may ever change; the rules the words keep are in the test of this list.
 */
export const INDONESIAN: readonly string[] = `
  abadi abdi abjad abon abrasi absah acap acara adab adat adegan adem adopsi aduhai aduk agar agraris agustus ahli ajaib
  ajang akademi akasia akibat akik akrab akrobat aksara aksen aktor aktris aktual akur akustik alamat alhasil alir
  aljabar alkisah almanak alot alpa alumni alun aman amarah ambang ambil ambruk ambyar ampas ampela amplas ampun ancang
  andai andewi andil andong aneh aneka angan anggrek angin angkasa angsur anjlok anjur anoa antara anyam anyelir anyir
  apabila apalagi apel apit apung arah arisan arloji armada aroma arsitek arus arwana asam asbak asbes asin asisten
  asmara aspal asrama asri asuh asumsi atau atensi atlas atletik atraksi atribut aula aurora awas awet ayak ayun babat
  bablas baca bacem badai bagasi bahagia bahkan bahtera bahwa bait bajigur baju bakau bakiak bakmi bakpia bakteri bakul
  bakwan balik balkon balut bandara bangkit banjir banting banyak bapak barang barbel baris barter basah batagor batin
  batok batu baur bawal bayar bayi beban bebek becek bedah bedeng begonia bejana bekatul bekel bekicot beku belanga
  belukar bemo benalu bendera bengkok benih bensin benteng benua beranda bercak beres berisik berkas berlian bernas
  bersih beruang besar besi beskap besok betapa betet betina beton betul biang biar biawak biaya bibit bidara bidik
  biduan bihun bijak biji bikin bilah bimbang binatu bincang bingkis bintang bioskop biru bisa bisbol bising biskuit
  bisnis bison bistik blekok blender blokir bobot bobrok bocah bohlam bokor bola boleh boling bolu bonang bonceng
  bongkah bonsai bopong boros bosan botani botol brosur buas bubar bubut budaya bugar buih bujang bujuk bukan buket
  bukit bulat buletin bulir bumbu bumi bumper buncis bunglon buntu bunyi buram buritan buruh busana busur butir buyut
  cabang cabut cacah cacing cadas cadik cagak cahaya cair cakap cakram calung camar cambah cangkir cantik caplok cari
  catur cawan cebur cecap cecer cegah cekatan cekcok cekung celana celoteh celup cemara cemburu cemong cempaka cendana
  cengir cepat ceplok cepol ceramah cercah cerdik cerita cermin cerna ceroboh cerutu cetok cetus cewek ciap cibir cicip
  cikar cilik cincau ciprat cipta ciut coba colek copot corong coto cowok cuaca cubit cucak cucu cuek cuka cukil cukur
  cuma cungkil cuplik curah cuti daerah dagel daging dahaga dahlia dahulu dakon dalam dalih damba danau dandan dansa
  dapat dapur darat darurat dasar dasi daster datang daun dawai dawet daya dayung debit debur dedak degup deham dekap
  dekor delman delta dempul denah dendeng dengkur derajat derek dermaga deru desain detik dewasa didih digdaya dikte
  dimensi dinamo dinding dingin diorama dipan diploma dirigen diskon doang dobel dobrak dodol dokar dokter dolar domino
  dompet dongeng dorong dosis doyan duduk duet dugong dukuh dulang dulu dunia durasi dusun duta eboni edar edisi edukasi
  egrang ekologi ekonomi eksis ekspor ekstra ekuator elak elang elastis elektro elips elus emas ember embik embun emosi
  empat emping emprit empuk enam encer endap endus enggan engkau engsel entah epik epilog erat esai esensi etalase
  etiket gabus gadis gado gaduh gagas gaharu gajah galeri gali galon gamang gambut gamping gandum ganggu ganjil ganteng
  ganyong gapai gaplek gapura garpu garuk gasal gasing gaul gawat gaya gayung gebrak gebyar gedung gegap geger gejala
  gejolak gelatik gelegar gelisah gelung gemar gembala gemetar gempa gemuruh genang gencar gendong genggam genjer
  geologi gepeng gerabah gerbong gergaji gerhana gerimis gerobak gertak gerus gesek gesit gesper getah getir getol getuk
  giat gigil gilas giling gimbal gincu ginseng giok gitar giwang glukosa gobak godam godok golek gondola gong goni
  gontai gopoh goreng gosip gosong gowes goyah gradasi gram gratis grogi grosir gubris guci gudang gugah gugus gulana
  gulita gulma gumam gumpal gumul guna gundah gunting gunung gurau gurih gurun gusar guyon guyub hadap hadiah halaman
  halimun halma halo halte haluan hambur hampar hancur hangus hanyut hapus harap harimau harkat harmoni harpa harta
  harum hasil haus hawa hebat heboh helai hemat hendak hening henti heran herba herder hewan hias hibrida hibur hidang
  hidran hidup hijau hikayat hikmah hilang hilir himpun hindar hinggap hiruk hitam hitung hobi hore hormat horor hubung
  hujan hulu humus huni hutan ibarat ibunda idiom idola igau ijuk ikal iklan iklim ikon ikrar ikut ilalang ilmiah ilmu
  ilusi imbas imbuh imut inap incar indah ingat ingkar ingsut injak inti intro ipar irama irigasi iring iris irit isak
  istana istilah istri itik iuran jabrik jadi jadwal jago jahe jahit jaipong jajar jaket jala jalin jalur jambore jamu
  jangkar janji jantan januari jarak jaring jarum jati jatuh jawab jebol jeda jejal jejer jelajah jelek jelita jelma
  jelujur jemawa jempol jemur jenaka jendela jengger jenius jenjang jentik jenuh jepit jepret jerapah jerit jernih jeruk
  jilid jinak jingga jinjing jintan jiplak jitu jiwa jodoh joget joglo joki jongkok joran jual juara jubah judo judul
  juga jukung juli jumat jumbo jumlah junjung juntai jurang jurnal juru kabel kabin kabut kacang kadar kado kaget kagum
  kail kaisar kaji kakao kakek kaktus kaku kalah kaldu kaleng kalimat kalkun kalori kalsium kambing kamera kamis kampung
  kamus kanan kancil kandang kanopi kantin kapas kapri kapsul kapten kapuk karaoke karbon karcis kardus karena karib
  karpet kartu karung karya kasau kaset kasih kasti kasur katalog kates katrol katun kawat kayuh kebaya kebun kecapi
  kecewa kecil kecrek kecut kedai kedip kejar keju kekal kelambu keledai kelinci kelopak keluar kemarin kembung kemeja
  kemiri kempes kemudi kenari kencan kendali kenikir kenop kental kenur kenyang keok keong kepang keping kepul kerabat
  kerbau kereta keripik kerja kerlip keropos kersen kertas kerucut kesan kesemek kesima kesumba ketat ketela ketika
  ketupat kian kibas kicau kidal kijang kikis kikuk kilat kilo kimia kimono kincir kinerja kini kios kiper kiprah kirab
  kirim kisah kismis kisruh kita klaim klakson klasik klik klinik klise klop klub knalpot koala kobar koboi kobra kodi
  kodok kodrat kokpit kolase koleksi kolibri kolom koma komedi komik kompor kondisi konon konser kontan konyol kopilot
  kopling koprol kopyor koral korek koridor kornet kosmos kosong kostum kotak kotor koyak koyo krayon kreasi kredit
  kremes kresek kriket krim kristal kritik kriya kroket kroto kuaci kuadrat kuah kualat kuartet kubik kubus kucai kucek
  kucing kucur kudapan kuis kulak kuliner kulkas kumal kumbang kumpul kumuh kunang kuncup kunjung kuno kuntum kunyah
  kuota kupluk kupon kupu kuras kurcaci kurir kurma kursus kurun kusam kusen kusir kuskus kusut kutip kutub kuyup laba
  labirin labuh ladam laguna lahan lahir lain lajur lakban laki lakmus laksa lalap lambai lamtoro lamun lancar landak
  lanjut lantai lapang lapis laras laron larut laser latar lauk lawak layan layu lebar lebih lecet leci leding legit
  legong lekang lekuk lelah lele leluasa lemari lembek lempar lemuru lencana lenong lentera lenyap lepas lepek lerai
  lereng lesat lesehan lesung letak letih letup lewat leyeh libat libur licin lidi liga lihai lilit limau limpah linang
  lincah lindung linen linggis linier lintas linu lipat lipstik lirik lisan liter liuk liwet loak lodeh logam logo loji
  lokasi loket lolos lomba lompat loncat lonjong lontar loper losmen loteng lotus lowong luang luap luar lubuk ludes
  ludo ludruk lugas luhur lukis luku lumayan lumer lumpur lumrah lumut lunglai luntur lupa luput lurik lurus lusin lusuh
  lutung luwes macam macet maestro magang magenta magma mahal mahir mahkota mahoni majas majemuk majikan makalah makin
  maklum makmur makna makro maksud malah maleo malu mamalia mampir mamut manis manja mantel manyar mapan maraton maret
  marlin marmer mars martil marun masa masinis masuk matoa mayur mebel meja mekanik melar melulu memang menara mendung
  menit mepet merak merbau merdu mereka merpati mertua mesin meski mesra meter metode mewah migrasi mika mikroba milik
  mimpi minat mineral minggu minta minyak mirip misal misi mitos mitra modal modul mohon molekul momong moncong mondar
  monorel monumen mosaik motel motret moyang muara muat muda mudik muhibah mujair mujur mulai mulia muluk mumpung muncul
  mundur mungkin mural murbei murid murka murni murung musang musnah mutiara mutlak nada naik nakal nalar naluri nampan
  namun nanas nangka nanti narasi nasabah nasib naskah naung nebeng necis negeri nekat nektar nelayan nenek neon neraca
  netral ngantuk ngarai ngengat ngeri ngiang ngilu ngoyo niaga niat nihil nikel nikmat nilai ninja nipah nira niscaya
  noktah nona nongol notulen nuansa nurani nuri nusa nutrisi nyali nyaman nyanyi nyaring nyata nyenyak nyiru nyiur
  nyonya obat obeng oblong obor obras obrol oceh odol ojek oksigen oktan oktober okulasi olah oles olimpik olok ombak
  omel omong ompreng oncom onde onggok ongkos opak opor opsi orkes ornamen oseng otobus pabrik pacar pacul padahal padu
  pagi pagut pahat pakan pakem pakis palem paling palka pamer pamit pamor panas pancing panggil panjang papah paprika
  parit parodi paruh pasak pasir paspor pasrah pastel patah paten patok patung pawang pawon payau payet pecah pecel
  pedati pedih pedoman peduli pegas pejam peka pekik pelangi pelepah pelosok peluang pendek pengap peniti penjuru pensil
  penting penuh penyu pepatah pepes peranti perban percaya perdana pergi periang perkasa perlu pernah peron pertama
  perwira pesawat pesisir pesona pesta pesut petang peti petuah piagam piala piara piatu piawai pigura pihak pijat piket
  pikir piknik pikul pilar pilin pilu pimpin pincuk pindai pinggir pinisi pinjam pinset pintar pinus pipa pipih piring
  pisang piton piyama piyik plakat plester plong poci podium pohon pojok polos polusi pompa ponco ponsel ponten popok
  porak porsi potensi potlot potong potret prenjak pria pribadi pualam pucat pucuk pudar puing puisi puitis puji pukau
  pulas pulen pulih pulut punah pundi pungkas puntir punuk punya pupur purba purnama pusaka pusing pustaka putar putik
  putri putus puyer puyuh rabuk racik ragam ragu raih raja rajin rajut rakit raksasa ralat ramal rambat rames rami ranah
  ransel rantau ranum rapuh rasio ratap ratus raung raup rawan rayap rayon reaksi rebah rebon redam regang rehat rekan
  rektor rembes rempah remuk renceng rengkuh renik renung renyah reptil resap resmi restu retak rewel riak ribet ribu
  ricuh rima rimbun rimpang rinai rinci rindang rintik risau riset ritme riuh riwayat robek roda rogoh rokok rombong
  rompi ronce ronda rongsok rontok roti royong ruang ruas rugi rujak rukun rumah rumbai rumit rumpun rumus runcing
  runduk runtuh runut runyam rupa rupiah rusak rute rutin ruwet ruyung saat sabar sablon sabtu sabun sadel sadur saga
  sagon sahabat sahut saing sajak saji sakti saldo salin salju sama sambung sanca sanggul sanjung santap sapih sapu
  saran sarden sarjana sarung sasando sastra satelit saudara sauh sauna sawah sawer sawit sawo sayang sayup sebab
  sebelas seblak sebut secang sedap sedikit sedu segan segera segi sehat sejarah sejenak sejoli sejuk sekam sekitar
  sekolah sekutu selatan selimut selokan seluruh semai sembuh semen semoga semprot semua senar sendiri sengaja senja
  senyum sepatu seperti sepoi sepupu serambi serbet serok serpih serta seruput sesak sesuai setel setip setrika sewa
  sewot siamang siang siapa siar sibuk sigap sigung sikat siklon silau silikon siluet simak simbol simetri sinden sinema
  sinis sinonim sinyal sipil siput siram sirih sirkus sirna sirsak sisir siswa siuman siwalan skala skema skor skripsi
  skuter soal sobat sobek sodet sodor sohib sohor sokong sonar sontak sopran sorak sore sorgum sorot sosial sosok soto
  sowan spanduk spasi spesial stasiun stiker suaka suami suasana suatu subur sudah sudi sudut sugesti suguh suhu sukar
  sukses sukun sulap sulit sulung sumber sumpit sumur sundul sungguh suntuk sunyi supaya suplir surat susah susul sutil
  suwir swadaya swasta tabah tabib tabrak tabung tagih tahap tahun tajam tajin tajuk takar takjub takluk takraw taksi
  taktik talas tamat tambal tameng tampak tanak tancap tanduk tangguh tani tanjung tanpa tantang tanya tapal tapioka
  taplak tarik tarsius taruna tata tatkala taut tawar tawes tawon teater tebal tebing tebus teduh tegak tegel tegur
  tekad teken teknik teko tekstur tekukur tekwan telaga teledor teliti teluk temali tembaga tempel temu tenda tengah
  tenis tenor tenun teori tepat tepi tepung teratai terbang terigu terjun terka ternak terobos terpal tertib terumbu
  tesis tetap tetes tetua tiada tiarap tiba tidak tidur tikai tikung tilam timang timpal timun tindak tingkat tinjau
  tinta tipe tipis tiri tirus tisik tisu titah titel titip tiup tiwul toga tokoh tolak tolong tombol tonase tonjol
  tonton topang toples toreh toserba toska totol traktor trem trilogi trio trombon trotoar truk tualang tuan tubruk
  tudung tugal tugu tujuh tukang tukik tular tulen tulip tulus tumis tumpeng tundra tunggal tunjang tuntun tupai turap
  turbin turis turut tutor tutup uber ubin udara ujar ujung ukir ukulele ulam ulek ulet ulin ulos ultra ulur umang umbi
  umbul umpama umpet umum undang unduh unggas ungkep ungsi ungu unik unjuk unsur untai untung upacara upah upaya urai
  urea urut usaha usap usia usul usung utama utas utuh wacana wadah wader waduk wahana wajan wajik waktu walau walet
  waluku wangi wanita warga waris warna waru wasit waswas watak watt wawasan wayang wedang weker welas wereng wesel
  wibawa wijen wilayah wisata wisma wisuda wujud wuluh yaitu yakin yakni yang yayasan yoga yoyo yuyu
`
  .trim()
  .split(/\s+/u);
