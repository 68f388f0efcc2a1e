-- Marks a session as ended until its last token has expired. KEYS: the session's mark. ARGV: how long, in ms.
return redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
