package embedder;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.RedisCluster;
import java.net.URI;

/** In a class of its own, which is not loaded where the cluster is not there. */
final class Nodes {

    private Nodes() {}

    /** On a Redis that nobody has started: it is not asked before a carrier is. */
    static Anycarrier.Builder join(final Anycarrier.Builder builder) {
        return builder.cluster(RedisCluster.builder()
                .redis(URI.create("redis://127.0.0.1:1"))
                .node("embedder")
                .build());
    }
}
