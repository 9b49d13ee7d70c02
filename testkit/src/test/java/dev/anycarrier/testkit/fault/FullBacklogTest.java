package dev.anycarrier.testkit.fault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class FullBacklogTest {

    @Test
    void a_connect_to_a_full_backlog_gets_no_answer() throws Exception {
        try (FullBacklog full = FullBacklog.open();
                Socket client = new Socket()) {
            final InetSocketAddress address = new InetSocketAddress(
                    full.address().getHost(), full.address().getPort());

            assertThatThrownBy(() -> client.connect(address, 200)).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
