-- Who to go to: what a school says it is for, by kind of person; and what is different for one child.
create table people.guide_sentence (
  school_id uuid not null,
  source text not null constraint guide_sentence_source check (source in ('teacher', 'support', 'other', 'office')),
  for_what text not null,
  how text not null,
  shown boolean not null,
  constraint guide_sentence_pk primary key (school_id, source)
);
select platform.protect('people.guide_sentence');

create table people.guide_person (
  school_id uuid not null,
  pupil_id uuid not null,
  person_id uuid not null,
  for_what text not null,
  how text not null,
  shown boolean not null,
  constraint guide_person_pk primary key (school_id, pupil_id, person_id),
  constraint guide_person_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint guide_person_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('people.guide_person');

-- What works for one child, what doesn't, and what perhaps does: written by home, school and child, each in their own words.
create table people.works_entry (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  author_id uuid not null,
  voice text not null constraint works_entry_voice check (voice in ('child', 'home', 'school', 'other')),
  kind text not null constraint works_entry_kind check (kind in ('works', 'not', 'perhaps')),
  words text not null,
  version integer not null,
  written_at timestamptz not null,
  removed_at timestamptz,
  constraint works_entry_pk primary key (school_id, id),
  constraint works_entry_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint works_entry_author foreign key (school_id, author_id) references people.person (school_id, id)
);
select platform.protect('people.works_entry');
create index works_entry_of_pupil on people.works_entry (school_id, pupil_id);
