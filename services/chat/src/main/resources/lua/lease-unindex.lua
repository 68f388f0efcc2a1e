-- Removes people without leases from the index of expiries, unless they have come back since it was read.
-- KEYS: one part of the index. ARGV: the time up to which it was read, in ms, and the people.
for i = 2, #ARGV do
    local due = redis.call('ZSCORE', KEYS[1], ARGV[i])
    if due and tonumber(due) <= tonumber(ARGV[1]) then
        redis.call('ZREM', KEYS[1], ARGV[i])
    end
end
return 0
