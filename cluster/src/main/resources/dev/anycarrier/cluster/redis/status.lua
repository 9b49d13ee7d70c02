-- What is left. KEYS[2], KEYS[3]: the lanes of the account and of the token endpoint. ARGV[5]: slack; then the limits of each
-- lane: how many, then the window of each.
local holds = redis.call('HMGET', account, 'hold.account', 'hold.token')
local answer = {0, aged, since == 0 and -1 or now - since}
local position = 6
for lane = 1, 2 do
  local count, longest, used = tonumber(ARGV[position]), 0, {}
  for i = 1, count do
    local window = tonumber(ARGV[position + i])
    longest = math.max(longest, window)
    used[i] = redis.call('ZCOUNT', KEYS[lane + 1], '(' .. string.format('%.0f', now - window), '+inf')
  end
  position = position + count + 1
  local hold = tonumber(holds[lane]) or 0
  if longest > 0 then
    hold = math.max(hold, since + tonumber(ARGV[5]) + longest)
  end
  answer[#answer + 1] = math.max(0, hold - now)
  answer[#answer + 1] = used
end
return answer
