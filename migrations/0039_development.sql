-- Development, broadly (handbook §4.9): what home, school and the child note, by domain, each in its own voice.
create table conversations.development (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  author_id uuid not null,
  voice text not null constraint development_voice check (voice in ('child', 'home', 'school', 'other')),
  domain text not null constraint development_domain check (domain in
    ('learning', 'group', 'social', 'self-reliance', 'well-being', 'talents')),
  words text not null constraint development_words check (words <> ''),
  audience text not null constraint development_audience check (audience in ('home', 'adults', 'circle')),
  version integer not null,
  written_at timestamptz not null,
  reworded_at timestamptz,
  withdrawn_at timestamptz,
  constraint development_pk primary key (school_id, id),
  constraint development_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint development_author foreign key (school_id, author_id) references people.person (school_id, id)
);
select platform.protect('conversations.development');
create index development_of_pupil on conversations.development (school_id, pupil_id, written_at);
create index development_withdrawn on conversations.development (school_id, withdrawn_at) where withdrawn_at is not null;

-- Evidence beside a note; its size stands here as well, so that what one child has together can be counted.
create table conversations.evidence (
  school_id uuid not null,
  id uuid not null,
  development_id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint evidence_kind check (kind in ('work', 'photo', 'drawing', 'observation', 'test')),
  type text not null,
  caption text not null,
  file_id uuid not null,
  size integer not null,
  added_at timestamptz not null,
  constraint evidence_pk primary key (school_id, id),
  constraint evidence_development foreign key (school_id, development_id)
    references conversations.development (school_id, id),
  constraint evidence_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint evidence_file foreign key (school_id, file_id) references platform.file (school_id, id)
);
select platform.protect('conversations.evidence');
create index evidence_of_development on conversations.evidence (school_id, development_id);
create index evidence_of_pupil on conversations.evidence (school_id, pupil_id);

-- A note that somebody brought along to a talk, to show it there.
create table conversations.showing (
  school_id uuid not null,
  conversation_id uuid not null,
  development_id uuid not null,
  person_id uuid not null,
  shown_at timestamptz not null,
  constraint showing_pk primary key (school_id, conversation_id, development_id),
  constraint showing_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint showing_development foreign key (school_id, development_id)
    references conversations.development (school_id, id) on delete cascade,
  constraint showing_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.showing');
create index showing_of_development on conversations.showing (school_id, development_id);

-- MP3, as recorders and phones make it.
alter table platform.file drop constraint file_type;
alter table platform.file add constraint file_type check (type in
  ('image/jpeg', 'image/png', 'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'application/pdf'));
