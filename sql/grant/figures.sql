-- SPDX-License-Identifier: MIT
-- Figures are counted by the owner, over every record; api hands out numbers, and rows by the caller's sight.
grant execute on function data.figures(date, text), data.figures_day(date), data.figure_rows_of(text, date, text), data.return_table(text, date, text),
	data.figure_months(text[], date, int), data.review_recount(text), data.review_board(text), data.review_board_rows(text, text)
	to gridline_api;
