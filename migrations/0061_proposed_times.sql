-- When a teacher cannot be there, without why; it goes when it is over. Nobody agrees on a time in it.
create table cycle.absence (
  school_id uuid not null,
  id uuid not null,
  teacher_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  said_by uuid not null,
  constraint absence_pk primary key (school_id, id),
  constraint absence_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id),
  constraint absence_sayer foreign key (school_id, said_by) references people.person (school_id, id),
  constraint absence_order check (starts_at < ends_at)
);
select platform.protect('cycle.absence');
create index absence_of_teacher on cycle.absence (school_id, teacher_id);

-- A time that falls out, and the one that is proposed instead; without one, the family chooses. As long as it is asked, and the
-- talk did not move meanwhile (`sequence`), the proposed time is for this family.
create table cycle.proposal (
  school_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  booking_id uuid not null,
  pupil_id uuid not null,
  sequence integer not null,
  block_id uuid,
  teacher_id uuid,
  place text constraint proposal_place check (place in ('school', 'phone', 'online')),
  starts_at timestamptz,
  ends_at timestamptz,
  state text not null constraint proposal_state check (state in ('asked', 'accepted', 'declined', 'lapsed')),
  made_by uuid not null,
  made_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  constraint proposal_pk primary key (school_id, id),
  constraint proposal_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint proposal_booking foreign key (school_id, booking_id) references cycle.booking (school_id, id),
  constraint proposal_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint proposal_block foreign key (school_id, block_id) references cycle.block (school_id, id),
  constraint proposal_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id),
  constraint proposal_maker foreign key (school_id, made_by) references people.person (school_id, id),
  constraint proposal_answerer foreign key (school_id, answered_by) references people.person (school_id, id),
  constraint proposal_time check ((starts_at is null) = (block_id is null) and (starts_at is null) = (ends_at is null)),
  constraint proposal_once exclude using gist
    (school_id with =, teacher_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'asked' and starts_at is not null)
);
select platform.protect('cycle.proposal');
create unique index proposal_open on cycle.proposal (school_id, booking_id) where (state = 'asked');
create index proposal_of_pupil on cycle.proposal (school_id, pupil_id);

create function cycle.forget_proposal(school uuid, pupil uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  delete from cycle.proposal where school_id = school and pupil_id = pupil;
end
$$;
