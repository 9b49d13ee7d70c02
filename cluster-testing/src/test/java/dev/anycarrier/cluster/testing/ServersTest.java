package dev.anycarrier.cluster.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class ServersTest {

    @Test
    void redis_answers_stands_still_goes_on_dies_and_comes_back() throws IOException {
        try (RedisServer server = RedisServer.start()) {
            assertThat(ping(server)).isEqualTo("+PONG");
            server.pause();
            assertThatThrownBy(() -> ping(server)).isInstanceOf(SocketTimeoutException.class);
            server.resume();
            assertThat(ping(server)).isEqualTo("+PONG");
            server.kill();
            assertThatThrownBy(() -> ping(server)).isInstanceOf(IOException.class);
            server.startAgain();
            assertThat(ping(server)).isEqualTo("+PONG");
            server.restartEmpty();
            assertThat(ping(server)).isEqualTo("+PONG");
            assertThatIllegalStateException().isThrownBy(server::startAgain);
        }
    }

    @Test
    void a_server_that_does_not_start_says_why() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RedisServer.start("--no-such-option", "1"))
                .withMessageContaining("no-such-option");
    }

    @Test
    void postgres_starts_dies_and_comes_back() throws IOException {
        try (PostgresServer server = PostgresServer.start()) {
            assertThat(wantsTls(server)).isEqualTo('N');
            server.kill();
            assertThatThrownBy(() -> wantsTls(server)).isInstanceOf(IOException.class);
            server.startAgain();
            assertThat(wantsTls(server)).isEqualTo('N');
            server.stop();
            server.startAgain();
            assertThat(wantsTls(server)).isEqualTo('N');
        }
    }

    private static String ping(final RedisServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }

    /** The first thing that a client may say is whether it wants TLS. */
    private static char wantsTls(final PostgresServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(new byte[] {0, 0, 0, 8, 4, (byte) 0xd2, 22, 47});
            return (char) socket.getInputStream().read();
        }
    }
}
