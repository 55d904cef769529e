/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-record-dialog.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

typedef struct {
  ZbTestRegistry *here;
  gint64 group;
  gint64 person;
  GtkWidget *dialog;
  gint64 saved;
} Fixture;

static void
on_saved (Fixture *self, gint64 id, const char *words)
{
  self->saved = id;
}

/* A form on somebody in a Party group. */
static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(ZbChangeSet) set = NULL;

  self->here = zb_test_registry_new ();
  zb_test_db_reopen (self->here->files);
  self->group = zb_test_organization (self->here->files->db, "group", "第一党小组", self->here->branch);
  self->person = zb_test_member (self->here->files->db, "王小样", self->here->branch, "sex", "2", NULL);
  set = zb_change_set_begin (self->here->files->db, "member.set", NULL, NULL);
  g_assert_true (zb_members_set_group (set, self->person, self->group, NULL));
  g_assert_true (zb_change_set_commit (set, NULL, NULL));
  zb_test_registry_wait_columns (self->here->registry, 1);

  record = zb_registry_get_derived (self->here->registry, self->person, TRUE, NULL);
  self->dialog = GTK_WIDGET (zb_record_dialog_new (self->here->registry, record, 0));
  g_signal_connect_swapped (self->dialog, "saved", G_CALLBACK (on_saved), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "Edit 王小样");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_registry_free (self->here);
}

static gboolean
is_saved (gpointer data)
{
  return ((Fixture *) data)->saved != 0;
}

static GtkWidget *
find_entry (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_ENTRY (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

/* The form does not ask for the group of somebody who is there: nothing it saves may touch it. */
static void
test_group_stays (Fixture *self, gconstpointer data)
{
  GtkWidget *row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Former Name");
  g_autoptr(ZbRecord) after = NULL;

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (row)), "王样");
  zb_test_press (self->dialog, "Save");
  zb_test_spin_until (is_saved, self);
  zb_test_spin_idle ();

  after = zb_registry_get_derived (self->here->registry, self->person, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (after, "former_name"), ==, "王样");
  g_assert_cmpint (zb_record_get_int (after, "branch"), ==, self->here->branch);
  g_assert_cmpint (zb_record_get_int (after, "group"), ==, self->group);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/record/group-stays", test_group_stays);
  return g_test_run ();
}
