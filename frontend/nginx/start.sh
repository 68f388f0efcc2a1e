#!/bin/sh
# Fills in nginx.conf from the environment and execs nginx. A missing or malformed variable ends it with one line that
# names it.
#
#   NATTER_PUBLIC_ORIGIN    the public origin: https://chat.example.com
#   NATTER_USER_UPSTREAM    host:port of the user service; NATTER_CHAT_UPSTREAM the same of chat
#   NATTER_IMAGES_ORIGIN    where browsers upload and read images (none)
#   NATTER_TRUSTED_PROXIES  comma-separated addresses or CIDRs of trusted proxies (none)
#   NATTER_WEB_RESOLVER     address of a DNS server; upstream names are then resolved every 2 s (once, at start)
#   NATTER_WEB_LISTEN, NATTER_WEB_HEALTH_LISTEN, NATTER_WEB_ROOT, NATTER_WEB_WORK, NATTER_WEB_MIME_TYPES
#                           as in the image: 8080, 8081, /usr/share/nginx/html, /tmp/natter-web, /etc/nginx/mime.types
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${NATTER_WEB_WORK:-/tmp/natter-web}

fail() {
  echo "web: $1" >&2
  exit 1
}

# required NAME PATTERN WHAT: no pattern allows characters that could end an nginx directive.
required() {
  eval "value=\${$1:-}"
  [ -n "$value" ] || fail "$1 is missing"
  matches "$value" "$2" || fail "$1 must be $3"
}

matches() { printf '%s\n' "$1" | grep -Eqx "$2"; }

origin='https?://[A-Za-z0-9.-]+(:[0-9]+)?'
required NATTER_PUBLIC_ORIGIN "$origin" 'an origin such as https://chat.example.com'
required NATTER_USER_UPSTREAM '[A-Za-z0-9.-]+:[0-9]+' 'a host and port such as user:8080'
required NATTER_CHAT_UPSTREAM '[A-Za-z0-9.-]+:[0-9]+' 'a host and port such as chat:8080'

images=${NATTER_IMAGES_ORIGIN:-}
if [ -n "$images" ]; then
  matches "$images" "$origin" || fail 'NATTER_IMAGES_ORIGIN must be an origin such as https://images.example.com'
  images=" $images"
fi

scheme=${NATTER_PUBLIC_ORIGIN%%:*}
authority=${NATTER_PUBLIC_ORIGIN#*://}
socket=ws://$authority
strict=
if [ "$scheme" = https ]; then
  socket=wss://$authority
  strict='max-age=31536000'
fi

# "resolve" needs nginx 1.27.3, so it is optional.
resolver=
resolve=
if [ -n "${NATTER_WEB_RESOLVER:-}" ]; then
  matches "$NATTER_WEB_RESOLVER" '([0-9.]+|\[[0-9A-Fa-f:]+\])(:[0-9]+)?' || fail 'NATTER_WEB_RESOLVER must be an address such as 127.0.0.11'
  # Not the TTL of the records: Docker's is ten minutes, even for removed containers.
  resolver="  resolver $NATTER_WEB_RESOLVER valid=2s; resolver_timeout 2s;"
  resolve=' resolve'
fi

umask 077
mkdir -p "$work"
trusted=$work/trusted-proxies
: >"$trusted"
for proxy in $(printf '%s' "${NATTER_TRUSTED_PROXIES:-}" | tr ',' ' '); do
  matches "$proxy" '[0-9A-Fa-f.:]+(/[0-9]+)?' || fail 'NATTER_TRUSTED_PROXIES must be addresses or CIDRs with commas between'
  echo "  set_real_ip_from $proxy;" >>"$trusted"
done

sed -e "/@TRUSTED_PROXIES@/{r $trusted
d;}" \
  -e "s|@USER_UPSTREAM@|$NATTER_USER_UPSTREAM|" \
  -e "s|@CHAT_UPSTREAM@|$NATTER_CHAT_UPSTREAM|" \
  -e "s|@RESOLVER@|$resolver|" \
  -e "s|@RESOLVE@|$resolve|" \
  -e "s|@SOCKET_ORIGIN@|$socket|" \
  -e "s|@IMAGES_SOURCE@|$images|g" \
  -e "s|@STRICT_TRANSPORT@|$strict|" \
  -e "s|@SCHEME@|$scheme|" \
  -e "s|@LISTEN@|${NATTER_WEB_LISTEN:-8080}|" \
  -e "s|@HEALTH_LISTEN@|${NATTER_WEB_HEALTH_LISTEN:-8081}|" \
  -e "s|@ROOT@|${NATTER_WEB_ROOT:-/usr/share/nginx/html}|" \
  -e "s|@MIME_TYPES@|${NATTER_WEB_MIME_TYPES:-/etc/nginx/mime.types}|" \
  -e "s|@WORK@|$work|g" \
  "$here/nginx.conf" >"$work/nginx.conf"

exec nginx -e stderr -c "$work/nginx.conf" "$@"
