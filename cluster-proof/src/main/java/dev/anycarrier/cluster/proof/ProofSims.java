package dev.anycarrier.cluster.proof;

import dev.anycarrier.usage.Iccid;
import java.util.Locale;

/** The SIMs that are asked about. Stateless. */
final class ProofSims {

    private ProofSims() {}

    /** The SIM of that number. */
    static Iccid number(final int number) {
        return Iccid.of(String.format(Locale.ROOT, "8944465%012d", number));
    }
}
