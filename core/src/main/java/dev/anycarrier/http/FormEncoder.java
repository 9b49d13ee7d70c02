package dev.anycarrier.http;

import feign.RequestTemplate;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** The one kind of body a usage request has: a {@link Form}. */
final class FormEncoder implements Encoder {

    @Override
    public void encode(final Object object, final Type bodyType, final RequestTemplate template) {
        if (!(object instanceof Form form)) {
            throw new EncodeException("a body is a Form, not " + bodyType.getTypeName());
        }
        template.header("Content-Type", Form.MEDIA_TYPE);
        template.body(form.bytes(), StandardCharsets.US_ASCII);
    }
}
