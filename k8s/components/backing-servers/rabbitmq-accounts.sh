#!/bin/bash
# Prints who may do what on the broker, and how long dead letters are kept, as the definitions that RabbitMQ itself reads: an administrator for people, and an
# account for each service that reaches the exchanges and queues of that service and nothing else. Used by the containers
# (rabbitmq-start.sh), by deploy/real-servers and by deploy/aws/broker-accounts. Bash alone: the image has nothing more.
# RabbitMQ asks: configure to declare; write to publish to an exchange, to bind a queue and to name a dead-letter exchange;
# read to consume from a queue, to bind to an exchange and to dead-letter out of a queue. Exchanges and queues share names.
set -euo pipefail

text() { local plain=${1//\\/\\\\}; printf '"%s"' "${plain//\"/\\\"}"; }
user() { printf '{"name":%s,"password":%s,"tags":"%s"}' "$(text "$1")" "$(text "$2")" "${3:-}"; }
may() { # NAME CONFIGURE WRITE READ
  printf '{"user":%s,"vhost":"/","configure":%s,"write":%s,"read":%s}' \
    "$(text "$1")" "$(text "$2")" "$(text "$3")" "$(text "$4")"
}

# A replica of chat listens on queues of its own, which the broker names.
chat='user-events|chat\.user-events|presence-fanout|chat-delivery|amq\.gen-.*'

# Dead letters hold addresses: the latest, and for a day.
dead='{"vhost":"/","name":"otp-mail-dead","pattern":"^otp-mail\\.dead$","apply-to":"queues","definition":'
dead+='{"max-length":10000,"overflow":"drop-head","message-ttl":86400000}}'

printf '{"vhosts":[{"name":"/"}],"users":[%s,%s,%s,%s,%s],"permissions":[%s,%s,%s,%s,%s],"policies":[%s]}\n' \
  "$(user "${RABBITMQ_USERNAME:?}" "${RABBITMQ_PASSWORD:?}" administrator)" \
  "$(user natter-user "${RABBITMQ_USER_PASSWORD:?}")" \
  "$(user natter-chat "${RABBITMQ_CHAT_PASSWORD:?}")" \
  "$(user natter-mail "${RABBITMQ_MAIL_PASSWORD:?}")" \
  "$(user natter-scaler "${RABBITMQ_SCALER_PASSWORD:?}")" \
  "$(may "$RABBITMQ_USERNAME" '.*' '.*' '.*')" \
  "$(may natter-user '^(otp-mail|user-events)$' '^(otp-mail|otp-mail\.dlx|user-events)$' '^otp-mail$')" \
  "$(may natter-chat "^($chat)\$" "^(${chat#user-events|})\$" "^($chat)\$")" \
  "$(may natter-mail '^otp-mail(\.dlx|\.dead)?$' '^otp-mail(\.dlx|\.dead)?$' '^otp-mail(\.dlx)?$')" \
  "$(may natter-scaler '^$' '^$' '^otp-mail$')" \
  "$dead"
