package dev.anycarrier.simulation.law;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.usage.SimRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client that asks its questions one after the other. */
final class Caller {

    private final Stage stage;
    private final String process;
    private final int client;
    private final Anycarrier carriers;
    private @Nullable SimulatedThread thread;
    private Optional<Long> interrupted = Optional.empty();
    private boolean asking;
    private boolean closing;

    Caller(final Stage stage, final String process, final int client, final Anycarrier carriers) {
        this.stage = stage;
        this.process = process;
        this.client = client;
        this.carriers = carriers;
    }

    SimulatedThread start() {
        final SimulatedThread started = stage.simulation().start("client-" + client, this::run);
        thread = started;
        return started;
    }

    /** Interrupts it, whatever it does. */
    void interrupt() {
        if (thread != null) {
            if (asking && interrupted.isEmpty()) {
                interrupted = Optional.of(stage.now());
            }
            thread.interrupt();
        }
    }

    void accountClosed(final String account) {
        closing |= asking && !account.isEmpty();
    }

    private void run() {
        final List<PlannedCall> calls = stage.story().clients().get(client);
        final Progressing progressing = stage.progressing();
        while (progressing.nextCall[client] < calls.size() && !progressing.closing) {
            final PlannedCall call = calls.get(progressing.nextCall[client]++);
            if (stage.sleep(call.pause())) {
                ask(call);
            }
        }
    }

    private void ask(final PlannedCall call) {
        final SimRef sim = SimRefs.of(stage.evidence(), call.account(), call.sim());
        final long begun = stage.now();
        interrupted = Optional.empty();
        closing = stage.progressing().closing;
        asking = true;
        Optional<UsageResult> result = Optional.empty();
        Optional<Throwable> failure = Optional.empty();
        try {
            result = Optional.of(carriers.usage(sim, call.options()));
        } catch (final RuntimeException | Error e) {
            if (Simulation.isKill(e)) {
                throw e;
            }
            failure = Optional.of(e);
        }
        asking = false;
        final boolean flag = Thread.interrupted();
        final Evidence evidence = stage.evidence();
        evidence.calls.add(new CallOutcome(
                "client-" + client,
                process,
                call,
                sim,
                begun,
                stage.now(),
                result,
                failure,
                interrupted,
                flag,
                closing || stage.progressing().closing));
        evidence.mostThreads =
                Math.max(evidence.mostThreads, stage.simulation().threads().size());
        result.ifPresent(value -> Texts.add(evidence.texts, value));
        failure.ifPresent(value -> Texts.add(evidence.texts, value));
        stage.simulation().log(Shown.of(call.account(), call.sim(), result, failure));
    }
}
