-- Pictures and recordings, each belonging to a row of a room, which says who may open it. The bytes are taken in here with that
-- row; where a bucket was configured they are carried there afterwards.
create table platform.file (
  school_id uuid not null,
  id uuid not null,
  owner text not null,
  owner_id uuid not null,
  type text not null constraint file_type check (type in
    ('image/jpeg', 'image/png', 'audio/webm', 'audio/ogg', 'audio/mp4', 'application/pdf')),
  size integer not null constraint file_size check (size between 1 and 10485760),
  added_at timestamptz not null,
  carried_at timestamptz,
  constraint file_pk primary key (school_id, id)
);
select platform.protect('platform.file');
create index file_of_owner on platform.file (school_id, owner_id);
create index file_to_carry on platform.file (school_id, added_at) where carried_at is null;

create table platform.file_content (
  school_id uuid not null,
  id uuid not null,
  bytes bytea not null,
  constraint file_content_pk primary key (school_id, id),
  constraint file_content_file foreign key (school_id, id) references platform.file (school_id, id)
);
select platform.protect('platform.file_content');

-- What is still to be taken out of the bucket: numbers only, since all else of it is gone.
create table platform.file_gone (
  school_id uuid not null,
  id uuid not null,
  constraint file_gone_pk primary key (school_id, id)
);
select platform.protect('platform.file_gone');

-- The files of these rows, for the functions by which rooms let go of a pupil.
create function platform.forget_files(school uuid, owners uuid[]) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  select array_agg(f.id) into gone from platform.file f where f.school_id = school and f.owner_id = any(owners);
  insert into platform.file_gone (school_id, id)
    select f.school_id, f.id from platform.file f
     where f.school_id = school and f.id = any(gone) and f.carried_at is not null
    on conflict do nothing;
  delete from platform.file_content where school_id = school and id = any(gone);
  delete from platform.file where school_id = school and id = any(gone);
  return coalesce(gone, array[]::uuid[]);
end
$$;

-- What somebody wants to remember for the talk about a child: its writer's alone.
create table conversations.note (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  text text not null,
  version integer not null,
  kept_at timestamptz not null,
  used_at timestamptz,
  constraint note_pk primary key (school_id, id),
  constraint note_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint note_writer foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.note');
create index note_of_writer on conversations.note (school_id, person_id, pupil_id);

-- Written down for a guardian on the phone: theirs once they have read it, at home or at the table.
alter table conversations.preparation add column confirmed_at timestamptz;
alter table conversations.preparation add column confirmed_by uuid;
alter table conversations.preparation add constraint preparation_confirmer
  foreign key (school_id, confirmed_by) references people.person (school_id, id);
-- The child answered by itself, on a device of the one who is named as helper.
alter table conversations.preparation add column alone boolean not null default false;

-- A drawing, a photo or spoken words beside an answer; `audience` stays empty until it is shared.
create table conversations.attachment (
  school_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  helper_id uuid not null,
  question text not null,
  kind text not null constraint attachment_kind check (kind in ('drawing', 'photo', 'sound')),
  caption text not null,
  file_id uuid not null,
  audience text constraint attachment_audience check (audience in ('adults', 'circle')),
  made_at timestamptz not null,
  constraint attachment_pk primary key (school_id, id),
  constraint attachment_preparation foreign key (school_id, conversation_id, person_id, helper_id)
    references conversations.preparation (school_id, conversation_id, person_id, helper_id),
  constraint attachment_file foreign key (school_id, file_id) references platform.file (school_id, id)
);
select platform.protect('conversations.attachment');
create index attachment_of_talk on conversations.attachment (school_id, conversation_id);

create function conversations.forget_preparations(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  attached uuid[];
  notes uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(a.id) into attached from conversations.attachment a
    join conversations.conversation c on c.school_id = a.school_id and c.id = a.conversation_id
   where a.school_id = school and c.pupil_id = pupil;
  select array_agg(n.id) into notes from conversations.note n where n.school_id = school and n.pupil_id = pupil;
  delete from conversations.attachment where school_id = school and id = any(attached);
  perform platform.forget_files(school, attached);
  delete from conversations.note where school_id = school and id = any(notes);
  return coalesce(attached, array[]::uuid[]) || coalesce(notes, array[]::uuid[]);
end
$$;
