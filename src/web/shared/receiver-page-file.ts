/** The page with which other bodies open packages, as it is called wherever it is saved: it is compared with its hash. */
export const RECEIVER_PAGE_FILE = "segel-penerima.html";
