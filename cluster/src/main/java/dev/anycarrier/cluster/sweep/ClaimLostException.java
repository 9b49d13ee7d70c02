package dev.anycarrier.cluster.sweep;

/** Somebody else works on the lane, or nobody is to do so any more. */
final class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLostException() {
        super("the lane of the sweep is not this node's any more", null, false, false);
    }
}
