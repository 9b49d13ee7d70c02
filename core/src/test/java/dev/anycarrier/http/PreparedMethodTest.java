package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.RawJson;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a prepared method sends, held against what Feign sends for the same call. */
class PreparedMethodTest {

    private static final int CALLS = 400;
    private static final URI BASE = URI.create("https://carrier.example/base");

    private final SentRequests sent = new SentRequests();

    @ParameterizedTest
    @MethodSource("shapes")
    void whatever_the_arguments_are_the_request_is_the_one_that_feign_sends(final Method shape) {
        final Random random = new Random(shape.toString().hashCode());
        final Shapes prepared = sent.client(BASE);
        final Shapes feign = sent.feign(BASE);
        for (int call = 0; call < CALLS; call++) {
            final Object[] arguments = ShapeArguments.any(shape, random);

            assertThat(sent.by(prepared, shape, arguments))
                    .as(() -> List.of(arguments).toString())
                    .isEqualTo(sent.by(feign, shape, arguments));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void plain_arguments_make_the_request_that_feign_sends(final Method shape) {
        final Random random = new Random(shape.toString().hashCode());
        final Shapes prepared = sent.client(BASE);
        final Shapes feign = sent.feign(BASE);
        for (int call = 0; call < CALLS; call++) {
            final Object[] arguments = ShapeArguments.plain(shape, random);

            final String expected = sent.by(feign, shape, arguments);
            assertThat(sent.withoutFeign()).isFalse();
            assertThat(sent.by(prepared, shape, arguments)).isEqualTo(expected);
            assertThat(sent.withoutFeign()).isEqualTo(!shape.isAnnotationPresent(Shapes.LeftToFeign.class));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://carrier.example",
                "https://carrier.example/",
                "https://carrier.example//",
                "http://127.0.0.1:8080/a/b/",
                "https://carrier.example/a%20b",
                "https://carrier.example/base?key=1",
                "https://carrier.example/base?",
                "https://carrier.example/base#part",
                "HTTP://carrier.example",
                "ftp://carrier.example",
                "https:///nowhere",
                "http:opaque"
            })
    void whatever_the_base_address_is_the_request_is_the_one_that_feign_sends(final String base) {
        final Shapes prepared = sent.client(URI.create(base));
        final Shapes feign = sent.feign(URI.create(base));
        final Random random = new Random(base.hashCode());
        for (final Method shape : shapes().toList()) {
            final Object[] arguments = ShapeArguments.plain(shape, random);

            assertThat(sent.by(prepared, shape, arguments)).isEqualTo(sent.by(feign, shape, arguments));
        }
    }

    @Test
    void what_only_feign_knows_how_to_write_is_left_to_feign() {
        final Shapes client = sent.client(BASE);

        for (final Object value : new Object[] {"", "100%", "é", List.of("a"), Map.of("a", "b"), Optional.of("a")}) {
            client.pathVariable(value);
            assertThat(sent.withoutFeign()).as(value.toString()).isFalse();
        }
        client.pathVariable("8944500000000000001");
        assertThat(sent.withoutFeign()).isTrue();
    }

    @Test
    void a_parameter_without_a_value_is_left_out_without_feign() {
        sent.client(BASE).severalQueryVariables("1", null, "3");

        assertThat(sent.withoutFeign()).isTrue();
        assertThat(sent.last().uri()).hasToString(BASE + "/usage?a=1&c=3");
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void a_call_ends_in_the_error_in_which_it_ends_with_feign(final HttpResponse bad) {
        sent.answerWith(bad);
        final Shapes client = sent.client(BASE);

        final UsageException without = failure(() -> client.pathVariable("1"));
        assertThat(sent.withoutFeign()).isTrue();
        final UsageException with = failure(() -> client.headerMap("1", Map.of()));
        assertThat(sent.withoutFeign()).isFalse();

        assertThat(without.kind()).isEqualTo(with.kind());
        assertThat(without.getMessage()).isEqualTo(with.getMessage());
        assertThat(without.getCause()).isNull();
        assertThat(with.getCause()).isNull();
    }

    @Test
    void a_reading_that_fails_unforeseen_is_an_answer_that_could_not_be_read() {
        final ProviderEvents broken = count -> {
            throw new IllegalStateException("planted");
        };
        final Shapes client = sent.client(BASE, broken);

        final UsageException without = failure(() -> client.counted("1"));
        final UsageException with = failure(() -> client.countedByFeign("1", Map.of()));

        assertThat(without.kind()).isEqualTo(UsageException.Kind.INVALID_DATA);
        assertThat(without.getMessage()).isEqualTo(with.getMessage()).doesNotContain("planted");
        assertThat(without.getCause()).isNull();
    }

    @Test
    void the_whole_answer_is_the_value_of_a_method_that_returns_it() {
        final HttpResponse whole = answer(200, "no JSON");
        sent.answerWith(whole);

        assertThat(sent.client(BASE).whole()).isSameAs(whole);
        assertThat(sent.withoutFeign()).isTrue();
    }

    @Test
    void an_answer_is_read_as_the_type_that_the_method_returns() {
        assertThat(sent.client(BASE).counted("1").count()).isEqualTo(5);
        final RawJson raw = sent.client(BASE).literalQuery();
        assertThat(raw.json()).isEqualTo(SentRequests.GOOD);
    }

    private static UsageException failure(final Runnable call) {
        return catchThrowableOfType(UsageException.class, call::run);
    }

    private static Stream<Method> shapes() {
        return Stream.of(Shapes.class.getDeclaredMethods());
    }

    private static Stream<HttpResponse> badAnswers() {
        return Stream.concat(
                IntStream.of(201, 204, 302, 400, 401, 404, 429, 503).mapToObj(status -> answer(status, "{\"code\":7}")),
                Stream.of("", "null", "{", "{}{}", "{\"a\":1,\"a\":2}").map(body -> answer(200, body)));
    }
}
