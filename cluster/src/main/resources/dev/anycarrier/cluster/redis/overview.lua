-- Who is there. KEYS[1]: the nodes; KEYS[2]: the accounts.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
return {0, now, redis.call('HGETALL', KEYS[1]), redis.call('HGETALL', KEYS[2])}
