# Runs "$@" in this very process, and ends it when the other end of our standard input closes: that end is held by
# whoever started us and by nobody else, so it closes when he goes, however he goes. $TETHER_GRACE: seconds between
# asking and killing.
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
