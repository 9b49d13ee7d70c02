package dev.anycarrier.usage;

import java.util.Objects;

/**
 * An exact, non-negative amount in a base unit.
 *
 * @param amount the amount, at least 0
 * @param unit what is counted
 */
public record Quantity(long amount, Unit unit) implements Comparable<Quantity> {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if {@code amount} is negative
     */
    public Quantity {
        Objects.requireNonNull(unit, "unit");
        if (amount < 0) {
            throw new IllegalArgumentException("an amount is never negative, but was " + amount + " " + unit);
        }
    }

    /** An amount of bytes. */
    public static Quantity bytes(final long amount) {
        return new Quantity(amount, Unit.BYTES);
    }

    /** An amount of seconds. */
    public static Quantity seconds(final long amount) {
        return new Quantity(amount, Unit.SECONDS);
    }

    /** A number of messages. */
    public static Quantity messages(final long amount) {
        return new Quantity(amount, Unit.MESSAGES);
    }

    /** Nothing of the given unit. */
    public static Quantity zero(final Unit unit) {
        return new Quantity(0, unit);
    }

    /** Whether the amount is 0. */
    public boolean isZero() {
        return amount == 0;
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException if the units differ
     * @throws ArithmeticException if the sum does not fit a {@code long}
     */
    public Quantity plus(final Quantity other) {
        return new Quantity(Math.addExact(amount, sameUnit(other).amount), unit);
    }

    /**
     * What is left after {@code other} is taken away.
     *
     * @throws IllegalArgumentException if the units differ, or {@code other} is larger than this
     */
    public Quantity minus(final Quantity other) {
        return new Quantity(Math.subtractExact(amount, sameUnit(other).amount), unit);
    }

    /**
     * Compares two amounts of one unit.
     *
     * @throws IllegalArgumentException if the units differ
     */
    @Override
    public int compareTo(final Quantity other) {
        return Long.compare(amount, sameUnit(other).amount);
    }

    // A record's own would be built at run time, by each of the threads that meet it first at the same time.
    @Override
    public boolean equals(final Object other) {
        return other instanceof Quantity quantity && amount == quantity.amount && unit == quantity.unit;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(amount) + unit.hashCode();
    }

    private Quantity sameUnit(final Quantity other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException("cannot combine " + unit + " with " + other.unit);
        }
        return other;
    }
}
