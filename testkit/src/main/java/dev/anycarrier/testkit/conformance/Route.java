package dev.anycarrier.testkit.conformance;

/** The way on which a rule asks. */
enum Route {
    PROVIDER("asking the provider directly"),
    ENGINE("asking through the engine");

    private final String description;

    Route(final String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
