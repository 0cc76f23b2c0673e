-- Whether a talk of a round was held. What was not held is free to be agreed anew; whose side it was is said for the words
-- that go with that, and counted of school alone (handbook P9).
alter table cycle.booking
  add column school_side boolean not null default false,
  add constraint booking_missed check (attended is distinct from false or state = 'cancelled'),
  add constraint booking_school_side check (not school_side or attended is false);
create index booking_of_teacher on cycle.booking (school_id, teacher_id, starts_at);
