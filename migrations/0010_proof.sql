-- By what somebody proved who they are, beside the mail. Local tables, as those of 0003: found before any school is entered.

-- Which proofs a session holds, when the last one was given, and, when a school's own provider let it in, which school that
-- was: it opens no other.
alter table platform.session add column factors text[] not null default '{mail}';
alter table platform.session add column confirmed_at timestamptz;
alter table platform.session add column through_school_id uuid;

-- What a device was asked to sign. Taken away when it is answered, so that an answer counts once.
create table platform.challenge (
  id uuid not null,
  purpose text not null constraint challenge_purpose check (purpose in ('make', 'enter', 'confirm')),
  account_id uuid,
  value text not null,
  expires_at timestamptz not null,
  constraint challenge_pk primary key (id),
  constraint challenge_account foreign key (account_id) references platform.account (id) on delete cascade
);

-- A key that a device or a key ring keeps. What is here opens nothing: it only recognises the other half.
create table platform.passkey (
  id text not null,
  account_id uuid not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_pk primary key (id),
  constraint passkey_account foreign key (account_id) references platform.account (id) on delete cascade
);
create index passkey_of_account on platform.passkey (account_id);

-- The app that shows a code of six digits. Its secret is sealed; `last_step` is the last half minute whose code was used.
create table platform.totp (
  account_id uuid not null,
  sealed_secret text not null,
  last_step bigint not null,
  made_at timestamptz not null,
  constraint totp_pk primary key (account_id),
  constraint totp_account foreign key (account_id) references platform.account (id) on delete cascade
);

-- Codes for who lost the app: each counts once, and only its hash is here.
create table platform.recovery (
  account_id uuid not null,
  code_hashes text[] not null,
  made_at timestamptz not null,
  constraint recovery_pk primary key (account_id),
  constraint recovery_account foreign key (account_id) references platform.account (id) on delete cascade
);

-- Where the staff of a school sign in when the school has a directory of its own. One is kept; others are being tried out.
create table platform.provider (
  id uuid not null,
  school_id uuid not null,
  issuer text not null,
  client_id text not null,
  sealed_secret text not null,
  label text not null,
  domains text[] not null,
  made_at timestamptz not null,
  kept_at timestamptz,
  constraint provider_pk primary key (id)
);
create unique index provider_kept on platform.provider (school_id) where kept_at is not null;

-- Somebody who was sent to a provider and has yet to come back, in the same browser, once.
create table platform.errand (
  id uuid not null,
  provider_id uuid not null,
  purpose text not null constraint errand_purpose check (purpose in ('enter', 'confirm', 'try')),
  session_id uuid,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  constraint errand_pk primary key (id),
  constraint errand_provider foreign key (provider_id) references platform.provider (id) on delete cascade
);

-- Somebody whom a provider vouched for and whom nobody here knows by that name yet.
create table platform.arrival (
  id uuid not null,
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  return_to text not null,
  expires_at timestamptz not null,
  constraint arrival_pk primary key (id),
  constraint arrival_provider foreign key (provider_id) references platform.provider (id) on delete cascade
);

-- How a provider calls an account: by its subject, which stays, and never by a mail address, which moves on to others.
create table platform.subject (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint subject_pk primary key (issuer, subject),
  constraint subject_account foreign key (account_id) references platform.account (id) on delete cascade
);
create index subject_of_account on platform.subject (account_id);
