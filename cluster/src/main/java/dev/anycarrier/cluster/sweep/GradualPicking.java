package dev.anycarrier.cluster.sweep;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/** Picks one lane each time it looks, and not as many as there are workers: so nodes that look in turn share the lanes. */
final class GradualPicking extends PostgreSqlJdbcCustomization {

    GradualPicking() {
        super(false, false);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            final JdbcTaskRepositoryContext context, final Instant now, final int limit, final boolean byPriority) {
        return super.lockAndFetchSingleStatement(context, now, Math.min(1, limit), byPriority);
    }
}
