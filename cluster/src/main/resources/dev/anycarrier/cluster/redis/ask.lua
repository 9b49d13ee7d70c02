-- May a request be sent? KEYS[2]: the latest times of the lane's permits; KEYS[3]: the SIM, if it is about one.
-- ARGV[5]: slack; [6]: 1 if interactive; [7]: how long a mark outlives the wait; [8]: lease of a flight, or '' if none is wanted;
-- [9], [10]: greatest age and least interval of a value that would do; [11]: the flight that goes on, or 0; [12]: lane, 'account'
-- or 'token'; from [13] on the limits of the lane and of the SIM: how many, then number and window of each.
local lane, key = KEYS[2], KEYS[3]
local slack, interactive, grace = tonumber(ARGV[5]), ARGV[6] == '1', tonumber(ARGV[7])
local wanted, name = ARGV[8] ~= '', ARGV[12]

local position = 13
local function limits()
  local all, longest, count = {}, 0, tonumber(ARGV[position])
  for i = 1, count do
    local limit = {requests = tonumber(ARGV[position + 2 * i - 1]), window = tonumber(ARGV[position + 2 * i])}
    longest = math.max(longest, limit.window)
    all[i] = limit
  end
  position = position + 2 * count + 1
  return all, longest
end
local shared, longest = limits()
local each, longest_each = limits()

local sim = key and read(key)
local goes_on = wanted and sim.lease > aged and sim.flight == tonumber(ARGV[11])
if wanted then
  local age = aged - sim.truth
  if sim.forgotten > aged and (aged - sim.received < tonumber(ARGV[10]) or age < tonumber(ARGV[9])) then
    return {2, aged, aged - sim.received, age, sim.value}
  end
  if sim.lease > aged and not goes_on then
    return {3, aged, sim.lease - aged}
  end
end

local pause, scope, held = 0, '', 0
local function later(moment, what, by_carrier)
  if moment - now > pause then
    pause, scope, held = moment - now, what, by_carrier
  end
end

local marks = redis.call('HMGET', account, 'hold.' .. name, 'mark.' .. name)
later(tonumber(marks[1]) or 0, name, 1)
if longest > 0 then
  later(since + slack + longest, name, 1)
  for _, limit in ipairs(shared) do
    local oldest = redis.call('ZREVRANGE', lane, limit.requests - 1, limit.requests - 1, 'WITHSCORES')
    if oldest[2] then
      later(tonumber(oldest[2]) + limit.window, name, 0)
    end
  end
end
if key then
  later(sim.hold, 'sim', 1)
  if longest_each > 0 then
    later(since + slack + longest_each, 'sim', 1)
    local counting = {}
    for _, latest in ipairs(sim.times) do
      if latest + longest_each > now then
        counting[#counting + 1] = latest
      end
    end
    table.sort(counting)
    sim.times = counting
    for _, limit in ipairs(each) do
      local oldest = counting[#counting - limit.requests + 1]
      if oldest then
        later(oldest + limit.window, 'sim', 0)
      end
    end
  end
end

local mark = tonumber(marks[2]) or 0
if pause > 0 then
  if interactive and scope == name and now + pause + grace > mark then
    redis.call('HSET', account, 'mark.' .. name, now + pause + grace)
  end
  return {4, aged, pause, scope, held}
end
if not interactive and mark > now then
  return {4, aged, mark - now, name, 0}
end

local latest = now + slack
if longest > 0 then
  redis.call('ZREMRANGEBYSCORE', lane, '-inf', now - longest)
  redis.call('ZADD', lane, latest, now)
  redis.call('PEXPIRE', lane, math.ceil((slack + longest) / 1000))
end
if key and (wanted or longest_each > 0) then
  if longest_each > 0 then
    sim.times[#sim.times + 1] = latest
  end
  if wanted then
    sim.flight = goes_on and sim.flight or now
    sim.lease = aged + tonumber(ARGV[8])
  end
  write(key, sim, longest_each)
end
return {1, aged, latest, now, wanted and sim.flight or 0}
