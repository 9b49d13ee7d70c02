package dev.anycarrier.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.SimRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsageErrorsTest {

    private static final SimRef SIM = SimRef.parse("airalo-eu:8944465400000217735");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_of_failure_is_an_error_of_the_standard_with_its_code(final Kind kind) {
        final UsageException failure = failure(kind);

        final JsonNode json = UsageErrors.toJson(failure);
        assertThat(json.path("code").asText()).isEqualTo(kind.code());
        assertThat(json.path("reason").asText()).isEqualTo("HTTP 418");
        assertThat(json.path("message").asText()).isEqualTo(failure.getMessage());
        assertThat(Schemas.ERROR_AS_PUBLISHED.violations(json)).isEmpty();
        assertThat(Schemas.ERROR.violations(json)).isEmpty();

        final JsonNode ofSim = UsageErrors.toJson(SIM, failure);
        assertThat(ofSim.path("sim").asText()).isEqualTo("8944465400000217735");
        assertThat(ofSim.path("account").asText()).isEqualTo("airalo-eu");
        assertThat(ofSim.path("kind").asText()).isEqualTo(kind.name());
        assertThat(ofSim.path("notBefore").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(Schemas.ERROR_AS_PUBLISHED.violations(ofSim)).isEmpty();
        assertThat(Schemas.ERROR_OF_SIM.violations(ofSim)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SweepOutcome.Reason.class)
    void a_sim_that_was_passed_over_is_an_error_of_its_own(final SweepOutcome.Reason reason) {
        final JsonNode json = UsageErrors.toJson(new SweepOutcome.Skipped(SIM, 3, reason));

        assertThat(json.path("code").asText()).isEqualTo("SKIPPED");
        assertThat(json.path("kind").asText()).isEqualTo(reason.name());
        assertThat(json.path("sim").asText()).isEqualTo("8944465400000217735");
        assertThat(Schemas.ERROR_AS_PUBLISHED.violations(json)).isEmpty();
        assertThat(Schemas.ERROR_OF_SIM.violations(json)).isEmpty();
    }

    @Test
    void no_member_can_be_renamed_unnoticed() {
        assertThat(Renaming.allOf(UsageErrors.toJson(SIM, failure(Kind.GONE))))
                .hasSizeGreaterThan(9)
                .allSatisfy(renaming -> assertThat(Schemas.ERROR_OF_SIM.violations(renaming.document()))
                        .as(renaming.member())
                        .isNotEmpty());
    }

    private static UsageException failure(final Kind kind) {
        return UsageException.of(kind, "HTTP 418").notBefore(Instant.EPOCH).build();
    }
}
