-- Dates travel as ISO and times as the force's clocks show them, whatever the environment or the server says.
select set_config('DateStyle', 'ISO', false), set_config('TimeZone', 'Europe/London', false);
