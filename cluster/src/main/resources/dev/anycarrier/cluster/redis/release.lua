-- A permit counts no more. KEYS[2]: the lane; KEYS[3]: the SIM; the account itself in place of
-- what is to be left alone. ARGV[5]: its number; [6]: its latest
-- time; [7]: the longest window of a SIM.
if KEYS[2] ~= account then
  redis.call('ZREM', KEYS[2], ARGV[5])
end
if KEYS[3] ~= account then
  local sim = read(KEYS[3])
  for i, latest in ipairs(sim.times) do
    if latest == tonumber(ARGV[6]) then
      table.remove(sim.times, i)
      write(KEYS[3], sim, tonumber(ARGV[7]))
      break
    end
  end
end
return {0, aged}
