-- Has the record that a form is about been changed since? Its version by now.
select api.step_version($1, $2::uuid);
