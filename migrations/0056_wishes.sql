-- When the families of a round can come, and how: one answer for each home, changed until a plan stands.
create table cycle.wish (
  school_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  by_school boolean not null,
  earliest text constraint wish_earliest check (earliest ~ '^[0-2][0-9]:[0-5][0-9]$'),
  latest text constraint wish_latest check (latest ~ '^[0-2][0-9]:[0-5][0-9]$'),
  timing text constraint wish_timing check (timing in ('early', 'late')),
  place text not null constraint wish_place check (place in ('school', 'phone', 'online', 'home')),
  interpreter text,
  visits integer not null constraint wish_visits check (visits between 1 and 9),
  together boolean not null,
  version integer not null,
  constraint wish_pk primary key (school_id, round_id, household_id),
  constraint wish_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint wish_household foreign key (school_id, household_id) references people.household (school_id, id),
  constraint wish_answered_by foreign key (school_id, answered_by) references people.person (school_id, id)
);
select platform.protect('cycle.wish');

create table cycle.wish_time (
  school_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  liking integer not null constraint wish_time_liking check (liking between 0 and 2),
  constraint wish_time_pk primary key (school_id, round_id, household_id, starts_at),
  constraint wish_time_wish foreign key (school_id, round_id, household_id)
    references cycle.wish (school_id, round_id, household_id),
  constraint wish_time_span check (starts_at < ends_at)
);
select platform.protect('cycle.wish_time');

create table cycle.wish_child (
  school_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  pupil_id uuid not null,
  answer text not null constraint wish_child_answer check (answer in ('talk', 'none-needed')),
  note text,
  constraint wish_child_pk primary key (school_id, round_id, household_id, pupil_id),
  constraint wish_child_wish foreign key (school_id, round_id, household_id)
    references cycle.wish (school_id, round_id, household_id),
  constraint wish_child_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id)
);
select platform.protect('cycle.wish_child');
create index wish_child_of_pupil on cycle.wish_child (school_id, pupil_id);

-- In a round per teacher: with whom a home would like to talk about a child, and whom school suggests.
create table cycle.wish_teacher (
  school_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  pupil_id uuid not null,
  teacher_id uuid not null,
  constraint wish_teacher_pk primary key (school_id, round_id, household_id, pupil_id, teacher_id),
  constraint wish_teacher_child foreign key (school_id, round_id, household_id, pupil_id)
    references cycle.wish_child (school_id, round_id, household_id, pupil_id),
  constraint wish_teacher_staff foreign key (school_id, teacher_id) references people.staff (school_id, id)
);
select platform.protect('cycle.wish_teacher');

create table cycle.suggestion (
  school_id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  teacher_id uuid not null,
  suggested_by uuid not null,
  constraint suggestion_pk primary key (school_id, round_id, pupil_id, teacher_id),
  constraint suggestion_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint suggestion_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint suggestion_staff foreign key (school_id, teacher_id) references people.staff (school_id, id),
  constraint suggestion_by foreign key (school_id, suggested_by) references people.staff (school_id, id)
);
select platform.protect('cycle.suggestion');
create index suggestion_of_pupil on cycle.suggestion (school_id, pupil_id);

-- How a teacher keeps it up: so many minutes in a row, then a break, and no more than so many minutes on a day.
create table cycle.pace (
  school_id uuid not null,
  round_id uuid not null,
  teacher_id uuid not null,
  max_run integer not null constraint pace_max_run check (max_run between 15 and 480),
  break_minutes integer not null constraint pace_break check (break_minutes between 5 and 60),
  max_per_day integer not null constraint pace_max_per_day check (max_per_day between 15 and 720),
  constraint pace_pk primary key (school_id, round_id, teacher_id),
  constraint pace_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint pace_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id)
);
select platform.protect('cycle.pace');

-- What was said about a child goes with it; the answer of a home goes with its last child.
create function cycle.forget_wish(school uuid, pupil uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  delete from cycle.suggestion where school_id = school and pupil_id = pupil;
  delete from cycle.wish_teacher where school_id = school and pupil_id = pupil;
  delete from cycle.wish_child where school_id = school and pupil_id = pupil;
  delete from cycle.wish_time t where t.school_id = school and not exists
    (select from cycle.wish_child c
      where c.school_id = school and c.round_id = t.round_id and c.household_id = t.household_id);
  delete from cycle.wish w where w.school_id = school and not exists
    (select from cycle.wish_child c
      where c.school_id = school and c.round_id = w.round_id and c.household_id = w.household_id);
end
$$;
