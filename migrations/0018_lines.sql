-- What school and the homes of one child agreed about who hears what, who calls whom and what goes along. Wordings are only
-- added: what was agreed before stays as it was agreed.
create table people.line (
  school_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  part text not null constraint line_part check (part in ('to-whom', 'who-calls', 'handover')),
  wording text not null,
  state text not null constraint line_state check (state in ('proposed', 'agreed', 'replaced', 'withdrawn')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_at timestamptz,
  constraint line_pk primary key (school_id, id),
  constraint line_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint line_proposer foreign key (school_id, proposed_by) references people.person (school_id, id)
);
select platform.protect('people.line');
-- One proposal at a time waits for a yes, and one wording holds.
create unique index line_once on people.line (school_id, pupil_id, part, state) where state in ('proposed', 'agreed');

-- Who said yes, and for whom: school, or one home.
create table people.line_yes (
  school_id uuid not null,
  line_id uuid not null,
  party text not null,
  person_id uuid not null,
  at timestamptz not null,
  constraint line_yes_pk primary key (school_id, line_id, party),
  constraint line_yes_line foreign key (school_id, line_id) references people.line (school_id, id),
  constraint line_yes_person foreign key (school_id, person_id) references people.person (school_id, id)
);
select platform.protect('people.line_yes');
