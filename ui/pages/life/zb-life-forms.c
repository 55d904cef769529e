/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-forms.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-dialog.h"
#include "shell/zb-page.h"

/* What one knows when a meeting is planned or has just been held. */
static const char *const first_fields[] = {
  "org", "kind", "title", "planned_on", "planned_at", "held_on", "started_at", "ended_at", "place", "chair", "recorder", "lecturer", "form",
  "campaign", NULL
};

/* Everything but the minutes, which have a place of their own on the page. */
static const char *const meeting_fields[] = {
  "org", "kind", "title", "number", "planned_on", "planned_at", "held_on", "held_until", "started_at", "ended_at", "place", "chair",
  "recorder", "lecturer", "lecturer_role", "observers", "audience_workers", "audience_public", "form", "readings", "hours", "essays",
  "campaign", "note", NULL
};

/* A day to come is planned; only what is over was held. */
static char *
meeting_notice (ZbRegistry *registry, const ZbRecord *draft)
{
  ZbDate held = zb_record_get_date (draft, "held_on"), today = zb_registry_today (registry);

  if (zb_date_compare (held, today) > 0)
    return g_strdup (_("The day it was held has not come yet: put it under “Planned For”."));
  if (!zb_date_is_set (held) && zb_record_get (draft, "planned_on") == NULL)
    return g_strdup (_("Give the day it is planned for, or the day it was held: the roll of those expected is made for that day."));
  return NULL;
}

static const ZbFormSpec first_spec = { first_fields, "title", N_("Made from kind and number"), meeting_notice };
static const ZbFormSpec meeting_spec = { meeting_fields, NULL, NULL, meeting_notice };

static void
on_saved (GtkWidget *widget, gint64 id, const char *words)
{
  zb_page_say (widget, words, TRUE);
}

static void
on_meeting_saved (GtkWidget *widget, gint64 id, const char *words)
{
  zb_page_ask_for_record (widget, &zb_kind_meeting, id);
  zb_page_say (widget, words, TRUE);
}

void
zb_life_form_new_meeting (GtkWidget *widget, ZbRegistry *registry, const ZbRecord *prepared)
{
  ZbRecordDialog *dialog;

  if (zb_registry_is_read_only (registry))
    return;
  dialog = zb_record_dialog_new_with (registry, prepared, 0, &first_spec, _("New Meeting"));
  zb_record_dialog_focus_field (dialog, zb_record_get (prepared, "kind") == NULL ? "kind" : "title");
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_meeting_saved), widget, G_CONNECT_SWAPPED);
  zb_page_present (widget, GTK_WINDOW (dialog));
}

void
zb_life_form_meeting (GtkWidget *widget, ZbRegistry *registry, gint64 meeting, const char *field)
{
  g_autoptr(ZbRecord) record = zb_registry_get (registry, &zb_kind_meeting, meeting, TRUE, NULL);
  g_autofree char *title = NULL;
  ZbRecordDialog *dialog;

  if (record == NULL || zb_registry_is_read_only (registry))
    return;
  title = g_strdup_printf (_("Edit %s"), zb_record_title (record));
  dialog = zb_record_dialog_new_with (registry, record, 0, &meeting_spec, title);
  if (field != NULL)
    zb_record_dialog_focus_field (dialog, field);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), widget, G_CONNECT_SWAPPED);
  zb_page_present (widget, GTK_WINDOW (dialog));
}

void
zb_life_form_record (GtkWidget *widget, ZbRegistry *registry, const ZbRecord *record)
{
  static const ZbFormSpec plain = { NULL, NULL, NULL, NULL };
  ZbRecordDialog *dialog;
  g_autofree char *title = NULL;

  if (zb_registry_is_read_only (registry))
    return;
  title = record->id == 0 ? g_strdup_printf (_("New: %s"), _(record->kind->label)) : g_strdup_printf (_("Edit %s"), _(record->kind->label));
  dialog = zb_record_dialog_new_with (registry, record, 0, &plain, title);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), widget, G_CONNECT_SWAPPED);
  zb_page_present (widget, GTK_WINDOW (dialog));
}
