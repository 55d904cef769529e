/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-roster.h"
#include "dialogs/zb-document-dialog.h"
#include "dialogs/zb-export-dialog.h"
#include "service/zb-demo.h"
#include "zb-test-db.h"
#include "zb-test-widgets.h"

/* Every list and paper of an area can be reached in its menu, and opens on its pages. */

typedef struct {
  int area;
  const char *button;
  const char *const *rosters;
  const char *const *papers;
} Menu;

static const char *const wish_lists[] = {
  "wishes", "wishes-internal", "wish-open", "wish-claims", "wish-collection", "wish-form", "wish-ledger", "wish-year", NULL
};
static const char *const wish_papers[] = { "wish-cards", "wish-poster", NULL };
static const char *const service_lists[] = {
  "service-hours", "service-year", "service-activities", "service-teams", "reported", "certificates-issued", NULL
};
static const char *const no_papers[] = { NULL };

static const Menu wish_menu = { 6, "Lists and wish cards", wish_lists, wish_papers };
static const Menu service_menu = { 7, "Lists of service", service_lists, no_papers };

static ZbTestDb *
demo_new (void)
{
  ZbTestDb *test = zb_test_db_new ();
  g_autoptr(GError) error = NULL;

  zb_demo_fill (test->db, 30, 1, zb_db_today (test->db), TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&test->db, zb_db_close);
  return test;
}

/* The dialog is about what was chosen, and shows its first page. */
static void
assert_opens (GtkWidget *window, const char *button, const char *label, GType dialog_type)
{
  g_autofree char *item = g_strdup_printf ("%s…", label);
  GtkWidget *dialog;

  zb_test_menu (window, button, item);
  dialog = zb_test_wait_window (dialog_type);
  zb_test_wait_shows (dialog, label);
  zb_test_wait_shows (dialog, "Page 1 of");
  zb_test_close (dialog);
}

static void
test_menu (gconstpointer data)
{
  const Menu *menu = data;
  ZbTestDb *test = demo_new ();
  GtkWidget *window = GTK_WIDGET (zb_test_shell (test->path, menu->area));

  for (guint i = 0; menu->rosters[i] != NULL; i++)
    assert_opens (window, menu->button, _(zb_roster_get (menu->rosters[i])->label), ZB_TYPE_EXPORT_DIALOG);
  for (guint i = 0; menu->papers[i] != NULL; i++)
    assert_opens (window, menu->button, _(zb_document_kind_get (menu->papers[i])->label), ZB_TYPE_DOCUMENT_DIALOG);
  zb_test_close (window);
  zb_test_db_free (test);
}

/* Whatever is declared about wishes or service stands in one of the menus. */
static void
test_none_is_left_out (void)
{
  for (guint i = 0; zb_rosters ()[i] != NULL; i++)
    {
      const char *name = zb_rosters ()[i]->name;
      gboolean of_wishes = g_str_has_prefix (name, "wish"), of_service = g_str_has_prefix (name, "service");

      if (of_wishes && !g_strv_contains (wish_lists, name))
        g_error ("“%s” stands in no menu", name);
      if (of_service && zb_rosters ()[i]->subject != ZB_ROSTER_OF_MEETING && zb_rosters ()[i]->subject != ZB_ROSTER_OF_PERSON
          && !g_strv_contains (service_lists, name))
        g_error ("“%s” stands in no menu", name);
    }
}

int
main (int argc, char **argv)
{
  zb_test_widgets_init (&argc, &argv);
  g_test_add_data_func ("/list-menus/wishes", &wish_menu, test_menu);
  g_test_add_data_func ("/list-menus/service", &service_menu, test_menu);
  g_test_add_func ("/list-menus/none-is-left-out", test_none_is_left_out);
  return g_test_run ();
}
