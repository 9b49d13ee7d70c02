package dev.anycarrier.documents;

import com.google.inject.Injector;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.testing.ManualClock;
import dev.anycarrier.testing.ScriptedCarrier;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

/** What the statements of a document may use without having made it. They are compiled, and not run. */
public abstract class Given {

    protected Anycarrier carriers;
    protected CarrierAccount account;
    protected SimRef sim;
    protected Iterable<SimRef> sims;
    protected UsageRecordQuery query;
    protected Path file;
    protected String digestOfSims;
    protected Settings settings;
    protected ExecutorService executor;
    protected Injector injector;
    protected ManualClock clock;
    protected ScriptedCarrier carrier;
    protected ObservationRegistry observationRegistry;
    protected MeterRegistry meterRegistry;

    protected abstract void store(SweepOutcome outcome);

    protected abstract void show(UsageReport report);
}
