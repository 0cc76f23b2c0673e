-- How often the shared page of a talk has changed: by this number a device knows that it is behind. `bigint`: never lower.
alter table conversations.conversation add column changes bigint not null default 0;
