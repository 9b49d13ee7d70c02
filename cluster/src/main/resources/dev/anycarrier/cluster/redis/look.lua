-- The value of a SIM, KEYS[2], whatever its age.
local sim = read(KEYS[2])
if sim.forgotten <= now then
  return {0, now}
end
return {2, now, now - sim.received, now - sim.truth, sim.value}
