#!/bin/bash
# A replica set of one: writes that a majority has, retried writes and change streams are there as on a larger one. Members
# know each other by a key file, which must be the server's own and nobody else's to read.
set -euo pipefail
umask 077
printf '%s' "$MONGODB_REPLICA_KEY" >/tmp/replica.key
chmod 400 /tmp/replica.key
exec docker-entrypoint.sh mongod --replSet rs0 --keyFile /tmp/replica.key --bind_ip_all --wiredTigerCacheSizeGB 0.25
