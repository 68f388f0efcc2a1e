-- Removes the leases of a person if all of them have expired. Of several replicas that sweep, only one gets this answer.
-- KEYS: the leases of the person. ARGV: now, in ms.
-- Answers whether the person is offline with this call, the version of this change, the lease that expired last and when,
-- and when the next one expires ('0': there is none).
local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local offline, next = 0, '0'
if last[1] then
    if tonumber(last[2]) <= tonumber(ARGV[1]) then
        redis.call('DEL', KEYS[1])
        offline = 1
    else
        next = last[2]
    end
end
local time = redis.call('TIME')
return {offline, string.format('%.0f', time[1] * 1000000 + time[2]), last[1] or '', last[2] or '0', next}
