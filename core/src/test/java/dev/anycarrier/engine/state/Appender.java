package dev.anycarrier.engine.state;

import java.nio.file.Path;

/** A process that appends values without end, and says after each that it is kept. */
final class Appender {

    private Appender() {}

    public static void main(final String... arguments) {
        try (FileStateStore store = FileStateStore.open(Path.of(arguments[0]), () -> Stores.NOW, 20_000)) {
            for (int count = 1; !System.out.checkError(); count++) {
                store.append(Stores.ACCOUNT, Stores.reserved(String.valueOf(count), Stores.NOW));
                store.append(Stores.ACCOUNT, Stores.value(Stores.SIM, count, Stores.NOW));
                System.out.println(count);
            }
        }
    }
}
