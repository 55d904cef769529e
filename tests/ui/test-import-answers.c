/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-job.h"
#include "exchange/zb-import-answers.h"
#include "import-dialog-fixture.h"
#include "widgets/zb-table.h"

/* What is answered, corrected and taken back in the dialog. */

static void
show_view (ImportDialog *self, const char *title)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TAB, title)), TRUE);
  zb_test_spin_idle ();
}

/* Chooses an item of a drop-down by its words. */
static void
choose (GtkWidget *drop_down, const char *words)
{
  GListModel *items = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (items), i), words))
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
        return;
      }
  g_error ("no “%s” in the drop-down", words);
}

static GtkWidget *
drop_down (ImportDialog *self, const char *label)
{
  GtkWidget *found = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, label);

  g_assert_true (GTK_IS_DROP_DOWN (found));
  return found;
}

static const char unknown_word[] = "姓名,学历,所在党支部,甲列\n李测试,宇宙本科,第一党支部,男\n王小样,宇宙本科,第一党支部,女\n";

/* One answer settles a word in all rows; what was learned serves for the next file with these headings. */
static void
test_questions (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "june.csv", unknown_word);
  zb_test_wait_shows (self->dialog, "1 word waits for an answer.");
  g_assert_false (import_dialog_can_import (self));
  zb_test_press (self->dialog, "Answer");
  zb_test_wait_shows (self->dialog, "宇宙本科");
  /* The keys are at the word at once. */
  zb_test_wait_focus (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "宇宙本科"));
  gtk_widget_child_focus (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "宇宙本科"), GTK_DIR_TAB_FORWARD);
  zb_test_choose (self->dialog, "宇宙本科", "大学本科");
  zb_test_spin_until (import_dialog_can_import, self);
  g_assert_false (zb_test_shows (self->dialog, "1 word waits for an answer."));
  /* Answered rows move; the keys stay where they were. */
  zb_test_wait_focus (gtk_widget_get_first_child (gtk_widget_get_parent (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "宇宙本科"))));
  show_view (self, "Columns");
  for (guint i = 0; i < 200; i++)
    {
      GtkWidget *row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "甲列");
      GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (row)));

      if (g_strcmp0 (gtk_string_list_get_string (names, i), "Sex") == 0)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
          break;
        }
    }
  zb_test_spin_until (import_dialog_can_import, self);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE education = '20' AND sex IS NOT NULL"), ==, 2);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM import_mapping WHERE name = 'june' AND kind = 'member'"), ==, 1);
  g_clear_pointer (&self->words, g_free);

  import_dialog_open (self, "july.csv", "姓名,甲列,新列,学历,所在党支部\n赵新样,男,x,宇宙本科,第一党支部\n");
  zb_test_wait_shows (self->dialog, "赵新样");
  zb_test_wait_shows (self->dialog, "june");
  g_assert_true (import_dialog_can_import (self));
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE education = '20' AND sex = '1' AND name = '赵新样'"), ==, 1);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM import_mapping"), ==, 1);
}

/* Opens the page of a row as the Enter key does. */
static void
open_row (ImportDialog *self, guint position)
{
  GtkWidget *table = zb_test_find_type (self->dialog, ZB_TYPE_TABLE);
  GtkWidget *body = zb_test_find_type (table, ZB_TYPE_TABLE_BODY);

  zb_table_put_cursor (ZB_TABLE (table), position);
  g_assert_true (zb_table_focus_rows (ZB_TABLE (table)));
  g_assert_true (zb_test_key (body, GDK_KEY_Return, 0));
  zb_test_spin_idle ();
}

static gboolean
has_rows (gpointer data)
{
  return zb_test_shows (((ImportDialog *) data)->dialog, "All Rows (2)");
}

/* A cell is corrected where it stands, the keys stay in it, and Enter takes it. */
static void
test_correct (ImportDialog *self, gconstpointer data)
{
  GtkWidget *entry;

  import_dialog_open (self, "roster.csv", import_dialog_one_bad);
  zb_test_wait_shows (self->dialog, "王小样");
  choose (drop_down (self, "Which Rows Are Shown"), "With Problems");
  zb_test_spin_idle ();
  g_assert_false (zb_test_shows (self->dialog, "李测试"));
  open_row (self, 0);
  zb_test_wait_shows (self->dialog, "Row 3");
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (zb_test_has_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1990-12-04");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (import_dialog_can_import, self);
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1990-12-04");
  g_assert_true (zb_test_has_focus (entry));
  zb_test_press (self->dialog, "Back to All Rows");
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE birth_date = '1990-12-04'"), ==, 1);
}

static void
press_count (ImportDialog *self, const char *label)
{
  g_signal_emit_by_name (gtk_widget_get_next_sibling (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LABEL, label)), "clicked");
  zb_test_spin_idle ();
}

/* A number opens to the rows behind it, wherever one is, and what was typed there is not lost. */
static void
test_counts_open (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", "姓名,出生日期,所在党支部\n李测试,1985.07,第一党支部\n王小样,1990-13-40,新支部\n合计,2,\n");
  zb_test_wait_shows (self->dialog, "All Rows (3)");
  g_assert_cmpint (import_dialog_count (self, "Rows Read"), ==, 2);
  press_count (self, "Rows Read");
  zb_test_wait_shows (self->dialog, "Rows Read (2)");
  show_view (self, "Columns");
  press_count (self, "With Problems");
  zb_test_wait_shows (self->dialog, "With Problems (1)");
  g_assert_false (zb_test_shows (self->dialog, "李测试"));
  g_assert_true (zb_test_shows (self->dialog, "王小样"));
  open_row (self, 0);
  gtk_editable_set_text (GTK_EDITABLE (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期")), "1990-12-04");
  press_count (self, "New");
  zb_test_spin_until (import_dialog_can_import, self);
  g_assert_cmpint (import_dialog_count (self, "New"), ==, 2);
  zb_test_wait_shows (self->dialog, "New (2)");
  press_count (self, "New Organisations");
  zb_test_wait_shows (self->dialog, "新支部");
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE birth_date = '1990-12-04'"), ==, 1);
}

/* A remark opens the row that it is about, at the cell that is to be mended. */
static void
test_remark_opens (ImportDialog *self, gconstpointer data)
{
  GtkWidget *list;

  import_dialog_open (self, "roster.csv", import_dialog_one_bad);
  zb_test_wait_shows (self->dialog, "Remarks (1)");
  show_view (self, "Remarks (1)");
  list = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LABEL, "Row 3, 出生日期 “1990-13-40”: is not a date, or a day that does not exist");
  g_assert_nonnull (list);
  list = gtk_widget_get_ancestor (list, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 0);
  zb_test_wait_shows (self->dialog, "Row 3");
  g_assert_true (zb_test_has_focus (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期")));
  zb_test_close (self->dialog);
}

/* What was answered or typed does not go with the window unasked. */
static void
test_close_answered (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", import_dialog_one_bad);
  zb_test_wait_shows (self->dialog, "王小样");
  open_row (self, 1);
  gtk_editable_set_text (GTK_EDITABLE (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期")), "1990-12-04");
  gtk_window_close (GTK_WINDOW (self->dialog));
  zb_test_press (zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG), "Go On Editing");
  zb_test_wait_no_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期"))), ==, "1990-12-04");
  zb_test_press (self->dialog, "Apply");
  zb_test_spin_until (import_dialog_can_import, self);
  gtk_window_close (GTK_WINDOW (self->dialog));
  zb_test_press (zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG), "Discard");
  zb_test_wait_no_window (ZB_TYPE_IMPORT_DIALOG);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person"), ==, 0);
}

/* What was typed and not confirmed is looked at, not lost and not taken in unseen. */
static void
test_typed_and_imported (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_wait_shows (self->dialog, "王小样");
  open_row (self, 1);
  gtk_editable_set_text (GTK_EDITABLE (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "姓名")), "王大样");
  zb_test_press (self->dialog, "Import");
  zb_test_spin_until (import_dialog_can_import, self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person"), ==, 0);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE name = '王大样'"), ==, 1);
}

static void
pick (ImportDialog *self, const char *title)
{
  GtkWidget *row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, title);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static void
add_born (ImportDialog *self, const char *name, const char *day)
{
  gint64 id = zb_test_registry_add (self->here, name);
  g_autoptr(GAsyncResult) result = NULL;
  GAsyncResult *waiting = NULL;

  zb_registry_set_many_async (self->here->registry, &zb_kind_member, &id, 1, "birth_date", day, NULL, zb_test_take_result, &waiting);
  result = zb_test_wait (&waiting);
  g_assert_true (zb_registry_write_finish (self->here->registry, result, NULL, NULL));
}

/* Two of one name: each is shown with what tells them apart, and one is meant. */
static void
test_duplicates (ImportDialog *self, gconstpointer data)
{
  add_born (self, "张同名", "1985-07-12");
  add_born (self, "张同名", "1985-07-30");
  import_dialog_open (self, "roster.csv", "姓名,出生日期,籍贯,所在党支部\n张同名,1985.07,义乌,第一党支部\n李测试,,,第一党支部\n");
  zb_test_spin_until (has_rows, self);
  g_assert_false (import_dialog_can_import (self));
  open_row (self, 0);
  g_assert_nonnull (zb_test_text (self->dialog, "1985.07.12"));
  g_assert_nonnull (zb_test_text (self->dialog, "1985.07.30"));
  pick (self, "Somebody else of the same name");
  zb_test_spin_until (import_dialog_can_import, self);
  pick (self, "The same as 张同名, who is there");
  zb_test_spin_until (import_dialog_can_import, self);
  zb_test_wait_shows (self->dialog, "Changes: 籍贯");
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE name = '张同名'"), ==, 2);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE native_place = '义乌' AND birth_date = '1985-07-12'"), ==, 1);
}

/* Two of one name in the list, nobody of it in the registry: they can be two. */
static void
test_namesakes (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", "姓名,籍贯,所在党支部\n张同名,义乌,第一党支部\n张同名,金华,第一党支部\n");
  zb_test_spin_until (has_rows, self);
  g_assert_false (import_dialog_can_import (self));
  open_row (self, 1);
  /* Beside the row that it repeats, and the question before the cells. */
  g_assert_true (zb_test_shows (self->dialog, "Row 2"));
  g_assert_true (zb_test_shows (self->dialog, "≠ 义乌"));
  zb_test_wait_focus (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "As the program found"));
  pick (self, "Somebody else of the same name");
  zb_test_spin_until (import_dialog_can_import, self);
  g_assert_nonnull (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Somebody else of the same name"));
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE name = '张同名'"), ==, 2);
}

/* Another sheet is looked at and the first again: what was corrected in it is still there. */
static void
test_sheets (ImportDialog *self, gconstpointer data)
{
  static const char sheet[] = "<Worksheet ss:Name=\"%s\"><Table><Row><Cell><Data ss:Type=\"String\">姓名</Data></Cell><Cell><Data ss:Type=\"String\">性别</Data></Cell>"
                              "<Cell><Data ss:Type=\"String\">民族</Data></Cell></Row><Row><Cell><Data ss:Type=\"String\">%s</Data></Cell>"
                              "<Cell><Data ss:Type=\"String\">男</Data></Cell><Cell><Data ss:Type=\"String\">汉</Data></Cell></Row></Table></Worksheet>";
  g_autofree char *one = g_strdup_printf (sheet, "第一党支部", "李甲乙"), *two = g_strdup_printf (sheet, "第二党支部", "王丙丁");
  g_autofree char *book = g_strconcat ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                                       "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">", one, two, "</Workbook>", NULL);
  GtkWidget *row, *entry;

  import_dialog_open (self, "book.xml", book);
  zb_test_wait_shows (self->dialog, "王丙丁");
  open_row (self, 0);
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "姓名");
  gtk_editable_set_text (GTK_EDITABLE (entry), "李改过");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (import_dialog_can_import, self);
  for (guint i = 0; i < 2; i++)
    {
      row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Sheet");
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i == 0 ? 2 : 0);
      zb_test_wait_shows (self->dialog, i == 0 ? "All Rows (1)" : "All Rows (2)");
    }
  zb_test_wait_shows (self->dialog, "李改过");
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE name = '李改过'"), ==, 1);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE name = '李甲乙'"), ==, 0);
}

#define BOOK "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" " \
  "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">%s%s</Workbook>"
#define CELL(text) "<Cell><Data ss:Type=\"String\">" text "</Data></Cell>"
#define SHEET(name, heading) "<Worksheet ss:Name=\"" name "\"><Table><Row>" CELL ("姓名") CELL ("民族") CELL (heading) "</Row>" \
  "<Row>" CELL ("李甲乙") CELL ("汉") CELL ("男") "</Row></Table></Worksheet>"

/* Reads a sheet with what was answered before. */
static void
look_at (ZbImportJob *job, ZbDb *db, const char *sheet)
{
  g_autoptr(GError) error = NULL;

  zb_import_job_keep_answers (job);
  zb_import_job_reset (job);
  job->import = zb_import_new (db, &zb_kind_member, job->path, sheet, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (job->answers != NULL)
    zb_import_take_answers (job->import, job->answers, &error);
  g_assert_no_error (error);
}

/* What a column of one sheet means is known still after a sheet was looked at that has no such column. */
static void
test_sheets_of_two_shapes (ImportDialog *self, gconstpointer data)
{
  g_autofree char *path = zb_test_db_file (self->here->files, "book.xml");
  g_autofree char *book = g_strdup_printf (BOOK, SHEET ("一", "甲列"), SHEET ("二", "乙列"));
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbDb) db = zb_db_open (self->here->files->path, ZB_DB_READ, &error);
  ZbImportJob *job = zb_import_job_new (path);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, book, -1, NULL));
  look_at (job, db, "一");
  g_assert_null (zb_import_column (job->import, 2)->field);
  zb_import_map (job->import, 2, zb_kind_field (&zb_kind_member, "sex"));
  look_at (job, db, "二");
  zb_import_map (job->import, 2, zb_kind_field (&zb_kind_member, "note"));
  for (guint i = 0; i < 2; i++)
    {
      look_at (job, db, "一");
      g_assert_true (zb_import_column (job->import, 2)->field == zb_kind_field (&zb_kind_member, "sex"));
      look_at (job, db, "二");
      g_assert_true (zb_import_column (job->import, 2)->field == zb_kind_field (&zb_kind_member, "note"));
    }
  zb_import_job_free (job);
}

/* Stopped while a sheet is read, the file and what was answered are there still, and it can be read again. */
static void
test_stopped_reading_anew (ImportDialog *self, gconstpointer data)
{
  g_autofree char *book = g_strdup_printf (BOOK, SHEET ("一", "性别"), SHEET ("二", "性别"));
  GtkWidget *row, *entry, *again;

  import_dialog_open (self, "book.xml", book);
  zb_test_spin_until (has_rows, self);
  open_row (self, 0);
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "姓名");
  gtk_editable_set_text (GTK_EDITABLE (entry), "李改过");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (import_dialog_can_import, self);
  row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, "Sheet");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gtk_widget_activate_action (self->dialog, "import.stop", NULL);
  zb_test_wait_shows (self->dialog, "Check Again");
  again = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_BUTTON, "Check Again");
  gtk_widget_activate (again);
  zb_test_wait_shows (self->dialog, "李改过");
  import_dialog_take (self);
}

static void
drop_again (ImportDialog *self, const char *name, const char *content)
{
  g_autofree char *path = zb_test_db_file (self->here->files, name);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  zb_import_dialog_add (ZB_IMPORT_DIALOG (self->dialog), &files);
}

static gboolean
shows_the_old_name (gpointer data)
{
  return zb_test_shows (((ImportDialog *) data)->dialog, "王小样") && !zb_test_shows (((ImportDialog *) data)->dialog, "李改过");
}

/* The same file dropped again keeps what was corrected; one that was mended meanwhile may have other people in those rows. */
static void
test_dropped_again (ImportDialog *self, gconstpointer data)
{
  GtkWidget *entry;

  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_spin_until (has_rows, self);
  open_row (self, 0);
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "姓名");
  gtk_editable_set_text (GTK_EDITABLE (entry), "李改过");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (import_dialog_can_import, self);
  drop_again (self, "roster.csv", import_dialog_good);
  g_assert_false (import_dialog_can_import (self));
  g_assert_false (zb_test_shows (self->dialog, "李改过"));
  zb_test_wait_shows (self->dialog, "李改过");
  zb_test_spin_until (import_dialog_can_import, self);
  drop_again (self, "roster.csv", "姓名,性别,所在党支部\n王小样,女,第一党支部\n李测试,男,第一党支部\n");
  zb_test_spin_until (shows_the_old_name, self);
  zb_test_spin_until (import_dialog_can_import, self);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE name IN ('李测试', '王小样')"), ==, 2);
}

/* A word that is answered by typing, and not confirmed: the button that imports looks at it first. */
static void
test_typed_answer (ImportDialog *self, gconstpointer data)
{
  import_dialog_open (self, "roster.csv", "姓名,出生日期,所在党支部\n李甲乙,八五年夏,第一党支部\n王丙丁,八五年夏,第一党支部\n赵戊己,1990.01,第一党支部\n");
  zb_test_wait_shows (self->dialog, "1 word waits for an answer.");
  gtk_widget_activate (zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_LIST_ITEM, "Leave Out Rows With Problems"));
  zb_test_spin_until (import_dialog_can_import, self);
  zb_test_press (self->dialog, "Answer");
  zb_test_wait_shows (self->dialog, "八五年夏");
  zb_test_type (self->dialog, "八五年夏", "1985");
  zb_test_press (self->dialog, "Import");
  zb_test_spin_until (import_dialog_can_import, self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person"), ==, 0);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE birth_date = '1985'"), ==, 2);
}

static void
choose_row (ImportDialog *self, const char *title, const char *words)
{
  GtkWidget *row = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_COMBO_BOX, title);
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (row)));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), words))
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
        return;
      }
  g_error ("no “%s”", words);
}

static gboolean
is_of_members (gpointer data)
{
  return g_strcmp0 (gtk_window_get_title (GTK_WINDOW (((ImportDialog *) data)->dialog)), "Import Members") == 0;
}

static gboolean
is_of_posts (gpointer data)
{
  return g_strcmp0 (gtk_window_get_title (GTK_WINDOW (((ImportDialog *) data)->dialog)), "Import Committee Posts") == 0;
}

/* Taken as another kind of list and back: a cell that was corrected stays so. */
static void
test_kind (ImportDialog *self, gconstpointer data)
{
  GtkWidget *entry;

  import_dialog_open (self, "roster.csv", import_dialog_one_bad);
  zb_test_wait_shows (self->dialog, "王小样");
  open_row (self, 1);
  entry = zb_test_find (self->dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "出生日期");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1990-12-04");
  g_signal_emit_by_name (entry, "activate");
  zb_test_spin_until (import_dialog_can_import, self);
  choose_row (self, "Taken As", "Committee Posts");
  zb_test_spin_until (is_of_posts, self);
  choose_row (self, "Taken As", "Members");
  zb_test_spin_until (is_of_members, self);
  zb_test_spin_until (import_dialog_can_import, self);
  import_dialog_take (self);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM person WHERE birth_date = '1990-12-04'"), ==, 1);
}

static gboolean
has_nobody (gpointer data)
{
  return zb_test_registry_people (((ImportDialog *) data)->here->registry) == 0 && import_dialog_can_import (data);
}

/* Taken back where it was taken in; what was answered is still there. */
static void
test_undo (ImportDialog *self, gconstpointer data)
{
  GtkProgressBar *bar;

  import_dialog_open (self, "roster.csv", import_dialog_good);
  zb_test_wait_shows (self->dialog, "王小样");
  open_row (self, 1);
  pick (self, "Leave this row out");
  zb_test_spin_until (import_dialog_can_import, self);
  zb_test_press (self->dialog, "Import");
  zb_test_wait_shows (self->dialog, "Result of the Import");
  zb_test_registry_wait_columns (self->here->registry, 1);
  zb_test_press (self->dialog, "Undo This Import");
  /* That it goes on is said at once, and it does not stop half way. */
  bar = GTK_PROGRESS_BAR (zb_test_find_type (self->dialog, GTK_TYPE_PROGRESS_BAR));
  g_assert_cmpstr (gtk_progress_bar_get_text (bar), ==, "Taking the import back…");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_ancestor (GTK_WIDGET (bar), GTK_TYPE_REVEALER))));
  zb_test_wait_shows (self->dialog, "What Will Happen");
  zb_test_spin_until (has_nobody, self);
  g_assert_cmpint (import_dialog_count (self, "New"), ==, 1);
  gtk_window_close (GTK_WINDOW (self->dialog));
  zb_test_press (zb_test_wait_window (ADW_TYPE_MESSAGE_DIALOG), "Discard");
  zb_test_wait_no_window (ZB_TYPE_IMPORT_DIALOG);
  g_assert_null (self->words);
}

/* Several files are one import; one that cannot be read keeps them waiting until it is left out. */
static void
test_several_files (ImportDialog *self, gconstpointer data)
{
  g_autofree char *one = zb_test_db_file (self->here->files, "one.csv"), *bad = zb_test_db_file (self->here->files, "bad.xlsx");
  g_autofree char *two = zb_test_db_file (self->here->files, "two.csv");
  g_autoptr(GFile) first = g_file_new_for_path (one), second = g_file_new_for_path (two), third = g_file_new_for_path (bad);
  GSList *files = g_slist_prepend (g_slist_prepend (g_slist_prepend (NULL, third), second), first);

  g_assert_true (g_file_set_contents (one, import_dialog_good, -1, NULL));
  g_assert_true (g_file_set_contents (two, "党组织名称,组织类别\n第七党支部,党支部\n", -1, NULL));
  g_assert_true (g_file_set_contents (bad, "no workbook at all", -1, NULL));
  self->dialog = GTK_WIDGET (zb_import_dialog_new (self->here->registry, &zb_kind_member, NULL));
  g_signal_connect_swapped (self->dialog, "imported", G_CALLBACK (import_dialog_on_imported), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_import_dialog_add (ZB_IMPORT_DIALOG (self->dialog), files);
  g_slist_free (files);
  zb_test_wait_shows (self->dialog, "Leave This File Out");
  g_assert_false (import_dialog_can_import (self));
  zb_test_press (self->dialog, "Leave This File Out");
  zb_test_wait_shows (self->dialog, "第七党支部");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->dialog)), ==, "Import Organisations");
  choose (drop_down (self, "Which File Is Shown"), "one.csv");
  zb_test_wait_shows (self->dialog, "王小样");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->dialog)), ==, "Import Members");
  import_dialog_take (self);
  zb_test_registry_wait_columns (self->here->registry, 2);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM organization WHERE name = '第七党支部'"), ==, 1);
}

/* Of several lists the one that needs somebody is shown, and one that needs nobody leads to it. */
static void
test_problem_elsewhere (ImportDialog *self, gconstpointer data)
{
  g_autofree char *one = zb_test_db_file (self->here->files, "one.csv"), *two = zb_test_db_file (self->here->files, "two.csv");
  g_autoptr(GFile) first = g_file_new_for_path (one), second = g_file_new_for_path (two);
  GSList *files = g_slist_prepend (g_slist_prepend (NULL, second), first);

  g_assert_true (g_file_set_contents (one, import_dialog_one_bad, -1, NULL));
  g_assert_true (g_file_set_contents (two, "姓名,性别\n许望云,女\n", -1, NULL));
  self->dialog = GTK_WIDGET (zb_import_dialog_new (self->here->registry, &zb_kind_member, NULL));
  gtk_window_present (GTK_WINDOW (self->dialog));
  zb_import_dialog_add (ZB_IMPORT_DIALOG (self->dialog), files);
  g_slist_free (files);
  zb_test_wait_shows (self->dialog, "one.csv (1 with problems)");
  g_assert_false (zb_test_shows (self->dialog, "in another file"));
  choose (drop_down (self, "Which File Is Shown"), "two.csv");
  zb_test_wait_shows (self->dialog, "1 row with problems is in another file.");
  g_assert_false (import_dialog_can_import (self));
  zb_test_press (self->dialog, "Show");
  zb_test_wait_shows (self->dialog, "one.csv (1 with problems)");
  zb_test_wait_shows (self->dialog, "With Problems (1)");
  zb_test_close (self->dialog);
}

/* Cells that were copied elsewhere are a list, too. */
static void
test_paste (ImportDialog *self, gconstpointer data)
{
  self->dialog = GTK_WIDGET (zb_import_dialog_new (self->here->registry, &zb_kind_member, NULL));
  g_signal_connect_swapped (self->dialog, "imported", G_CALLBACK (import_dialog_on_imported), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->dialog), "姓名\t性别\t所在党支部\n李粘贴\t男\t第一党支部\n");
  zb_test_press (self->dialog, "Paste a Copied Table");
  zb_test_wait_shows (self->dialog, "李粘贴");
  zb_test_wait_shows (self->dialog, "Pasted Table");
  import_dialog_take (self);
  zb_test_registry_wait_columns (self->here->registry, 1);
  g_assert_cmpint (zb_test_db_number (self->here->files, "SELECT count(*) FROM import_batch WHERE file_name = 'Pasted Table'"), ==, 1);
}

#define ADD(path, function) g_test_add (path, ImportDialog, NULL, import_dialog_set_up, function, import_dialog_tear_down)

int
main (int argc, char *argv[])
{
  zb_test_widgets_init (&argc, &argv);
  ADD ("/ui/import-answers/questions", test_questions);
  ADD ("/ui/import-answers/correct", test_correct);
  ADD ("/ui/import-answers/typed-and-imported", test_typed_and_imported);
  ADD ("/ui/import-answers/counts-open", test_counts_open);
  ADD ("/ui/import-answers/remark-opens", test_remark_opens);
  ADD ("/ui/import-answers/close-answered", test_close_answered);
  ADD ("/ui/import-answers/duplicates", test_duplicates);
  ADD ("/ui/import-answers/namesakes", test_namesakes);
  ADD ("/ui/import-answers/sheets", test_sheets);
  ADD ("/ui/import-answers/kind", test_kind);
  ADD ("/ui/import-answers/typed-answer", test_typed_answer);
  ADD ("/ui/import-answers/sheets-of-two-shapes", test_sheets_of_two_shapes);
  ADD ("/ui/import-answers/stopped-reading-anew", test_stopped_reading_anew);
  ADD ("/ui/import-answers/dropped-again", test_dropped_again);
  ADD ("/ui/import-answers/undo", test_undo);
  ADD ("/ui/import-answers/several-files", test_several_files);
  ADD ("/ui/import-answers/problem-elsewhere", test_problem_elsewhere);
  ADD ("/ui/import-answers/paste", test_paste);
  return g_test_run ();
}
