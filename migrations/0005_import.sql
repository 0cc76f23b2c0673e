-- What a school's files bring besides names: a first guess at the language of a home, roles as the administration has
-- them, tasks that wait for the office to confirm. And the files that wait between preview and confirm.
alter table people.person add column home_language text;
alter table people.pupil add column year_group text;
alter table people.staff add column roles text[] not null default '{}';
alter table people.staff add column proposed_tasks text[] not null default '{}';

create table people.import (
  school_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  state text not null constraint import_state check (state in ('waiting', 'running', 'done', 'failed')),
  roster jsonb,
  report jsonb,
  at timestamptz not null,
  constraint import_pk primary key (school_id, id)
);
select platform.protect('people.import');
