-- How many taskings of the caller others did something to since they last looked.
select api.tasks_new();
