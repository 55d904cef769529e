/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-questions-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "service/zb-words.h"
#include "widgets/zb-choice.h"

/* More nobody answers; those that keep most rows out are the first. */
#define MAX_SHOWN 100

/* What a choice means besides the values themselves: the drop-down knows no empty text. */
#define LEAVE_OUT "\001"

struct _ZbImportQuestionsPage
{
  AdwBin parent_instance;

  ZbRegistry *registry;     /* (owned) */
  ZbImport *import;         /* (unowned) (nullable) */
  gboolean filling;
  guint n_unanswered;
  gint at;                  /* the row that gets the keys */
  gint answered;            /* the row in which the keys were when it was answered, −1 */
  guint keys_id;            /* 0: the keys are where they belong */
  GPtrArray *entries;       /* (owned) (element-type GtkEditable): those that are typed into, unowned; each with its question as data */

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *more;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ZbImportQuestionsPage, zb_import_questions_page, ADW_TYPE_BIN)

/* One question on screen. */
typedef struct {
  ZbImportQuestionsPage *page; /* (unowned) */
  const ZbField *field;
  char *text;
} Asked;

static void
free_asked (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_free (asked->text);
  g_free (asked);
}

gboolean
zb_import_questions_page_apply (ZbImportQuestionsPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; self->import != NULL && i < self->entries->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->entries, i);
      const Asked *asked = g_object_get_data (G_OBJECT (entry), "asked");
      const char *text = gtk_editable_get_text (entry), *before = g_object_get_data (G_OBJECT (entry), "before");

      if (strcmp (text, before) == 0)
        continue;
      zb_import_answer (self->import, asked->field, asked->text, *text != '\0' ? text : NULL);
      any = TRUE;
    }
  return any;
}

/* The place of the row in which the keys are, −1; answering moves rows, the keys stay at their place. */
static gint
focused_row (ZbImportQuestionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* What was typed elsewhere and not confirmed goes along. */
static void
answer (Asked *asked, const char *meaning)
{
  ZbImportQuestionsPage *self = asked->page;

  if (self->filling || self->import == NULL)
    return;
  zb_import_questions_page_apply (self);
  self->answered = focused_row (self);
  zb_import_answer (self->import, asked->field, asked->text, meaning);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_chosen (GtkWidget *choice, GParamSpec *pspec, Asked *asked)
{
  const char *value = zb_choice_get_value (choice);

  answer (asked, g_strcmp0 (value, LEAVE_OUT) == 0 ? "" : value);
}

static void
on_typed (GtkEditable *entry, Asked *asked)
{
  const char *text = gtk_editable_get_text (entry);

  answer (asked, *text != '\0' ? text : NULL);
}

static Asked *
asked_new (ZbImportQuestionsPage *self, const ZbImportQuestion *question)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->page = self;
  asked->field = question->field;
  asked->text = g_strdup (question->text);
  return asked;
}

/* What may be answered. */

typedef struct {
  GPtrArray *labels;
  GPtrArray *values;
} Answers;

static void
add_answer (Answers *answers, const char *label, const char *value)
{
  g_ptr_array_add (answers->labels, g_strdup (label));
  g_ptr_array_add (answers->values, g_strdup (value));
}

static void
add_organizations (ZbImportQuestionsPage *self, Answers *answers)
{
  ZbOrgTree *tree = zb_registry_tree (self->registry);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    g_hash_table_insert (names, zb_org_tree_at (tree, i)->name,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (names, zb_org_tree_at (tree, i)->name)) + 1));
  for (guint i = 0; i < zb_org_tree_size (tree); i++)
    {
      const ZbOrg *org = zb_org_tree_at (tree, i);
      const ZbOrg *above = org->parent != 0 ? zb_org_tree_get (tree, org->parent) : NULL;
      gboolean is_one = g_hash_table_lookup (names, org->name) == GUINT_TO_POINTER (1);
      g_autofree char *label = is_one || above == NULL ? g_strdup (org->name) : g_strdup_printf ("%s（%s）", org->name, above->name);

      if (org->kind != ZB_ORG_GROUP)
        add_answer (answers, label, is_one ? org->name : org->uid);
    }
}

static gboolean
is_organization (const ZbField *field)
{
  return strcmp (field->name, "branch") == 0 || (field->type == ZB_FIELD_LINK && g_strcmp0 (field->link, "organization") == 0);
}

static GtkWidget *
choice_new (ZbImportQuestionsPage *self, const ZbImportQuestion *question, GPtrArray **out_values)
{
  Answers answers = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  const ZbCodeTable *table = question->field->codes != NULL ? zb_code_table_get (question->field->codes) : NULL;
  gboolean is_new = g_strcmp0 (question->rule, "branch-new") == 0;
  GtkWidget *choice;

  add_answer (&answers, is_new ? _("Make It as a New Organisation") : question->is_error ? _("Not Answered Yet") : _("As the Program Found"), NULL);
  if (!is_new && strcmp (question->field->name, "branch") == 0)
    {
      g_autofree char *fresh = g_strconcat ("+", question->text, NULL);

      add_answer (&answers, _("Make It as a New Organisation"), fresh);
    }
  add_answer (&answers, _("Leave the Value Out"), LEAVE_OUT);
  if (is_organization (question->field))
    add_organizations (self, &answers);
  for (guint i = 0; table != NULL && i < table->n_codes; i++)
    add_answer (&answers, table->codes[i].label, table->codes[i].label);
  if (question->field->type == ZB_FIELD_BOOLEAN)
    {
      add_answer (&answers, _("Yes"), "是");
      add_answer (&answers, _("No"), "否");
    }
  g_ptr_array_add (answers.labels, NULL);
  choice = zb_choice_new_names ((const char *const *) answers.labels->pdata, (const char *const *) answers.values->pdata);
  g_ptr_array_unref (answers.labels);
  *out_values = answers.values;
  return choice;
}

/* A word that is not one of a closed set is answered by typing what it means. */
static GtkWidget *
entry_new (ZbImportQuestionsPage *self, const ZbImportQuestion *question)
{
  GtkWidget *entry = gtk_entry_new ();
  Asked *asked = asked_new (self, question);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Read as…"));
  gtk_editable_set_text (GTK_EDITABLE (entry), question->answer != NULL ? question->answer : "");
  g_object_set_data_full (G_OBJECT (entry), "before", g_strdup (question->answer != NULL ? question->answer : ""), g_free);
  g_object_set_data (G_OBJECT (entry), "asked", asked);
  g_signal_connect_data (entry, "activate", G_CALLBACK (on_typed), asked, free_asked, 0);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static gboolean
is_closed_set (const ZbField *field)
{
  return field->type == ZB_FIELD_CODE || field->type == ZB_FIELD_BOOLEAN || is_organization (field);
}

/* 本科 is an answer as good as 大学本科, which the list calls it. */
static const char *
label_of (const ZbImportQuestion *question)
{
  const ZbCode *code = question->field->codes != NULL ? zb_code_read (zb_code_table_get (question->field->codes), question->answer, NULL) : NULL;

  return code != NULL ? code->label : question->answer;
}

static GtkWidget *
editor_new (ZbImportQuestionsPage *self, const ZbImportQuestion *question)
{
  g_autoptr(GPtrArray) values = NULL;
  GtkWidget *choice;

  if (!is_closed_set (question->field))
    return entry_new (self, question);
  choice = choice_new (self, question, &values);
  if (question->answer != NULL)
    zb_choice_set_value (choice, *question->answer != '\0' ? label_of (question) : LEAVE_OUT);
  g_signal_connect_data (choice, "notify::selected", G_CALLBACK (on_chosen), asked_new (self, question), free_asked, 0);
  return choice;
}

static GtkWidget *
row_new (ZbImportQuestionsPage *self, const ZbImportQuestion *question)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *editor = editor_new (self, question);
  g_autofree char *why = question->answer != NULL ? g_strdup (_("answered"))
                         /* Translators: %s is the name of an organisation */
                         : question->found != NULL ? g_strdup_printf (_("taken as “%s”, whose name ends so"), question->found)
                         : zb_words_import_rule (question->rule);
  /* Translators: %u rows of a file */
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", question->n_rows), question->n_rows);
  /* Translators: %1$s heading of a column, %2$s so many rows, %3$s what is the matter with the word */
  g_autofree char *about = g_strdup_printf (_("%1$s · %2$s · %3$s"), question->heading, rows, why);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (question->answer != NULL ? "object-select-symbolic"
                                                           : question->is_error ? "dialog-error-symbolic" : "dialog-question-symbolic"));
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (editor, 200, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), editor);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), editor);
  return row;
}

static gboolean
take_keys (gpointer data)
{
  ZbImportQuestionsPage *self = ZB_IMPORT_QUESTIONS_PAGE (data);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, self->at);

  self->keys_id = 0;
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* The list that an answer was chosen from closes after this and lets the keys go: they are taken when it has closed. */
static void
take_keys_soon (ZbImportQuestionsPage *self, gint at)
{
  self->at = at;
  if (self->keys_id == 0)
    self->keys_id = g_idle_add (take_keys, self);
}

void
zb_import_questions_page_take_keys (ZbImportQuestionsPage *self)
{
  take_keys_soon (self, 0);
}

guint
zb_import_questions_page_set (ZbImportQuestionsPage *self, ZbImport *import)
{
  g_autoptr(GPtrArray) questions = import != NULL ? zb_import_questions (import) : NULL;
  gint focused = MAX (focused_row (self), self->answered);
  GtkWidget *child;
  guint n_open = 0;

  self->import = import;
  if (import == NULL)
    return 0;
  self->answered = -1;
  self->n_unanswered = 0;
  self->filling = TRUE;
  g_ptr_array_set_size (self->entries, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < questions->len; i++)
    {
      const ZbImportQuestion *question = g_ptr_array_index (questions, i);

      n_open += question->is_error && question->answer == NULL;
      self->n_unanswered += question->answer == NULL;
      if (i < MAX_SHOWN)
        gtk_list_box_append (self->list, row_new (self, question));
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->more), questions->len > MAX_SHOWN);
  gtk_stack_set_visible_child_name (self->stack, questions->len > 0 ? "questions" : "none");
  if (focused >= 0 && questions->len > 0)
    take_keys_soon (self, MIN (focused, (gint) MIN (questions->len, MAX_SHOWN) - 1));
  return n_open;
}

guint
zb_import_questions_page_unanswered (ZbImportQuestionsPage *self)
{
  return self->n_unanswered;
}

static void
zb_import_questions_page_dispose (GObject *object)
{
  ZbImportQuestionsPage *self = ZB_IMPORT_QUESTIONS_PAGE (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->keys_id, g_source_remove);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_import_questions_page_parent_class)->dispose (object);
}

static void
zb_import_questions_page_finalize (GObject *object)
{
  g_ptr_array_unref (ZB_IMPORT_QUESTIONS_PAGE (object)->entries);
  G_OBJECT_CLASS (zb_import_questions_page_parent_class)->finalize (object);
}

static void
zb_import_questions_page_class_init (ZbImportQuestionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_import_questions_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_import_questions_page_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/import/zb-import-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbImportQuestionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbImportQuestionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ZbImportQuestionsPage, more);
}

static void
zb_import_questions_page_init (ZbImportQuestionsPage *self)
{
  self->entries = g_ptr_array_new ();
  self->answered = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
zb_import_questions_page_new (ZbRegistry *registry)
{
  ZbImportQuestionsPage *self = g_object_new (ZB_TYPE_IMPORT_QUESTIONS_PAGE, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}
