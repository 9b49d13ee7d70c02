package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.testkit.conformance.result.Subject;

/** Gives a provider another identifier, so that reports about it lie side by side. */
final class SubjectNames {

    private SubjectNames() {}

    static Subject of(final Subject subject, final String id) {
        return new Subject(
                id,
                subject.displayName(),
                subject.factory(),
                subject.settings(),
                subject.capabilities(),
                subject.descriptor());
    }
}
