package dev.anycarrier.testkit.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A first attempt at an HTTP client: one connection, kept, and never looked at before it is used again. */
final class KeptSocket implements Transport {

    private static final int TIMEOUT = 150;

    private final Authentication.Signing authentication;
    private @Nullable Socket socket;
    private @Nullable InputStream input;

    private KeptSocket(final Authentication authentication) {
        this.authentication = (Authentication.Signing) authentication;
    }

    /** Acme's factory with this in place of the transport. */
    static UsageProviderFactory inPlaceOfTransport() {
        return AcmeWith.context(context -> new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication proof) {
                return new KeptSocket(proof);
            }
        });
    }

    @Override
    public synchronized HttpResponse send(final HttpRequest request) {
        try {
            return answer(ask(authentication.apply(request)), System.currentTimeMillis() + TIMEOUT);
        } catch (final SocketTimeoutException e) {
            throw failed(UsageException.unavailable(UnavailableCause.ATTEMPT_TIMEOUT, "it took too long"));
        } catch (final IOException e) {
            throw failed(UsageException.unavailable(UnavailableCause.NETWORK, "the connection broke"));
        } catch (final IllegalArgumentException e) {
            throw failed(UsageException.of(Kind.PROTOCOL, "this is not HTTP"));
        }
    }

    private InputStream ask(final HttpRequest request) throws IOException {
        final URI uri = request.uri();
        if (socket == null || input == null) {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout(TIMEOUT);
            input = new BufferedInputStream(socket.getInputStream());
        }
        final StringBuilder head = new StringBuilder(
                request.method() + " " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        head.append(" HTTP/1.1\r\nHost: ").append(uri.getAuthority()).append("\r\n");
        request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        return input;
    }

    private static HttpResponse answer(final InputStream input, final long deadline) throws IOException {
        final int status = Integer.parseInt(line(input, deadline).split(" ", 3)[1]);
        HttpHeaders headers = HttpHeaders.none();
        for (String line = line(input, deadline); !line.isEmpty(); line = line(input, deadline)) {
            final String[] field = line.split(":", 2);
            headers = headers.with(field[0], field.length < 2 ? "" : field[1].strip());
        }
        final byte[] body =
                new byte[Integer.parseInt(headers.first("Content-Length").orElse("none"))];
        for (int read = 0; read < body.length; read++) {
            body[read] = (byte) next(input, deadline);
        }
        return new HttpResponse(status, headers, body);
    }

    private static String line(final InputStream input, final long deadline) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int next = next(input, deadline); next != '\n'; next = next(input, deadline)) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static int next(final InputStream input, final long deadline) throws IOException {
        final int next = input.read();
        if (next < 0) {
            throw new EOFException("the end");
        }
        if (System.currentTimeMillis() > deadline) {
            throw new SocketTimeoutException("too late");
        }
        return next;
    }

    private UsageException failed(final UsageException.Builder failure) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (final IOException e) {
            // It is gone either way.
        }
        socket = null;
        return failure.build();
    }
}
