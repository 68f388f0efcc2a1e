#!/bin/sh
# Fills nginx.conf in from the environment and becomes nginx. What is missing or malformed is one line that names it.
#
#   NATTER_PUBLIC_ORIGIN    where browsers find Natter: https://chat.example.com
#   NATTER_USER_UPSTREAM    host:port of the user service; NATTER_CHAT_UPSTREAM the same of chat
#   NATTER_IMAGES_ORIGIN    where browsers put and get images (nowhere)
#   NATTER_TRUSTED_PROXIES  addresses or CIDRs, with commas between, whose X-Forwarded-For is believed (nobody's)
#   NATTER_WEB_RESOLVER     a DNS server's address; the upstreams' names are then resolved again every 2 s (once, at the start)
#   NATTER_WEB_LISTEN, NATTER_WEB_HEALTH_LISTEN, NATTER_WEB_ROOT, NATTER_WEB_WORK, NATTER_WEB_MIME_TYPES
#                           as in the image: 8080, 8081, /usr/share/nginx/html, /tmp/natter-web, /etc/nginx/mime.types
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${NATTER_WEB_WORK:-/tmp/natter-web}

fail() {
  echo "web: $1" >&2
  exit 1
}

# required NAME PATTERN WHAT: none of the patterns lets through what could end a directive of nginx.
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

# "resolve" is in nginx since 1.27.3: only for those who ask for it.
resolver=
resolve=
if [ -n "${NATTER_WEB_RESOLVER:-}" ]; then
  matches "$NATTER_WEB_RESOLVER" '([0-9.]+|\[[0-9A-Fa-f:]+\])(:[0-9]+)?' || fail 'NATTER_WEB_RESOLVER must be an address such as 127.0.0.11'
  # Not the records' own lifetime: Docker's are valid for ten minutes, whatever becomes of the container.
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
