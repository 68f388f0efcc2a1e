#!/bin/bash
# Prints the broker's definitions in RabbitMQ's format: an administrator, an account for each service with access to
# its own exchanges and queues only, and the retention of dead letters. Used by the containers (rabbitmq-start.sh), by
# deploy/real-servers and by deploy/aws/broker-accounts. Bash only: the image has nothing else.
set -euo pipefail

text() { local plain=${1//\\/\\\\}; printf '"%s"' "${plain//\"/\\\"}"; }
user() { printf '{"name":%s,"password":%s,"tags":"%s"}' "$(text "$1")" "$(text "$2")" "${3:-}"; }
may() { # NAME CONFIGURE WRITE READ
  printf '{"user":%s,"vhost":"/","configure":%s,"write":%s,"read":%s}' \
    "$(text "$1")" "$(text "$2")" "$(text "$3")" "$(text "$4")"
}

# Each replica of chat has exclusive queues with server-generated names.
chat='user-events|chat\.(user-events|push-ended)|presence-fanout|chat-delivery|notifications|push-ended|amq\.gen-.*'

mail='(otp-mail|notifications)(\.dlx|\.dead)?'

# Dead letters contain addresses and texts: keep the latest, for a day.
dead='{"vhost":"/","name":"dead-letters","pattern":"^(otp-mail|notifications)\\.dead$","apply-to":"queues","definition":'
dead+='{"max-length":10000,"overflow":"drop-head","message-ttl":86400000}}'

printf '{"vhosts":[{"name":"/"}],"users":[%s,%s,%s,%s,%s],"permissions":[%s,%s,%s,%s,%s],"policies":[%s]}\n' \
  "$(user "${RABBITMQ_USERNAME:?}" "${RABBITMQ_PASSWORD:?}" administrator)" \
  "$(user natter-user "${RABBITMQ_USER_PASSWORD:?}")" \
  "$(user natter-chat "${RABBITMQ_CHAT_PASSWORD:?}")" \
  "$(user natter-mail "${RABBITMQ_MAIL_PASSWORD:?}")" \
  "$(user natter-scaler "${RABBITMQ_SCALER_PASSWORD:?}")" \
  "$(may "$RABBITMQ_USERNAME" '.*' '.*' '.*')" \
  "$(may natter-user '^(otp-mail|user-events)$' '^(otp-mail|otp-mail\.dlx|user-events)$' '^otp-mail$')" \
  "$(may natter-chat "^($chat)\$" "^(${chat#user-events|}|notifications\.dlx)\$" "^($chat)\$")" \
  "$(may natter-mail "^($mail|push-ended)\$" "^($mail|push-ended)\$" '^(otp-mail|notifications)(\.dlx)?$')" \
  "$(may natter-scaler '^$' '^$' '^(otp-mail|notifications)$')" \
  "$dead"
