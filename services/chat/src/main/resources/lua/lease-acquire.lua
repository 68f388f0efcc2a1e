-- Writes one lease of a person and ends the grace period.
-- KEYS: the leases of the person. ARGV: the lease, when it expires, how long the key is kept; times in ms.
-- Answers whether the person had no lease before, and the version of this change.
local first = redis.call('EXISTS', KEYS[1]) == 0
redis.call('ZREM', KEYS[1], 'grace')
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local time = redis.call('TIME')
return {first and 1 or 0, string.format('%.0f', time[1] * 1000000 + time[2])}
