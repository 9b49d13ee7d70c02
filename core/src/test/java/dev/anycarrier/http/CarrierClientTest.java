package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierClientTest {

    interface Api {

        @RequestLine("GET /sims/{sim}?filter[]={filter}&cursor={cursor}")
        @Headers("Accept: application/json")
        Wire sim(@Param("sim") String sim, @Param("filter") List<String> filter, @Param("cursor") String cursor);

        @RequestLine("GET /sims/{sim}")
        Wire sim(@Param("sim") String sim);
    }

    record Wire(@JsonProperty("count") Long count) {}

    private final FakeContext context = new FakeContext();
    private final List<HttpRequest> requests = new ArrayList<>();
    private HttpResponse next = answer(200, "{\"count\":5,\"new\":1}");

    private final Api api = client();

    @Test
    void one_call_is_one_request_and_its_answer_is_read() {
        assertThat(api.sim("1").count()).isEqualTo(5);

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.uri()).isEqualTo(URI.create("https://carrier.example/base/sims/1"));
            assertThat(request.body()).isEmpty();
        });
        assertThat(context.unknownFields()).hasValue(1);
    }

    @Test
    void what_goes_into_the_query_is_encoded() {
        api.sim("1", List.of("time:2020-01-30", "country_code:dk"), "YWJj/+==");

        assertThat(requests.get(0).uri().getRawPath()).isEqualTo("/base/sims/1");
        assertThat(requests.get(0).uri().getRawQuery())
                .isEqualTo("filter%5B%5D=time%3A2020-01-30&filter%5B%5D=country_code%3Adk&cursor=YWJj/%2B%3D%3D");
        assertThat(requests.get(0).headers().all("Accept")).containsExactly("application/json");
    }

    @ParameterizedTest
    @CsvSource({"201, INVALID_DATA", "204, INVALID_DATA", "302, PROTOCOL", "404, NOT_FOUND", "500, UNAVAILABLE"})
    void any_status_but_200_is_an_error_whatever_the_body_says(final int status, final Kind kind) {
        next = answer(status, HttpHeaders.none().with("Location", "https://elsewhere.example/"), "{\"count\":0}");

        assertThat(failure().kind()).isEqualTo(kind);
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_body_that_is_not_as_promised_is_invalid_and_no_foreign_type_escapes() {
        next = answer(200, "{\"count\":\"planted\"}");

        final UsageException failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure.detail()).contains("field count");
        assertThat(failure.getMessage()).doesNotContain("planted");
        assertThat(failure.getCause()).isNull();
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @Test
    void what_the_transport_says_passes_as_it_is() {
        final UsageException broken =
                UsageException.unavailable(UnavailableCause.NETWORK, "gone").build();
        final Api unreachable = client(request -> {
            throw broken;
        });

        assertThat(catchThrowableOfType(UsageException.class, () -> unreachable.sim("1")))
                .isSameAs(broken);
    }

    @Test
    void a_client_is_an_object_like_any_other() {
        assertThat(Set.of(api)).contains(api).doesNotContain(client());
        assertThat(api).hasToString("client of Api");
    }

    @Test
    void a_form_shows_nothing() {
        assertThat(Form.empty().with("client_secret", "planted")).hasToString("Form");
    }

    private Api client() {
        return client(request -> {
            requests.add(request);
            return next;
        });
    }

    private Api client(final Transport transport) {
        return CarrierClient.create(
                Api.class, URI.create("https://carrier.example/base"), transport, context, ErrorMapping.standard());
    }

    private UsageException failure() {
        return catchThrowableOfType(UsageException.class, () -> api.sim("1"));
    }
}
