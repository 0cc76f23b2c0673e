-- What was shared of a record, once and for all: an amendment is an edition of its own, and the earlier ones stay readable.
-- All that stands around a record goes with its talk.
create table conversations.edition (
  school_id uuid not null,
  conversation_id uuid not null,
  number integer not null,
  for_adults text not null,
  for_circle text not null,
  shared_by uuid not null,
  shared_at timestamptz not null,
  constraint edition_pk primary key (school_id, conversation_id, number),
  constraint edition_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint edition_sharer foreign key (school_id, shared_by) references people.person (school_id, id)
);

-- What was shared before there were editions is the first. Its owner moves it, who is under no school.
alter table conversations.record no force row level security;
alter table conversations.conversation no force row level security;
insert into conversations.edition (school_id, conversation_id, number, for_adults, for_circle, shared_by, shared_at)
select r.school_id, r.conversation_id, 1, r.for_adults, r.for_circle, r.written_by, c.recorded_at
  from conversations.record r
  join conversations.conversation c on c.school_id = r.school_id and c.id = r.conversation_id
 where c.recorded_at is not null
on conflict do nothing;
alter table conversations.record force row level security;
alter table conversations.conversation force row level security;
select platform.protect('conversations.edition');
revoke update, delete on conversations.edition from eenlijn_app;

-- A response stays with the edition it was given to.
alter table conversations.response add column edition integer not null default 1;
alter table conversations.response alter column edition drop default;
alter table conversations.response drop constraint response_pk;
alter table conversations.response add constraint response_pk
  primary key (school_id, conversation_id, person_id, edition);
alter table conversations.response add constraint response_edition foreign key (school_id, conversation_id, edition)
  references conversations.edition (school_id, conversation_id, number);

-- How long a school takes to share a record, and how long partners have to respond: where it chose other terms.
create table conversations.record_term (
  school_id uuid not null,
  share_days integer not null constraint record_term_share check (share_days between 1 and 60),
  respond_days integer not null constraint record_term_respond check (respond_days between 1 and 60),
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint record_term_pk primary key (school_id),
  constraint record_term_changer foreign key (school_id, changed_by) references people.person (school_id, id)
);
select platform.protect('conversations.record_term');

-- What school heard from a home, in school's words: one turn after the other. Once it is shared it stands.
create table conversations.said_back (
  school_id uuid not null,
  conversation_id uuid not null,
  household_id uuid not null,
  turn integer not null,
  text text not null,
  version integer not null,
  said_by uuid not null,
  said_at timestamptz not null,
  shared_at timestamptz,
  constraint said_back_pk primary key (school_id, conversation_id, household_id, turn),
  constraint said_back_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint said_back_home foreign key (school_id, household_id) references people.household (school_id, id),
  constraint said_back_sayer foreign key (school_id, said_by) references people.person (school_id, id)
);
select platform.protect('conversations.said_back');

-- What a guardian of that home says of it: heard well, or heard otherwise. It stands beside school's words.
create table conversations.hearing (
  school_id uuid not null,
  conversation_id uuid not null,
  household_id uuid not null,
  turn integer not null,
  person_id uuid not null,
  confirmed_at timestamptz,
  correction text,
  corrected_at timestamptz,
  constraint hearing_pk primary key (school_id, conversation_id, household_id, turn, person_id),
  constraint hearing_said_back foreign key (school_id, conversation_id, household_id, turn)
    references conversations.said_back (school_id, conversation_id, household_id, turn) on delete cascade,
  constraint hearing_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint hearing_said check (confirmed_at is not null or correction is not null)
);
select platform.protect('conversations.hearing');

-- What was agreed, as a guardian would tell it. Nothing says whether it is right.
create table conversations.own_words (
  school_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  text text not null,
  version integer not null,
  said_at timestamptz not null,
  constraint own_words_pk primary key (school_id, conversation_id, person_id),
  constraint own_words_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint own_words_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('conversations.own_words');

-- Somebody asks school to explain it to this home in another way; and how school did.
create table conversations.explanation (
  school_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  household_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  unclear text not null,
  way text constraint explanation_way check (way in ('picture', 'call', 'language', 'meeting')),
  said text,
  explained_by uuid,
  explained_at timestamptz,
  constraint explanation_pk primary key (school_id, id),
  constraint explanation_conversation foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id) on delete cascade,
  constraint explanation_home foreign key (school_id, household_id) references people.household (school_id, id),
  constraint explanation_asker foreign key (school_id, asked_by) references people.person (school_id, id),
  constraint explanation_explainer foreign key (school_id, explained_by) references people.person (school_id, id),
  constraint explanation_done check ((explained_at is null) = (way is null))
);
select platform.protect('conversations.explanation');
create index explanation_of_conversation on conversations.explanation (school_id, conversation_id);

-- That a record was given on paper, to whom and by whom.
create table conversations.handover (
  school_id uuid not null,
  conversation_id uuid not null,
  edition integer not null,
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  constraint handover_pk primary key (school_id, conversation_id, edition, person_id),
  constraint handover_edition foreign key (school_id, conversation_id, edition)
    references conversations.edition (school_id, conversation_id, number) on delete cascade,
  constraint handover_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint handover_giver foreign key (school_id, given_by) references people.person (school_id, id)
);
select platform.protect('conversations.handover');
revoke update, delete on conversations.handover from eenlijn_app;
