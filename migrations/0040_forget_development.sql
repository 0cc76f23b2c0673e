-- What was noted of a child who left goes with the dossier, its evidence included.
create function conversations.forget_development(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  shown uuid[];
  notes uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(e.id) into shown from conversations.evidence e where e.school_id = school and e.pupil_id = pupil;
  select array_agg(d.id) into notes from conversations.development d where d.school_id = school and d.pupil_id = pupil;
  delete from conversations.evidence where school_id = school and id = any(shown);
  perform platform.forget_files(school, shown);
  delete from conversations.showing where school_id = school and development_id = any(notes);
  delete from conversations.development where school_id = school and id = any(notes);
  return coalesce(shown, array[]::uuid[]) || coalesce(notes, array[]::uuid[]);
end
$$;
