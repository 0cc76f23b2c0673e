-- The cellar: who enters which school, what happened there, what is still to be told.
create extension if not exists btree_gist;

create schema platform;

-- The role the application works as: owns nothing, cannot bypass a policy. A login role is made a member of it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'eenlijn_app') then
    create role eenlijn_app nologin;
  end if;
end
$$;

grant usage on schema platform to eenlijn_app;
grant usage on schema public to eenlijn_app;
grant select on public.migration to eenlijn_app;

alter default privileges in schema platform grant select, insert, update, delete on tables to eenlijn_app;

-- Enter one school for the rest of the transaction. SET LOCAL and not set_config, which Citus does not pass on.
create function platform.enter_school(school uuid) returns void language plpgsql as $$
begin
  execute format('set local app.school = %L', school);
end
$$;

-- Close a table with school data to every school but the one entered; remembered, in order, for distribution.
create table platform.protected_table (
  name text not null,
  position integer not null,
  constraint protected_table_pk primary key (name)
);

create function platform.protect(name text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format(
    'create policy own_school on %s using (school_id = any (array[nullif(current_setting(''app.school'', true), '''')::uuid])) with check (school_id = any (array[nullif(current_setting(''app.school'', true), '''')::uuid]))',
    name
  );
  insert into platform.protected_table (name, position)
  values (protect.name, (select count(*) from platform.protected_table));
end
$$;

-- Spread the protected tables over the machines of a Citus cluster by school. Does nothing without the extension.
create function platform.distribute() returns integer language plpgsql as $$
declare
  spread integer := 0;
  each_table text;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return 0;
  end if;
  for each_table in select name from platform.protected_table order by position loop
    if not exists (select from pg_dist_partition where logicalrelid = each_table::regclass) then
      perform create_distributed_table(each_table, 'school_id');
      spread := spread + 1;
    end if;
  end loop;
  return spread;
end
$$;

-- Local: the schools that live here, found before any school is entered.
create table platform.tenant (
  school_id uuid not null,
  brin text not null,
  constraint tenant_pk primary key (school_id),
  constraint tenant_brin unique (brin)
);

-- What happened: written once, in the transaction in which it happened.
create table platform.fact (
  school_id uuid not null,
  id uuid not null,
  name text not null,
  person_id uuid not null,
  subject_id uuid not null,
  about jsonb not null,
  at timestamptz not null,
  constraint fact_pk primary key (school_id, id)
);
select platform.protect('platform.fact');
revoke update, delete on platform.fact from eenlijn_app;
create index fact_of_subject on platform.fact (school_id, subject_id, id);

-- What is still to be told to the people concerned; the relay empties it.
create table platform.outbox (
  school_id uuid not null,
  fact_id uuid not null,
  constraint outbox_pk primary key (school_id, fact_id),
  constraint outbox_fact foreign key (school_id, fact_id) references platform.fact (school_id, id)
);
select platform.protect('platform.outbox');
