/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/template/zb-template-data.h"
#include "exchange/template/zb-template-error.h"
#include "exchange/template/zb-template-out.h"
#include "exchange/zb-sheet.h"

G_BEGIN_DECLS

/*
 * The form of an upper committee, an .xlsx or .docx with marks such as {{姓名}}: looked into, and filled with a list.
 */

/**
 * ZbTemplateLabel:
 *
 * Returns: (nullable): what the window calls a field, in the language of the user
 */
typedef const char *(*ZbTemplateLabel) (const ZbField *field);

/**
 * ZbTemplateTrouble: why a mark cannot be filled.
 * @ZB_TEMPLATE_NOT_CLOSED: the two braces at its end are missing
 * @ZB_TEMPLATE_UNKNOWN: no column and no fact of the list has that name
 * @ZB_TEMPLATE_NO_FORMAT: what follows the stroke is no format
 * @ZB_TEMPLATE_NOT_HERE: it stands in a formula or in the name of a sheet
 */
typedef enum {
  ZB_TEMPLATE_GOOD,
  ZB_TEMPLATE_NOT_CLOSED,
  ZB_TEMPLATE_UNKNOWN,
  ZB_TEMPLATE_NO_FORMAT,
  ZB_TEMPLATE_NOT_HERE
} ZbTemplateTrouble;

/**
 * ZbTemplateMark:
 * @text: the mark as it stands in the form
 * @label: what it asks for
 * @place: where it stands; its texts belong to the mark
 * @column: (nullable): name of the column of the list that it is
 * @means: (nullable): heading of the column, or name of the fact
 * @is_joined: everybody in one place, so that its row does not repeat
 * @is_private: it is a private column: masked in what everybody reads
 * @suggestions: (array zero-terminated=1): of one in trouble: what may have been meant
 */
typedef struct {
  char *text;
  char *label;
  ZbTemplatePlace place;
  ZbTemplateTrouble trouble;
  ZbMarkMeaning meaning;
  char *column;
  char *means;
  gboolean is_joined;
  gboolean is_private;
  char **suggestions;
} ZbTemplateMark;

/**
 * ZbTemplateCheck:
 * @kind: x of a workbook, d of a text document
 * @roster: the list that the marks were looked up in
 * @marks: (element-type ZbTemplateMark): in the order of the file
 * @n_trouble: how many of them cannot be filled
 * @repeats: whether a column of the list is among them, so that rows repeat
 */
typedef struct {
  char kind;
  const ZbRoster *roster;
  GPtrArray *marks; /* (owned) */
  guint n_trouble;
  gboolean repeats;
} ZbTemplateCheck;

#define ZB_TYPE_TEMPLATE_CHECK (zb_template_check_get_type ())
GType zb_template_check_get_type (void);
ZbTemplateCheck *zb_template_check_copy (const ZbTemplateCheck *check);
void zb_template_check_free (ZbTemplateCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTemplateCheck, zb_template_check_free)

/** zb_template_read_file: the bytes of a form; nothing in them is looked at yet. @error: NOT_FOUND, NO_PERMISSION, NOT_A_FILE, EMPTY, TOO_BIG. Returns: (transfer full) */
GBytes *zb_template_read_file (const char *path, GError **error);

/**
 * zb_template_check:
 * @roster: (nullable): the list it is for; %NULL: the one in which most marks have a meaning, the roster of members first
 * @label: (nullable): names of the window, which marks may use too
 * @error: of %ZB_TEMPLATE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Looks into a form, in a child process: which marks it has, and what they mean. A form without marks is refused.
 *
 * Returns: (transfer full)
 */
ZbTemplateCheck *zb_template_check (GBytes *bytes, const ZbRoster *roster, ZbTemplateLabel label, GCancellable *cancellable, GError **error);

/** zb_template_labels: what marks of a form for that list may say. Returns: (transfer full) (array zero-terminated=1): columns first, then facts */
char **zb_template_labels (const ZbRoster *roster);

/**
 * ZbTemplateLabelGroup: what labels ask for.
 * @ZB_TEMPLATE_OF_PERSON: a column of the list
 * @ZB_TEMPLATE_OF_LIST: a fact of the whole list, or of its meeting
 * @ZB_TEMPLATE_COUNTED: how many of its people are women, probationary …
 */
typedef enum {
  ZB_TEMPLATE_OF_PERSON,
  ZB_TEMPLATE_OF_LIST,
  ZB_TEMPLATE_COUNTED
} ZbTemplateLabelGroup;

/** zb_template_labels_of: those of zb_template_labels() that are of one group. Returns: (transfer full) (array zero-terminated=1) */
char **zb_template_labels_of (const ZbRoster *roster, ZbTemplateLabelGroup group);

/**
 * ZbTemplateFill:
 * @bytes: the form
 * @request: which list; its rows are those of the list, in its order and with its privacy, its columns those that the form asks for
 * @path: ends as the form does
 * @force: replace an existing file
 * @keep_unknown: marks that nobody knows stay as they are; otherwise nothing is written
 */
typedef struct {
  GBytes *bytes;
  const ZbRosterRequest *request;
  const char *path;
  gboolean force;
  gboolean keep_unknown;
  ZbTemplateLabel label;
} ZbTemplateFill;

/**
 * zb_template_fill:
 * @out_rows: (out) (optional): how many rows of the list went in
 * @error: of %ZB_TEMPLATE_ERROR, of %ZB_STORE_ERROR (EXISTS …), what zb_sheet_new() gives, or %G_IO_ERROR_CANCELLED; whatever had the name stays whole
 *
 * Fills a form and writes it, with all of its look. What is written is noted in the export log, with the private columns that
 * are in it in full.
 */
gboolean zb_template_fill (ZbDb *db, const ZbTemplateFill *fill, guint *out_rows, ZbProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
