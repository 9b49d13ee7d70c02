package dev.anycarrier.cluster.redis;

import dev.anycarrier.call.Priority;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.engine.port.*;
import dev.anycarrier.spi.*;
import java.time.Duration;
import java.util.*;
import org.junit.jupiter.api.*;

@Tag("cluster")
class SmokeTest {
    @Test
    void smoke() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            StoreOfTests store = new StoreOfTests(server);
            RedisNode a = store.realNode("a"), b = store.realNode("b");
            ClusterTerms terms = new ClusterTerms(List.of(new RateLimit(LimitScope.ACCOUNT, 2, Duration.ofSeconds(1)), new RateLimit(LimitScope.SIM, 1, Duration.ofSeconds(10)), new RateLimit(LimitScope.TOKEN_ENDPOINT, 1, Duration.ofSeconds(1))), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofHours(1));
            ClusterAccount x = a.account("acc", terms), y = b.account("acc", terms);
            var sim = Reports.sim(1);
            var q = new ClusterRequest(false, Optional.of(sim), Priority.INTERACTIVE, Optional.of(new ClusterRequest.Wanted(Duration.ofSeconds(5), Duration.ofSeconds(5))));
            System.out.println(x.ask(q));
            a.begin("acc");
            var g = (ClusterAnswer.Granted) x.ask(q);
            System.out.println(g);
            System.out.println(y.ask(q));
            x.landed(sim, g.flight(), Optional.of(Reports.of(sim, 7)), Duration.ofSeconds(1));
            System.out.println(x.look(sim));
            System.out.println(y.ask(q));
            System.out.println(x.token("c", 0, false));
            System.out.println(a.status());
            long start = System.nanoTime();
            for (int i = 0; i < 2000; i++) x.look(sim);
            System.out.println((System.nanoTime() - start) / 2000 / 1000 + " us");
            Thread.sleep(1500);
            System.out.println(a.status());
            a.close(); b.close();
            Thread.getAllStackTraces().keySet().forEach(t -> System.out.println(t.getName()));
        }
    }
}
