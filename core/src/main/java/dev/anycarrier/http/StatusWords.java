package dev.anycarrier.http;

import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageWarning;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a carrier's words for the state of a SIM mean.
 *
 * @param meanings the words that are known, as the carrier writes them
 */
public record StatusWords(Map<String, SimStatus> meanings) {

    /** Copies the words. */
    public StatusWords {
        meanings = Map.copyOf(meanings);
    }

    /**
     * The meaning of a word; {@link SimStatus#UNKNOWN}, with a warning, for any other, its case included.
     *
     * @param word the carrier's word, already checked to be one ({@link CarrierWord})
     * @param warnings takes what a reader of the report should know
     */
    public SimStatus read(final String word, final Consumer<UsageWarning> warnings) {
        final SimStatus known = meanings.get(word);
        if (known != null) {
            return known;
        }
        warnings.accept(new UsageWarning(
                UsageWarning.Kind.UNKNOWN_STATUS, "the carrier's word for the status is not one that is known"));
        return SimStatus.UNKNOWN;
    }
}
