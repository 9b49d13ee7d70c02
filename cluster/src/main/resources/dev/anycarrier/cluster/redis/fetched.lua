-- A fetch has ended. KEYS[2]: the token of these credentials. ARGV[5]: the leave's number; [6]: how long nobody is to try
-- again, or '' if there is a token; [7]: the moment at which the node said so, or ''; [8]: how long before its request was
-- sent; [9]: its lifetime; [10]: the token.
local key = KEYS[2]
local token = redis.call('HMGET', key, 'fence', 'lease', 'sent', 'lifetime')
if tonumber(token[1]) ~= tonumber(ARGV[5]) or tonumber(token[2]) <= aged then
  return {0, aged}
end
local matters
if ARGV[6] ~= '' then
  local pause = aged + tonumber(ARGV[6])
  redis.call('HSET', key, 'fence', 0, 'lease', 0, 'pause', pause)
  matters = math.max(pause, (tonumber(token[3]) or 0) + (tonumber(token[4]) or 0))
else
  local said = math.min(aged, tonumber(ARGV[7]) or aged)
  local sent = said - tonumber(ARGV[8])
  local number = tonumber(ARGV[5])
  redis.call('HSET', key, 'fence', 0, 'lease', 0, 'pause', 0,
    'number', number, 'sent', sent, 'lifetime', ARGV[9], 'sealed', ARGV[10])
  matters = sent + tonumber(ARGV[9])
end
redis.call('PEXPIRE', key, math.max(1, math.ceil((matters - aged) / 1000)))
return {1, aged}
