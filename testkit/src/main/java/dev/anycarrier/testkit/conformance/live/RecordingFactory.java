package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;

/**
 * A factory that behaves as another does, and records what its providers are answered. It sees requests before they are
 * authenticated, so no secret.
 */
final class RecordingFactory extends ForwardingFactory {

    private final RecordedAnswers answers;

    RecordingFactory(final UsageProviderFactory factory, final RecordedAnswers answers) {
        super(factory);
        this.answers = answers;
    }

    @Override
    protected ProviderContext around(final ProviderContext context) {
        return new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication authentication) {
                final Transport transport = super.transport(authentication);
                return request -> {
                    final HttpResponse response = transport.send(request);
                    answers.add(request, response);
                    return response;
                };
            }
        };
    }
}
