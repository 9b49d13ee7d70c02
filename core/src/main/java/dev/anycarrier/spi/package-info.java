/**
 * What a carrier implements: a {@link dev.anycarrier.spi.UsageProviderFactory factory} found by
 * {@link java.util.ServiceLoader}, the {@link dev.anycarrier.spi.UsageProvider provider} it creates, and the closed
 * {@link dev.anycarrier.spi.UsageException error type} that both speak.
 *
 * <p>A provider translates: a neutral question into the carrier's request, the carrier's answer into the neutral model.
 * It does not retry, cache, limit, page, authenticate or start threads; the engine around it does. Every request leaves
 * through the {@link dev.anycarrier.spi.Transport} of its {@link dev.anycarrier.spi.ProviderContext}.
 */
@NullMarked
package dev.anycarrier.spi;

import org.jspecify.annotations.NullMarked;
