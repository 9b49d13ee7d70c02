package dev.anycarrier.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CredentialsDigestTest {

    private final CredentialsDigest digest = new CredentialsDigest("main");

    @Test
    void the_same_credentials_have_the_same_digest_on_every_node() {
        assertThat(digest.of(secrets("id", "key"))).isEqualTo(new CredentialsDigest("main").of(secrets("id", "key")));
    }

    @Test
    void other_credentials_have_another() {
        final String known = digest.of(secrets("id", "key"));
        assertThat(List.of(
                        digest.of(secrets("id", "kez")),
                        digest.of(secrets("key", "id")),
                        digest.of(secrets("idk", "ey")),
                        digest.of(secrets("idkey")),
                        digest.of(secrets()),
                        new CredentialsDigest("other").of(secrets("id", "key"))))
                .doesNotContain(known)
                .doesNotHaveDuplicates();
    }

    @Test
    void it_says_nothing_of_them() {
        assertThat(digest.of(secrets("planted-secret"))).matches("[0-9a-f]{64}");
    }

    private static List<Secret> secrets(final String... values) {
        return Stream.of(values).map(Secret::of).toList();
    }
}
