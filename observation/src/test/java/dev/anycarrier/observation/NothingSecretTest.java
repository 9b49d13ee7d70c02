package dev.anycarrier.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NothingSecretTest {

    @Test
    void no_whole_sim_identifier_token_or_secret_is_seen_anywhere() {
        try (Scene scene = new Scene()) {
            scene.play();
            final List<String> seen = Stream.of(
                            scene.meters().scrape().lines(),
                            scene.lines().all().stream(),
                            scene.stopped().stream().flatMap(NothingSecretTest::texts))
                    .flatMap(texts -> texts)
                    .toList();
            assertThat(seen).anyMatch(text -> text.contains("…"));
            // Sixteen SIMs, two that nobody has, two secrets and a token at least.
            assertThat(scene.forbidden()).hasSizeGreaterThan(20).doesNotContainNull();
            assertThat(scene.forbidden())
                    .allSatisfy(forbidden -> assertThat(seen).noneMatch(text -> text.contains(forbidden)));
        }
    }

    private static Stream<String> texts(final Observation.Context context) {
        return Stream.concat(
                Stream.of(
                        context.getName(),
                        context.getContextualName(),
                        String.valueOf(context.getError()),
                        context.toString()),
                context.getAllKeyValues().stream().map(each -> each.getKey() + "=" + each.getValue()));
    }
}
