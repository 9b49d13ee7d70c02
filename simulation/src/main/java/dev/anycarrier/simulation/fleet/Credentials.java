package dev.anycarrier.simulation.fleet;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An account's identifier and secret. The secret can change, at both ends at once; a key's predecessor is still let in. */
public final class Credentials implements SecretSource {

    private final long seed;
    private final List<String> secrets = new ArrayList<>();

    Credentials(final long seed) {
        this.seed = seed;
        rotate();
    }

    /** Changes the secret. */
    public void rotate() {
        secrets.add("sec%016x%016x".formatted(Mix.of(seed, secrets.size(), 3), Mix.of(seed, secrets.size(), 4)));
    }

    @Override
    public Secret current() {
        return Secret.of(latest());
    }

    /** Every secret there was. */
    public List<String> all() {
        return List.copyOf(secrets);
    }

    /** How often it changed. */
    public int rotations() {
        return secrets.size() - 1;
    }

    String clientId() {
        return "client%08x".formatted((int) seed);
    }

    boolean accepts(final CarrierRequest request) {
        final Map<String, String> form = request.parameters();
        return clientId().equals(form.get("client_id")) && latest().equals(form.get("client_secret"));
    }

    boolean acceptsKey(final String authorization) {
        return secrets.subList(Math.max(0, secrets.size() - 2), secrets.size()).contains(authorization);
    }

    private String latest() {
        return secrets.get(secrets.size() - 1);
    }
}
