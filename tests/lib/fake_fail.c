/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fake_impl.h"

void
fake_job_fail(struct fake *f, struct job *j, const struct error *err)
{
	switch (j->kind) {
	case JOB_PAGE:
		j->fn.page(j->arg, NULL, err);
		break;
	case JOB_COUNT:
	case JOB_STEP_VERSION:
	case JOB_TASKS_FRESH:
	case JOB_TASKS_SEEN:
		j->fn.count(j->arg, -1, err);
		break;
	case JOB_STANDING:
		j->fn.standing(j->arg, NULL, 0, err);
		break;
	case JOB_IDS:
		j->fn.ids(j->arg, NULL, 0, false, err);
		break;
	case JOB_SUMMARY:
		j->fn.summary(j->arg, NULL, err);
		break;
	case JOB_TERMS:
		j->fn.terms(j->arg, NULL, err);
		break;
	case JOB_CARD:
	case JOB_REVIEW_ITEM:
	case JOB_LINE_AS_AT:
	case JOB_STEP_PREVIEW:
		j->fn.card(j->arg, NULL, err);
		break;
	case JOB_STEPS:
		j->fn.steps(j->arg, NULL, err);
		break;
	case JOB_STEP_FORM:
		j->fn.step_form(j->arg, NULL, err);
		break;
	case JOB_STEP_TAKE:
		j->fn.step(j->arg, NULL, err);
		break;
	case JOB_DRAFT:
		j->fn.draft(j->arg, "", err);
		break;
	case JOB_CONSULT:
		j->fn.consult(j->arg, "", err);
		break;
	case JOB_DOSSIER:
		j->fn.dossier(j->arg, NULL, err);
		break;
	case JOB_WHYS:
		j->fn.whys(j->arg, NULL, 0, err);
		break;
	case JOB_REVIEW:
		j->fn.review(j->arg, NULL, err);
		break;
	case JOB_REVIEW_FOLLOW:
		j->fn.count(j->arg, -1, err);
		break;
	case JOB_WAITING:
		j->fn.waiting(j->arg, NULL, err);
		break;
	case JOB_PAST:
		j->fn.past(j->arg, NULL, err);
		break;
	case JOB_PANELS:
	case JOB_PANEL:
	case JOB_PANEL_ROWS:
		fake_dashboard_answer(NULL, j, err);
		break;
	case JOB_FIGURES:
		j->fn.figures(j->arg, NULL, err);
		break;
	case JOB_MANY:
	case JOB_MANY_PREVIEW:
	case JOB_TASKINGS:
	case JOB_TASK_CARD:
	case JOB_BOARD:
	case JOB_DAYS:
	case JOB_LOADS:
		fake_answer_task(f, j, err);
		break;
	}
}
