-- Who signs in. Local tables: found before any school is entered, no foreign keys to or from a school's tables.
create table platform.account (
  id uuid not null,
  email text not null constraint account_email_lower check (email = lower(email)),
  constraint account_pk primary key (id),
  constraint account_email unique (email)
);

-- As whom an account may enter which school; a person of a school belongs to one account at most.
create table platform.membership (
  school_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  constraint membership_pk primary key (school_id, person_id),
  constraint membership_account foreign key (account_id) references platform.account (id)
);
create index membership_of_account on platform.membership (account_id);

-- A device that is signed in. Of its token only the hash is here; `school_id` and `person_id` are as whom, once chosen.
create table platform.session (
  id uuid not null,
  token_hash text not null,
  account_id uuid not null,
  school_id uuid,
  person_id uuid,
  device text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint session_pk primary key (id),
  constraint session_token unique (token_hash),
  constraint session_account foreign key (account_id) references platform.account (id) on delete cascade
);
create index session_of_account on platform.session (account_id);

-- One mail with a code and a link. Using either uses both; neither is here as it was sent.
create table platform.sign_in (
  id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  link_hash text not null,
  wrong_codes integer not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_pk primary key (id),
  constraint sign_in_link unique (link_hash),
  constraint sign_in_account foreign key (account_id) references platform.account (id) on delete cascade
);
create index sign_in_of_account on platform.sign_in (account_id, asked_at);

-- How often something was tried from one place, in windows of time. `place` is a hash.
create table platform.attempt (
  place text not null,
  since timestamptz not null,
  count integer not null,
  constraint attempt_pk primary key (place, since)
);

-- What this house keeps to itself: the key that codes are hashed with, when the surroundings name none.
create table platform.secret (
  name text not null,
  value text not null,
  constraint secret_pk primary key (name)
);

-- Mail that had nowhere to go: the trial shows it at /dev/mailbox.
create table platform.mailbox (
  id uuid not null,
  message_id text not null,
  recipient text not null,
  subject text not null,
  html text not null,
  body text not null,
  calendar text,
  sent_at timestamptz not null,
  constraint mailbox_pk primary key (id),
  constraint mailbox_message unique (message_id)
);
