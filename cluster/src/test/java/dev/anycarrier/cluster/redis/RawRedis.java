package dev.anycarrier.cluster.redis;

import dev.anycarrier.cluster.testing.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;

/** Looks into a server and meddles with it, past everything of ours. */
final class RawRedis implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    RawRedis(final RedisServer server) {
        client = RedisClient.create(server.uri().toString());
        connection = client.connect();
    }

    RedisCommands<String, String> commands() {
        return connection.sync();
    }

    List<String> keys() {
        return commands().keys("*");
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
