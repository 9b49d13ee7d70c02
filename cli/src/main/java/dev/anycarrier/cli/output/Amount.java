package dev.anycarrier.cli.output;

import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a cell of a table says about an amount. Four different things: a number (0 is one), no limit, a number that the
 * carrier does not tell, and no such thing at this SIM.
 */
public sealed interface Amount {

    /** An amount of a quantity. */
    static Known of(final Quantity quantity) {
        return new Known(BigInteger.valueOf(quantity.amount()), quantity.unit());
    }

    /** An amount that may not be told. */
    static Amount of(final Optional<Quantity> quantity) {
        return quantity.<Amount>map(Amount::of).orElse(Unknown.INSTANCE);
    }

    /**
     * The sum of parts: nothing of none, without limit if any part is, else not told if any part is not.
     *
     * @throws IllegalArgumentException if the units differ
     */
    static Amount sum(final List<? extends Amount> parts) {
        final List<? extends Amount> there =
                parts.stream().filter(Predicate.not(None.class::isInstance)).toList();
        if (there.isEmpty()) {
            return None.INSTANCE;
        }
        if (there.contains(Unlimited.INSTANCE)) {
            return Unlimited.INSTANCE;
        }
        if (there.contains(Unknown.INSTANCE)) {
            return Unknown.INSTANCE;
        }
        return there.stream().map(Known.class::cast).reduce(Known::plus).orElseThrow();
    }

    /**
     * A number, of any size: sums of what carriers say may not fit a {@code long}.
     *
     * @param amount the number, at least 0
     * @param unit what is counted
     */
    record Known(BigInteger amount, Unit unit) implements Amount {

        /** Checks that both parts are there. */
        public Known {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(unit, "unit");
        }

        /**
         * The sum of both.
         *
         * @throws IllegalArgumentException if the units differ
         */
        public Known plus(final Known other) {
            if (other.unit != unit) {
                throw new IllegalArgumentException("cannot combine " + unit + " with " + other.unit);
            }
            return new Known(amount.add(other.amount), unit);
        }
    }

    /** No limit. */
    enum Unlimited implements Amount {
        /** The only value. */
        INSTANCE
    }

    /** There is such an amount, but the carrier does not tell it. */
    enum Unknown implements Amount {
        /** The only value. */
        INSTANCE
    }

    /** There is no such thing at this SIM. */
    enum None implements Amount {
        /** The only value. */
        INSTANCE
    }
}
