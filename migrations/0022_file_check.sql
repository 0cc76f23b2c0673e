-- The file checked together: per item, what a guardian found right or asked to correct, and what school answered.
create table people.file_check (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  item text not null,
  -- As it stood on the page, so that one sees later whether it has changed since.
  held text not null,
  state text not null constraint file_check_state check (state in ('right', 'asked', 'corrected', 'kept')),
  words text not null,
  reason text not null,
  checked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  constraint file_check_pk primary key (school_id, id),
  constraint file_check_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint file_check_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('people.file_check');
create index file_check_of_pupil on people.file_check (school_id, pupil_id, person_id);
create unique index file_check_open on people.file_check (school_id, pupil_id, person_id, item) where state = 'asked';

create or replace function people.forget_pages(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  lines uuid[];
  entries uuid[];
  checks uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(l.id) into lines from people.line l where l.school_id = school and l.pupil_id = pupil;
  select array_agg(w.id) into entries from people.works_entry w where w.school_id = school and w.pupil_id = pupil;
  select array_agg(f.id) into checks from people.file_check f where f.school_id = school and f.pupil_id = pupil;
  delete from people.line_yes where school_id = school and line_id = any(lines);
  delete from people.line where school_id = school and id = any(lines);
  delete from people.works_entry where school_id = school and id = any(entries);
  delete from people.guide_person where school_id = school and pupil_id = pupil;
  delete from people.file_check where school_id = school and id = any(checks);
  return coalesce(lines, array[]::uuid[]) || coalesce(entries, array[]::uuid[]) || coalesce(checks, array[]::uuid[]);
end
$$;
