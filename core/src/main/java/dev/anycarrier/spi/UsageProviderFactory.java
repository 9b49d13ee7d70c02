package dev.anycarrier.spi;

import java.util.List;

/**
 * Describes a carrier and creates its providers. Implementations are found by {@link java.util.ServiceLoader}, so they
 * have a public no-argument constructor, or are registered explicitly.
 *
 * <p>Implementations are thread-safe, and do no I/O in any method.
 */
public interface UsageProviderFactory {

    /** The version of this service-provider interface. A factory returns the one it was compiled against. */
    int SPI_VERSION = 1;

    /** The identifier of the carrier: lower-case letters, digits and inner {@code -}, such as {@code airalo}. */
    String id();

    /** The carrier's name for people. */
    String displayName();

    /** The version of this interface that the plugin was compiled against: {@link #SPI_VERSION}. */
    int spiVersion();

    /** The settings an account of this carrier has, besides those that every account has. */
    List<Setting<?>> settings();

    /**
     * Creates a provider for one account. Several may exist side by side, for several accounts of one carrier.
     *
     * @throws IllegalArgumentException if values that are each valid do not fit together; the message names the settings
     */
    UsageProvider create(ProviderContext context);
}
