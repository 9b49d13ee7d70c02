package dev.anycarrier.simulation.store;

import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.simulation.store.StoreTalk.Ended;
import dev.anycarrier.simulation.store.StoreTalk.Lease;
import dev.anycarrier.simulation.store.StoreTalk.Refused;
import dev.anycarrier.simulation.store.StoreTalk.Seen;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Optional;

/** One account as a node sees it, and as whoever listens on the line hears of it. */
record ConnectedAccount(SimulatedStore store, StoreLine line, String process, String key, ClusterTerms terms)
        implements ClusterAccount {

    @Override
    public ClusterAnswer ask(final ClusterRequest request) {
        return line.roundTrip(now -> heard(request, account().ask(request, now)));
    }

    @Override
    public Optional<ClusterAnswer.Known> look(final SimId sim) {
        return line.roundTrip(now -> {
            final Optional<ClusterAnswer.Known> known = account().usage().look(sim, now);
            known.ifPresent(value -> heard(sim, value));
            return known;
        });
    }

    @Override
    public void notSent(final ClusterAnswer.Granted permit) {
        line.tell(now -> account().notSent(permit.permit()));
    }

    @Override
    public void giveBackForSim(final ClusterAnswer.Granted permit) {
        line.tell(now -> account().giveBackForSim(permit.permit()));
    }

    @Override
    public void hold(final LimitScope scope, final Optional<SimId> sim, final Duration length) {
        line.tell(now -> account().hold(scope, sim, now + length.toNanos()));
    }

    @Override
    public void landed(final SimId sim, final long flight, final Optional<UsageReport> report, final Duration age) {
        final long saidAt = store.clock();
        final long trueAt = saidAt - age.toNanos();
        final long at = store.elapsed();
        final long arrival = line.tell(now -> account().usage().landed(sim, flight, report, saidAt, trueAt, now));
        final String what = sim.value();
        store.talk().add(new Ended(process, what, flight, at, arrival, report.isPresent(), false));
    }

    @Override
    public ClusterToken token(final String credentials, final long newerThan, final boolean refresh) {
        return line.roundTrip(now -> heard(account().tokens().token(credentials, newerThan, now)));
    }

    @Override
    public Optional<Long> fetched(
            final String credentials, final long fence, final AccessToken token, final Duration age) {
        final long sentAt = store.clock() - age.toNanos();
        final long saidAt = store.elapsed();
        return line.roundTrip(now -> {
            final Optional<Long> number = account().tokens().fetched(credentials, fence, token, sentAt, now);
            store.talk()
                    .add(new Ended(process, StoreTalk.TOKEN, fence, saidAt, store.reached(), true, number.isPresent()));
            return number;
        });
    }

    @Override
    public void notFetched(final String credentials, final long fence, final Duration pause) {
        final long at = store.elapsed();
        final long arrival = line.tell(now -> account().tokens().notFetched(credentials, fence, pause.toNanos(), now));
        store.talk().add(new Ended(process, StoreTalk.TOKEN, fence, at, arrival, false, false));
    }

    private StoredAccount account() {
        return store.account(key, terms);
    }

    private ClusterAnswer heard(final ClusterRequest request, final ClusterAnswer answer) {
        if (answer instanceof ClusterAnswer.Granted granted && granted.flight() > 0) {
            lease(request.sim().orElseThrow().value(), granted.flight());
        } else if (answer instanceof ClusterAnswer.Known known) {
            heard(request.sim().orElseThrow(), known);
        } else if (answer instanceof ClusterAnswer.Elsewhere) {
            store.talk().add(new Refused(process, request.sim().orElseThrow().value(), store.reached()));
        }
        return answer;
    }

    private void heard(final SimId sim, final ClusterAnswer.Known known) {
        final long received = store.reached() - known.receivedAgo().toNanos();
        store.talk().add(new Seen(process, sim.value(), received, store.reached()));
    }

    private ClusterToken heard(final ClusterToken answer) {
        if (answer instanceof ClusterToken.Fetch leave) {
            lease(StoreTalk.TOKEN, leave.fence());
        } else if (answer instanceof ClusterToken.Held held) {
            store.talk().add(new Seen(process, StoreTalk.TOKEN, held.number(), store.reached()));
        } else if (answer instanceof ClusterToken.Elsewhere elsewhere && !elsewhere.failed()) {
            store.talk().add(new Refused(process, StoreTalk.TOKEN, store.reached()));
        }
        return answer;
    }

    private void lease(final String what, final long number) {
        final long at = store.reached();
        store.talk().add(new Lease(process, what, number, at, at + terms.lease().toNanos()));
    }
}
