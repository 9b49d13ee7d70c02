package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
import java.time.Duration;
import java.util.Optional;

/** The tokens of one account on Redis, encrypted; or none, and then each node has its own. Thread-safe. */
final class RedisTokens {

    private final AccountCalls calls;
    private final AccountKeys keys;
    private final String account;
    private final Duration lease;
    private final Optional<TokenSeal> seal;

    RedisTokens(
            final AccountCalls calls,
            final AccountKeys keys,
            final String account,
            final Duration lease,
            final Optional<TokenSeal> seal) {
        this.calls = calls;
        this.keys = keys;
        this.account = account;
        this.lease = lease;
        this.seal = seal;
    }

    ClusterToken token(final String credentials, final long newerThan) {
        if (seal.isEmpty()) {
            return new ClusterToken.Own();
        }
        final Reply reply = calls.ask(
                Script.TOKEN,
                place(credentials),
                new Arguments().number(newerThan).atLeast(lease));
        return switch ((int) reply.code()) {
            case Codes.HELD -> held(credentials, reply);
            case Codes.FETCH -> new ClusterToken.Fetch(reply.number(2));
            case Codes.ELSEWHERE -> new ClusterToken.Elsewhere(reply.length(2), reply.number(3) == 1);
            default -> throw Reply.unfit();
        };
    }

    Optional<Long> fetched(final String credentials, final long fence, final AccessToken token, final Duration age) {
        if (seal.isEmpty()) {
            return Optional.empty();
        }
        final Reply reply = calls.ask(
                Script.FETCHED,
                place(credentials),
                new Arguments()
                        .number(fence)
                        .none()
                        .text(calls.now())
                        .atLeast(age)
                        .atMost(token.lifetime())
                        .bytes(seal.get().seal(account, credentials, token)));
        return reply.code() == 1 ? Optional.of(fence) : Optional.empty();
    }

    void notFetched(final String credentials, final long fence, final Duration pause) {
        if (seal.isPresent()) {
            calls.tell(
                    Script.FETCHED,
                    place(credentials),
                    new Arguments().number(fence).atLeast(pause));
        }
    }

    /** A node with another key does not fetch for all: they would take the place of each other's tokens in turns. */
    private ClusterToken held(final String credentials, final Reply reply) {
        final Optional<AccessToken> token = seal.flatMap(with -> with.open(account, credentials, reply.bytes(4)));
        return token.<ClusterToken>map(known -> new ClusterToken.Held(known, reply.number(2), reply.length(3)))
                .orElseGet(ClusterToken.Own::new);
    }

    private Arguments place(final String credentials) {
        return new Arguments().text(keys.token(credentials));
    }
}
