package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.Wire;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the wire told about a request. */
final class Told implements Wire.Written {

    static final String SENT = "sent";
    static final String NOT_SENT = "not sent";

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void sent() {
        told.add(SENT);
    }

    @Override
    public void notSent() {
        told.add(NOT_SENT);
    }

    List<String> all() {
        return List.copyOf(told);
    }
}
