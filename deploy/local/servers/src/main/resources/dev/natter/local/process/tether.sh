# Runs "$@" in this process and stops it when standard input closes: only the parent holds the other end, so it closes
# when the parent exits, however it exits. $TETHER_GRACE: seconds between SIGTERM and SIGKILL.
exec 3<&0 </dev/null
{
    read -r _ <&3
    kill -TERM $$ || exit 0
    waited=0
    while [ "$waited" -lt "${TETHER_GRACE:-10}" ]; do
        sleep 1
        kill -0 $$ || exit 0
        waited=$((waited + 1))
    done
    kill -KILL $$
} >/dev/null 2>&1 &
exec "$@" 3<&-
