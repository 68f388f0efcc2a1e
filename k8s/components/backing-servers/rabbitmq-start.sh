#!/bin/bash
# Lays down the accounts from the environment and starts the broker, which takes them over at every start: a new password is
# a new value and a restart. With definitions of ours RabbitMQ makes no account of its own.
set -euo pipefail
umask 077
bash "$(dirname "$0")/rabbitmq-accounts.sh" >/tmp/rabbitmq-definitions.json
echo 'load_definitions = /tmp/rabbitmq-definitions.json' >/tmp/rabbitmq.conf
export RABBITMQ_CONFIG_FILE=/tmp/rabbitmq.conf
exec docker-entrypoint.sh rabbitmq-server
