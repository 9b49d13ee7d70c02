package dev.anycarrier.simulation.nodes;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.simulation.fleet.CarrierLimits;
import dev.anycarrier.simulation.fleet.CarrierLimits.Allowed;
import dev.anycarrier.simulation.fleet.CarrierOptions;
import dev.anycarrier.simulation.fleet.Population;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws stories of several nodes. */
final class NodesDraw {

    private static final int MOST_CLIENTS = 3;
    private static final int MOST_CALLS = 14;
    private static final int MOST_SIMS = 5;
    private static final int STAGED_ONE_IN = 4;
    private static final int STAGED_CLIENTS = 2;
    private static final Duration STAGED_LENGTH = Duration.ofMinutes(3);
    private static final Duration STAGED_LIFETIME = Duration.ofSeconds(90);
    private static final Duration WRONG = Duration.ofMinutes(5);

    private NodesDraw() {}

    /** Of four stories three are free, and one is staged so that rare troubles meet. */
    static NodesStory of(final long seed) {
        return seed % STAGED_ONE_IN == STAGED_ONE_IN - 1 ? staged(seed) : free(seed);
    }

    /** Everybody asks about the same SIM, while threads stand still and answers come late. */
    private static NodesStory staged(final long seed) {
        final NodesStory story = free(seed);
        final SplittableRandom random = new SplittableRandom(~seed);
        final List<NodePlan> nodes = new ArrayList<>();
        for (final NodePlan plan : story.nodes()) {
            final List<List<NodeCall>> clients = new ArrayList<>();
            for (int client = 0; client < STAGED_CLIENTS; client++) {
                clients.add(stagedCalls(random));
            }
            nodes.add(new NodePlan(plan.wrong(), plan.origin(), clients));
        }
        return new NodesStory(
                seed,
                STAGED_LENGTH,
                story.carrier().staged(1, STAGED_LIFETIME),
                Duration.ofSeconds(1),
                nodes,
                story.slack(),
                story.timeout(),
                NodesTrouble.stagedCarrier(random, story.carrier().account(), STAGED_LENGTH),
                NodesTrouble.stagedStore(random, STAGED_LENGTH));
    }

    private static List<NodeCall> stagedCalls(final SplittableRandom random) {
        final List<NodeCall> calls = new ArrayList<>();
        for (int call = 0; call < MOST_CALLS; call++) {
            calls.add(new NodeCall(
                    Duration.ofMillis(random.nextLong(4_000)),
                    0,
                    CallOptions.defaults()
                            .withMaximumAge(Duration.ZERO)
                            .withDeadline(Duration.ofSeconds(20 + random.nextInt(100)))
                            .whenStale(WhenStale.FAIL)));
        }
        return List.copyOf(calls);
    }

    private static NodesStory free(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Duration length = Duration.ofSeconds(30 + random.nextInt(random.nextInt(3) == 0 ? 1_200 : 240));
        final CarrierOptions carrier = carrier(seed, random.split());
        final int count = 2 + random.nextInt(2);
        final List<NodePlan> nodes = new ArrayList<>();
        final SplittableRandom ofNodes = random.split();
        for (int node = 0; node < count; node++) {
            final Duration wrong = node == 0 ? WRONG : node == 1 ? WRONG.negated() : Duration.ZERO;
            nodes.add(new NodePlan(wrong, ofNodes.nextLong(), clients(carrier, length, ofNodes)));
        }
        final SplittableRandom ofFaults = random.split();
        return new NodesStory(
                seed,
                length,
                carrier,
                Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 10 : 120)),
                nodes,
                Duration.ofMillis(200 + random.nextInt(1_500)),
                Duration.ofMillis(200 + random.nextInt(1_500)),
                NodesTrouble.carrier(ofFaults, carrier.account(), length),
                NodesTrouble.store(ofFaults, count, length));
    }

    private static CarrierOptions carrier(final long seed, final SplittableRandom random) {
        final boolean perSim = random.nextInt(3) == 0;
        final Optional<Allowed> sim = perSim
                ? Optional.of(new Allowed(1 + random.nextInt(2), Duration.ofSeconds(20 + random.nextInt(100))))
                : Optional.of(new Allowed(100, Duration.ofMinutes(1)));
        final Optional<Allowed> account = Optional.of(
                switch (random.nextInt(3)) {
                    case 0 -> new Allowed(2, Duration.ofSeconds(1));
                    case 1 -> new Allowed(3, Duration.ofSeconds(10));
                    default -> new Allowed(8, Duration.ofSeconds(20));
                });
        return new CarrierOptions(
                "shared",
                perSim ? "airalo" : "pressone",
                new Population(seed * 100 + 11, 11, 1 + random.nextInt(MOST_SIMS)),
                new CarrierLimits(sim, account, Optional.of(new Allowed(3, Duration.ofSeconds(30)))),
                Duration.ofSeconds(random.nextBoolean() ? 60 + random.nextInt(240) : 86_400),
                1_000);
    }

    private static List<List<NodeCall>> clients(
            final CarrierOptions carrier, final Duration length, final SplittableRandom random) {
        final List<List<NodeCall>> clients = new ArrayList<>();
        final int count = 1 + random.nextInt(MOST_CLIENTS);
        for (int client = 0; client < count; client++) {
            clients.add(calls(carrier, length, random));
        }
        return clients;
    }

    private static List<NodeCall> calls(
            final CarrierOptions carrier, final Duration length, final SplittableRandom random) {
        final int count = 1 + random.nextInt(MOST_CALLS);
        final int sims = (int) carrier.population().size();
        final List<NodeCall> calls = new ArrayList<>();
        for (int call = 0; call < count; call++) {
            final long most = random.nextInt(3) == 0 ? 50 : 2 * length.toMillis() / count;
            final int sim = random.nextInt(20) == 0 ? sims : random.nextInt(1 + random.nextInt(sims));
            calls.add(new NodeCall(Duration.ofMillis(random.nextLong(most)), sim, options(random)));
        }
        return List.copyOf(calls);
    }

    private static CallOptions options(final SplittableRandom random) {
        CallOptions options = CallOptions.defaults();
        options = switch (random.nextInt(6)) {
            case 0 -> options.withDeadline(Duration.ofMillis(100 + random.nextInt(4_000)));
            case 1, 2 -> options.withDeadline(Duration.ofMinutes(3));
            default -> options;
        };
        options = switch (random.nextInt(4)) {
            case 0 -> options.withMaximumAge(Duration.ofSeconds(random.nextInt(300)));
            case 1 -> options;
            default -> options.withMaximumAge(Duration.ZERO);
        };
        options = random.nextBoolean() ? options.whenStale(WhenStale.FAIL) : options;
        return random.nextInt(4) == 0 ? options.withPriority(Priority.SWEEP) : options;
    }
}
