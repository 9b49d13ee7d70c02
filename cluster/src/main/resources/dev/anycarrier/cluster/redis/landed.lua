-- A flight has ended. KEYS[2]: the SIM. ARGV[5]: its number; [6]: the longest window of a SIM; [7]: the moment at which the node
-- said so, or ''; [8]: the value's age then; [9]: how long it is kept; [10]: the value, or '' if there is none.
local sim = read(KEYS[2])
if sim.flight ~= tonumber(ARGV[5]) or sim.lease <= aged then
  return {0, aged}
end
sim.lease = 0
if ARGV[10] ~= '' then
  -- What was said long ago, since the server stood still, is that old.
  local said = math.min(aged, tonumber(ARGV[7]) or aged)
  local truth = said - tonumber(ARGV[8])
  if sim.forgotten <= aged or truth >= sim.truth then
    sim.received, sim.truth, sim.forgotten, sim.value = said, truth, said + tonumber(ARGV[9]), ARGV[10]
  end
end
write(KEYS[2], sim, tonumber(ARGV[6]))
return {1, aged}
