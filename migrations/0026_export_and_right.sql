-- All about one child or one person, as one reader may see it: made by a job, kept a week, and then only that it was there.
create table consent.export (
  school_id uuid not null,
  id uuid not null,
  about_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null constraint export_state check (state in ('waiting', 'making', 'ready', 'gone')),
  done integer not null,
  total integer not null,
  content jsonb,
  made_at timestamptz,
  constraint export_pk primary key (school_id, id),
  constraint export_about foreign key (school_id, about_id) references people.person (school_id, id),
  constraint export_asker foreign key (school_id, asked_by) references people.person (school_id, id),
  constraint export_content check ((state = 'ready') = (content is not null))
);
select platform.protect('consent.export');
create index export_about_whom on consent.export (school_id, about_id);

-- Each time it was read or taken along. Only added to.
create table consent.download (
  school_id uuid not null,
  export_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  form text not null constraint download_form check (form in ('page', 'json')),
  at timestamptz not null,
  constraint download_pk primary key (school_id, export_id, id),
  constraint download_export foreign key (school_id, export_id) references consent.export (school_id, id)
);
select platform.protect('consent.download');
revoke update, delete on consent.download from eenlijn_app;

-- What somebody asked on the ground of the law (art. 15 to 21 AVG), until when school has to answer, and its answer.
create table consent.claim (
  school_id uuid not null,
  id uuid not null,
  kind text not null
    constraint claim_kind check (kind in ('access', 'correction', 'erasure', 'restriction', 'objection')),
  about_id uuid not null,
  asked_by uuid not null,
  words text not null,
  asked_at timestamptz not null,
  due_on date not null,
  state text not null constraint claim_state check (state in ('asked', 'extended', 'granted', 'refused')),
  extended_why text,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  constraint claim_pk primary key (school_id, id),
  constraint claim_about foreign key (school_id, about_id) references people.person (school_id, id),
  constraint claim_asker foreign key (school_id, asked_by) references people.person (school_id, id),
  constraint claim_answered check ((state in ('granted', 'refused')) = (answer is not null and answered_at is not null))
);
select platform.protect('consent.claim');
create index claim_about_whom on consent.claim (school_id, about_id);
create index claim_due on consent.claim (school_id, due_on) where state in ('asked', 'extended');

-- With a dossier go the exports of it; what was asked about a pupil, and by or about an adult, goes with that person.
create or replace function consent.forget_pupil(school uuid, pupil uuid, referrals boolean) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  gone uuid[];
  exports uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(c.id) into gone from consent.consent c
   where c.school_id = school and c.pupil_id = pupil and (c.purpose = 'referral') = referrals;
  delete from consent.step where school_id = school and consent_id = any(gone);
  delete from consent.consent where school_id = school and id = any(gone);
  if not referrals then
    delete from consent.look where school_id = school and pupil_id = pupil;
    delete from consent.look_in where school_id = school and pupil_id = pupil;
    select array_agg(e.id) into exports from consent.export e
     where e.school_id = school and (e.about_id = pupil or e.asked_by = pupil);
    delete from consent.download where school_id = school and export_id = any(exports);
    delete from consent.export where school_id = school and id = any(exports);
    gone := coalesce(gone, array[]::uuid[]) || exports;
  end if;
  return gone;
end
$$;

-- What was asked about or by persons of whom nothing else is kept, when they go.
create function consent.forget_claims(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  around uuid[];
  gone uuid[];
  exports uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(g.guardian_id) into around from people.guardianship g
   where g.school_id = school and g.pupil_id = pupil
     and not exists (select from people.guardianship o
                      where o.school_id = school and o.guardian_id = g.guardian_id and o.pupil_id <> pupil);
  around := coalesce(around, array[]::uuid[]) || pupil;
  select array_agg(c.id) into gone from consent.claim c
   where c.school_id = school and (c.about_id = any(around) or c.asked_by = any(around));
  delete from consent.claim where school_id = school and id = any(gone);
  select array_agg(e.id) into exports from consent.export e
   where e.school_id = school and (e.about_id = any(around) or e.asked_by = any(around));
  delete from consent.download where school_id = school and export_id = any(exports);
  delete from consent.export where school_id = school and id = any(exports);
  return coalesce(gone, array[]::uuid[]) || coalesce(exports, array[]::uuid[]);
end
$$;
