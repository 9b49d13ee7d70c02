package dev.anycarrier.simulation.fault;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;
import java.util.stream.LongStream;

/** Plugins as they lie on a class path: two that work, the others broken in one way each. */
public final class BrokenPlugins {

    private BrokenPlugins() {}

    public static class Good implements UsageProviderFactory {

        @Override
        public String id() {
            return "good";
        }

        @Override
        public String displayName() {
            return "Good";
        }

        @Override
        public int spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of();
        }

        @Override
        public UsageProvider create(final ProviderContext context) {
            throw new AssertionError("no account of it is configured");
        }
    }

    /** Takes its time. */
    public static final class Slow extends Good {
        private static final long COUNT =
                LongStream.range(0, 5_000_000).filter(number -> number % 3 == 0).count();

        @Override
        public String id() {
            return COUNT > 0 ? "slow" : "";
        }
    }

    public static final class ThrowingConstructor extends Good {
        public ThrowingConstructor() {
            throw new IllegalStateException("canary-7d1f");
        }
    }

    public static final class ThrowingInitialiser extends Good {
        private static final int VALUE = Integer.parseInt("canary-7d1f");

        @Override
        public String id() {
            return "value-" + VALUE;
        }
    }

    public static final class Nameless extends Good {
        @Override
        @SuppressWarnings("NullAway")
        public String id() {
            return null;
        }
    }

    public static final class WithoutSettings extends Good {
        @Override
        @SuppressWarnings("NullAway")
        public List<Setting<?>> settings() {
            return null;
        }
    }

    public static final class Outdated extends Good {
        @Override
        public int spiVersion() {
            return 0;
        }
    }

    public static class Twin extends Good {
        @Override
        public String id() {
            return "twin";
        }
    }

    public static final class OtherTwin extends Good {
        @Override
        public String id() {
            return "twin";
        }
    }
}
