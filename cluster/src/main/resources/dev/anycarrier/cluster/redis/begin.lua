-- Nothing was sent lately, says who knows.
redis.call('HSET', account, 'since', 0)
return {0, aged}
