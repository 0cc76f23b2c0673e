-- In which order the points of a talk are spoken about, and which nobody got to: those go along to a next talk.
create table conversations.point (
  school_id uuid not null,
  entry_id uuid not null,
  conversation_id uuid not null,
  place integer,
  left_at timestamptz,
  carried_to uuid,
  constraint point_pk primary key (school_id, entry_id),
  constraint point_entry foreign key (school_id, entry_id) references conversations.entry (school_id, id),
  constraint point_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint point_carried foreign key (school_id, carried_to) references conversations.conversation (school_id, id),
  constraint point_carried_left check (carried_to is null or left_at is not null)
);
select platform.protect('conversations.point');
create index point_of_conversation on conversations.point (school_id, conversation_id);
create index point_carried_to on conversations.point (school_id, carried_to) where carried_to is not null;

-- Aims that somebody of the talk added to those of its kind, or took away (handbook §4.3).
create table conversations.aim (
  school_id uuid not null,
  conversation_id uuid not null,
  aim text not null constraint aim_known
    check (aim in ('inform', 'what-works', 'look-back', 'analyse', 'needs', 'class', 'ahead')),
  person_id uuid not null,
  chosen boolean not null,
  changed_at timestamptz not null,
  constraint aim_pk primary key (school_id, conversation_id, aim),
  constraint aim_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint aim_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.aim');

-- Whom parents bring along, told to everybody beforehand.
create table conversations.companion (
  school_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  named_by uuid not null,
  name text not null,
  part text not null constraint companion_part check (part in ('friend', 'interpreter', 'peer', 'other')),
  named_at timestamptz not null,
  constraint companion_pk primary key (school_id, id),
  constraint companion_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint companion_namer foreign key (school_id, named_by) references people.person (school_id, id)
);
select platform.protect('conversations.companion');
create index companion_of_conversation on conversations.companion (school_id, conversation_id);

create function conversations.forget_around(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  talks uuid[];
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(c.id) into talks from conversations.conversation c where c.school_id = school and c.pupil_id = pupil;
  select array_agg(k.id) into gone from conversations.companion k
   where k.school_id = school and k.conversation_id = any(talks);
  delete from conversations.companion where school_id = school and conversation_id = any(talks);
  delete from conversations.aim where school_id = school and conversation_id = any(talks);
  delete from conversations.point where school_id = school and conversation_id = any(talks);
  return coalesce(gone, array[]::uuid[]);
end
$$;
