#!/bin/bash
# Writes the accounts from the environment and starts the broker, which imports them at every start: set a new password
# and restart to change one. With definitions RabbitMQ creates no default account.
set -euo pipefail
umask 077
bash "$(dirname "$0")/rabbitmq-accounts.sh" >/tmp/rabbitmq-definitions.json
echo 'load_definitions = /tmp/rabbitmq-definitions.json' >/tmp/rabbitmq.conf
export RABBITMQ_CONFIG_FILE=/tmp/rabbitmq.conf
exec docker-entrypoint.sh rabbitmq-server
