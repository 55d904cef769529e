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

static void
open_form (Fixture *self, const ZbRecord *record)
{
  self->dialog = GTK_WIDGET (zb_record_dialog_new (self->here->registry, record, 0));
  g_signal_connect_swapped (self->dialog, "saved", G_CALLBACK (on_saved), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_test_wait_shows (self->dialog, "Edit 王小样");
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
  open_form (self, record);
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

/* Nobody chose another group in the form: nothing it saves may touch it. */
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

/* Somebody else changes the person while the form is open: the form takes over what they wrote in other fields, keeps
 * what was typed, and can be saved after a second look. */
static void
test_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr(ZbRecord) before = zb_registry_get (self->here->registry, &zb_kind_member, self->person, TRUE, NULL);
  g_autoptr(ZbRecord) after = NULL;

  zb_test_close (self->dialog);
  open_form (self, before);
  zb_test_type (self->dialog, "Former Name", "王样");
  zb_test_type (self->dialog, "Native Place", "此处");
  zb_test_set (self->here->files->db, &zb_kind_member, self->person, "school", "样本大学");
  zb_test_set (self->here->files->db, &zb_kind_member, self->person, "native_place", "彼处");
  zb_test_press (self->dialog, "Save");
  zb_test_wait_shows (self->dialog, "Somebody else changed this record meanwhile: Native Place、School.");
  g_assert_cmpint (self->saved, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (self->dialog, "School", GTK_TYPE_ENTRY))), ==, "样本大学");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (self->dialog, "Native Place", GTK_TYPE_ENTRY))), ==, "此处");
  zb_test_press (self->dialog, "Save");
  zb_test_spin_until (is_saved, self);
  zb_test_spin_idle ();
  after = zb_registry_get (self->here->registry, &zb_kind_member, self->person, FALSE, NULL);
  g_assert_cmpstr (zb_record_get (after, "former_name"), ==, "王样");
  g_assert_cmpstr (zb_record_get (after, "native_place"), ==, "此处");
  g_assert_cmpstr (zb_record_get (after, "school"), ==, "样本大学");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/record/group-stays", test_group_stays);
  ADD ("/ui/record/conflict", test_conflict);
  return g_test_run ();
}
