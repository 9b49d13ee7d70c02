package dev.anycarrier.discovery;

import dev.anycarrier.spi.UsageProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The usable ones among factories that have equal rights to their identifiers. */
final class UniqueCandidates {

    private final Consumer<FailedProvider> failed;
    private final SortedMap<String, List<Candidate>> byId = new TreeMap<>();

    UniqueCandidates(final Consumer<FailedProvider> failed) {
        this.failed = failed;
    }

    void add(final UsageProviderFactory factory) {
        try {
            final Candidate candidate = Candidate.examine(factory);
            final List<Candidate> sameId = byId.computeIfAbsent(candidate.id(), missing -> new ArrayList<>());
            if (sameId.stream().noneMatch(candidate::isOfSameClassAs)) {
                sameId.add(candidate);
            }
        } catch (final UnusableProvider e) {
            failed.accept(new FailedProvider(PluginSource.of(factory.getClass()), e.problem()));
        }
    }

    /** Those that alone have their identifier, by identifier; the others are reported. */
    SortedMap<String, Candidate> unique() {
        final SortedMap<String, Candidate> unique = new TreeMap<>();
        byId.forEach((id, candidates) -> {
            if (candidates.size() == 1) {
                unique.put(id, candidates.get(0));
            } else {
                candidates.forEach(candidate -> failed.accept(duplicate(candidate, candidates)));
            }
        });
        return unique;
    }

    private static FailedProvider duplicate(final Candidate candidate, final List<Candidate> candidates) {
        final String others = candidates.stream()
                .filter(other -> !other.isOfSameClassAs(candidate))
                .map(Candidate::source)
                .collect(Collectors.joining(", "));
        return new FailedProvider(
                candidate.source(), "not used, because it has the same id " + candidate.id() + " as " + others);
    }
}
