-- What the shared page holds besides words in a part: which part of the talk it is, what helps or hinders, the beginning of a
-- sentence, a view beside another's. All of it goes with its talk.
alter table conversations.conversation add column part text constraint conversation_part check (part in ('circle', 'adults'));

alter table conversations.entry add column bearing text constraint entry_bearing check (bearing in ('helps', 'hinders'));
alter table conversations.entry add column starter text;
alter table conversations.entry add column beside_id uuid;
alter table conversations.entry add constraint entry_beside foreign key (school_id, beside_id)
  references conversations.entry (school_id, id);

-- A thought about what is the other's to decide (handbook §4.5).
create table conversations.tip (
  school_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  topic text not null,
  person_id uuid not null,
  audience text not null constraint tip_audience check (audience in ('adults', 'circle')),
  text text not null,
  said_at timestamptz not null,
  taken_back_at timestamptz,
  constraint tip_pk primary key (school_id, id),
  constraint tip_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint tip_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.tip');
create index tip_of_conversation on conversations.tip (school_id, conversation_id);

-- Each who decides there answers for themselves. School says why not; parents need not.
create table conversations.tip_answer (
  school_id uuid not null,
  tip_id uuid not null,
  person_id uuid not null,
  by_school boolean not null,
  answer text not null constraint tip_answer_answer check (answer in ('use', 'not')),
  reason text not null,
  answered_at timestamptz not null,
  constraint tip_answer_pk primary key (school_id, tip_id, person_id),
  constraint tip_answer_tip foreign key (school_id, tip_id) references conversations.tip (school_id, id) on delete cascade,
  constraint tip_answer_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint tip_answer_why check (answer = 'use' or not by_school or reason <> '')
);
select platform.protect('conversations.tip_answer');

-- Afterwards, for oneself alone: was I heard, do I know what happens next?
create table conversations.closing (
  school_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  heard text constraint closing_heard check (heard in ('yes', 'partly', 'no')),
  knows text constraint closing_knows check (knows in ('yes', 'partly', 'no')),
  words text not null,
  answered_at timestamptz not null,
  constraint closing_pk primary key (school_id, conversation_id, person_id),
  constraint closing_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint closing_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.closing');
