-- Who decides on a child and how school knows it; what a judge forbids; whose address is secret; who was invited; how far a
-- pupil's own say reaches. What stands now is kept where it is read, what was changed is only ever added.
alter table people.guardianship add column institution text;
alter table people.guardianship add column invited_until date;
alter table people.tie add column invited_by uuid;

-- Another person in the child's life (*naaste*), invited by a parent or by the pupil.
alter table people.person drop constraint person_role;
alter table people.person add constraint person_role
  check (role in ('guardian', 'pupil', 'staff', 'professional', 'other'));
-- Who at school still sees an address that is secret: the office alone, or the teachers of the child too.
alter table people.person add column secret_for text
  constraint person_secret_for check (secret_for in ('office', 'teachers'));

-- Own access becomes a step: 1 with a parent, 2 reads, 3 answers and asks, 4 consents. A change of type, so that it also
-- reaches the rows that row-level security hides from whoever migrates.
alter table people.pupil alter column own_access type integer using (case when own_access then 3 else 1 end);
alter table people.pupil rename column own_access to say;
alter table people.pupil add constraint pupil_say check (say between 1 and 4);

-- What a judge forbids a guardian, from a day until a day: to be informed, or to take part in the child's talks.
create table people.restriction (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  guardian_id uuid not null,
  kind text not null constraint restriction_kind check (kind in ('information', 'talks')),
  starts_on date not null,
  ends_on date,
  proof text not null,
  proof_on date not null,
  checked_by uuid not null,
  constraint restriction_pk primary key (school_id, id),
  constraint restriction_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint restriction_guardian foreign key (school_id, guardian_id) references people.person (school_id, id),
  constraint restriction_once exclude using gist
    (school_id with =, pupil_id with =, guardian_id with =, kind with =, daterange(starts_on, ends_on) with &&)
);
select platform.protect('people.restriction');

-- What was changed about a guardian, by whom and on which proof. Without a pupil it is about all of their children here.
create table people.authority_change (
  school_id uuid not null,
  id uuid not null,
  guardian_id uuid not null,
  pupil_id uuid,
  what text not null constraint authority_change_what check (what in
    ('authority', 'restricted', 'lifted', 'address-hidden', 'address-shown', 'moved', 'invited', 'invitation-ended')),
  authority text,
  institution text,
  restriction text,
  from_day date,
  until_day date,
  proof text,
  proof_on date,
  changed_by uuid not null,
  at timestamptz not null,
  constraint authority_change_pk primary key (school_id, id),
  constraint authority_change_guardian foreign key (school_id, guardian_id) references people.person (school_id, id),
  constraint authority_change_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id)
);
select platform.protect('people.authority_change');
revoke update, delete on people.authority_change from eenlijn_app;
create index authority_change_of_guardian on people.authority_change (school_id, guardian_id, at);

-- What a parent without authority asked about the child, and what school answered (art. 1:377c BW). Kept as it was said.
create table people.information_request (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  asked_by uuid not null,
  question text not null,
  asked_at timestamptz not null,
  due_on date not null,
  state text not null constraint information_request_state check (state in ('asked', 'answered', 'refused')),
  ground text constraint information_request_ground
    check (ground in ('childs-interest', 'not-for-the-other-either', 'not-about-the-child', 'court')),
  answer text,
  decided_by uuid,
  decided_at timestamptz,
  constraint information_request_pk primary key (school_id, id),
  constraint information_request_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint information_request_asker foreign key (school_id, asked_by) references people.person (school_id, id),
  constraint information_request_decided check
    (state = 'asked' or (answer is not null and decided_by is not null and decided_at is not null)),
  constraint information_request_reason check ((state = 'refused') = (ground is not null))
);
select platform.protect('people.information_request');
create index information_request_of_pupil on people.information_request (school_id, pupil_id);

-- A step that somebody would like for this pupil. One at a time; it counts when everybody who must has said yes.
create table people.say_proposal (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  step integer not null constraint say_proposal_step check (step between 1 and 3),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null constraint say_proposal_state check (state in ('open', 'agreed', 'declined', 'withdrawn')),
  closed_at timestamptz,
  constraint say_proposal_pk primary key (school_id, id),
  constraint say_proposal_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint say_proposal_closed check ((state = 'open') = (closed_at is null))
);
select platform.protect('people.say_proposal');
create unique index say_proposal_open on people.say_proposal (school_id, pupil_id) where state = 'open';

-- Whose answer it is, and who wrote it down: a young child says yes together with an adult, who is named.
create table people.say_answer (
  school_id uuid not null,
  proposal_id uuid not null,
  person_id uuid not null,
  said_by uuid not null,
  said_yes boolean not null,
  at timestamptz not null,
  constraint say_answer_pk primary key (school_id, proposal_id, person_id),
  constraint say_answer_proposal foreign key (school_id, proposal_id) references people.say_proposal (school_id, id)
);
select platform.protect('people.say_answer');
