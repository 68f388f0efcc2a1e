-- Removes uses that were counted together. KEYS: the log of one subject. ARGV: their id and number.
for use = 1, tonumber(ARGV[2]) do
    redis.call('ZREM', KEYS[1], ARGV[1] .. ':' .. use)
end
