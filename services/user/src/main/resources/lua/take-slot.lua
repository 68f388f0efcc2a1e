-- Counts one use, unless one of the rates is used up. Answers 0, or the milliseconds until it is worth trying again.
-- KEYS: the log of one subject. ARGV: now, id of this use, and for each rate its times and its window; all times in ms.
local now = tonumber(ARGV[1])
local longest, wait = 0, 0
for i = 3, #ARGV, 2 do
    local times, window = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
    longest = math.max(longest, window)
    -- The use that must leave the window before there is room for another.
    local blocking = redis.call('ZREVRANGE', KEYS[1], times - 1, times - 1, 'WITHSCORES')
    if blocking[2] and tonumber(blocking[2]) > now - window then
        wait = math.max(wait, tonumber(blocking[2]) + window - now)
    end
end
if wait > 0 then
    return wait
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - longest))
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', longest))
return 0
