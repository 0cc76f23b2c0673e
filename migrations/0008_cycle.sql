-- Rounds of conversations: who offers which times, and which time was agreed for which child.
create schema cycle;
grant usage on schema cycle to eenlijn_app;
alter default privileges in schema cycle grant select, insert, update, delete on tables to eenlijn_app;

create table cycle.round (
  school_id uuid not null,
  id uuid not null,
  kind text not null constraint round_kind check (kind in ('start')),
  state text not null constraint round_state check (state in ('draft', 'open', 'closed')),
  first_day date not null,
  last_day date not null,
  minutes integer not null constraint round_minutes check (minutes between 5 and 120),
  notice_hours integer not null constraint round_notice check (notice_hours between 0 and 336),
  invitation text not null,
  made_by uuid not null,
  constraint round_pk primary key (school_id, id),
  constraint round_days check (first_day <= last_day),
  constraint round_maker foreign key (school_id, made_by) references people.person (school_id, id)
);
select platform.protect('cycle.round');

create table cycle.round_group (
  school_id uuid not null,
  round_id uuid not null,
  group_id uuid not null,
  constraint round_group_pk primary key (school_id, round_id, group_id),
  constraint round_group_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint round_group_group foreign key (school_id, group_id) references people.pupil_group (school_id, id)
);
select platform.protect('cycle.round_group');

-- A room at school. `key` is its name without capitals, so that one room is not two.
create table cycle.location (
  school_id uuid not null,
  id uuid not null,
  key text not null,
  name text not null,
  constraint location_pk primary key (school_id, id),
  constraint location_key unique (school_id, key)
);
select platform.protect('cycle.location');

-- From–to on one day in which a teacher can talk. A block with a booking in it cannot be removed: booking_block.
create table cycle.block (
  school_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  teacher_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  location_id uuid,
  places text[] not null constraint block_places check (places <@ array['school', 'phone', 'online'] and cardinality(places) > 0),
  constraint block_pk primary key (school_id, id),
  constraint block_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint block_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id),
  constraint block_location foreign key (school_id, location_id) references cycle.location (school_id, id),
  constraint block_once exclude using gist (school_id with =, teacher_id with =, tstzrange(starts_at, ends_at) with &&)
);
select platform.protect('cycle.block');
create index block_of_round on cycle.block (school_id, round_id, teacher_id);

-- Parents who live apart and asked for a talk each, in this round.
create table cycle.own_talk (
  school_id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  constraint own_talk_pk primary key (school_id, round_id, pupil_id),
  constraint own_talk_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint own_talk_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id)
);
select platform.protect('cycle.own_talk');

-- The agreed time. Its id is the UID in everybody's calendar, for life; `sequence` goes up at each change.
-- Without a household it is the talk of all guardians of the circle. No room holds two talks at once: booking_room_once;
-- that nobody sits in two of them, the seats of conversations see to.
create table cycle.booking (
  school_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  teacher_id uuid not null,
  guardian_id uuid not null,
  household_id uuid,
  block_id uuid,
  location_id uuid,
  place text not null constraint booking_place check (place in ('school', 'phone', 'online')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  sequence integer not null,
  state text not null constraint booking_state check (state in ('booked', 'cancelled')),
  conversation_id uuid not null,
  constraint booking_pk primary key (school_id, id),
  constraint booking_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint booking_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint booking_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id),
  constraint booking_guardian foreign key (school_id, guardian_id) references people.person (school_id, id),
  constraint booking_household foreign key (school_id, household_id) references people.household (school_id, id),
  constraint booking_block foreign key (school_id, block_id) references cycle.block (school_id, id),
  constraint booking_location foreign key (school_id, location_id) references cycle.location (school_id, id),
  constraint booking_in_block check ((state = 'booked') = (block_id is not null)),
  constraint booking_room_once exclude using gist
    (school_id with =, location_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'booked')
);
select platform.protect('cycle.booking');
create unique index booking_once on cycle.booking (school_id, round_id, pupil_id, household_id)
  nulls not distinct where (state = 'booked');
create index booking_of_block on cycle.booking (school_id, block_id);
create index booking_by_time on cycle.booking (school_id, starts_at);

-- The personal links of invitations, by the hash of their code. They lead to a sign-in and open nothing themselves.
create table cycle.invitation (
  school_id uuid not null,
  code_hash text not null,
  round_id uuid not null,
  person_id uuid not null,
  constraint invitation_pk primary key (school_id, code_hash),
  constraint invitation_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint invitation_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('cycle.invitation');
