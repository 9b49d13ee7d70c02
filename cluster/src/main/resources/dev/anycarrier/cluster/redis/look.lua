-- The value of a SIM, KEYS[2], whatever its age.
local sim = read(KEYS[2])
if sim.forgotten <= aged then
  return {0, aged}
end
return {2, aged, aged - sim.received, aged - sim.truth, sim.value}
