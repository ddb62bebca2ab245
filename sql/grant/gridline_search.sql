-- SPDX-License-Identifier: MIT
grant usage on schema data to gridline_search;
grant select (line_id, search_text) on data.line to gridline_search;
grant execute on function search.word_similarity_op(text, text) to gridline_search;
