-- The carrier wants no request. KEYS[2]: the SIM, if it is about one. ARGV[5]: 'account', 'token' or 'sim'; [6]: how long;
-- [7]: the longest window of a SIM.
local moment = now + tonumber(ARGV[6])
if ARGV[5] == 'sim' then
  local sim = read(KEYS[2])
  if moment > sim.hold then
    sim.hold = moment
    write(KEYS[2], sim, tonumber(ARGV[7]))
  end
else
  local before = tonumber(redis.call('HGET', account, 'hold.' .. ARGV[5])) or 0
  if moment > before then
    redis.call('HSET', account, 'hold.' .. ARGV[5], moment)
  end
end
return {0, aged}
