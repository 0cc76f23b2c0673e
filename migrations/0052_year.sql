-- The calendar of a school year as this school keeps it. Without a row here the national one of its region holds.
create table cycle.school_calendar (
  school_id uuid not null,
  year text not null constraint school_calendar_year check (year ~ '^\d{4}-\d{4}$'),
  region text constraint school_calendar_region check (region in ('noord', 'midden', 'zuid')),
  constraint school_calendar_pk primary key (school_id, year)
);
select platform.protect('cycle.school_calendar');

-- Days on which this school is closed, first and last included. `national`: which of the country's it is.
create table cycle.holiday (
  school_id uuid not null,
  id uuid not null,
  year text not null,
  kind text not null constraint holiday_kind check (kind in ('holiday', 'free')),
  national text,
  name text not null,
  first_day date not null,
  last_day date not null,
  constraint holiday_pk primary key (school_id, id),
  constraint holiday_national unique (school_id, year, national),
  constraint holiday_days check (first_day <= last_day),
  constraint holiday_named check (national is not null or name <> ''),
  constraint holiday_calendar foreign key (school_id, year) references cycle.school_calendar (school_id, year)
    on delete cascade
);
select platform.protect('cycle.holiday');

-- Other moments of the year the cycle hangs on..
create table cycle.year_moment (
  school_id uuid not null,
  id uuid not null,
  year text not null constraint year_moment_year check (year ~ '^\d{4}-\d{4}$'),
  kind text not null constraint year_moment_kind check (kind in ('report-1', 'report-2', 'meeting', 'other')),
  words text not null,
  day date not null,
  constraint year_moment_pk primary key (school_id, id),
  constraint year_moment_words check (kind <> 'other' or words <> '')
);
select platform.protect('cycle.year_moment');
create unique index year_moment_once on cycle.year_moment (school_id, year, kind)
  where kind in ('report-1', 'report-2');
