-- Who is to hear what. The text is made when it is sent, for what is true then; here are ids and moments only.
create schema notifications;
grant usage on schema notifications to eenlijn_app;
alter default privileges in schema notifications grant select, insert, update, delete on tables to eenlijn_app;

create table notifications.message (
  school_id uuid not null,
  id uuid not null,
  -- What makes it this message and no other: hearing or looking twice makes it once.
  key text not null,
  kind text not null,
  person_id uuid not null,
  subject_id uuid not null,
  -- For a reminder, the moment it is about: another moment is another reminder.
  about_at timestamptz,
  state text not null constraint message_state check (state in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
  -- When it is to be tried; while it is being sent, when whoever does that is taken to be gone.
  due_at timestamptz not null,
  attempts integer not null,
  trouble text,
  made_at timestamptz not null,
  done_at timestamptz,
  constraint message_pk primary key (school_id, id),
  constraint message_key unique (school_id, key)
);
select platform.protect('notifications.message');
create index message_due on notifications.message (school_id, state, due_at);
create index message_of_subject on notifications.message (school_id, subject_id);
