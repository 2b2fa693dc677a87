#!/usr/bin/env bash
# The tests on other days, browsers included: 3, 40 and 400 days later, and each file by itself across midnight: in UTC,
# by which the server counts days, and in Western Indonesia, by which people do. A directory is valid for 35 days, a
# member's entry for 400.
#
#   npm run test:dates -- [FILE …]     all test files by default, which takes more than an hour
#
# PostgreSQL keeps the machine's clock: no statement asks it for the time.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
clock="$folder/clock.so"
cc -Wall -Werror -O2 -shared -fPIC -o "$clock" test/dates/clock.c -ldl || { echo "A C compiler is needed." >&2; exit 1; }

if [ $# -eq 0 ]; then mapfile -t files < <(git ls-files 'test/*.test.ts'); else files=("$@"); fi
npx tap build >/dev/null || exit 1
red=()

# What it is called, how many seconds later, which files. Succeeds, and remembers what was red.
at() {
  local name=$1 shift=$2
  shift 2
  echo "# $name: $(LD_PRELOAD="$clock" CLOCK_SHIFT=$shift date --utc '+%F %T') UTC, $*"
  LD_PRELOAD="$clock" CLOCK_SHIFT=$shift npx tap --reporter=tap "$@" </dev/null |
    grep -E '^ *not ok|^# \{' || red+=("$name: $*")
}

for days in 3 40 400; do at "$days days later" $((days * 86400)) "${files[@]}"; done

# Five seconds: tap has started the file by then, and the shortest has not ended when it has begun.
for midnight in "UTC 0" "Asia/Jakarta 7"; do
  read -r zone ahead <<<"$midnight"
  export TZ=$zone
  for file in "${files[@]}"; do
    at "midnight $zone" $((86400 - 5 - ($(date +%s) + ahead * 3600) % 86400)) "$file"
  done
done

[ ${#red[@]} -eq 0 ] && exit 0
printf 'Red: %s\n' "${red[@]}" >&2
exit 1
