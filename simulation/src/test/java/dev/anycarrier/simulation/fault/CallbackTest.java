package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.Sweep;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepListener;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimRef;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Foreign code that the engine calls: listeners of sweeps, sinks and inputs. */
class CallbackTest {

    private static final List<SimRef> SIMS =
            List.of(new SimRef("airalo", Scene.SIM), new SimRef("airalo", Scene.OTHER_SIM));

    @Test
    @Fault("CON-08")
    void a_listener_that_throws_whatever_does_not_change_the_sweep() {
        for (final Throwable thrown : List.of(
                new IllegalStateException("as if"),
                new StackOverflowError("as if"),
                new NoClassDefFoundError("as if"),
                new IOException("as if"))) {
            Scene.play(1, scene -> {
                final Anycarrier carriers = scene.open("airalo");
                final List<SweepOutcome> outcomes = new ArrayList<>();
                final SweepProgress end = sweep(carriers, progress -> {
                            throw CallbackTest.<RuntimeException>undeclared(thrown);
                        })
                        .run(outcomes::add);
                assertThat(end.done()).isEqualTo(2);
                assertThat(outcomes).hasSize(2);
            });
        }
    }

    @Test
    @Fault("CON-08")
    void a_listener_that_blocks_delays_its_own_sweep_and_nobody_else() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final SimulatedThread slow =
                    scene.start(() -> assertThat(sweep(carriers, progress -> scene.pass(Duration.ofHours(1)))
                                    .run(outcome -> {})
                                    .done())
                            .isEqualTo(2));
            final CarrierAccount airalo = carriers.account("airalo");
            assertThat(airalo.usage(Scene.SIM).buckets()).isNotEmpty();
            assertThat(airalo.usage(Scene.OTHER_SIM).buckets()).isNotEmpty();
            assertThat(scene.elapsed()).isLessThan(Duration.ofMinutes(1));
            slow.join();
        });
    }

    @Test
    @Fault("CON-08")
    void a_listener_and_a_sink_may_call_back_into_all_that_called_them() {
        Scene.play(scene -> {
            final Anycarrier carriers = scene.open("airalo");
            final List<Sweep> own = new ArrayList<>();
            final List<UsageResult> asked = new ArrayList<>();
            own.add(sweep(carriers, progress -> {
                assertThat(own.get(0).progress().done()).isGreaterThanOrEqualTo(progress.done());
                assertThat(carriers.account("airalo").usage(Scene.SIM).buckets())
                        .isNotEmpty();
            }));
            final SweepProgress end = own.get(0).run(outcome -> {
                try (Sweep inner = carriers.sweep(SIMS)) {
                    inner.run(result -> asked.add(((SweepOutcome.Read) result).result()));
                }
                own.get(0).progress();
            });
            assertThat(end.done()).isEqualTo(2);
            assertThat(asked).hasSize(4).allMatch(UsageResult.Fresh.class::isInstance);
            assertThat(scene.questions()).hasSize(2);
        });
    }

    @Test
    @Fault("CON-08")
    void a_listener_that_cancels_or_closes_its_sweep_ends_it_and_leaves_the_account_alone() {
        for (final Function<Sweep, Runnable> ending :
                List.<Function<Sweep, Runnable>>of(sweep -> sweep::cancel, sweep -> sweep::close)) {
            Scene.play(scene -> {
                final Anycarrier carriers = scene.open("airalo");
                final List<Sweep> own = new ArrayList<>();
                own.add(sweep(carriers, progress -> ending.apply(own.get(0)).run()));
                try {
                    own.get(0).run(outcome -> {});
                } catch (final UsageException closed) {
                    assertThat(closed.kind()).isEqualTo(Kind.CANCELLED);
                }
                assertThat(carriers.account("airalo").usage(Scene.SIM).buckets())
                        .isNotEmpty();
            });
        }
    }

    private static Sweep sweep(final Anycarrier carriers, final SweepListener listener) {
        return carriers.sweep(SIMS).listener(listener);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T undeclared(final Throwable thrown) throws T {
        throw (T) thrown;
    }
}
