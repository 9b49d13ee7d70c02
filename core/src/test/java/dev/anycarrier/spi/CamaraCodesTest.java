package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.Standard;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The codes of our failures against those of CAMARA's common errors, as published. */
class CamaraCodesTest {

    /** The HTTP status that CAMARA has for what a kind means; kinds that are not here mean nothing that it has. */
    private static final Map<Kind, Integer> STATUSES = new EnumMap<>(Map.of(
            Kind.REJECTED_INPUT, 400,
            Kind.AUTHENTICATION_FAILED, 401,
            Kind.PERMISSION_DENIED, 403,
            Kind.NOT_FOUND, 404,
            Kind.GONE, 410,
            Kind.TOO_MANY_REQUESTS, 429,
            Kind.UNSUPPORTED, 501,
            Kind.UNAVAILABLE, 503,
            Kind.DEADLINE_EXCEEDED, 504));

    private static final Map<String, Integer> PUBLISHED = published();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_kind_has_the_code_of_camara_where_there_is_one_and_no_other_of_its_codes(final Kind kind) {
        assertThat(Optional.ofNullable(PUBLISHED.get(kind.code()))).isEqualTo(Optional.ofNullable(STATUSES.get(kind)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_kind_that_camara_does_not_have_goes_by_its_own_name(final Kind kind) {
        if (!STATUSES.containsKey(kind)) {
            assertThat(kind.code()).isEqualTo(kind.name());
        }
    }

    private static Map<String, Integer> published() {
        final Map<String, Integer> codes = new HashMap<>();
        for (final JsonNode response : Standard.camara().at("/components/responses")) {
            for (final JsonNode part : response.at("/content/application~1json/schema/allOf")) {
                for (final JsonNode code : part.at("/properties/code/enum")) {
                    codes.put(
                            code.asText(), part.at("/properties/status/enum/0").asInt());
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
        return codes;
    }
}
