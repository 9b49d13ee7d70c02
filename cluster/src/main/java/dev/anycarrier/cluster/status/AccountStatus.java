package dev.anycarrier.cluster.status;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What all nodes together have left of an account.
 *
 * @param account its key: name, carrier and address
 * @param knownFor how far back the store knows what was sent; empty if somebody has said that nothing was before
 * @param held how long the carrier wants no request, or nothing is sent since it is not known what was
 * @param tokenHeld the same for the token endpoint
 * @param budgets its limits but those of single SIMs
 */
public record AccountStatus(
        String account,
        Optional<Duration> knownFor,
        Optional<Duration> held,
        Optional<Duration> tokenHeld,
        List<BudgetStatus> budgets) {

    /** Checks that every part is there. */
    public AccountStatus {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(knownFor, "knownFor");
        Objects.requireNonNull(held, "held");
        Objects.requireNonNull(tokenHeld, "tokenHeld");
        budgets = List.copyOf(budgets);
    }
}
