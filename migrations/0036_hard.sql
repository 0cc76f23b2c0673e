-- Help when it gets hard: what somebody writes for themself about a talk or about home, theirs alone until they share it.
-- `about_id` is the talk, or the child for what a guardian keeps about home; one sheet of a kind for each writer.
create table conversations.sheet (
  school_id uuid not null,
  id uuid not null,
  kind text not null constraint sheet_kind
    check (kind in ('train', 'steps-me', 'steps-you', 'reflection', 'triangle', 'home')),
  pupil_id uuid not null,
  conversation_id uuid,
  about_id uuid not null,
  person_id uuid not null,
  audience text not null constraint sheet_audience check (audience in ('me', 'adults', 'circle')),
  version integer not null,
  constraint sheet_pk primary key (school_id, id),
  constraint sheet_one unique (school_id, about_id, kind, person_id),
  constraint sheet_about check (about_id = coalesce(conversation_id, pupil_id)),
  constraint sheet_kept check (kind <> 'reflection' or audience = 'me'),
  constraint sheet_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint sheet_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint sheet_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.sheet');

-- One field of a sheet; its version is that of the sheet when it was last written.
create table conversations.sheet_line (
  school_id uuid not null,
  sheet_id uuid not null,
  field text not null,
  text text not null,
  version integer not null,
  constraint sheet_line_pk primary key (school_id, sheet_id, field),
  constraint sheet_line_sheet foreign key (school_id, sheet_id) references conversations.sheet (school_id, id)
);
select platform.protect('conversations.sheet_line');

-- Where somebody sees the emphasis: parts of a hundred.
create table conversations.emphasis (
  school_id uuid not null,
  sheet_id uuid not null,
  spot text not null constraint emphasis_spot check (spot in ('home', 'school', 'wish', 'child')),
  warmth integer not null,
  structure integer not null,
  space integer not null,
  constraint emphasis_pk primary key (school_id, sheet_id, spot),
  constraint emphasis_whole
    check (least(warmth, structure, space) >= 0 and warmth + structure + space = 100),
  constraint emphasis_sheet foreign key (school_id, sheet_id) references conversations.sheet (school_id, id)
);
select platform.protect('conversations.emphasis');

create function conversations.forget_sheets(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(s.id) into gone from conversations.sheet s where s.school_id = school and s.pupil_id = pupil;
  delete from conversations.emphasis where school_id = school and sheet_id = any(gone);
  delete from conversations.sheet_line where school_id = school and sheet_id = any(gone);
  delete from conversations.sheet where school_id = school and id = any(gone);
  return coalesce(gone, array[]::uuid[]);
end
$$;
