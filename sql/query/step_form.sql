-- The form of a step on a record; row 0 is about the form.
select place, name, section, label, help, shape, required, max_length, value, note, draft, choices
from api.step_form($1, $2::uuid);
