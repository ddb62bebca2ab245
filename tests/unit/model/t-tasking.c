/* SPDX-License-Identifier: MIT
 *
 * Taskings in lists and on boards, and what became of many at once.
 */
#include "config.h"

#include "tests/unit/cm.h"

#include <string.h>

#include "base/alloc.h"
#include "model/step.h"
#include "model/tasking.h"

static void
every_text_is_there(void **state)
{
	struct tasking_list *list = xcalloc(1, sizeof *list);
	struct tasking_item *t = tasking_list_add(list);

	(void)state;
	assert_string_equal(t->section, "");
	assert_string_equal(t->who, "");
	assert_string_equal(t->answer_due, "");
	tasking_set(&t->title, xstrdup("Visit"));
	assert_string_equal(list->items[0].title, "Visit");
	tasking_list_add(list);
	assert_int_equal(list->n, 2);
	assert_string_equal(list->items[0].title, "Visit");
	assert_string_equal(list->items[1].title, "");
	tasking_list_free(list);
	tasking_list_free(NULL);
}

static void
what_is_searched_is_lower_case(void **state)
{
	struct tasking_item t;
	struct buf hay = BUF_INIT;

	(void)state;
	tasking_item_init(&t);
	tasking_set(&t.title, xstrdup("Visit the FLAT"));
	tasking_set(&t.unit, xstrdup("BW"));
	tasking_haystack(&t, &hay);
	assert_non_null(strstr(buf_str(&hay), "visit the flat"));
	assert_non_null(strstr(buf_str(&hay), "bw"));
	assert_null(strstr(buf_str(&hay), "late"));
	t.late = t.fresh = true;
	tasking_haystack(&t, &hay);
	assert_non_null(strstr(buf_str(&hay), " late"));
	assert_non_null(strstr(buf_str(&hay), " new"));
	buf_free(&hay);
	tasking_item_clear(&t);
}

static void
a_board_has_columns_of_cards(void **state)
{
	struct task_board *board = xcalloc(1, sizeof *board);
	struct task_column *c;

	(void)state;
	task_board_add(board, "submitted", "Submitted");
	c = task_board_add(board, "offered", "Offered to the unit");
	c->total = 7;
	tasking_set(&task_column_add(c)->ref, xstrdup("T-1"));
	assert_int_equal(board->n, 2);
	assert_int_equal(board->columns[0].n, 0);
	assert_string_equal(board->columns[1].items[0].ref, "T-1");
	task_board_free(board);
	task_board_free(NULL);
	task_days_free(NULL);
	task_loads_free(NULL);
}

static void
results_are_counted_by_fate(void **state)
{
	struct step_results *r = xcalloc(1, sizeof *r);

	(void)state;
	step_results_add(r, "a", "T-1", "is accepted", STEP_DONE);
	step_results_add(r, "b", "T-2", "it is complete", STEP_REFUSED);
	step_results_add(r, "c", "T-3", "reason: is empty", STEP_OPEN);
	step_results_add(r, "d", "T-4", "is accepted", STEP_DONE);
	assert_int_equal(r->n, 4);
	assert_int_equal(r->of[STEP_DONE], 2);
	assert_int_equal(r->of[STEP_REFUSED], 1);
	assert_int_equal(r->of[STEP_OPEN], 1);
	assert_string_equal(r->items[1].said, "it is complete");
	assert_string_equal(r->items[3].id, "d");
	step_results_free(r);
	step_results_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_text_is_there),
		cmocka_unit_test(what_is_searched_is_lower_case),
		cmocka_unit_test(a_board_has_columns_of_cards),
		cmocka_unit_test(results_are_counted_by_fate),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
