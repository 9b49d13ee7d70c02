package dev.anycarrier.http;

import dev.anycarrier.spi.HttpResponse;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Hands the transport's answer through Feign to our decoder as it is, without a copy. */
record AnswerBody(HttpResponse answer) implements Response.Body {

    @Override
    public Integer length() {
        return answer.body().length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream asInputStream() {
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public Reader asReader(final Charset charset) {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
