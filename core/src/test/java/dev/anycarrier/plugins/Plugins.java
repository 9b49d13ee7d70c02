package dev.anycarrier.plugins;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.io.IOException;
import java.util.List;

/** Plugins, most of them broken in one way each. */
public final class Plugins {

    private Plugins() {}

    /** Works. */
    public static class Good implements UsageProviderFactory {

        @Override
        public String id() {
            return "good";
        }

        @Override
        public String displayName() {
            return "Good Telecom";
        }

        @Override
        public int spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(Setting.text("user", "Who we are."));
        }

        @Override
        public UsageProvider create(final ProviderContext context) {
            throw new AssertionError("discovery creates no provider");
        }
    }

    public static final class Other extends Good {
        @Override
        public String id() {
            return "other";
        }
    }

    public static final class GoodToo extends Good {}

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

    /** Its superclass is not delivered with it. */
    public static final class Orphan extends Parent {}

    public static class Parent extends Good {}

    public static final class WithoutId extends Good {
        @Override
        public String id() {
            return null;
        }
    }

    public static final class InvalidId extends Good {
        @Override
        public String id() {
            return "Good Telecom";
        }
    }

    public static final class ThrowingId extends Good {
        @Override
        public String id() {
            throw new IllegalStateException("canary-7d1f");
        }
    }

    public static final class EndlessId extends Good {
        @Override
        public String id() {
            return displayName();
        }

        @Override
        public String displayName() {
            return id();
        }
    }

    public static final class ThrowingCheckedException extends Good {
        @Override
        public String id() {
            throw ThrowingCheckedException.<RuntimeException>undeclared(new IOException("canary-7d1f"));
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> T undeclared(final Throwable thrown) throws T {
            throw (T) thrown;
        }
    }

    /** Compiled against an interface that is no more. */
    public static final class Unlinked extends Good {
        @Override
        public String displayName() {
            throw new AbstractMethodError("canary-7d1f is no class");
        }
    }

    public static final class ForAnotherVersion extends Good {
        @Override
        public int spiVersion() {
            return 2;
        }
    }

    public static final class Nameless extends Good {
        @Override
        public String displayName() {
            return " ";
        }
    }

    public static final class WithoutSettings extends Good {
        @Override
        public List<Setting<?>> settings() {
            return null;
        }
    }

    public static final class WithoutMemory extends Good {
        @Override
        public String id() {
            throw new OutOfMemoryError("as if");
        }
    }

    /** Leaves another class loader on the thread, at every occasion. */
    public static final class Meddling extends Good {
        public Meddling() {
            meddle();
        }

        @Override
        public String id() {
            meddle();
            return "meddling";
        }

        @Override
        public List<Setting<?>> settings() {
            meddle();
            return List.of();
        }

        private static void meddle() {
            Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        }
    }

    /** Is no plugin at all. */
    public static final class Stranger {}
}
