package dev.anycarrier.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.usage.RawJson;
import feign.Body;
import feign.CollectionFormat;
import feign.HeaderMap;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.Request;
import feign.RequestLine;
import feign.Response;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods of every shape that a carrier's interface can have. */
@Headers({"X-Of-Type: 1", "accept: application/json"})
interface Shapes {

    /** What is sent by Feign, whatever the arguments are. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface LeftToFeign {}

    record Counted(@JsonProperty("count") Long count) {}

    @RequestLine("GET /sims/{sim}/usage")
    @Headers("Accept: application/json")
    RawJson pathVariable(@Param("sim") Object sim);

    @RequestLine("GET /sims/{sim}/{kind}/x{kind}.{sim}")
    RawJson severalPathVariables(@Param("sim") Object sim, @Param("kind") Object kind);

    @RequestLine("GET /{sim}")
    RawJson bareVariable(@Param("sim") Object sim);

    @RequestLine("GET /usage?a={a}&b={b}&c={c}")
    RawJson severalQueryVariables(
            @Param("a") @Nullable Object a, @Param("b") @Nullable Object b, @Param("c") @Nullable Object c);

    @RequestLine("GET /usage?a={a}&b=2&a={c}&flag&empty=&b=3")
    RawJson repeatedNames(@Param("a") Object a, @Param("c") Object c);

    @RequestLine("GET /usage?filter[]=time:{time}&page%20size={size}&x={time}-{size}")
    RawJson literalsAroundVariables(@Param("time") Object time, @Param("size") Object size);

    @RequestLine("GET /us age/a%2Fb/c+d;e=f:g@h/(é)?to=x/y&q=a b+c%2Bd&:n/=z")
    RawJson literalQuery();

    @RequestLine("GET /sims/{sim}?sim={sim}")
    RawJson sameVariableTwice(@Param("sim") Object sim);

    @RequestLine("GET /whole")
    HttpResponse whole();

    @RequestLine("GET /counted/{sim}")
    Counted counted(@Param("sim") String sim);

    @RequestLine("GET /numbers/{number}?on={on}&at={at}")
    RawJson primitives(@Param("number") long number, @Param("on") boolean on, @Param("at") int at);

    @RequestLine("DELETE /sims/{sim}")
    @Headers({"b-header: 2", "x-of-type: 1", "A-Header: 1", "Content-Length: 0", "Empty:", "Content-Type: text/plain"})
    RawJson manyHeaders(@Param("sim") Object sim);

    @RequestLine("GET /usage/{sim}")
    RawJson queryMap(@Param("sim") Object sim, @QueryMap Map<String, Object> parameters);

    @LeftToFeign
    @RequestLine("GET /usage?a={a}")
    RawJson queryMapAndQuery(@Param("a") Object a, @QueryMap Map<String, Object> parameters);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    RawJson headerMap(@Param("sim") Object sim, @HeaderMap Map<String, Object> headers);

    @LeftToFeign
    @RequestLine("GET /counted/{sim}")
    Counted countedByFeign(@Param("sim") String sim, @HeaderMap Map<String, Object> headers);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    @Headers("X-Sim: {sim}")
    RawJson headerVariable(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    @Headers({"X-More: 1", "X-More: 2"})
    RawJson headerTwice(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    @Headers("X-Name: ü\u20ac")
    RawJson headerThatNoRequestCarries(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine(value = "GET /sims/{sim}?a={sim}", decodeSlash = false)
    RawJson encodedSlash(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine(value = "GET /sims?a={a}&a={b}", collectionFormat = CollectionFormat.CSV)
    RawJson commaSeparated(@Param("a") Object a, @Param("b") Object b);

    @LeftToFeign
    @RequestLine("GET /sims?a=1,{a}")
    RawJson literalComma(@Param("a") Object a);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}?{name}=1")
    RawJson nameVariable(@Param("sim") Object sim, @Param("name") Object name);

    @LeftToFeign
    @RequestLine("GET /sims{;sim}")
    RawJson pathStyle(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim:[a-z]+}")
    RawJson pattern(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}/{unbound}")
    RawJson unbound(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}?a={a}")
    RawJson boundTwice(@Param("sim") Object sim, @Param("a") Object a, @Param("a") Object other);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    RawJson expanded(@Param(value = "sim", expander = Doubled.class) Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}#{sim}")
    RawJson fragment(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET {sim}")
    RawJson variableFirst(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET ?a={a}")
    RawJson queryOnly(@Param("a") Object a);

    @LeftToFeign
    @RequestLine("GET")
    RawJson nothing();

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    RawJson elsewhere(URI address, @Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    RawJson options(Request.@Nullable Options options, @Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("POST /sims")
    RawJson form(Form form);

    @LeftToFeign
    @RequestLine("POST /sims/{sim}")
    @Body("literal")
    RawJson literalBody(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("POST /sims/{sim}")
    @Body("a {sim}")
    RawJson bodyTemplate(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    void noValue(@Param("sim") Object sim);

    @LeftToFeign
    @RequestLine("GET /sims/{sim}")
    Response feignsOwn(@Param("sim") Object sim);

    /** An expander of the interface's own. */
    final class Doubled implements Param.Expander {
        @Override
        public String expand(final Object value) {
            return value + "" + value;
        }
    }
}
