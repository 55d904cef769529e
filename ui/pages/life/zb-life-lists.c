/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-life-lists.h"

#include <glib/gi18n.h>

#include "service/zb-registry-life.h"
#include "shell/zb-page.h"

static const char *const lists[] = {
  "meeting-year", "meetings", "plan", "attendance", "study-hours", "make-up", "talks", "appraisal", "birthdays", "medal50", NULL
};

GMenuModel *
zb_life_lists_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; lists[i] != NULL; i++)
    {
      const ZbRoster *roster = zb_roster_get (lists[i]);
      g_autofree char *label = g_strdup_printf ("%s…", _(roster->label));
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "life.list", "s", roster->name);
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _("Meetings as a Calendar File…"), "life.calendar");
  return G_MENU_MODEL (menu);
}

ZbRosterRequest *
zb_life_lists_request (ZbRegistry *registry, const char *name, gint64 org, int year)
{
  const ZbRoster *roster = zb_roster_get (name);
  ZbDate today = zb_registry_today (registry);
  ZbRosterRequest *request;

  if (roster == NULL || org == 0)
    return NULL;
  request = zb_roster_request_new (roster, today);
  request->org = org;
  request->with_below = TRUE;
  if (roster->time != ZB_ROSTER_IN_MONTH)
    request->from = request->to = (ZbDate) { (gint16) year, 0, 0 };
  return request;
}

typedef struct {
  GtkWidget *widget; /* (owned) */
  ZbRegistry *registry; /* (owned) */
  GtkFileChooserNative *native; /* (owned) (nullable) */
  gint64 org;
  int year;
  char *path;
} Saving;

static Saving *
saving_new (GtkWidget *widget, ZbRegistry *registry, gint64 org, int year)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->registry = g_object_ref (registry);
  saving->org = org;
  saving->year = year;
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_object_unref (saving->registry);
  g_clear_object (&saving->native);
  g_free (saving->path);
  g_free (saving);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = g_path_get_basename (saving->path);
  guint n = 0;

  if (!zb_registry_export_calendar_finish (ZB_REGISTRY (source), result, &n, &error))
    zb_page_say_error (saving->widget, error);
  else
    {
      /* Translators: %1$u meetings, %2$s the name of a file */
      words = g_strdup_printf (ngettext ("%1$u meeting was written to %2$s", "%1$u meetings were written to %2$s", n), n, name);
      zb_page_say (saving->widget, words, FALSE);
    }
  saving_free (saving);
}

void
zb_life_lists_write_calendar (GtkWidget *widget, ZbRegistry *registry, gint64 org, int year, const char *path, gboolean force)
{
  Saving *saving = saving_new (widget, registry, org, year);

  saving->path = g_strdup (path);
  zb_registry_export_calendar_async (registry, org, (ZbDate) { (gint16) year, 1, 1 }, (ZbDate) { (gint16) year, 12, 31 }, path, force, NULL,
                                     on_written, saving);
}

static void
on_response (GtkNativeDialog *native, int response, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  /* The dialog has asked already whether a file of that name may be replaced. */
  if (file != NULL && g_file_peek_path (file) != NULL)
    zb_life_lists_write_calendar (saving->widget, saving->registry, saving->org, saving->year, g_file_peek_path (file), TRUE);
  gtk_native_dialog_destroy (native);
  saving_free (saving);
}

void
zb_life_lists_save_calendar (GtkWidget *widget, ZbRegistry *registry, gint64 org, int year)
{
  Saving *saving = saving_new (widget, registry, org, year);
  GtkRoot *root = gtk_widget_get_root (widget);
  /* Translators: name of a file; %d is a year */
  g_autofree char *name = g_strdup_printf (_("meetings-%d.ics"), year);

  saving->native = gtk_file_chooser_native_new (_("Meetings as a Calendar File"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (saving->native), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->native), name);
  g_signal_connect (saving->native, "response", G_CALLBACK (on_response), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->native));
}
