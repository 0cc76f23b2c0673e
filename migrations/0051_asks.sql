-- How many school days a school takes to answer who asks for a talk.
create table cycle.answer_term (
  school_id uuid not null,
  days integer not null constraint answer_term_days check (days between 1 and 10),
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint answer_term_pk primary key (school_id),
  constraint answer_term_changer foreign key (school_id, changed_by) references people.person (school_id, id)
);
select platform.protect('cycle.answer_term');

-- A talk that somebody asked for: of whom, until when an answer was promised, and what school answered before it was planned.
create table cycle.talk_ask (
  school_id uuid not null,
  conversation_id uuid not null,
  pupil_id uuid not null,
  asked_of uuid,
  answer_by date not null,
  answer text constraint talk_ask_answer check (answer in ('time', 'call')),
  answer_at timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  constraint talk_ask_pk primary key (school_id, conversation_id),
  constraint talk_ask_talk foreign key (school_id, conversation_id)
    references conversations.conversation (school_id, id),
  constraint talk_ask_pupil foreign key (school_id, pupil_id) references people.pupil (school_id, id),
  constraint talk_ask_of foreign key (school_id, asked_of) references people.staff (school_id, id),
  constraint talk_ask_by foreign key (school_id, answered_by) references people.staff (school_id, id),
  constraint talk_ask_answered check
    ((answer is null) = (answer_at is null) and (answer is null) = (answered_by is null)
      and (answer is null) = (answered_at is null))
);
select platform.protect('cycle.talk_ask');
create index talk_ask_of_pupil on cycle.talk_ask (school_id, pupil_id);

create function cycle.forget_asks(school uuid, pupil uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform platform.refuse_elsewhere(school);
  perform people.refuse_present(school, pupil);
  delete from cycle.talk_ask where school_id = school and pupil_id = pupil;
end
$$;
