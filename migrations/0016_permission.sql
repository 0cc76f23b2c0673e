-- For what a school asks leave, in its own words beside those that come with the house.
create table consent.purpose (
  school_id uuid not null,
  id uuid not null,
  title text not null constraint purpose_title check (length(btrim(title)) > 0),
  what text not null,
  why text not null,
  readers text not null,
  made_by uuid not null,
  retired_at timestamptz,
  constraint purpose_pk primary key (school_id, id),
  constraint purpose_maker foreign key (school_id, made_by) references people.person (school_id, id)
);
select platform.protect('consent.purpose');

-- What was asked, in the very words that were answered; another wording is another consent. `person_id` is the professional
-- whom it lets into the child's circle, from the moment that it is given.
create table consent.consent (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  purpose text not null constraint consent_purpose
    check (purpose in ('professional', 'organisation', 'picture', 'transfer', 'referral', 'own')),
  state text not null constraint consent_state
    check (state in ('asked', 'given', 'declined', 'withdrawn', 'dropped', 'ended')),
  title text not null,
  what text not null,
  why text not null,
  readers text not null,
  until date not null,
  given_name text,
  surname text,
  email text,
  person_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  constraint consent_pk primary key (school_id, id),
  constraint consent_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint consent_person foreign key (school_id, person_id) references people.person (school_id, id),
  constraint consent_asker foreign key (school_id, asked_by) references people.person (school_id, id),
  constraint consent_professional check ((purpose = 'professional') = (email is not null))
);
select platform.protect('consent.consent');
create index consent_of_pupil on consent.consent (school_id, pupil_id);
create index consent_of_person on consent.consent (school_id, person_id);

-- Who asked, gave, declined or took back what, and for which home. Only added to.
create table consent.step (
  school_id uuid not null,
  consent_id uuid not null,
  id uuid not null,
  move text not null,
  person_id uuid not null,
  household_id uuid,
  words text not null,
  at timestamptz not null,
  constraint step_pk primary key (school_id, consent_id, id),
  constraint step_consent foreign key (school_id, consent_id) references consent.consent (school_id, id),
  constraint step_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('consent.step');
revoke update, delete on consent.step from eenlijn_app;
