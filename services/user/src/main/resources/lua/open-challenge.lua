-- Stores a challenge and removes expired ones.
-- KEYS: the challenges of one address. ARGV: challenge, hash of its code, now, lifetime; times in ms.
local now = tonumber(ARGV[3])
local entries = redis.call('HGETALL', KEYS[1])
for i = 1, #entries, 2 do
    local expiry = tonumber(string.match(entries[i + 1], ':(%d+)$'))
    if expiry <= now then
        redis.call('HDEL', KEYS[1], entries[i])
    end
end
local expiry = string.format('%.0f', now + tonumber(ARGV[4]))
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ':0:' .. expiry)
-- The newest one ends last, so the hash may go with it.
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return redis.status_reply('OK')
