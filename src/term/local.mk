noinst_LIBRARIES += src/libterm.a
src_libterm_a_SOURCES = \
	%D%/block_edit.c %D%/block_edit.h \
	%D%/box.c %D%/box.h \
	%D%/chart.c %D%/chart.h \
	%D%/decode.c %D%/decode.h \
	%D%/decode_csi.c %D%/decode_csi.h \
	%D%/edit.c %D%/edit.h \
	%D%/edit_key.c \
	%D%/flow.c %D%/flow.h \
	%D%/form.c %D%/form.h \
	%D%/form_choice.c \
	%D%/form_draw.c \
	%D%/form_field.c \
	%D%/form_impl.h \
	%D%/form_key.c \
	%D%/form_layout.c \
	%D%/form_value.c \
	%D%/help.c %D%/help.h \
	%D%/key.c %D%/key.h \
	%D%/line_draw.c %D%/line_draw.h \
	%D%/line_edit.c %D%/line_edit.h \
	%D%/line_history.c %D%/line_history.h \
	%D%/list.c %D%/list.h \
	%D%/list_draw.c \
	%D%/list_impl.h \
	%D%/list_layout.c %D%/list_layout.h \
	%D%/match.c %D%/match.h \
	%D%/menu.c %D%/menu.h \
	%D%/menu_draw.c \
	%D%/menu_impl.h \
	%D%/pane.c %D%/pane.h \
	%D%/prompt.c %D%/prompt.h \
	%D%/prompt_draw.c \
	%D%/prompt_impl.h \
	%D%/screen.c %D%/screen.h \
	%D%/screen_draw.c \
	%D%/screen_dump.c \
	%D%/screen_impl.h \
	%D%/screen_input.c \
	%D%/screen_paint.c \
	%D%/screen_tty.c \
	%D%/style.c %D%/style.h \
	%D%/wrap.c %D%/wrap.h
