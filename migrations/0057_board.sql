-- The board on which the plan of a round is made: what stands on it, every step that was taken, and the run that plans.
create table cycle.board (
  school_id uuid not null,
  round_id uuid not null,
  version integer not null,
  at_step integer not null,
  wishes double precision not null constraint board_wishes check (wishes between 0.25 and 4),
  waiting double precision not null constraint board_waiting check (waiting between 0.25 and 4),
  staff_day double precision not null constraint board_staff_day check (staff_day between 0.25 and 4),
  constraint board_pk primary key (school_id, round_id),
  constraint board_round foreign key (school_id, round_id) references cycle.round (school_id, id)
);
select platform.protect('cycle.board');

create table cycle.board_talk (
  school_id uuid not null,
  round_id uuid not null,
  talk text not null,
  pupil_id uuid not null,
  teacher_id uuid not null,
  starts_at timestamptz not null,
  locked boolean not null,
  constraint board_talk_pk primary key (school_id, round_id, talk),
  constraint board_talk_board foreign key (school_id, round_id) references cycle.board (school_id, round_id),
  constraint board_talk_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint board_talk_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id)
);
select platform.protect('cycle.board_talk');
create index board_talk_of_pupil on cycle.board_talk (school_id, pupil_id);

create table cycle.board_step (
  school_id uuid not null,
  round_id uuid not null,
  step integer not null,
  kind text not null
    constraint board_step_kind check (kind in ('plan', 'move', 'take-out', 'lock', 'release', 'way')),
  made_by uuid not null,
  made_at timestamptz not null,
  constraint board_step_pk primary key (school_id, round_id, step),
  constraint board_step_board foreign key (school_id, round_id) references cycle.board (school_id, round_id),
  constraint board_step_maker foreign key (school_id, made_by) references people.person (school_id, id)
);
select platform.protect('cycle.board_step');

-- What one step did with one talk; undoing it puts the first half back.
create table cycle.board_change (
  school_id uuid not null,
  round_id uuid not null,
  step integer not null,
  talk text not null,
  pupil_id uuid not null,
  teacher_before uuid,
  starts_before timestamptz,
  locked_before boolean,
  teacher_after uuid,
  starts_after timestamptz,
  locked_after boolean,
  constraint board_change_pk primary key (school_id, round_id, step, talk),
  constraint board_change_step foreign key (school_id, round_id, step)
    references cycle.board_step (school_id, round_id, step),
  constraint board_change_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id)
);
select platform.protect('cycle.board_change');
create index board_change_of_pupil on cycle.board_change (school_id, pupil_id);

-- What a family or a third person agreed to afterwards, with the step in which it was said.
create table cycle.board_concession (
  school_id uuid not null,
  round_id uuid not null,
  step integer not null,
  talk text not null,
  kind text not null constraint board_concession_kind check (kind in ('family-time', 'second-visit', 'by-phone')),
  pupil_id uuid not null,
  staff_id uuid,
  starts_at timestamptz not null,
  constraint board_concession_pk primary key (school_id, round_id, step, talk, kind),
  constraint board_concession_step foreign key (school_id, round_id, step)
    references cycle.board_step (school_id, round_id, step),
  constraint board_concession_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id)
);
select platform.protect('cycle.board_concession');
create index board_concession_of_pupil on cycle.board_concession (school_id, pupil_id);

-- One planning at a time: run_once. A run that is not `alive_until` any more died with its server.
create table cycle.plan_run (
  school_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  state text not null
    constraint plan_run_state check (state in ('running', 'done', 'cancelled', 'broken-off', 'failed')),
  asked_by uuid not null,
  started_at timestamptz not null,
  seconds double precision not null,
  alive_until timestamptz not null,
  cancel_asked boolean not null,
  honoured integer not null,
  asked integer not null,
  constraint plan_run_pk primary key (school_id, id),
  constraint plan_run_board foreign key (school_id, round_id) references cycle.board (school_id, round_id),
  constraint plan_run_asker foreign key (school_id, asked_by) references people.person (school_id, id)
);
select platform.protect('cycle.plan_run');
create unique index plan_run_once on cycle.plan_run (school_id, round_id) where (state = 'running');

-- A talk of a round can be at home.
alter table cycle.booking
  drop constraint booking_place,
  add constraint booking_place check (place in ('school', 'phone', 'online', 'home'));

create function cycle.forget_board(school uuid, pupil uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  delete from cycle.board_concession where school_id = school and pupil_id = pupil;
  delete from cycle.board_change where school_id = school and pupil_id = pupil;
  delete from cycle.board_talk where school_id = school and pupil_id = pupil;
end
$$;
