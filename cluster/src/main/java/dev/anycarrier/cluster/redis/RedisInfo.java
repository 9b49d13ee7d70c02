package dev.anycarrier.cluster.redis;

import java.util.HashMap;
import java.util.Map;

/**
 * What a server says of itself.
 *
 * @param run the number of its run: another after each start
 * @param version its version
 * @param usedMemory in bytes
 * @param maximumMemory in bytes; 0 if there is no bound
 */
record RedisInfo(String run, String version, long usedMemory, long maximumMemory) {

    /**
     * Reads the answer to INFO.
     *
     * @throws dev.anycarrier.spi.UsageException if limits cannot be kept there
     */
    static RedisInfo read(final String info) {
        final Map<String, String> fields = new HashMap<>();
        info.lines().forEach(line -> {
            final int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        final String role = fields.getOrDefault("role", "");
        if (!role.equals("master")) {
            throw Failures.unavailable("Redis is no master there, so nothing can be counted");
        }
        final String run = fields.getOrDefault("run_id", "");
        if (run.isEmpty()) {
            throw Failures.unavailable("Redis does not say which run of it this is (INFO)");
        }
        final long maximum = number(fields, "maxmemory");
        final String policy = fields.getOrDefault("maxmemory_policy", "");
        if (maximum > 0 && !policy.equals("noeviction")) {
            throw Failures.unavailable("Redis may forget what it has to count: its maxmemory-policy is " + policy
                    + " and has to be noeviction");
        }
        return new RedisInfo(run, fields.getOrDefault("redis_version", ""), number(fields, "used_memory"), maximum);
    }

    private static long number(final Map<String, String> fields, final String name) {
        final String text = fields.getOrDefault(name, "0");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
