# Client statements: one a file, the stem is the name the store knows it by. Compiled in.
sql_queries = \
	%D%/datestyle.sql \
	%D%/import_begin.sql \
	%D%/import_columns.sql \
	%D%/import_errors.sql \
	%D%/import_finish.sql \
	%D%/import_outcome.sql \
	%D%/import_rows.sql \
	%D%/session.sql
