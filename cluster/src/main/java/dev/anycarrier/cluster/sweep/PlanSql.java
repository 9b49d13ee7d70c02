package dev.anycarrier.cluster.sweep;

/** The statements that make a plan of the SIMs that were given. All of them take numbers of ours and nothing of a user's. */
final class PlanSql {

    private PlanSql() {}

    /** Each SIM once, where it stood first, and in which chunk of its account it is. */
    static String chunksOf(final int size) {
        return """
                create temp table anycarrier_planned on commit drop as
                select account, sim, position,
                  ((row_number() over (partition by account order by position) - 1) / %d)::integer as chunk
                from (
                  select account, sim, min(position) as position from anycarrier_given group by account, sim
                ) each_once
                """.formatted(size);
    }

    /** An account's chunks are dealt out to its lanes in turn. */
    static String lanes(final int sweep, final int atMost) {
        return """
                insert into anycarrier_sweep_lane (sweep, account, lane, chunks)
                select %d, account, lane, (chunks - lane + lanes - 1) / lanes
                from (
                  select account, max(chunk) + 1 as chunks, least(%d, max(chunk) + 1) as lanes
                  from anycarrier_planned group by account
                ) accounts, generate_series(0, lanes - 1) lane
                order by lane, account
                """.formatted(sweep, atMost);
    }

    static String chunks(final int sweep) {
        return """
                insert into anycarrier_sweep_chunk (sweep, lane, number, sims)
                select %1$d, lane.id, chunk / lanes, sims
                from (
                  select account, chunk,
                    string_agg(case step when 1 then '' else step::text end || sim, E'\\n' order by position) as sims
                  from (
                    select account, chunk, position, sim, position - coalesce(
                      lag(position) over (partition by account, chunk order by position), -1) as step
                    from anycarrier_planned
                  ) steps
                  group by account, chunk
                ) chunks
                join (
                  select account, count(*)::integer as lanes from anycarrier_sweep_lane where sweep = %1$d group by account
                ) accounts using (account)
                join anycarrier_sweep_lane lane
                  on lane.sweep = %1$d and lane.account = chunks.account and lane.lane = chunk %% lanes
                order by chunk, lane.account
                """.formatted(sweep);
    }

    /** A task for each lane, due now. */
    static String tasks(final int sweep) {
        return """
                insert into anycarrier_sweep_task
                  (task_name, task_instance, execution_time, picked, consecutive_failures, version, priority)
                select '%s', id::text, clock_timestamp(), false, 0, 1, 0
                from anycarrier_sweep_lane where sweep = %d
                """.formatted(LaneWork.TASK, sweep);
    }

    /** Gives back the number of SIMs. */
    static String end(final int sweep, final long given) {
        return """
                update anycarrier_sweep
                set given = %d, planned = (select count(*) from anycarrier_planned), planned_at = clock_timestamp()
                where id = %d returning planned
                """.formatted(given, sweep);
    }
}
