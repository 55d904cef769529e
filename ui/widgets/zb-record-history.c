/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-record-history.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "service/zb-words.h"
#include "shell/zb-page.h"

/* Changes beyond these are in the log. */
#define MAX_CHANGES 60

/* An earlier value, and where it goes back to. */
typedef struct {
  ZbRegistry *registry; /* (owned) */
  const ZbKind *kind;
  gint64 record;
  char *field;
  char *value;
} Earlier;

static void
earlier_free (gpointer data, GClosure *closure)
{
  Earlier *earlier = data;

  g_object_unref (earlier->registry);
  g_free (earlier->field);
  g_free (earlier->value);
  g_free (earlier);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) page = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say_error (page, error);
  else
    zb_page_say (page, words, TRUE);
}

static void
on_restore_clicked (GtkButton *button, Earlier *earlier)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (button), ZB_TYPE_PAGE);

  zb_registry_restore_value_async (earlier->registry, earlier->kind, earlier->record, earlier->field, earlier->value, NULL, on_restored,
                                   g_object_ref (page));
}

static char *
when_and_who (const ZbHistoryChange *change)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (change->at, NULL);
  g_autoptr(GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (change->at);

  return g_strdup_printf ("%s · %s", when, change->who);
}

/* A field of the record itself; its parts have rows of their own elsewhere. */
static const ZbField *
field_to_restore (ZbRegistry *registry, const ZbHistoryChange *change, const ZbKind *kind, gint64 id)
{
  const ZbField *field = change->field != NULL ? zb_kind_field (kind, change->field) : NULL;
  gboolean is_its_own = field != NULL && g_strcmp0 (change->kind, kind->name) == 0 && change->record == id;

  return is_its_own && g_strcmp0 (change->op, "update") == 0 && (kind == &zb_kind_member || (field->flags & ZB_FIELD_BY_STEP) == 0)
         && !zb_registry_is_read_only (registry) ? field : NULL;
}

static void
add_restore (GtkWidget *row, ZbRegistry *registry, const ZbKind *kind, const ZbField *field, const ZbHistoryChange *change)
{
  GtkWidget *button = gtk_button_new_with_label (_("Put Back"));
  Earlier *earlier = g_new0 (Earlier, 1);
  /* Translators: for a screen reader; %s is the name of a field */
  g_autofree char *name = g_strdup_printf (_("Put back the earlier value: %s"), _(field->label));

  earlier->registry = g_object_ref (registry);
  earlier->kind = kind;
  earlier->record = change->record;
  earlier->field = g_strdup (change->field);
  earlier->value = g_strdup (change->before);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Sets this field to what it was before the change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_restore_clicked), earlier, earlier_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

GtkWidget *
zb_record_history_new (ZbRegistry *registry, const ZbKind *kind, gint64 id)
{
  g_autoptr(GPtrArray) changes = zb_registry_history (registry, kind, id, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Changes"));
  gtk_widget_set_visible (group, changes != NULL && changes->len > 0);
  for (guint i = 0; changes != NULL && i < MIN (changes->len, MAX_CHANGES); i++)
    {
      const ZbHistoryChange *change = g_ptr_array_index (changes, i);
      const ZbField *field = field_to_restore (registry, change, kind, id);
      g_autofree char *words = zb_words_change (change);
      g_autofree char *when = when_and_who (change);
      GtkWidget *row = adw_action_row_new ();

      g_object_set (row, "use-markup", FALSE, "title", words, "title-lines", 0, "subtitle", when, "subtitle-lines", 0, NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      if (field != NULL)
        add_restore (row, registry, kind, field, change);
    }
  return group;
}
