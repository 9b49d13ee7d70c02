package dev.anycarrier.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.Ports;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final Ports ports = Ports.system();
    private final Crew crew = new Crew(ports.threads(), ports.time(), () -> {});

    @Test
    void a_crew_that_was_dismissed_starts_nobody_and_says_so() {
        final AtomicBoolean worked = new AtomicBoolean();
        crew.dismiss();

        assertThat(crew.start("late", member -> worked.set(true))).isFalse();
        assertThat(worked).isFalse();
    }
}
