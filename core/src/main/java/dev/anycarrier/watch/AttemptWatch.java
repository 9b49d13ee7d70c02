package dev.anycarrier.watch;

/** Is told, once and on the thread that sent it, what became of a request. */
@FunctionalInterface
public interface AttemptWatch {

    /** The request has been answered, or has failed. */
    void ended(AttemptEnd end);
}
