-- Takes one use back. KEYS: the log of one subject. ARGV: id of the use.
return redis.call('ZREM', KEYS[1], ARGV[1])
