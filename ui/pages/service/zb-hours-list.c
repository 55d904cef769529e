/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-hours-list.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-list.h"
#include "dialogs/zb-records-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "service/zb-registry-service.h"
#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-facts.h"

static char *
text_of (ZbRegistry *registry, const ZbRecord *hours, const char *field)
{
  return zb_facts_text (registry, hours, zb_kind_field (hours->kind, field));
}

static char *
hours_line (ZbRegistry *registry, const ZbRecord *hours)
{
  g_autofree char *on = text_of (registry, hours, "on"), *name = text_of (registry, hours, "person"), *n = text_of (registry, hours, "hours");
  g_autofree char *contents = text_of (registry, hours, "contents");

  /* Translators: %1$s a day, %2$s a name, %3$s a number, %4$s what was done */
  return g_strdup_printf (zb_record_get (hours, "corrects") != NULL ? _("%1$s　%2$s　%3$s hours: correction of “%4$s”") : _("%1$s　%2$s　%3$s hours: %4$s"),
                          on, name, n, contents);
}

/* What the check says of that day stands where the hours do. */
static char *
hours_detail (ZbRegistry *registry, const ZbRecord *hours)
{
  static const char *const fields[] = { "source", "started_at", "ended_at", "place", "confirmed_by", "why", NULL };
  g_autoptr(GPtrArray) findings = zb_registry_hours_findings (registry, hours);
  GString *out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *text = zb_record_get (hours, fields[i]) != NULL ? text_of (registry, hours, fields[i]) : NULL;

      if (text != NULL)
        g_string_append_printf (out, "%s%s %s", out->len > 0 ? " · " : "", _(zb_kind_field (hours->kind, fields[i])->label), text);
    }
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *words = zb_words_finding (g_ptr_array_index (findings, i));

      g_string_append_printf (out, "\n⚠ %s", words);
    }
  return g_string_free (out, FALSE);
}

static void
on_corrected (ZbRecordList *list, const char *words)
{
  zb_record_list_say (list, words, TRUE);
}

static void
on_correct_clicked (GtkWidget *button, ZbRegistry *registry)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");
  g_autoptr(ZbRecord) hours = zb_registry_get (registry, &zb_kind_service_hours, *id, FALSE, NULL);
  GtkWidget *list = gtk_widget_get_ancestor (button, ZB_TYPE_RECORD_LIST);
  g_autofree char *title = NULL;
  GtkWindow *dialog;

  if (hours == NULL)
    return;
  title = hours_line (registry, hours);
  dialog = zb_step_dialog_new (registry, &zb_kind_service_hours, id, 1, zb_kind_step (&zb_kind_service_hours, "correct"), title);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_corrected), list, G_CONNECT_SWAPPED);
  zb_page_present (button, dialog);
}

static GtkWidget *
hours_suffix (ZbRegistry *registry, const ZbRecord *hours)
{
  GtkWidget *button;

  if (zb_record_get (hours, "corrects") != NULL || zb_registry_is_read_only (registry))
    return NULL;
  button = gtk_button_new_with_label (_("Correct…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&hours->id, sizeof hours->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_correct_clicked), registry, 0);
  return button;
}

static const ZbRecordListSpec spec = {
  .kind = &zb_kind_service_hours, .title = N_("Hours of Service"), .add = N_("Credit"), .none = N_("No hours are credited yet."), .fixed = TRUE, .latest_first = TRUE,
  .line = hours_line, .detail = hours_detail, .suffix = hours_suffix,
};

GtkWidget *
zb_hours_list_new (ZbRegistry *registry)
{
  return zb_record_list_new (registry, &spec);
}

void
zb_hours_list_of_person (GtkWidget *widget, ZbRegistry *registry, gint64 person)
{
  g_autofree char *name = zb_registry_title (registry, &zb_kind_member, person);

  zb_page_present (widget, GTK_WINDOW (zb_records_dialog_new (registry, &spec, "person", person, name)));
}
