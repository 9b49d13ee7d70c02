package dev.anycarrier.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the words mean with which a carrier names the unit of an amount beside it. A missing or unknown word is never
 * guessed: KB and KiB differ by little, kilobytes and megabytes by a thousand.
 *
 * @param meanings the words that are known, as the carrier writes them
 */
public record UnitWords(Map<String, CarrierUnit> meanings) {

    /** Copies the words. */
    public UnitWords {
        meanings = Map.copyOf(meanings);
    }

    /**
     * The meaning of a word.
     *
     * @param field the field's path, for messages
     * @param word the carrier's word, or null if there is none
     * @throws dev.anycarrier.spi.UsageException {@code INVALID_DATA} if it is missing or any other word, its case
     *     included
     */
    public CarrierUnit read(final String field, final @Nullable String word) {
        if (word == null || word.isBlank()) {
            throw InvalidData.field(field, "is missing, and an amount without a unit means nothing");
        }
        return Optional.ofNullable(meanings.get(word))
                .orElseThrow(() -> InvalidData.field(field, "is no unit that is known"));
    }
}
