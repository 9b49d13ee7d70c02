package dev.anycarrier.watch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How an account is doing at one moment, as far as this process knows: of what other nodes send, it knows what the carrier
 * and the other nodes' store made it wait for.
 *
 * @param budgets what is left of each limit but those that count by SIM
 * @param waiting how many requests wait for a limit
 * @param retriesLeft how many failed attempts may still be made again, by the account's retry budget; parts of one count
 * @param breakers whether each operation's requests are let through
 * @param token the times of the access token at hand, of the one that ends first if there are several; empty if there is none
 */
public record AccountCondition(
        List<RequestBudget> budgets,
        int waiting,
        double retriesLeft,
        Map<Operation, BreakerState> breakers,
        Optional<TokenTimes> token) {

    /** Copies what can change. */
    public AccountCondition {
        budgets = List.copyOf(budgets);
        breakers = Map.copyOf(breakers);
        Objects.requireNonNull(token, "token");
    }
}
