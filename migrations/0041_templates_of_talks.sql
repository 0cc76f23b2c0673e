-- A school's own copy of a kind of talk. A version is never changed: a talk keeps the one it was planned with, so that no words
-- vanish from its page when the school thinks otherwise later. Without one that is current the house's version holds.
create table conversations.template (
  school_id uuid not null,
  id uuid not null,
  kind text not null,
  minutes integer not null constraint template_minutes check (minutes between 5 and 240),
  aims text[] not null,
  steps text[] not null,
  guests text[] not null,
  asks_companion boolean not null,
  offered boolean not null,
  purpose_nl text not null,
  purpose_en text not null,
  aim_nl text not null,
  aim_en text not null,
  made_at timestamptz not null,
  current boolean not null,
  constraint template_pk primary key (school_id, id)
);
select platform.protect('conversations.template');
create unique index template_current on conversations.template (school_id, kind) where current;

alter table conversations.conversation add column template_id uuid;
alter table conversations.conversation add constraint conversation_template
  foreign key (school_id, template_id) references conversations.template (school_id, id);

-- Who somebody of school is, told once a year in their own words to whom they invite (handbook §4.1).
alter table people.staff add column introduction text;
alter table people.staff add column introduced_on date;
