/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-document-dialog.h"
#include "dialogs/zb-record-dialog.h"
#include "dialogs/zb-step-dialog.h"
#include "pages/members/zb-members-page.h"
#include "pages/members/zb-person-page.h"
#include "shell/zb-page.h"
#include "zb-test-registry.h"
#include "zb-test-widgets.h"

/* The whole window at one person's page. */
typedef struct {
  ZbTestDb *files;
  GtkWidget *window;
  GtkWidget *page;
  gint64 first, second, wang;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  ZbDb *db;

  self->files = zb_test_db_new ();
  db = self->files->db;
  self->first = zb_test_organization (db, "branch", "第一党支部", 0);
  self->second = zb_test_organization (db, "branch", "第二党支部", 0);
  self->wang = zb_test_member (db, "王样本", self->first, "category", "full", "sex", "2", "birth_date", "1985-07", "native_place", "某地",
                               "joined_on", "2010-07-01", "confirmed_on", "2011-07-01", "phone", "19900001234", "id_number",
                               "990101198507120015", NULL);
  zb_test_record (db, &zb_kind_post, "org", zb_test_id (self->first), "person", zb_test_id (self->wang), "post", "secretary",
                  "started_on", "2024-03", NULL);
  g_clear_pointer (&self->files->db, zb_db_close);
  self->window = GTK_WIDGET (zb_test_shell (self->files->path, 3));
  zb_page_open_record (ZB_PAGE (zb_test_find_type (self->window, ZB_TYPE_MEMBERS_PAGE)), &zb_kind_member, self->wang);
  zb_test_spin_idle ();
  self->page = zb_test_find_type (self->window, ZB_TYPE_PERSON_PAGE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  zb_test_close (self->window);
  zb_test_db_free (self->files);
}

static gint64
number (Fixture *self, const char *sql)
{
  return zb_test_db_number (self->files, sql);
}

/* What stands beside the name of a fact. */
static GtkWidget *
fact (Fixture *self, const char *name)
{
  GtkWidget *label = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LABEL, name);

  g_assert_nonnull (label);
  return gtk_widget_get_next_sibling (label);
}

static void
save (GtkWidget *dialog)
{
  GType type = G_OBJECT_TYPE (dialog);

  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  zb_test_wait_no_window (type);
}

static void
test_facts (Fixture *self, gconstpointer data)
{
  g_assert_true (zb_test_shows (self->page, "王样本"));
  g_assert_true (zb_test_shows (self->page, "正式党员 · 第一党支部 · 书记"));
  g_assert_true (zb_test_shows (fact (self, "Native Place"), "某地"));
  g_assert_true (zb_test_shows (fact (self, "Date of Birth"), "1985.07"));
  g_assert_true (zb_test_shows (fact (self, "Joined the Party"), "2010.07.01"));
  /* What is still missing is seen to be missing. */
  g_assert_true (zb_test_shows (fact (self, "Ethnic Group"), "—"));
  /* Where the person belongs, and what posts there were. */
  g_assert_nonnull (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "第一党支部 · 组织关系"));
  g_assert_nonnull (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "书记 · 第一党支部"));
  /* Back to the table. */
  g_assert_true (gtk_widget_activate_action (self->window, "win.back", NULL));
  zb_test_spin_idle ();
  g_assert_false (gtk_widget_get_mapped (self->page));
}

static gboolean
is_logged (gpointer data)
{
  Fixture *self = data;

  return number (self, "SELECT count(*) FROM reveal_log WHERE kind = 'member' AND field = 'phone'") == 1;
}

/* What is private is masked; one press shows it, a second hides it, and the log keeps that it was seen. */
static void
test_secret (Fixture *self, gconstpointer data)
{
  GtkWidget *phone = fact (self, "Mobile Phone");

  g_assert_false (zb_test_shows (self->page, "19900001234"));
  g_assert_false (zb_test_shows (self->page, "990101198507120015"));
  g_assert_true (zb_test_shows (phone, "199****1234"));
  zb_test_press (phone, "Show");
  g_assert_true (zb_test_shows (phone, "19900001234"));
  g_assert_false (zb_test_shows (self->page, "990101198507120015"));
  zb_test_spin_until (is_logged, self);
  g_assert_cmpint (number (self, "SELECT record FROM reveal_log"), ==, self->wang);
  zb_test_press (phone, "Hide");
  g_assert_false (zb_test_shows (self->page, "19900001234"));
  zb_test_wait_focus (phone);
  g_assert_true (is_logged (self));
}

/* In the registry, and a moment later on the page. */
static gboolean
is_native_of (gpointer data)
{
  return number (data, "SELECT count(*) FROM person WHERE native_place = '某地'") == 1 && zb_test_shows (fact (data, "Native Place"), "某地");
}

/* A value of before comes back from the history, and that, too, can be taken back. */
static void
test_put_back (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  zb_test_press (self->page, "Edit");
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_type (dialog, "Native Place", "别处");
  save (dialog);
  g_assert_true (zb_test_shows (fact (self, "Native Place"), "别处"));
  zb_test_wait_focus (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Edit"));
  row = zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "籍贯: 某地 → 别处");
  g_assert_nonnull (row);
  zb_test_press (row, "Put Back");
  zb_test_spin_until (is_native_of, self);
  zb_test_wait_focus (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "籍贯: 别处 → 某地"));
  g_assert_true (gtk_widget_activate_action (self->window, "win.undo", NULL));
  zb_test_wait_shows (self->window, "Undone");
  g_assert_true (zb_test_shows (fact (self, "Native Place"), "别处"));
}

/* A step asks for its day and reason, and stands in what happened; undone it is as if it had not been. */
static void
test_step (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_menu (self->page, "Steps", "Suspend Membership…");
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  zb_test_type (dialog, "Decided On *", "2026.13.01");
  g_assert_true (gtk_widget_activate_action (dialog, "form.save", NULL));
  g_assert_true (zb_test_shows (dialog, "2026.13.01"));
  g_assert_true (zb_test_shows (dialog, "This must be filled in"));
  zb_test_type (dialog, "Decided On *", "2026.03.02");
  zb_test_type (dialog, "Document Number", "样委〔2026〕3号");
  zb_test_type (dialog, "Reason *", "失去联系");
  save (dialog);
  g_assert_true (zb_test_shows (self->page, "停止党籍"));
  g_assert_true (zb_test_shows (self->page, "2026.03.02 · 第一党支部 · 样委〔2026〕3号 · 失去联系"));
  g_assert_cmpint (number (self, "SELECT count(*) FROM membership WHERE withdrawn = 0 AND ended_by = 'suspended' AND ended_on = '2026-03-02'"),
                   ==, 1);
  g_assert_true (gtk_widget_activate_action (self->window, "win.undo", NULL));
  zb_test_wait_shows (self->window, "Undone");
  g_assert_false (zb_test_shows (self->page, "2026.03.02 · 第一党支部"));
  g_assert_false (zb_test_shows (self->page, "停止党籍 ·"));
  g_assert_cmpint (number (self, "SELECT count(*) FROM membership WHERE withdrawn = 0 AND ended_by IS NULL"), ==, 1);
}

static void
test_move (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_menu (self->page, "Steps", "Move to Another Branch…");
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  zb_test_choose (dialog, "Branch *", "第二党支部");
  zb_test_type (dialog, "From *", "2026.02");
  save (dialog);
  g_assert_true (zb_test_shows (self->page, "正式党员 · 第二党支部"));
  g_assert_nonnull (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "第二党支部 · 组织关系"));
  g_assert_nonnull (zb_test_find (self->page, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "第一党支部 · 组织关系"));
}

/* An exemption from meetings is added where one reads about the person. */
static void
test_exempt (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_wait_shows (self->page, "Came: 0");
  zb_test_press (self->page, "Add Exemption…");
  dialog = zb_test_wait_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_choose (dialog, "Kind *", "因病");
  zb_test_type (dialog, "Reason *", "住院");
  gtk_widget_activate_action (dialog, "form.save", NULL);
  zb_test_wait_no_window (ZB_TYPE_RECORD_DIALOG);
  zb_test_wait_shows (self->page, "因病　住院");
}

static const char *
shown_in (GtkWidget *dialog, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (zb_test_editor (dialog, title, GTK_TYPE_EDITABLE)));
}

/* A letter is issued from the steps, its paper shown; it stands on the page and is printed again with its number. */
static void
test_letter (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  zb_test_menu (self->page, "Steps", "Issue a Letter of Introduction or Proof…");
  dialog = zb_test_wait_window (ZB_TYPE_STEP_DIALOG);
  /* What the registry knows is there: of somebody who is here, a proof, the first of the year, of today. */
  g_assert_true (zb_test_shows (dialog, "Branch: 第一党支部. Issued by: 第一党支部."));
  g_assert_true (g_str_has_suffix (shown_in (dialog, "Letter Number"), "-0001"));
  g_assert_cmpuint (strlen (shown_in (dialog, "Issued On")), ==, strlen ("2026.11.24"));
  g_assert_cmpstr (shown_in (dialog, "Valid, Days"), !=, "");
  g_assert_cmpstr (shown_in (dialog, "Handled By"), !=, "");
  zb_test_type (dialog, "Handled By", "赵四");
  /* Of the other kind nothing is known; what was typed stays. */
  zb_test_choose (dialog, "Kind *", "组织关系介绍信");
  g_assert_cmpstr (shown_in (dialog, "Letter Number"), ==, "");
  g_assert_cmpstr (shown_in (dialog, "Handled By"), ==, "赵四");
  zb_test_choose (dialog, "Kind *", "党员证明信");
  g_assert_true (g_str_has_suffix (shown_in (dialog, "Letter Number"), "-0001"));
  save (dialog);
  dialog = zb_test_wait_window (ZB_TYPE_DOCUMENT_DIALOG);
  g_assert_nonnull (zb_test_find (dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "ID Number"));
  zb_test_close (dialog);
  g_assert_cmpint (number (self, "SELECT count(*) FROM party_letter WHERE kind = 'proof' AND handler = '赵四'"), ==, 1);
  zb_test_wait_shows (self->page, "党员证明信 · ");
  zb_test_press (self->page, "Paper…");
  zb_test_close (zb_test_wait_window (ZB_TYPE_DOCUMENT_DIALOG));
}

#define ADD(name, test) g_test_add ("/person/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("facts", test_facts);
  ADD ("secret", test_secret);
  ADD ("put-back", test_put_back);
  ADD ("step", test_step);
  ADD ("move", test_move);
  ADD ("exempt", test_exempt);
  ADD ("letter", test_letter);
  return g_test_run ();
}
