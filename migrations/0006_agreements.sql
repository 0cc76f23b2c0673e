-- Who does what, why, when and how. Each wording, each answer and each look back is kept as it was written.
create schema agreements;
grant usage on schema agreements to eenlijn_app;
alter default privileges in schema agreements grant select, insert, update, delete on tables to eenlijn_app;

-- The owner is a person or a home. `wording` is the number of the current one, `round` that of the next look back,
-- `version` rises with each answer. `made_in` is a conversation; that room stands above this one, so no key points there.
create table agreements.agreement (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  kind text not null constraint agreement_kind check (kind in ('do', 'dont')),
  owner_person_id uuid,
  owner_household_id uuid,
  proposer_id uuid not null,
  audience text not null constraint agreement_audience check (audience in ('adults', 'circle')),
  state text not null constraint agreement_state
    check (state in ('proposed', 'adapted', 'agreed', 'declined', 'withdrawn', 'ended')),
  wording integer not null,
  evaluate_on date not null,
  round integer not null,
  version integer not null,
  made_in uuid,
  replaces uuid,
  proposed_at timestamptz not null,
  constraint agreement_pk primary key (school_id, id),
  constraint agreement_one_owner check ((owner_person_id is null) <> (owner_household_id is null)),
  constraint agreement_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint agreement_owner foreign key (school_id, owner_person_id) references people.person (school_id, id),
  constraint agreement_home foreign key (school_id, owner_household_id) references people.household (school_id, id),
  constraint agreement_proposer foreign key (school_id, proposer_id) references people.person (school_id, id),
  constraint agreement_replaces foreign key (school_id, replaces) references agreements.agreement (school_id, id)
);
select platform.protect('agreements.agreement');
create index agreement_of_pupil on agreements.agreement (school_id, pupil_id);
create index agreement_made_in on agreements.agreement (school_id, made_in);
create index agreement_replaced on agreements.agreement (school_id, replaces);
create index agreement_evaluation on agreements.agreement (school_id, evaluate_on);

create table agreements.wording (
  school_id uuid not null,
  agreement_id uuid not null,
  number integer not null,
  what text not null,
  why text not null,
  rhythm text not null,
  due_on date,
  how text not null,
  helpers text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  constraint wording_pk primary key (school_id, agreement_id, number),
  constraint wording_agreement foreign key (school_id, agreement_id) references agreements.agreement (school_id, id),
  constraint wording_writer foreign key (school_id, written_by) references people.person (school_id, id)
);
select platform.protect('agreements.wording');
revoke update, delete on agreements.wording from eenlijn_app;
create index wording_due on agreements.wording (school_id, due_on);

-- The history: every move that was made. `with_person_id` is the child that a guardian answered together with.
create table agreements.step (
  school_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  move text not null,
  person_id uuid not null,
  with_person_id uuid,
  result text,
  words text not null,
  evaluate_on date,
  round integer not null,
  version integer not null,
  at timestamptz not null,
  constraint step_pk primary key (school_id, id),
  constraint step_agreement foreign key (school_id, agreement_id) references agreements.agreement (school_id, id),
  constraint step_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint step_with foreign key (school_id, with_person_id) references people.person (school_id, id)
);
select platform.protect('agreements.step');
revoke update, delete on agreements.step from eenlijn_app;
create index step_of_agreement on agreements.step (school_id, agreement_id, id);

-- What each partner did and did not manage, in own words, once a round.
create table agreements.look_back (
  school_id uuid not null,
  agreement_id uuid not null,
  round integer not null,
  person_id uuid not null,
  voice text not null constraint look_back_voice check (voice in ('child', 'home', 'school', 'other')),
  did text not null,
  missed text not null,
  closer text not null constraint look_back_closer check (closer in ('yes', 'a-little', 'not-yet')),
  wants text not null constraint look_back_wants check (wants in ('continue', 'change', 'stop')),
  at timestamptz not null,
  constraint look_back_pk primary key (school_id, agreement_id, round, person_id),
  constraint look_back_agreement foreign key (school_id, agreement_id) references agreements.agreement (school_id, id),
  constraint look_back_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('agreements.look_back');
revoke delete on agreements.look_back from eenlijn_app;
