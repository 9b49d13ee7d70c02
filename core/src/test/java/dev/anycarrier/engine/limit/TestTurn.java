package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.UsageException;
import java.util.ArrayList;
import java.util.List;

final class TestTurn implements Turn {

    record Told(long at, UsageException refusal) {}

    final List<Told> told = new ArrayList<>();
    private long deadline;
    private Priority priority;
    private Runnable changed = () -> {};

    TestTurn(final Priority priority, final long deadline) {
        this.priority = priority;
        this.deadline = deadline;
    }

    void becomes(final Priority newPriority, final long newDeadline) {
        priority = newPriority;
        deadline = newDeadline;
        changed.run();
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public Priority priority() {
        return priority;
    }

    @Override
    public void waitsUntil(final long at, final UsageException refusal) {
        told.add(new Told(at, refusal));
    }

    @Override
    public void onChange(final Runnable newChanged) {
        changed = newChanged;
    }
}
