package dev.anycarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.sweep.FakeAccount;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.sweep.SweepSource;
import dev.anycarrier.usage.SimRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final List<SimRef> SIMS =
            Stream.of("one:a", "one:b", "none:a").map(SimRef::parse).toList();

    private final FakeAccount account = new FakeAccount("one", 2);
    private final List<SweepOutcome> outcomes = new ArrayList<>();

    @Test
    void configured_in_any_order_it_is_another_sweep_each_time(@TempDir final Path folder) {
        final List<SweepProgress> heard = new ArrayList<>();
        final Sweep plain = sweep();
        try (Sweep sweep = plain.listener(heard::add)
                .total(3)
                .checkpoint(folder.resolve("checkpoint"), "input")
                .deadline(Duration.ofHours(1))
                .source(SweepSource.RECORDS)
                .options(CallOptions.defaults().withCorrelationId("night"))) {

            final SweepProgress end = sweep.run(outcomes::add);

            assertThat(end.ended()).isEqualTo(3);
            assertThat(end.total()).hasValue(3);
            assertThat(heard).isNotEmpty();
            assertThatThrownBy(sweep::stream).isInstanceOf(IllegalStateException.class);
        }
        // The plain one has neither been started nor changed by that.
        assertThat(plain.progress().total()).isEmpty();
        assertThat(plain.stream()).hasSize(3);
    }

    @Test
    void cancelled_it_skips_and_closed_it_stays_closed() {
        final Sweep sweep = sweep();
        sweep.cancel();
        assertThat(sweep.run(outcomes::add).skipped()).isEqualTo(3);
        sweep.close();
        assertThat(sweep.progress().ended()).isEqualTo(3);
        assertThat(account.asked()).isZero();
    }

    @Test
    void a_negative_number_of_sims_is_refused() {
        assertThatThrownBy(() -> sweep().total(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private Sweep sweep() {
        return new Sweep(SIMS, Map.of("one", account), Ports.system());
    }
}
