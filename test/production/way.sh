#!/bin/bash
# The way into production without a container engine: what docs/operations/server.md, Dockerfile and docker-compose.yml say is
# taken from there and run, in a root made with Debian's debootstrap. By hand, as root, with debootstrap, openssl, curl,
# nginx, tor and systemd-analyze: test/production/way.sh [ROOT]
# ROOT is kept when named (a second run is quicker), otherwise made and removed.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD
work=$(mktemp -d /tmp/segel-way-XXXXXX)
chmod 755 "$work"
root=${1:-$work/root}
port=${PORT:-18080}
page=docs/operations/server.md
node=$here/node_modules/.bin/node
failed=0
ok() { echo "ok      $1"; }
bad() { echo "NOT OK  $1"; failed=1; }
# check WHAT COMMAND…: told by its end
check() { local what=$1; shift; if "$@" >"$work/said" 2>&1; then ok "$what"; else bad "$what"; sed 's/^/        /' "$work/said" | tail -20; fi; }
# block LANGUAGE: the page's first block of it
block() { awk -v open="\`\`\`$1" '$0 == open {on=1; next} on && $0 == "```" {exit} on' "$page"; }
cleanup() {
  # Not by a signal to the job: a shell that runs a function in the background does not pass it on.
  [ -n "${postgres:-}" ] && as_postgres pg_ctl -D /var/lib/postgresql/way -m fast -w stop >/dev/null 2>&1 || true
  mountpoint -q "$root/proc" && umount "$root/proc"
  cd / && rm -rf "$work"
}
trap cleanup EXIT

echo "# the root"
[ -x "$root/bin/sh" ] || debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$work/debootstrap" 2>&1 ||
  { tail -5 "$work/debootstrap"; exit 1; }
cp /etc/resolv.conf "$root/etc/"
mkdir -p "$root/proc"; mountpoint -q "$root/proc" || mount -t proc none "$root/proc"
# As in the image `node`: Node 24, npm, and the user of number 1000.
cp -L node_modules/node-linux-*/bin/node "$root/usr/local/bin/node"
npm_folder=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
mkdir -p "$root/usr/local/lib/node_modules" && cp -rL "$npm_folder" "$root/usr/local/lib/node_modules/" 2>/dev/null || true
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
grep -q '^node:' "$root/etc/passwd" || chroot "$root" useradd --uid 1000 --user-group --create-home node
# Where this machine reaches its registry through a certificate of its own, so does the root.
authority=${NODE_EXTRA_CA_CERTS:-}
[ -n "$authority" ] && cp -L "$authority" "$root/usr/local/share/authority.pem" && authority=/usr/local/share/authority.pem
inside() { chroot "$root" env -i PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin HOME=/tmp LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
  npm_config_registry="$(npm config get registry)" NODE_EXTRA_CA_CERTS="$authority" "$@"; }
check "a root with Node $(inside node --version)" inside node -e 'process.exit(process.versions.node.startsWith("24.") ? 0 : 1)'
[ -x "$root/usr/lib/postgresql/15/bin/postgres" ] || { inside apt-get update && inside apt-get install -y --no-install-recommends postgresql ca-certificates; } >"$work/apt" 2>&1 ||
  { tail -5 "$work/apt"; exit 1; }

echo "# the page's own commands, in a fresh checkout inside the root"
rm -rf "$root/srv/segel" && mkdir -p "$root/srv/segel"
git ls-files -z --cached --others --exclude-standard | xargs -0 tar -cf - --ignore-failed-read | tar -xf - -C "$root/srv/segel"
"$node" test/production/keys.ts "$root/srv/segel/keys"
cp /usr/bin/openssl "$root/usr/local/bin/" 2>/dev/null || true
# All lines but the first (git) and the last (the engine); the page's onion name is none.
block sh | sed -e '/^git clone/d' -e '/^docker-compose/d' -e "s#http://….onion#http://$(printf 'a%.0s' {1..56}).onion#" >"$root/srv/segel.sh"
export SOURCE_DATE_EPOCH; SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
rm -rf "$root/srv/segel/secrets"
check "every line of the page's block, the pages built inside" inside SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH" sh -euc 'cd /srv/segel && . /srv/segel.sh'
check "the pages are there" test -s "$root/srv/segel/dist/web/index.html"

echo "# the Dockerfile's steps"
image=$root/app
rm -rf "$image" && mkdir -p "$image"
context=$work/context; mkdir "$context"
# .dockerignore: `*` leaves out all, `!NAME` lets in, what follows leaves out again.
while read -r line; do
  case $line in
    '' | '#'* | '*') ;;
    '!'*) cp -r --parents "${line#!}" "$context" ;;
    '**/'*) find "$context" -name "${line#\*\*/}" -delete ;;
    *) rm -rf "${context:?}/$line" ;;
  esac
done <.dockerignore
user=root
while read -r word rest; do
  case $word in
    COPY) from=${rest% *}; to=${rest##* }
      for one in $from; do
        if [ -d "$context/$one" ]; then mkdir -p "$image/$to" && cp -r "$context/$one/." "$image/$to/"; else cp "$context/$one" "$image/$to"; fi
      done ;;
    RUN) check "RUN $rest" inside NODE_ENV=production sh -euc "cd /app && $rest" ;;
    USER) user=$rest ;;
  esac
done < <(sed -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' Dockerfile)
[ "$user" = node ] && ok "USER node" || bad "USER $user"
check "no file in it could open a report" test ! -e "$image/src/crypto/secret"

echo "# the commands of docker-compose.yml, each as its user, on a root that is read-only"
grep -q '^127.0.0.1 database$' "$root/etc/hosts" 2>/dev/null || printf '127.0.0.1 localhost\n127.0.0.1 database\n' >"$root/etc/hosts"
rm -rf "$root/run/secrets" && cp -a "$root/srv/segel/secrets" "$root/run/secrets" && chmod 755 "$root/run/secrets"
# The folder is closed on the host; an engine mounts each file by itself, with its owner and mode.
for part in keys dist/web; do rm -rf "${image:?}/$(basename $part)" && cp -a "$root/srv/segel/$part" "$image/$(basename $part)"; done
# as USER COMMAND…: like a container, with a /tmp of its own and nothing else to write to
as() { local who=$1; shift
  unshare --mount --pid --fork --kill-child -- sh -euc 'root=$1; who=$2; shift 2
    mount --bind "$root" "$root"; mount -t tmpfs none "$root/tmp"; mount -t proc none "$root/proc"; mount -o remount,bind,ro "$root"
    exec chroot "$root" setpriv --reuid="${who%:*}" --regid="${who#*:}" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
      env -i PATH=/usr/local/bin:/usr/bin:/bin "$@"' \
    as "$root" "$who" "$@" 2>&1 || return $?; }
# command SERVICE: its last argument, `$$` read as an engine reads it
command_of() { "$node" --input-type=commonjs -e '
  const text = require("fs").readFileSync("docker-compose.yml", "utf8");
  const service = new RegExp(`^  ${process.argv[1]}:\\n([^]*?)(?=^  \\w+:\\n|^\\w)`, "mu").exec(text)[1];
  const folded = /- >-\n((?: {8}.*\n)+)/u.exec(service)[1];
  console.log(folded.split("\n").map((line) => line.trim()).join(" ").trim().replaceAll("$$", "$"));' "$1"; }
options=$("$node" --input-type=commonjs -e '
  const text = require("fs").readFileSync("docker-compose.yml", "utf8");
  console.log([...text.matchAll(/^ {6}- (-c\S+)$/gmu)].map(([, one]) => one).join(" "));')
rm -rf "$root/var/lib/postgresql/way" && mkdir -p "$root/var/lib/postgresql/way" "$root/run/postgresql"
inside chown -R postgres:postgres /var/lib/postgresql /run/postgresql
bin=/usr/lib/postgresql/15/bin
as_postgres() { chroot --userspec=postgres:postgres "$root" env -i PATH=$bin:/usr/bin:/bin LC_ALL=C "$@"; }
as_postgres initdb -D /var/lib/postgresql/way --encoding=UTF8 --locale=C --auth-local=trust --auth-host=scram-sha-256 --username=postgres >"$work/initdb" 2>&1
database_port=$((port + 1))
# shellcheck disable=SC2086
as_postgres postgres -D /var/lib/postgresql/way -p $database_port -c listen_addresses=127.0.0.1 $options >"$work/postgres" 2>&1 &
postgres=$!
for _ in $(seq 100); do as_postgres pg_isready -q -h /var/run/postgresql -p $database_port && break; sleep 0.1; done
cp docker/create-roles.sh "$root/srv/create-roles.sh"
check "docker/create-roles.sh" as_postgres env POSTGRES_USER=postgres PGPORT=$database_port sh /srv/create-roles.sh
check "migrate" as 1000:1000 PGPORT=$database_port sh -euc "cd /app && $(command_of migrate)"
origin=https://lapor.example.org
serve() { as 1000:1000 NODE_ENV=production HOST=127.0.0.1 PORT="$port" PGPORT=$database_port ORIGIN=$origin SERVER_KEY_FILE=/run/secrets/server_key \
  KEYS_DIR=/app/keys WEB_DIR=/app/web LOG_LEVEL=warn sh -euc "cd /app && $(command_of server)"; }
mode=$(stat -c %a "$root/run/secrets/server_key")
chmod 444 "$root/run/secrets/server_key"
serve >"$work/refused" || true
grep -q '^SERVER_KEY_FILE: .*0600' "$work/refused" && ok "a key that others may read is refused: $(cat "$work/refused")" || { bad "a key of mode 0444"; cat "$work/refused"; }
chmod "$mode" "$root/run/secrets/server_key"
serve >"$work/server" & server=$!
health=$("$node" --input-type=commonjs -e '
  const text = require("fs").readFileSync("Dockerfile", "utf8");
  console.log(JSON.parse(/HEALTHCHECK[^]*?CMD (\[.*\])/u.exec(text)[1])[2].replaceAll("8080", process.argv[1]));' "$port")
for _ in $(seq 100); do as 1000:1000 node -e "$health" >/dev/null && break; kill -0 $server 2>/dev/null || break; sleep 0.2; done
check "the image's health check" as 1000:1000 node -e "$health"
check "the home page, by its name" sh -c "curl -fsS -H 'Host: lapor.example.org' http://127.0.0.1:$port/ | grep -q '<title>'"
check "the manifest's files arrive as they were built" sh -c "curl -fsS http://127.0.0.1:$port/.well-known/webcat/manifest.json | cmp - '$root/srv/segel/dist/web/.well-known/webcat/manifest.json'"
[ -s "$work/server" ] && { bad "the server says nothing at warn"; head -3 "$work/server"; } || ok "the server says nothing at warn"
# As the first process of its own, which hears only what it listens for.
first=$(pgrep -P "$(pgrep -P "$server")" || true)
[ -n "$first" ] && kill -TERM "$first"
( sleep 10; kill -KILL "$first" 2>/dev/null ) & patience=$!
wait "$server" && ok "it ends when it is told to" || bad "it ends when it is told to"
kill "$patience" 2>/dev/null || true

echo "# the page's lines for nginx, tor and systemd"
mkdir -p "$work/nginx/tls"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=lapor.example.org -keyout "$work/nginx/tls/privkey.pem" -out "$work/nginx/tls/fullchain.pem" >/dev/null 2>&1
{ echo "pid $work/nginx/pid; error_log stderr; events {} http {"; block nginx | sed -e "s#/etc/ssl/segel#$work/nginx/tls#" -e "s#/var/log/nginx#$work/nginx#"; echo "}"; } >"$work/nginx.conf"
check "nginx -t" nginx -t -c "$work/nginx.conf"
block torrc | sed "s#/var/lib/tor/segel#$work/tor/segel#" >"$work/torrc"
mkdir -p "$work/tor/data" && chmod 700 "$work/tor" "$work/tor/data"
if tor --list-modules 2>/dev/null | grep -q 'pow: yes'; then ok "$(tor --version | head -1) has the module pow"; else
  echo "skip    $(tor --version | head -1) lacks the module pow: its line is left out"
  sed -i '/HiddenServicePoWDefensesEnabled/d' "$work/torrc"
fi
check "tor --verify-config" tor --verify-config --DataDirectory "$work/tor/data" -f "$work/torrc"
mkdir -p "$work/units/opt/segel" "$root/opt" && block ini >"$work/segel.service"
mkdir -p "$root/etc/systemd/system" "$root/etc/segel" && cp "$work/segel.service" "$root/etc/systemd/system/"
grep -q '^segel:' "$root/etc/passwd" || chroot "$root" useradd --system --user-group --shell /usr/sbin/nologin segel
check "systemd-analyze verify" systemd-analyze verify --man=no --recursive-errors=no --root="$root" /etc/systemd/system/segel.service
[ -s "$work/said" ] && { bad "and it has nothing to complain of"; cat "$work/said"; } || ok "and it has nothing to complain of"
exit $failed
