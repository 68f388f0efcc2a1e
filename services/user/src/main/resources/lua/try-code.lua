-- Compares, counts the try, and consumes: in one step, so that no parallel guessing gets more looks than one after another.
-- KEYS: the challenges of one address, its wrong tries of the day.
-- ARGV: challenge, hash of the code tried, now, tries of a challenge, tries of a day, length of a day; times in ms.
-- Answers {'accepted'}, {'refused'}, or {'locked', ms to wait}.
local wrong = tonumber(redis.call('GET', KEYS[2]) or '0')
if wrong >= tonumber(ARGV[5]) then
    return {'locked', redis.call('PTTL', KEYS[2])}
end
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if not entry then
    return {'refused'}
end
local hash, tries, expiry = string.match(entry, '^(%x+):(%d+):(%d+)$')
local left = tonumber(expiry) - tonumber(ARGV[3])
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
if redis.call('INCR', KEYS[2]) == 1 then
    redis.call('PEXPIRE', KEYS[2], ARGV[6])
end
return {'refused'}
