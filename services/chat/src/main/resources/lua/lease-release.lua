-- Removes one lease of a person. The last one leaves a grace period behind, unless the person leaves for good.
-- KEYS: the leases of the person. ARGV: the lease ('' to end the grace period only), now, when the grace period ends
-- ('0' for good), how long the key is kept; times in ms.
-- Answers whether the person is offline with this call, and the version of this change.
local for_good = ARGV[3] == '0'
local removed = redis.call('ZREM', KEYS[1], ARGV[1])
if for_good then
    removed = removed + redis.call('ZREM', KEYS[1], 'grace')
end
local offline = 0
if redis.call('ZCOUNT', KEYS[1], '(' .. ARGV[2], '+inf') == 0 then
    -- What is left has expired. Beside leases that hold it would be for a renewal to remove it.
    removed = removed + redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[2])
    if not for_good then
        redis.call('ZADD', KEYS[1], ARGV[3], 'grace')
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
    elseif ARGV[1] ~= '' or removed > 0 then
        offline = 1
    end
end
local time = redis.call('TIME')
return {offline, string.format('%.0f', time[1] * 1000000 + time[2])}
