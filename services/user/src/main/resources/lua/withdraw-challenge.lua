-- Removes a challenge. KEYS: the challenges of one address. ARGV: challenge.
return redis.call('HDEL', KEYS[1], ARGV[1])
