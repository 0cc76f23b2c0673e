-- Talks about a child: who comes and when, what each prepares, what is said at the table, the record and what each thinks of it.
create schema conversations;
grant usage on schema conversations to eenlijn_app;
alter default privileges in schema conversations grant select, insert, update, delete on tables to eenlijn_app;

-- `sequence` counts the changes of moment or place: the calendars of those who come need it.
create table conversations.conversation (
  school_id uuid not null,
  id uuid not null,
  kind text not null constraint conversation_kind check (kind in ('start', 'concern')),
  state text not null constraint conversation_state
    check (state in ('requested', 'planned', 'held', 'recorded', 'closed', 'cancelled')),
  pupil_id uuid not null,
  chair_id uuid,
  requested_by uuid,
  request text,
  starts_at timestamptz,
  minutes integer not null constraint conversation_minutes check (minutes between 5 and 240),
  place text not null constraint conversation_place check (place in ('school', 'phone', 'online', 'home')),
  location text,
  pupil_invited boolean not null,
  sequence integer not null,
  started_at timestamptz,
  held_at timestamptz,
  recorded_at timestamptz,
  closed_at timestamptz,
  next_on date,
  none_needed boolean not null,
  constraint conversation_pk primary key (school_id, id),
  constraint conversation_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint conversation_chair foreign key (school_id, chair_id) references people.staff (school_id, id),
  constraint conversation_moment check (state in ('requested', 'cancelled') or (chair_id is not null and starts_at is not null)),
  constraint conversation_ending check (state <> 'closed' or next_on is not null or none_needed)
);
select platform.protect('conversations.conversation');
create index conversation_of_pupil on conversations.conversation (school_id, pupil_id);

-- Who comes. Nobody sits at two tables at once; `during` is empty for a talk that is asked for or cancelled.
create table conversations.participant (
  school_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  during tstzrange,
  constraint participant_pk primary key (school_id, conversation_id, person_id),
  constraint participant_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint participant_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint participant_one_place exclude using gist (school_id with =, person_id with =, during with &&)
    where (during is not null)
);
select platform.protect('conversations.participant');
create index participant_of_person on conversations.participant (school_id, person_id, conversation_id);

-- Whose preparation it is, and with whom it was filled in: alone it is the same person twice.
create table conversations.preparation (
  school_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  helper_id uuid not null,
  shared_at timestamptz,
  constraint preparation_pk primary key (school_id, conversation_id, person_id, helper_id),
  constraint preparation_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint preparation_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint preparation_helper foreign key (school_id, helper_id) references people.person (school_id, id)
);
select platform.protect('conversations.preparation');

-- One answer; its version tells whether somebody wrote since you read it.
create table conversations.answer (
  school_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  helper_id uuid not null,
  question text not null,
  text text not null,
  version integer not null,
  saved_at timestamptz not null,
  constraint answer_pk primary key (school_id, conversation_id, person_id, helper_id, question),
  constraint answer_preparation foreign key (school_id, conversation_id, person_id, helper_id)
    references conversations.preparation (school_id, conversation_id, person_id, helper_id)
);
select platform.protect('conversations.answer');

-- Words on the shared page, each with the one who said them; `question` points back at the answer it was shared from.
create table conversations.entry (
  school_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  section text not null,
  person_id uuid not null,
  helper_id uuid not null,
  audience text not null constraint entry_audience check (audience in ('adults', 'circle')),
  text text not null,
  minutes integer constraint entry_minutes check (minutes between 1 and 240),
  question text,
  version integer not null,
  said_at timestamptz not null,
  removed_at timestamptz,
  constraint entry_pk primary key (school_id, id),
  constraint entry_source unique (school_id, conversation_id, person_id, helper_id, question),
  constraint entry_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint entry_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint entry_helper foreign key (school_id, helper_id) references people.person (school_id, id)
);
select platform.protect('conversations.entry');
create index entry_of_conversation on conversations.entry (school_id, conversation_id, said_at);

-- What school wrote down afterwards: for the adults, and a sentence or two for everyone, the child first.
create table conversations.record (
  school_id uuid not null,
  conversation_id uuid not null,
  written_by uuid not null,
  for_adults text not null,
  for_circle text not null,
  version integer not null,
  constraint record_pk primary key (school_id, conversation_id),
  constraint record_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint record_writer foreign key (school_id, written_by) references people.person (school_id, id)
);
select platform.protect('conversations.record');

-- Each partner's answer to the record: read and recognised, or a view of their own beside it.
create table conversations.response (
  school_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  acknowledged_at timestamptz,
  own_view text,
  audience text not null constraint response_audience check (audience in ('adults', 'circle')),
  viewed_at timestamptz,
  constraint response_pk primary key (school_id, conversation_id, person_id),
  constraint response_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint response_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint response_said check (acknowledged_at is not null or own_view is not null)
);
select platform.protect('conversations.response');
