-- What db-scheduler keeps of the lanes that are to be worked on.
create table anycarrier_sweep_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index anycarrier_sweep_task_due on anycarrier_sweep_task (execution_time);
create index anycarrier_sweep_task_heartbeat on anycarrier_sweep_task (last_heartbeat);

create table anycarrier_sweep (
  id integer generated always as identity primary key,
  identity text not null unique,
  given bigint not null default 0,
  planned bigint not null default 0,
  planned_at timestamptz not null default clock_timestamp(),
  cancelled_at timestamptz,
  deadline_ms bigint,
  maximum_age_ms bigint,
  when_stale text
);

-- A part of one account's SIMs, which one node at a time works on, chunk after chunk: next that of this number or the first
-- open one beyond it, and from the last to the first again. The fence tells claims apart.
create table anycarrier_sweep_lane (
  id integer generated always as identity primary key,
  sweep integer not null references anycarrier_sweep,
  account text not null,
  lane integer not null,
  chunks integer not null,
  ended_chunks integer not null default 0,
  next_chunk integer not null default 0,
  fence bigint not null default 0,
  done bigint not null default 0,
  stale bigint not null default 0,
  failed bigint not null default 0,
  skipped bigint not null default 0,
  minute bigint not null default 0,
  in_minute bigint not null default 0,
  in_minute_before bigint not null default 0,
  ended_at timestamptz,
  unique (sweep, account, lane)
) with (fillfactor = 50);

-- SIMs of a lane, a line for each, and where the first of them stood in the input.
create table anycarrier_sweep_chunk (
  id integer generated always as identity primary key,
  sweep integer not null,
  lane integer not null,
  number integer not null,
  sims text not null,
  ended boolean not null default false,
  unique (lane, number)
);
create index anycarrier_sweep_chunk_order on anycarrier_sweep_chunk (sweep, id);

-- The place is that of the SIM's line in its chunk. Without a reference to the chunk, which would be looked up for each.
create table anycarrier_sweep_outcome (
  chunk integer not null,
  place smallint not null,
  kind smallint not null,
  body bytea not null,
  primary key (chunk, place)
);

-- Keeps what SIMs ended in, where nothing is kept of them yet; only for who holds the lane. In one statement of the node,
-- so that a node that stops in the middle holds no lock. Kinds: 0 done, 1 stale, 2 failed, 3 skipped.
create function anycarrier_sweep_keep(
  the_lane integer, the_fence bigint, the_chunk integer, places smallint[], kinds smallint[], bodies bytea[])
returns boolean language plpgsql as $$
declare
  the_minute bigint := floor(extract(epoch from clock_timestamp()) / 60);
begin
  perform 1 from anycarrier_sweep_lane where id = the_lane and fence = the_fence for update;
  if not found then
    return false;
  end if;
  with kept as (
    insert into anycarrier_sweep_outcome (chunk, place, kind, body)
    select the_chunk, given.place, given.kind, given.body
    from unnest(places, kinds, bodies) as given (place, kind, body)
    on conflict do nothing
    returning kind
  ), counted as (
    select count(*) as ended,
      count(*) filter (where kind = 0) as done,
      count(*) filter (where kind = 1) as stale,
      count(*) filter (where kind = 2) as failed,
      count(*) filter (where kind = 3) as skipped
    from kept
  )
  update anycarrier_sweep_lane lane set
    done = lane.done + counted.done,
    stale = lane.stale + counted.stale,
    failed = lane.failed + counted.failed,
    skipped = lane.skipped + counted.skipped,
    minute = the_minute,
    in_minute = case when lane.minute = the_minute then lane.in_minute else 0 end + counted.ended,
    in_minute_before = case
      when lane.minute = the_minute then lane.in_minute_before
      when lane.minute = the_minute - 1 then lane.in_minute
      else 0 end
  from counted where lane.id = the_lane;
  return true;
end
$$;

-- Goes on from a chunk to the next, only for who holds the lane.
create function anycarrier_sweep_pass(the_lane integer, the_fence bigint, the_chunk integer, is_ended boolean)
returns boolean language plpgsql as $$
declare
  newly_ended integer := 0;
begin
  perform 1 from anycarrier_sweep_lane where id = the_lane and fence = the_fence for update;
  if not found then
    return false;
  end if;
  if is_ended then
    update anycarrier_sweep_chunk set ended = true where id = the_chunk and not ended;
    get diagnostics newly_ended = row_count;
  end if;
  update anycarrier_sweep_lane set
    next_chunk = (select number + 1 from anycarrier_sweep_chunk where id = the_chunk),
    ended_chunks = ended_chunks + newly_ended,
    ended_at = case when ended_chunks + newly_ended = chunks then clock_timestamp() end
  where id = the_lane;
  return true;
end
$$;
