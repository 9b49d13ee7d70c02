package dev.anycarrier.testkit.conformance;

import com.example.acme.AcmeProviderFactory;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecordSink;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes factories of Acme with something wrong about them. */
final class AcmeWith {

    private AcmeWith() {}

    /** The factory as it is, to be overridden. */
    static class Factory extends ForwardingFactory {

        Factory() {
            super(new AcmeProviderFactory());
        }
    }

    /** Another provider in front of Acme's. */
    static UsageProviderFactory provider(final BiFunction<UsageProvider, ProviderContext, UsageProvider> wrap) {
        return new Factory() {
            @Override
            public UsageProvider create(final ProviderContext context) {
                return wrap.apply(super.create(context), context);
            }
        };
    }

    /** Questions about a SIM answered otherwise. */
    static UsageProviderFactory usage(final BiFunction<UsageProvider, SimId, UsageReport> answer) {
        return provider((acme, context) -> new SameProvider(acme) {
            @Override
            public UsageReport usage(final SimId sim) {
                return answer.apply(acme, sim);
            }
        });
    }

    /** Reports changed on their way out. */
    static UsageProviderFactory report(final UnaryOperator<UsageReport> change) {
        return usage((acme, sim) -> change.apply(acme.usage(sim)));
    }

    /** Another account's surroundings in front of the true ones. */
    static UsageProviderFactory context(final UnaryOperator<ProviderContext> wrap) {
        return new Factory() {
            @Override
            protected ProviderContext around(final ProviderContext context) {
                return wrap.apply(context);
            }
        };
    }

    /** Requests sent otherwise. */
    static UsageProviderFactory sending(final BiFunction<Transport, HttpRequest, HttpResponse> send) {
        return context(context -> new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication authentication) {
                final Transport transport = super.transport(authentication);
                return request -> send.apply(transport, request);
            }
        });
    }

    /** Answers changed before Acme's provider reads them. */
    static UsageProviderFactory answers(final UnaryOperator<HttpResponse> change) {
        return sending((transport, request) -> change.apply(transport.send(request)));
    }

    /** Bodies of answers changed before Acme's provider reads them. */
    static UsageProviderFactory bodies(final UnaryOperator<String> change) {
        return answers(answer -> Answers.withBody(answer, change.apply(Answers.body(answer))));
    }

    /** Another way of walking through records. */
    static UsageProviderFactory records(final Paging paging) {
        return provider((acme, context) -> new SameProvider(acme) {
            @Override
            public Optional<UsageRecords> records() {
                final UsageRecords records = acme.records().orElseThrow();
                return Optional.of((query, cursor) -> paging.page(records, query, cursor));
            }
        });
    }

    /** Another way of telling of records in passing. */
    static UsageProviderFactory passing(final Passing passing) {
        return provider((acme, context) -> new SameProvider(acme) {
            @Override
            public Optional<UsageRecords> records() {
                final UsageRecords records = acme.records().orElseThrow();
                return Optional.of(new UsageRecords() {
                    @Override
                    public Page<UsageRecord> page(final UsageRecordQuery query, final Optional<String> cursor) {
                        return records.page(query, cursor);
                    }

                    @Override
                    public Page<UsageRecord> read(
                            final UsageRecordQuery query, final Optional<String> cursor, final UsageRecordSink sink) {
                        return passing.read(records, query, cursor, sink);
                    }
                });
            }
        });
    }

    /** How a page is told of in passing. */
    @FunctionalInterface
    interface Passing {
        Page<UsageRecord> read(
                UsageRecords acme, UsageRecordQuery query, Optional<String> cursor, UsageRecordSink sink);
    }

    /** Another reading of usage by hour. */
    static UsageProviderFactory hours(final UnaryOperator<UsageByHour> change) {
        return provider((acme, context) -> new SameProvider(acme) {
            @Override
            public Optional<UsageByHour> usageByHour() {
                return acme.usageByHour().map(change);
            }
        });
    }

    /** Another way of walking through hours. */
    static UsageProviderFactory hours(final HourPaging paging) {
        return provider((acme, context) -> new SameProvider(acme) {
            @Override
            public Optional<UsageByHour> usageByHour() {
                final UsageByHour hours = acme.usageByHour().orElseThrow();
                return Optional.of((query, cursor) -> paging.page(hours, query, cursor));
            }
        });
    }

    /** Another reading of totals by tag. */
    static UsageProviderFactory tagUsage(final UnaryOperator<TagUsage> change) {
        return provider((acme, context) -> new SameProvider(acme) {
            @Override
            public Optional<TagUsage> tagUsage() {
                return acme.tagUsage().map(change);
            }
        });
    }

    /** One page, by way of Acme's hours. */
    @FunctionalInterface
    interface HourPaging {

        Page<HourlyUsage> page(UsageByHour acme, UsageRecordQuery query, Optional<String> cursor);
    }

    /** One page, by way of Acme's records. */
    @FunctionalInterface
    interface Paging {

        Page<UsageRecord> page(UsageRecords acme, UsageRecordQuery query, Optional<String> cursor);
    }
}
