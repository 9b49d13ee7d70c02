package dev.anycarrier.testkit.conformance.rule;

/** What a {@link Rule} is about. The name begins the identifiers of its rules. */
public enum Group {
    /** What a factory and a provider say of themselves. */
    DISCOVERY("Discovery and settings"),
    /** Who is asked about what, and that the answer is about just that. */
    IDENTITY("The right SIM"),
    /** Allowances and amounts are those of the carrier, to the byte. */
    NUMBERS("Honest numbers"),
    /** The states of SIMs are those that the carrier means. */
    STATUS("States of SIMs"),
    /** Usage records and totals by tag, where the provider has them. */
    RECORDS("Records and pages"),
    /** Every failure is of the kind that its cause asks for, and costs no more requests than it must. */
    ERRORS("Errors by kind"),
    /** Who asks, and how often that has to be proven. */
    AUTHENTICATION("Authentication"),
    /** How many requests the carrier bears, and how long it wants to be left alone. */
    LIMITS("Limits and Retry-After"),
    /** The network and the carrier at their worst: every cell of the fault vectors. */
    FAULTS("Faults"),
    /** Nothing that a carrier sends exceeds a stated bound. */
    BOUNDS("Bounds"),
    /** Many threads at once, and threads that are wanted back. */
    CONCURRENCY("Concurrency and interruption"),
    /** Opening and closing. */
    LIFECYCLE("Lifecycle"),
    /** No secret, no SIM's whole identifier and no body gets out. */
    SECRETS("Secrets"),
    /** What a plugin leaves alone in a process that is not its own. */
    HYGIENE("Threads, modules and surroundings");

    private final String title;

    Group(final String title) {
        this.title = title;
    }

    /** What it is called in a report. */
    public String title() {
        return title;
    }
}
