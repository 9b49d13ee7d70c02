package dev.anycarrier.testkit.template;

import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.SimulatorRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Admits whoever sends the headers with their secrets. */
final class HeaderGate implements Gate {

    private static final int LENGTH = 40;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    HeaderGate(final SimulatedAuthentication.Headers authentication, final Draw draw) {
        for (final SimulatedAuthentication.SecretHeader header : authentication.headers()) {
            final String secret = draw.lettersAndDigits(LENGTH);
            settings.put(header.setting(), secret);
            headers.put(header.name(), header.prefix() + secret);
        }
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public boolean admits(final SimulatorRequest request) {
        return headers.entrySet().stream()
                .allMatch(header -> request.headers()
                        .first(header.getKey())
                        .filter(header.getValue()::equals)
                        .isPresent());
    }
}
