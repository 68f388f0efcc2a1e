-- Notes that a session is over for as long as a token of it may be shown. KEYS: the session's note. ARGV: how long, in ms.
return redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
