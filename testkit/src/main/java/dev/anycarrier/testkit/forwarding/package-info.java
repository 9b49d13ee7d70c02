/**
 * Another one's factory and what it gives its providers, of which a subclass changes what it is about:
 *
 * <pre>{@code
 * final class CountingFactory extends ForwardingFactory {
 *
 *     final AtomicInteger requests = new AtomicInteger();
 *
 *     CountingFactory(final UsageProviderFactory factory) {
 *         super(factory);
 *     }
 *
 *     @Override
 *     protected ProviderContext around(final ProviderContext context) {
 *         return new ForwardingContext(context) {
 *             @Override
 *             public Transport transport(final Authentication authentication) {
 *                 final Transport transport = super.transport(authentication);
 *                 return request -> {
 *                     requests.incrementAndGet();
 *                     return transport.send(request);
 *                 };
 *             }
 *         };
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.anycarrier.testkit.forwarding;

import org.jspecify.annotations.NullMarked;
