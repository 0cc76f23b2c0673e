-- Rounds of every kind, in which families choose a time or say when they can; who takes part in one, and how.
alter table cycle.round
  drop constraint round_kind,
  drop constraint round_state,
  add constraint round_kind check (kind in ('start', 'progress', 'report-card', 'advice')),
  add constraint round_state check (state in ('draft', 'open', 'published', 'closed')),
  add column mode text not null default 'choose' constraint round_mode check (mode in ('choose', 'wishes')),
  add column per_teacher boolean not null default false,
  add column none_needed boolean not null default false,
  add column first_until date,
  add column remind_after integer[] not null default '{}',
  add constraint round_published check (state <> 'published' or mode = 'wishes'),
  add constraint round_none_needed check (not none_needed or kind <> 'start');

alter table cycle.round_group
  add column minutes integer constraint round_group_minutes check (minutes between 5 and 120);

-- Of a start round: children with another length, somebody extra or an earlier invitation. Of every other round: who takes part.
create table cycle.participant (
  school_id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  because text not null constraint participant_because check (because in ('everybody', 'arrangement', 'asked', 'school')),
  priority text not null constraint participant_priority check (priority in ('must', 'normal', 'optional')),
  minutes integer constraint participant_minutes check (minutes between 5 and 120),
  invited_first boolean not null,
  third_id uuid,
  constraint participant_pk primary key (school_id, round_id, pupil_id),
  constraint participant_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint participant_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint participant_third foreign key (school_id, third_id) references people.staff (school_id, id)
);
select platform.protect('cycle.participant');
create index participant_of_pupil on cycle.participant (school_id, pupil_id);

-- In a round per teacher a child has a talk with each teacher who was asked; talks of one family that belong together share a visit.
alter table cycle.booking
  add column for_teacher uuid,
  add column visit_id uuid,
  add column attended boolean,
  add constraint booking_for_teacher foreign key (school_id, for_teacher) references people.staff (school_id, id);
drop index cycle.booking_once;
create unique index booking_once on cycle.booking (school_id, round_id, pupil_id, household_id, for_teacher)
  nulls not distinct where (state = 'booked');

-- A talk of a round moves with its booking.
alter table conversations.conversation add column of_round boolean not null default false;
update conversations.conversation set of_round = true where school_id is not null and kind = 'start' and requested_by is null;

create function cycle.forget_participant(school uuid, pupil uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  delete from cycle.participant where school_id = school and pupil_id = pupil;
end
$$;
