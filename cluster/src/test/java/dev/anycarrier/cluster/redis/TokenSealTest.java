package dev.anycarrier.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenSealTest {

    private final TokenSeal seal = new TokenSeal(Secret.of("0123456789abcdef0123456789abcdef"));
    private final AccessToken token = new AccessToken(Secret.of("the-token"), Duration.ofMinutes(5));
    private final byte[] sealed = seal.seal("account", "credentials", token);

    @Test
    void what_is_sealed_is_opened_with_the_same_key() {
        assertThat(seal.open("account", "credentials", sealed)).contains(token);
    }

    @Test
    void nothing_of_the_token_can_be_seen_and_no_two_look_the_same() {
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("token");
        assertThat(seal.seal("account", "credentials", token)).isNotEqualTo(sealed);
    }

    @Test
    void another_key_another_account_and_other_credentials_open_nothing() {
        final TokenSeal other = new TokenSeal(Secret.of("1123456789abcdef0123456789abcdef"));
        assertThat(other.open("account", "credentials", sealed)).isEmpty();
        assertThat(seal.open("accountc", "redentials", sealed)).isEmpty();
        assertThat(seal.open("account", "credential", sealed)).isEmpty();
    }

    @Test
    void whatever_was_changed_opens_nothing() {
        for (int i = 0; i < sealed.length; i++) {
            final byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal.open("account", "credentials", changed)).isEmpty();
            assertThat(seal.open("account", "credentials", java.util.Arrays.copyOf(sealed, i)))
                    .isEmpty();
        }
    }
}
