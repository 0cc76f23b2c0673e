-- An evening of talks with several teachers: where each room is, how long families walk, and who runs late now.
alter table cycle.location
  add column zone text not null default '' constraint location_zone check (length(zone) <= 60),
  add column direction text not null default '' constraint location_direction check (length(direction) <= 120);

-- Minutes on foot between two rooms of one part of the building and of two parts, and where there is something to drink.
create table cycle.walking (
  school_id uuid not null,
  near integer not null constraint walking_near check (near between 0 and 15),
  far integer not null constraint walking_far check (far between 0 and 30),
  waiting text not null default '' constraint walking_waiting check (length(waiting) <= 120),
  constraint walking_pk primary key (school_id),
  constraint walking_order check (near <= far)
);
select platform.protect('cycle.walking');

-- How many minutes a teacher runs late now. Gone when they are back on time, and the night after the evening at the latest.
create table cycle.delay (
  school_id uuid not null,
  round_id uuid not null,
  teacher_id uuid not null,
  day date not null,
  minutes integer not null constraint delay_minutes check (minutes between 1 and 60),
  constraint delay_pk primary key (school_id, round_id, teacher_id, day),
  constraint delay_round foreign key (school_id, round_id) references cycle.round (school_id, id),
  constraint delay_teacher foreign key (school_id, teacher_id) references people.staff (school_id, id)
);
select platform.protect('cycle.delay');
create index delay_by_day on cycle.delay (school_id, day);

-- How often the times of a round and its delays have changed: by this number a device knows that it is behind.
alter table cycle.round add column changes bigint not null default 0;
