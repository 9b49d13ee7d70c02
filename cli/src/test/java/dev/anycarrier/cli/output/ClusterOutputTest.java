package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cluster.status.AccountStatus;
import dev.anycarrier.cluster.status.BudgetStatus;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.cluster.status.NodeStatus;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator sees of several nodes. */
class ClusterOutputTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static final ClusterStatus STATUS = new ClusterStatus(
            "db1:6379",
            "7.0.15",
            2_097_152,
            1_073_741_824,
            List.of(
                    new NodeStatus("left", Duration.ofMillis(250), Duration.ofNanos(412_000)),
                    new NodeStatus("right", Duration.ofSeconds(12), Duration.ofMillis(31))),
            List.of(
                    new AccountStatus(
                            "airalo-eu airalo https://a.example",
                            Optional.of(Duration.ofMinutes(7)),
                            Optional.of(Duration.ofMillis(1200)),
                            Optional.empty(),
                            List.of(
                                    budget(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1), 7),
                                    budget(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1), 1))),
                    new AccountStatus(
                            "free acme https://b.example",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of())));

    private static final List<ClusterSweepProgress> SWEEPS = List.of(
            new ClusterSweepProgress(
                    "tuesday",
                    ClusterSweepProgress.State.UNDER_WAY,
                    100_000,
                    40_000,
                    7,
                    3,
                    1,
                    512.26,
                    Duration.ofSeconds(80),
                    Optional.of(NOW.plusSeconds(118)),
                    List.of("left", "right")),
            new ClusterSweepProgress(
                    "monday",
                    ClusterSweepProgress.State.ENDED,
                    10,
                    10,
                    0,
                    0,
                    0,
                    2.5,
                    Duration.ofSeconds(4),
                    Optional.empty(),
                    List.of()));

    @Test
    void tables_show_nodes_with_their_lag_what_is_left_what_is_held_and_the_sweeps() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ClusterTables tables = new ClusterTables(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        tables.print(STATUS);
        tables.print(SWEEPS, NOW);

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                Redis 7.0.15 at db1:6379, 2.0 MiB used of 1.0 GiB

                NODE   SEEN AGO      LAG
                left        0 s   0.4 ms
                right      12 s  31.0 ms

                ACCOUNT                             SCOPE             LIMIT  USED  LEFT  HELD  KNOWN FOR
                airalo-eu airalo https://a.example  ACCOUNT           5/1 s     7     0   2 s      7 min
                airalo-eu airalo https://a.example  TOKEN_ENDPOINT  3/1 min     1     2     –      7 min
                free acme https://b.example         –                     –     –     –     –     always

                SWEEP    STATE        SIMS  ENDED  STALE  FAILED  SKIPPED  PER SECOND    ETA  NODES
                tuesday  UNDER_WAY  100000  40011      7       3        1       512.3  1 min  left, right
                monday   ENDED          10     10      0       0        0         2.5      –  –
                """);
    }

    @Test
    void json_holds_the_same_and_leaves_out_what_is_not_known() {
        assertThat(Json.document(ClusterJson.of(Optional.of(STATUS), Optional.of(SWEEPS))))
                .isEqualTo("""
                {
                  "store": {
                    "server": "db1:6379",
                    "version": "7.0.15",
                    "usedBytes": 2097152,
                    "maximumBytes": 1073741824
                  },
                  "nodes": [
                    {
                      "node": "left",
                      "seenAgo": "PT0.25S",
                      "lag": "PT0.000412S"
                    },
                    {
                      "node": "right",
                      "seenAgo": "PT12S",
                      "lag": "PT0.031S"
                    }
                  ],
                  "accounts": [
                    {
                      "account": "airalo-eu airalo https://a.example",
                      "knownFor": "PT7M",
                      "held": "PT1.2S",
                      "budgets": [
                        {
                          "scope": "ACCOUNT",
                          "requests": 5,
                          "window": "PT1S",
                          "used": 7,
                          "left": 0
                        },
                        {
                          "scope": "TOKEN_ENDPOINT",
                          "requests": 3,
                          "window": "PT1M",
                          "used": 1,
                          "left": 2
                        }
                      ]
                    },
                    {
                      "account": "free acme https://b.example",
                      "budgets": []
                    }
                  ],
                  "sweeps": [
                    {
                      "identity": "tuesday",
                      "state": "UNDER_WAY",
                      "planned": 100000,
                      "done": 40000,
                      "stale": 7,
                      "failed": 3,
                      "skipped": 1,
                      "perSecond": 512.3,
                      "elapsed": "PT1M20S",
                      "estimatedEnd": "2026-11-26T12:01:58Z",
                      "nodes": [
                        "left",
                        "right"
                      ]
                    },
                    {
                      "identity": "monday",
                      "state": "ENDED",
                      "planned": 10,
                      "done": 10,
                      "stale": 0,
                      "failed": 0,
                      "skipped": 0,
                      "perSecond": 2.5,
                      "elapsed": "PT4S",
                      "nodes": []
                    }
                  ]
                }""");
        assertThat(Json.line(ClusterJson.of(Optional.empty(), Optional.of(List.of()))))
                .isEqualTo("{\"sweeps\":[]}");
    }

    private static BudgetStatus budget(
            final LimitScope scope, final int requests, final Duration window, final int used) {
        return new BudgetStatus(new RateLimit(scope, requests, window), used);
    }
}
