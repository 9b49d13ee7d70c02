package dev.anycarrier.benchmarks.call;

/** Who asks, as an argument of a fork and as a name in the table. */
enum Peer {
    ENGINE("the whole engine"),
    USUAL("Feign on HC5 as people use it"),
    BYTES("Feign on HC5, decoder reading bytes"),
    JDK("Feign on the JDK's client"),
    SOCKET("bare socket and streaming parser");

    private final String title;

    Peer(final String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Caller open(final int port) {
        return switch (this) {
            case ENGINE -> new EngineCaller(port);
            case USUAL -> FeignCaller.usual(port);
            case BYTES -> FeignCaller.readingBytes(port);
            case JDK -> FeignCaller.onJdkClient(port);
            case SOCKET -> new SocketCaller(port);
        };
    }
}
