-- A node is there. KEYS[1]: the nodes; KEYS[2]: the accounts. ARGV[1]: its name; [2]: how long its last answer took; [3]: how
-- long it is remembered; then name and text of each account of its.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local nodes = redis.call('HGETALL', KEYS[1])
for i = 1, #nodes, 2 do
  local seen = tonumber(string.match(nodes[i + 1], '^%d+'))
  if not seen or seen + tonumber(ARGV[3]) <= now then
    redis.call('HDEL', KEYS[1], nodes[i])
  end
end
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f', now) .. ' ' .. ARGV[2])
redis.call('PEXPIRE', KEYS[1], math.ceil(tonumber(ARGV[3]) / 1000))
if #ARGV > 3 then
  redis.call('HSET', KEYS[2], unpack(ARGV, 4))
  redis.call('PEXPIRE', KEYS[2], 3456000000)
end
return {0, now}
