/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-access-dialog.h"
#include "dialogs/zb-log-dialog.h"
#include "dialogs/zb-undo-import-dialog.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  GtkWidget *dialog;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->here = zb_test_registry_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->dialog);
  zb_test_registry_free (self->here);
}

static void
open_log (Fixture *self)
{
  self->dialog = GTK_WIDGET (zb_log_dialog_new (self->here->registry));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "Undo This Change");
}

/* Two people, and a note about the first. */
static void
write_something (Fixture *self)
{
  gint64 id = zb_test_registry_add (self->here, "李测试");
  GAsyncResult *waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  zb_test_registry_add (self->here, "王小样");
  zb_registry_set_many_async (self->here->registry, &zb_kind_member, &id, 1, "skills", "书法", NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (self->here->registry, result, NULL, &error));
  g_assert_no_error (error);
}

static void
choose (Fixture *self, guint position)
{
  GtkWidget *list = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST, "Entered: 李测试");

  g_assert_true (GTK_IS_LIST_VIEW (list));
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))), position);
}

/* A covered value that was shown changes nothing, and can be found all the same. */
static void
test_shown (Fixture *self, gconstpointer data)
{
  gint64 id = zb_test_registry_add (self->here, "李测试");

  zb_registry_reveal_async (self->here->registry, &zb_kind_member, id, "id_number");
  /* The writer takes one after the other: what comes after this one finds it written. */
  zb_test_registry_add (self->here, "王小样");
  self->dialog = GTK_WIDGET (zb_access_dialog_new (self->here->registry));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "Shown: 李测试, ID Number");
}

static void
test_newest_first (Fixture *self, gconstpointer data)
{
  write_something (self);
  open_log (self);

  /* The newest is chosen, and its fields stand beside it. */
  zb_test_wait_shows (self->dialog, "→ 书法");
  choose (self, 1);
  zb_test_wait_shows (self->dialog, "党员 entered");
  g_assert_false (zb_test_shows (self->dialog, "→ 书法"));
}

static void
test_undo_chosen (Fixture *self, gconstpointer data)
{
  write_something (self);
  open_log (self);

  /* Not the last one: the one before it. */
  choose (self, 1);
  zb_test_wait_shows (self->dialog, "党员 entered");
  zb_test_press (self->dialog, "Undo This Change");
  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_wait_shows (self->dialog, "Undone: Entered: 王小样");
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE withdrawn = 0 AND name = '李测试'"),
                   ==, 1);
}

/* What later changes stand on is not taken back; the dialog says so, and nothing is changed. */
static void
test_undo_refused (Fixture *self, gconstpointer data)
{
  write_something (self);
  open_log (self);
  choose (self, 2);
  zb_test_press (self->dialog, "Undo This Change");
  zb_test_wait_shows (self->dialog, "was changed meanwhile");
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE withdrawn = 0"), ==, 2);
}

static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  write_something (self);
  open_log (self);
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_SEARCH_BOX, "Search the changes");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "王小样");
  zb_test_wait_shows (self->dialog, "党员 entered");
  g_assert_false (zb_test_shows (self->dialog, "李测试"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  zb_test_wait_shows (self->dialog, "Nothing Found");
}

/* A roster of two people, of whom the first was corrected since. */
static void
import_two (Fixture *self)
{
  g_autoptr(ZbChangeSet) set = NULL;
  gint64 first = 0;

  zb_test_db_reopen (self->here->files);
  set = zb_change_set_begin (self->here->files->db, "import.member", "名册.xlsx（新增 2 人）", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_member);

      zb_record_set (record, "name", i == 0 ? "李测试" : "王小样");
      g_assert_true (zb_members_add (set, record, self->here->branch, 0, ZB_DATE_NONE, "imported", NULL));
      first = i == 0 ? record->id : first;
    }
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_test_set (self->here->files->db, &zb_kind_member, first, "skills", "书法");
  zb_test_registry_wait_columns (self->here->registry, 2);
}

/* Opens the question about the import, the second newest change, and waits until it has looked. */
static GtkWidget *
ask_about_import (Fixture *self)
{
  GtkWidget *list, *question;

  open_log (self);
  list = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST, "Taken in: 名册.xlsx（新增 2 人）");
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 1);
  zb_test_wait_shows (self->dialog, "Take This Import Back…");
  g_assert_false (zb_test_shows (self->dialog, "Undo This Change"));
  zb_test_press (self->dialog, "Take This Import Back…");
  question = zb_test_wait_window (ZB_TYPE_UNDO_IMPORT_DIALOG);
  zb_test_wait_shows (question, "1 entry that came with it is taken back.");
  return question;
}

#define PEOPLE "SELECT count(*) FROM person WHERE withdrawn = 0"

/* The question names who stays and why; then the rest goes, and comes again at the press of the toast's button. */
static void
test_take_import_back (Fixture *self, gconstpointer data)
{
  GtkWidget *question;

  import_two (self);
  question = ask_about_import (self);
  g_assert_true (zb_test_shows (question, "Taken in: 名册.xlsx（新增 2 人）"));
  g_assert_true (zb_test_shows (question, "1 entry was edited or used since; it is kept:"));
  zb_test_wait_shows (question, "李测试");
  g_assert_true (zb_test_shows (question, "edited on "));
  g_assert_false (zb_test_shows (question, "王小样"));
  g_assert_cmpint (zb_test_db_number (self->here->files, PEOPLE), ==, 2);
  zb_test_wait_focus (zb_test_find (question, GTK_ACCESSIBLE_ROLE_BUTTON, "Take Back"));
  zb_test_press (question, "Take Back");
  zb_test_wait_no_window (ZB_TYPE_UNDO_IMPORT_DIALOG);
  zb_test_wait_shows (self->dialog, "Member: new ones taken back 1, put back as they were 0, kept 1");
  g_assert_cmpint (zb_test_db_number (self->here->files, PEOPLE " AND name = '李测试'"), ==, 1);
  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_wait_shows (self->dialog, "Undone but for what was changed since; ");
  zb_test_press (self->dialog, "Undo");
  zb_test_registry_wait_columns (self->here->registry, 2);
  g_assert_cmpint (zb_test_db_number (self->here->files, PEOPLE), ==, 2);
}

/* Escape leaves everything as it is. */
static void
test_keep_import (Fixture *self, gconstpointer data)
{
  GtkWidget *question;

  import_two (self);
  question = ask_about_import (self);
  g_assert_true (zb_test_key (zb_test_find (question, GTK_ACCESSIBLE_ROLE_BUTTON, "Take Back"), GDK_KEY_Escape, 0));
  zb_test_wait_no_window (ZB_TYPE_UNDO_IMPORT_DIALOG);
  g_assert_cmpint (zb_test_db_number (self->here->files, PEOPLE), ==, 2);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/log/newest-first", test_newest_first);
  ADD ("/ui/log/shown", test_shown);
  ADD ("/ui/log/undo-chosen", test_undo_chosen);
  ADD ("/ui/log/undo-refused", test_undo_refused);
  ADD ("/ui/log/search", test_search);
  ADD ("/ui/log/take-import-back", test_take_import_back);
  ADD ("/ui/log/keep-import", test_keep_import);
  return g_test_run ();
}
