/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "service/zb-registry.h"
#include "widgets/zb-record-form.h"

G_BEGIN_DECLS

#define ZB_TYPE_RECORD_LIST (zb_record_list_get_type ())

/**
 * ZbRecordList:
 *
 * The records of a kind that belong to one other record, as rows with their forms: agenda items and votes of a meeting, talks of
 * a year, venues. Return opens a row's form, Delete takes it back, Alt+Up and Alt+Down move it where the order counts.
 *
 * Signals:
 *  - `said (const char *words, gboolean can_undo)`: something was done; inside a #ZbPage the page says it
 *  - `filled`: the rows are new
 *  - `add-wanted`: of a list whose new ones are made elsewhere
 */
G_DECLARE_FINAL_TYPE (ZbRecordList, zb_record_list, ZB, RECORD_LIST, AdwBin)

/**
 * ZbRecordListSpec:
 * @kind: whose records they are
 * @title: (translatable): N_()
 * @add: (translatable): label of the button, N_()
 * @none: (translatable): what is said where there are none, N_()
 * @fixed: the rows come from elsewhere: they can be edited, not added or taken back
 * @latest_first: the last entered stands first
 * @ordered: whether they stand in an order of their own, kept in their field `number`
 * @form: (nullable)
 * @adds: new ones are made elsewhere: signal `add-wanted` instead of a form
 * @line: (transfer full): the title of a row
 * @detail: (nullable) (transfer full): the line below it
 * @begin: (nullable): puts into a new record, or into one that is edited for the first time, what it begins with
 * @keeps: (nullable): whether a record is shown
 * @prefix, @suffix: (nullable) (transfer floating) (nullable): a widget at the begin or the end of a row
 */
typedef struct {
  const ZbKind *kind;
  const char *title;
  const char *add;
  const char *none;
  gboolean fixed;
  gboolean latest_first;
  gboolean ordered;
  gboolean adds;
  const ZbFormSpec *form;
  char *(*line) (ZbRegistry *registry, const ZbRecord *record);
  char *(*detail) (ZbRegistry *registry, const ZbRecord *record);
  void (*begin) (ZbRegistry *registry, ZbRecord *record);
  gboolean (*keeps) (const ZbRecord *record, gpointer data);
  GtkWidget *(*prefix) (ZbRegistry *registry, const ZbRecord *record);
  GtkWidget *(*suffix) (ZbRegistry *registry, const ZbRecord *record);
} ZbRecordListSpec;

/** zb_record_list_new: @spec must outlive the list. */
GtkWidget *zb_record_list_new (ZbRegistry *registry, const ZbRecordListSpec *spec);

/** zb_record_list_show: those whose link @field is @id; @field %NULL: all of the kind. */
void zb_record_list_show (ZbRecordList *self, const char *field, gint64 id);

/** zb_record_list_set_data: what @keeps gets (unowned). */
void zb_record_list_set_data (ZbRecordList *self, gpointer data);

/** zb_record_list_say: says what was done to a row, as if the list had done it. */
void zb_record_list_say (ZbRecordList *self, const char *words, gboolean can_undo);

/** zb_record_list_search: only those whose row holds @text, in itself or in its initials. */
void zb_record_list_search (ZbRecordList *self, const char *text);

void zb_record_list_refresh (ZbRecordList *self);

/** zb_record_list_add: opens the form of a new one; @prepared (nullable): what it begins with. */
void zb_record_list_add (ZbRecordList *self, const ZbRecord *prepared);

/** zb_record_list_get_records: Returns: (transfer none) (element-type ZbRecord): those shown, in order */
GPtrArray *zb_record_list_get_records (ZbRecordList *self);

G_END_DECLS
