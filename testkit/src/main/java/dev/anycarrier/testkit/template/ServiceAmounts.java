package dev.anycarrier.testkit.template;

import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import java.util.Objects;

/**
 * Which amounts of a service the carrier can write.
 *
 * @param service the service
 * @param step the smallest difference that it can write, in base units (bytes, seconds, messages): 1 for bytes, 1 000 000
 *     for whole megabytes, 1 000 for megabytes with three decimals, 60 for whole minutes
 * @param largest the largest amount that it can write, in base units
 * @param optional whether there are SIMs without this service
 */
public record ServiceAmounts(Service service, long step, long largest, boolean optional) {

    private static final long FEWEST_STEPS = 100;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the step is not positive, or the largest amount is less than a hundred steps
     */
    public ServiceAmounts {
        Objects.requireNonNull(service, "service");
        if (step < 1 || largest / step < FEWEST_STEPS) {
            throw new IllegalArgumentException("amounts go up to at least " + FEWEST_STEPS + " steps of at least 1 "
                    + service.unit() + ", or SIMs could not be told apart");
        }
    }

    /** Amounts in whole steps, as large as this library can hold. */
    public static ServiceAmounts of(final Service service, final long step) {
        return new ServiceAmounts(service, step, Long.MAX_VALUE, false);
    }

    /** The same up to a largest amount, in base units. */
    public ServiceAmounts upTo(final long newLargest) {
        return new ServiceAmounts(service, step, newLargest, optional);
    }

    /** The same, and some SIMs do not have the service. */
    public ServiceAmounts onSomeSims() {
        return new ServiceAmounts(service, step, largest, true);
    }

    /**
     * How many steps an amount is: what a carrier writes that counts in whole steps.
     *
     * @throws IllegalArgumentException if it is no whole number of steps of this service
     */
    public long steps(final Quantity amount) {
        if (amount.unit() != service.unit() || amount.amount() % step != 0) {
            throw new IllegalArgumentException("an amount of " + amount.amount() + " " + amount.unit()
                    + " is no whole number of steps of " + step + " " + service.unit());
        }
        return amount.amount() / step;
    }

    Quantity quantity(final long steps) {
        return new Quantity(Math.multiplyExact(steps, step), service.unit());
    }
}
