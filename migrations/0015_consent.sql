-- Who looked at which child's pages, and on which day; and what leadership or office said before they looked in.
create schema consent;
grant usage on schema consent to eenlijn_app;
alter default privileges in schema consent grant select, insert, update, delete on tables to eenlijn_app;

-- Staff and professionals only, once a day. Only added to: whoever runs the application cannot unsay a look.
create table consent.look (
  school_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  day date not null,
  constraint look_pk primary key (school_id, pupil_id, person_id, day),
  constraint look_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint look_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('consent.look');
revoke update, delete on consent.look from eenlijn_app;
create index look_of_person on consent.look (school_id, person_id, day);

-- A reason given by who is not in the child's circle: it opens reading until the end of that day, and its guardians read it.
create table consent.look_in (
  school_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  day date not null,
  reason text not null constraint look_in_reason check (length(btrim(reason)) > 0),
  given_at timestamptz not null,
  constraint look_in_pk primary key (school_id, pupil_id, person_id, day),
  constraint look_in_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint look_in_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('consent.look_in');
revoke update, delete on consent.look_in from eenlijn_app;
