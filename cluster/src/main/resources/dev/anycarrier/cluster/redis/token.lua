-- A token, or leave to fetch one. KEYS[2]: the token of these credentials. ARGV[5]: the number that it has to be above;
-- [6]: the lease of a leave.
local key = KEYS[2]
local token = redis.call('HMGET', key, 'number', 'sent', 'lifetime', 'sealed', 'lease', 'pause')
local number, sent, lifetime = tonumber(token[1]) or 0, tonumber(token[2]) or 0, tonumber(token[3]) or 0
if number > tonumber(ARGV[5]) and sent + lifetime > aged then
  return {1, aged, number, aged - sent, token[4]}
end
local lease, pause = tonumber(token[5]) or 0, tonumber(token[6]) or 0
if lease > aged then
  return {3, aged, lease - aged, 0}
end
if pause > aged then
  return {3, aged, pause - aged, 1}
end
local fence = math.max(now, tonumber(ARGV[5]) + 1)
lease = aged + tonumber(ARGV[6])
redis.call('HSET', key, 'fence', fence, 'lease', lease, 'pause', 0)
redis.call('PEXPIRE', key, math.ceil((math.max(lease, sent + lifetime) - aged) / 1000))
return {2, aged, fence}
