-- The lasting pages of a pupil who left: contact with its homes, who to go to, what works.
create function people.forget_pages(school uuid, pupil uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  lines uuid[];
  entries uuid[];
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  select array_agg(l.id) into lines from people.line l where l.school_id = school and l.pupil_id = pupil;
  select array_agg(w.id) into entries from people.works_entry w where w.school_id = school and w.pupil_id = pupil;
  delete from people.line_yes where school_id = school and line_id = any(lines);
  delete from people.line where school_id = school and id = any(lines);
  delete from people.works_entry where school_id = school and id = any(entries);
  delete from people.guide_person where school_id = school and pupil_id = pupil;
  return coalesce(lines, array[]::uuid[]) || coalesce(entries, array[]::uuid[]);
end
$$;
