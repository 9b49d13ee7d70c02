package dev.anycarrier.testkit.conformance.rule;

/** The way on which a rule asks a provider. */
public enum Route {
    /** The provider is asked directly. */
    PROVIDER("asking the provider directly"),
    /** The provider is asked as users do, through the whole engine. */
    ENGINE("asking through the engine"),
    /** As {@link #ENGINE}, by callers on virtual threads. */
    VIRTUAL_THREADS("asking through the engine on virtual threads"),
    /** The plugin is loaded by a JVM of its own. */
    PROCESS("in a process of its own");

    private final String description;

    Route(final String description) {
        this.description = description;
    }

    /** The way, as a phrase that begins a sentence. */
    public String description() {
        return description;
    }
}
