-- Compares, counts the try, and consumes the code in one step, so that concurrent guesses get no extra tries.
-- KEYS: the challenges of one address, the log of its wrong tries.
-- ARGV: challenge, hash of the code tried, now, tries of a challenge, tries of a day, length of a day; times in ms.
-- Returns {'accepted'}, {'refused'}, or {'locked', ms to wait}.
local now, day = tonumber(ARGV[3]), tonumber(ARGV[6])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', string.format('%.0f', now - day))
-- The try that has to drop out of the window before another is allowed.
local blocking = redis.call('ZREVRANGE', KEYS[2], ARGV[5] - 1, ARGV[5] - 1, 'WITHSCORES')
if blocking[2] then
    return {'locked', tonumber(blocking[2]) + day - now}
end
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if not entry then
    return {'refused'}
end
local hash, tries, expiry = string.match(entry, '^(%x+):(%d+):(%d+)$')
local left = tonumber(expiry) - now
if left <= 0 then
    redis.call('HDEL', KEYS[1], ARGV[1])
    return {'refused'}
end
if tonumber(tries) >= tonumber(ARGV[4]) then
    return {'locked', left}
end
if hash == ARGV[2] then
    redis.call('DEL', KEYS[1])
    return {'accepted'}
end
redis.call('HSET', KEYS[1], ARGV[1], hash .. ':' .. (tonumber(tries) + 1) .. ':' .. expiry)
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1] .. ':' .. tries)
redis.call('PEXPIRE', KEYS[2], ARGV[6])
return {'refused'}
