package dev.anycarrier.engine.token;

import dev.anycarrier.spi.UsageException;

/** What is to be done for one who needs a token. */
sealed interface TokenStep {

    /**
     * There is one.
     *
     * @param refresh whether it is time to fetch the next one in passing
     */
    record Use(Fetched fetched, boolean refresh) implements TokenStep {}

    /** One has to be fetched. */
    record Fetch() implements TokenStep {}

    /**
     * There is none to be had now.
     *
     * @param until when it may be tried again, on the monotonic clock
     */
    record Fail(UsageException failure, long until) implements TokenStep {}
}
