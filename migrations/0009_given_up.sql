-- Times that were given up, of one child in one round: what was prepared for them goes along to the next time.
create index booking_given_up on cycle.booking (school_id, round_id, pupil_id) where state = 'cancelled';
