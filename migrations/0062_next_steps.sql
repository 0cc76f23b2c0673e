-- School's next steps towards a family that has not reacted to a round: another channel, then a person who calls (handbook P9).
-- What is kept is what school does and what came of it; nothing is counted of a family.
create table cycle.nudge (
  school_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  household_id uuid,
  step integer not null constraint nudge_step check (step > 0),
  kind text not null constraint nudge_kind check (kind in ('letter', 'call')),
  because text not null constraint nudge_because check (because in ('invited', 'proposed')),
  made_on date not null,
  outcome text constraint nudge_outcome check (outcome in ('spoken', 'not-reached', 'will-choose', 'none-needed')),
  done_by uuid,
  done_at timestamptz,
  constraint nudge_pk primary key (school_id, id),
  constraint nudge_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint nudge_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint nudge_household foreign key (school_id, household_id) references people.household (school_id, id),
  constraint nudge_doer foreign key (school_id, done_by) references people.person (school_id, id),
  constraint nudge_done check ((outcome is null) = (done_at is null) and (done_by is null) = (done_at is null))
);
select platform.protect('cycle.nudge');
create unique index nudge_once on cycle.nudge (school_id, round_id, pupil_id, household_id, step) nulls not distinct;
create index nudge_of_pupil on cycle.nudge (school_id, pupil_id);

-- Since when families know of a round.
alter table cycle.round add column opened_at timestamptz;
update cycle.round r set opened_at =
  (select min(f.at) from platform.fact f
    where f.school_id = r.school_id and f.subject_id = r.id and f.name = 'round.opened')
 where r.school_id is not null;

create function cycle.forget_nudge(school uuid, pupil uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  delete from cycle.nudge where school_id = school and pupil_id = pupil;
end
$$;
