package dev.anycarrier.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallerTest {

    @Test
    void allPeersReadTheSameAnswerWithOneRequestEach() {
        try (ServerProcess server = ServerProcess.start(new Processes())) {
            for (final Peer peer : Peer.values()) {
                final long before = server.count("/v2/sims/");
                try (Caller caller = peer.open(server.port())) {
                    for (int serial = 0; serial < 3; serial++) {
                        assertThat(caller.remaining(SimNumber.of(serial))).isEqualTo(767);
                    }
                }
                assertThat(server.count("/v2/sims/") - before).as(peer.title()).isEqualTo(3);
            }
        }
    }
}
