-- How a home and school keep in touch about one child this school year: what both agreed, and what one of them offers
-- instead. Without a home it is for all homes of the child together.
create table cycle.arrangement (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  year text not null constraint arrangement_year check (year ~ '^\d{4}-\d{4}$'),
  household_id uuid,
  state text not null constraint arrangement_state check (state in ('proposed', 'agreed', 'reconsidered', 'withdrawn')),
  version integer not null,
  agreed integer,
  agreed_on date,
  offered integer,
  made_in uuid,
  constraint arrangement_pk primary key (school_id, id),
  constraint arrangement_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint arrangement_home foreign key (school_id, household_id) references people.household (school_id, id),
  constraint arrangement_talk foreign key (school_id, made_in) references conversations.conversation (school_id, id),
  constraint arrangement_stands check ((agreed is not null) = (state in ('agreed', 'reconsidered'))),
  constraint arrangement_offers check ((offered is not null) = (state in ('proposed', 'reconsidered'))),
  constraint arrangement_since check ((agreed is null) = (agreed_on is null))
);
select platform.protect('cycle.arrangement');
-- One a year for each home that has its own, and one for all together.
create unique index arrangement_once on cycle.arrangement (school_id, pupil_id, year, household_id) nulls not distinct;

-- What was offered, as it was offered: another offer comes beside it, never over it.
create table cycle.arrangement_terms (
  school_id uuid not null,
  arrangement_id uuid not null,
  number integer not null,
  ways text[] not null constraint terms_ways check (cardinality(ways) > 0),
  initiative text not null constraint terms_initiative check (initiative in ('in-turn', 'school', 'home', 'pupil')),
  people uuid[] not null constraint terms_people check (cardinality(people) > 0),
  until_on date not null,
  wish text not null,
  constraint terms_pk primary key (school_id, arrangement_id, number),
  constraint terms_arrangement foreign key (school_id, arrangement_id) references cycle.arrangement (school_id, id)
);
select platform.protect('cycle.arrangement_terms');
revoke update, delete on cycle.arrangement_terms from eenlijn_app;

-- Who offered, said yes, changed, took back, said that it still suits or what it would like: only added to.
-- `party` is school, or the number of a home.
create table cycle.arrangement_step (
  school_id uuid not null,
  id uuid not null,
  arrangement_id uuid not null,
  move text not null constraint arrangement_step_move
    check (move in ('propose', 'accept', 'change', 'withdraw', 'suit', 'wish')),
  party text not null,
  person_id uuid not null,
  number integer not null,
  version integer not null,
  words text not null,
  at timestamptz not null,
  constraint arrangement_step_pk primary key (school_id, id),
  constraint arrangement_step_of foreign key (school_id, arrangement_id) references cycle.arrangement (school_id, id),
  constraint arrangement_step_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('cycle.arrangement_step');
revoke update, delete on cycle.arrangement_step from eenlijn_app;
create index arrangement_step_in_order on cycle.arrangement_step (school_id, arrangement_id, at, id);

-- A contact moment that has been, by the day on which its rhythm falls. What did not come about leaves no row.
create table cycle.contact_moment (
  school_id uuid not null,
  arrangement_id uuid not null,
  form text not null constraint contact_moment_form
    check (form in ('talk', 'home-visit', 'phone', 'mail', 'report-card', 'presentation')),
  falls_on date not null,
  person_id uuid not null,
  at timestamptz not null,
  constraint contact_moment_pk primary key (school_id, arrangement_id, form, falls_on),
  constraint contact_moment_of foreign key (school_id, arrangement_id) references cycle.arrangement (school_id, id),
  constraint contact_moment_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('cycle.contact_moment');

create function cycle.forget_arrangements(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(a.id) into gone from cycle.arrangement a where a.school_id = school and a.pupil_id = pupil;
  delete from cycle.contact_moment where school_id = school and arrangement_id = any(gone);
  delete from cycle.arrangement_step where school_id = school and arrangement_id = any(gone);
  delete from cycle.arrangement_terms where school_id = school and arrangement_id = any(gone);
  delete from cycle.arrangement where school_id = school and id = any(gone);
  return coalesce(gone, array[]::uuid[]);
end
$$;
