-- What a school strives for in each kind of round: of how many of a hundred talks it would like them to be held.
create table cycle.target (
  school_id uuid not null,
  kind text not null constraint target_kind check (kind in ('start', 'progress', 'report-card', 'advice')),
  percent integer not null constraint target_percent check (percent between 1 and 100),
  set_by uuid not null,
  set_at timestamptz not null,
  constraint target_pk primary key (school_id, kind),
  constraint target_setter foreign key (school_id, set_by) references people.person (school_id, id)
);
select platform.protect('cycle.target');
