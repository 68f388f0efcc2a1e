-- Counts some uses, unless one of the rates has no room for all of them.
-- KEYS: the log of one subject. ARGV: now, id of these uses, how many they are, and for each rate its times and its window;
-- all times in ms.
-- Returns the time until a retry can succeed (0: counted), and for the rate with the fewest uses left: the uses left, its
-- times, its window, and the time until the next use is given back.
local now = tonumber(ARGV[1])
local uses = tonumber(ARGV[3])
local longest, wait = 0, 0
for i = 4, #ARGV, 2 do
    local times, window = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
    longest = math.max(longest, window)
    -- The use that must leave the window before there is room for these. More than there is room for at all take all of it.
    local rank = math.max(0, times - uses)
    local blocking = redis.call('ZREVRANGE', KEYS[1], rank, rank, 'WITHSCORES')
    if blocking[2] and tonumber(blocking[2]) > now - window then
        wait = math.max(wait, tonumber(blocking[2]) + window - now)
    end
end
if wait == 0 then
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - longest))
    for use = 1, uses do
        redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2] .. ':' .. use)
    end
    redis.call('PEXPIRE', KEYS[1], string.format('%.0f', longest))
end
local answer
for i = 4, #ARGV, 2 do
    local times, window = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
    local from = '(' .. string.format('%.0f', now - window)
    local left = math.max(0, times - redis.call('ZCOUNT', KEYS[1], from, '+inf'))
    if not answer or left < answer[2] then
        local oldest = redis.call('ZRANGEBYSCORE', KEYS[1], from, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
        local reset = oldest[2] and tonumber(oldest[2]) + window - now or 0
        answer = { wait, left, times, window, reset }
    end
end
return answer
