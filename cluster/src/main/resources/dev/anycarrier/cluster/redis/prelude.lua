-- Comes before every script of an account. KEYS[1]: the account. ARGV[1]: the run of the server that the node is connected to;
-- ARGV[2]: how the node names SIMs, or '' if it names none; ARGV[3]: when the node has given up, or ''; ARGV[4]: the time in tests, else ''.
-- All times are microseconds, and there are two of them, since the server's clock may be set. now: for limits and holds; it stands
-- still until a clock that was set back is where it was. aged: for ages and leases; it goes on from where it was. Each call has
-- its own, later than all before: now serves as a number too.
local account = KEYS[1]
local run, naming, given_up, time = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if time == '' then
  local clock = redis.call('TIME')
  time = clock[1] * 1000000 + clock[2]
else
  time = tonumber(time)
end
local state = redis.call('HMGET', account, 'run', 'since', 'last', 'shift', 'naming', 'aged')
local now = math.max(time, (tonumber(state[3]) or 0) + 1)
local shift = tonumber(state[4]) or 0
local aged = time + shift
if aged <= (tonumber(state[6]) or 0) then
  aged = tonumber(state[6]) + 1
  shift = aged - time
end
if given_up ~= '' and aged > tonumber(given_up) then
  return {-2, aged}
end
if naming ~= '' and state[5] and state[5] ~= naming then
  return {-1, aged}
end
local since = tonumber(state[2]) or now
if state[1] ~= run then
  -- Another server, or one without its data: what was sent before is not known.
  since = now
  redis.call('HSET', account, 'run', run, 'since', since)
end
if naming ~= '' and not state[5] then
  redis.call('HSET', account, 'naming', naming)
end
redis.call('HSET', account, 'last', now, 'shift', shift, 'aged', aged)
redis.call('PEXPIRE', account, 3456000000)

-- A SIM: until when the carrier wants no request, flight, end of its lease, latest times of permits, times of receipt and of
-- truth of the value, when it is forgotten, the value.
local function read(key)
  local packed = redis.call('GET', key)
  local fields = packed and cmsgpack.unpack(packed) or {0, 0, 0, {}, 0, 0, 0, ''}
  return {
    hold = fields[1], flight = fields[2], lease = fields[3], times = fields[4],
    received = fields[5], truth = fields[6], forgotten = fields[7], value = fields[8]
  }
end

-- Writes a SIM until nothing of it matters any more.
local function write(key, sim, window)
  local value, flying = sim.forgotten > aged, sim.lease > aged
  local matters = math.max(sim.hold - now, sim.lease - aged, sim.forgotten - aged)
  for _, latest in ipairs(sim.times) do
    matters = math.max(matters, latest + window - now)
  end
  if matters <= 0 then
    redis.call('DEL', key)
    return
  end
  local packed = cmsgpack.pack({
    sim.hold > now and sim.hold or 0, flying and sim.flight or 0, flying and sim.lease or 0, sim.times,
    value and sim.received or 0, value and sim.truth or 0, value and sim.forgotten or 0, value and sim.value or ''
  })
  redis.call('SET', key, packed, 'PX', math.ceil(matters / 1000))
end
