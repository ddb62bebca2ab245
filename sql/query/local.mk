# Client statements: one a file, the stem is the name the store knows it by. Compiled in.
sql_queries = \
	%D%/datestyle.sql \
	%D%/session.sql
