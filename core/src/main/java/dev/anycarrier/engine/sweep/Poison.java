package dev.anycarrier.engine.sweep;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;

/** What a SIM fails with whose carrier's code breaks at it. */
final class Poison {

    private Poison() {}

    /**
     * The failure of one SIM alone; its stack is the original's, nothing else of it is kept.
     *
     * @throws VirtualMachineError the given one, unless it is a stack overflow, which ends where it is caught
     */
    static UsageException contained(final Throwable thrown, final String account) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
        final UsageException failure = UsageException.of(
                        Kind.INVALID_DATA,
                        "the provider broke at this SIM with "
                                + thrown.getClass().getSimpleName())
                .account(account)
                .build();
        failure.setStackTrace(thrown.getStackTrace());
        return failure;
    }
}
