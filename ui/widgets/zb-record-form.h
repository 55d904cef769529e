/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "service/zb-registry.h"

G_BEGIN_DECLS

#define ZB_TYPE_RECORD_FORM (zb_record_form_get_type ())

/**
 * ZbRecordForm:
 *
 * The plain form of a record, made from the declaration of its kind: one group a group of fields,
 * one row a field. A new member is also asked for branch and group, one who is there for the group, a
 * new organisation for the one above it. What the rules find in the draft, and people who may be the
 * same, stand above the rows.
 *
 * Signals:
 *  - `changed`
 *  - `open-record (gint64 id)`: look at somebody who may be the same
 */
G_DECLARE_FINAL_TYPE (ZbRecordForm, zb_record_form, ZB, RECORD_FORM, GtkWidget)

/**
 * ZbFormSpec:
 * @fields: (nullable) (array zero-terminated=1): only these, in this order; %NULL: all that the declaration offers
 * @optional: (nullable): name of a required field that is filled in by itself when it is left empty
 * @hint: (translatable) (nullable): what happens then, N_()
 * @next: (nullable): puts into the record after @saved what goes on from it: several can be entered one after another
 * @same: (nullable): the record that the draft may be, which is there already; 0 none. The form offers to take it
 * @notice: (nullable): (transfer full) (nullable): what there is to say about the draft; asked anew while one types
 *
 * What a form asks for where the declaration alone does not say it.
 */
typedef struct {
  const char *const *fields;
  const char *optional;
  const char *hint;
  char *(*notice) (ZbRegistry *registry, const ZbRecord *draft);
  void (*next) (const ZbRecord *saved, ZbRecord *fresh);
  gint64 (*same) (ZbRegistry *registry, const ZbRecord *draft);
} ZbFormSpec;

GtkWidget *zb_record_form_new (void);

/** zb_record_form_set_spec: @spec (nullable) must outlive the form; before zb_record_form_fill(). */
void zb_record_form_set_spec (ZbRecordForm *self, const ZbFormSpec *spec);

/**
 * zb_record_form_fill:
 * @record: what to begin with (copied), private fields included; id 0 for a new one
 * @org: where a new member or organisation goes, 0 unknown
 */
void zb_record_form_fill (ZbRecordForm *self, ZbRegistry *registry, const ZbRecord *record, gint64 org);

/** zb_record_form_check: reads every row; on a problem says so under it, goes there, and returns %FALSE. */
gboolean zb_record_form_check (ZbRecordForm *self);

/**
 * zb_record_form_take_newer:
 *
 * After somebody else changed the record: takes over what they changed where nothing was typed here; what was typed
 * stays, and can be saved over theirs.
 *
 * Returns: (transfer full) (nullable): the names of the fields that they changed; %NULL when the record is gone
 */
char *zb_record_form_take_newer (ZbRecordForm *self);

gboolean zb_record_form_is_changed (ZbRecordForm *self);
const ZbRecord *zb_record_form_get_draft (ZbRecordForm *self);
/** zb_record_form_get_org: the place chosen for a new one, 0 for none. */
gint64 zb_record_form_get_org (ZbRecordForm *self);
/** zb_record_form_get_group: the Party group chosen for a member, 0 for none; -1: it stays as it is. */
gint64 zb_record_form_get_group (ZbRecordForm *self);
/** zb_record_form_get_editor: Returns: (nullable): what the field of that name is entered with */
GtkWidget *zb_record_form_get_editor (ZbRecordForm *self, const char *name);
/** zb_record_form_focus_field: @name (nullable): the first one */
void zb_record_form_focus_field (ZbRecordForm *self, const char *name);

G_END_DECLS
