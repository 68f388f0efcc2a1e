#!/bin/bash
# A replica set of one, so that majority writes, retryable writes and change streams work as on a larger one. Members
# authenticate with a key file that only the server may read.
set -euo pipefail
umask 077
printf '%s' "$MONGODB_REPLICA_KEY" >/tmp/replica.key
chmod 400 /tmp/replica.key
exec docker-entrypoint.sh mongod --replSet rs0 --keyFile /tmp/replica.key --bind_ip_all --wiredTigerCacheSizeGB 0.25
