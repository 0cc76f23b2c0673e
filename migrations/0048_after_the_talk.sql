-- What was agreed, told aloud by a guardian in own words: the last time they told it.
create table conversations.retelling (
  school_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  file_id uuid not null,
  told_at timestamptz not null,
  constraint retelling_pk primary key (school_id, id),
  constraint retelling_one_each unique (school_id, conversation_id, person_id),
  constraint retelling_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint retelling_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint retelling_file foreign key (school_id, file_id) references platform.file (school_id, id)
);
select platform.protect('conversations.retelling');

create function conversations.forget_retellings(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(r.id) into gone from conversations.retelling r
    join conversations.conversation c on c.school_id = r.school_id and c.id = r.conversation_id
   where r.school_id = school and c.pupil_id = pupil;
  delete from conversations.retelling where school_id = school and id = any(gone);
  perform platform.forget_files(school, gone);
  return coalesce(gone, array[]::uuid[]);
end
$$;

-- The goal it is for: words on the page of a talk. That room stands above this one, so no key points there.
alter table agreements.agreement add column goal uuid;

-- How a step came: by the link of a mail, which somebody else may have opened; or by school, of what a guardian told.
alter table agreements.step add column by_link boolean not null default false;
alter table agreements.step add column told_by uuid;
alter table agreements.step add constraint step_teller
  foreign key (school_id, told_by) references people.person (school_id, id);

-- Who may not read it any more, or whose entry was cancelled for another reason than its end.
alter table agreements.calendar add column taken_away_at timestamptz;
