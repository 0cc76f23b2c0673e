-- Who belongs to a school, who is tied to which child, and since when. Nothing here is ever deleted by an import: it ends.
create schema people;
grant usage on schema people to eenlijn_app;
alter default privileges in schema people grant select, insert, update, delete on tables to eenlijn_app;

create table people.school (
  school_id uuid not null,
  name text not null,
  brin text not null,
  kind text not null constraint school_kind check (kind in ('po', 'sbo', 'so', 'vo')),
  region text constraint school_region check (region in ('noord', 'midden', 'zuid')),
  constraint school_pk primary key (school_id)
);
select platform.protect('people.school');

create table people.school_year (
  school_id uuid not null,
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  constraint school_year_pk primary key (school_id, id),
  constraint school_year_name unique (school_id, name),
  constraint school_year_order check (starts_on < ends_on)
);
select platform.protect('people.school_year');

create table people.pupil_group (
  school_id uuid not null,
  id uuid not null,
  school_year_id uuid not null,
  key text not null,
  name text not null,
  year_group text,
  ended_on date,
  constraint pupil_group_pk primary key (school_id, id),
  constraint pupil_group_key unique (school_id, school_year_id, key),
  constraint pupil_group_year foreign key (school_id, school_year_id) references people.school_year (school_id, id)
);
select platform.protect('people.pupil_group');

-- Everybody: pupils, guardians, staff, professionals. `called` is how they want to be called; `key` is the administration's.
create table people.person (
  school_id uuid not null,
  id uuid not null,
  role text not null constraint person_role check (role in ('guardian', 'pupil', 'staff', 'professional')),
  key text,
  initials text,
  given_name text not null,
  prefix text,
  surname text not null,
  called text,
  email text,
  mobile text,
  language text not null,
  interpreter boolean not null,
  ended_on date,
  constraint person_pk primary key (school_id, id),
  constraint person_key unique (school_id, role, key)
);
select platform.protect('people.person');
create index person_email on people.person (school_id, email);

create table people.pupil (
  school_id uuid not null,
  id uuid not null,
  birth_date date,
  own_access boolean not null,
  constraint pupil_pk primary key (school_id, id),
  constraint pupil_person foreign key (school_id, id) references people.person (school_id, id)
);
select platform.protect('people.pupil');

create table people.staff (
  school_id uuid not null,
  id uuid not null,
  tasks text[] not null,
  constraint staff_pk primary key (school_id, id),
  constraint staff_person foreign key (school_id, id) references people.person (school_id, id)
);
select platform.protect('people.staff');

create table people.enrolment (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  group_id uuid not null,
  starts_on date not null,
  ends_on date,
  constraint enrolment_pk primary key (school_id, id),
  constraint enrolment_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint enrolment_group foreign key (school_id, group_id) references people.pupil_group (school_id, id),
  constraint enrolment_once exclude using gist (school_id with =, pupil_id with =, daterange(starts_on, ends_on) with &&)
);
select platform.protect('people.enrolment');
create index enrolment_of_group on people.enrolment (school_id, group_id);

create table people.teaching (
  school_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  group_id uuid not null,
  starts_on date not null,
  ends_on date,
  constraint teaching_pk primary key (school_id, id),
  constraint teaching_staff foreign key (school_id, staff_id) references people.staff (school_id, id),
  constraint teaching_group foreign key (school_id, group_id) references people.pupil_group (school_id, id)
);
select platform.protect('people.teaching');
create index teaching_of_group on people.teaching (school_id, group_id);
create index teaching_of_staff on people.teaching (school_id, staff_id);

-- A home of a child; parents apart each have their own.
create table people.household (
  school_id uuid not null,
  id uuid not null,
  constraint household_pk primary key (school_id, id)
);
select platform.protect('people.household');

create table people.guardianship (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  guardian_id uuid not null,
  household_id uuid not null,
  position integer not null,
  relation text not null constraint guardianship_relation
    check (relation in ('father', 'mother', 'parent', 'step-parent', 'foster-parent', 'guardian', 'carer', 'other')),
  authority text not null constraint guardianship_authority check (authority in ('yes', 'no', 'unknown', 'guardianship')),
  informed boolean not null,
  home_label text,
  authority_checked_on date,
  authority_checked_by uuid,
  invited_by uuid,
  starts_on date not null,
  ends_on date,
  constraint guardianship_pk primary key (school_id, id),
  constraint guardianship_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint guardianship_guardian foreign key (school_id, guardian_id) references people.person (school_id, id),
  constraint guardianship_household foreign key (school_id, household_id) references people.household (school_id, id),
  constraint guardianship_once exclude using gist
    (school_id with =, pupil_id with =, guardian_id with =, daterange(starts_on, ends_on) with &&)
);
select platform.protect('people.guardianship');
create index guardianship_of_pupil on people.guardianship (school_id, pupil_id);
create index guardianship_of_guardian on people.guardianship (school_id, guardian_id);
create index guardianship_of_household on people.guardianship (school_id, household_id);

-- Who else is tied to one child: support coordinator, subject teacher, professional. A task or a role alone ties nobody.
create table people.tie (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date,
  constraint tie_pk primary key (school_id, id),
  constraint tie_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint tie_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint tie_once exclude using gist
    (school_id with =, pupil_id with =, person_id with =, daterange(starts_on, ends_on) with &&)
);
select platform.protect('people.tie');
create index tie_of_person on people.tie (school_id, person_id);
