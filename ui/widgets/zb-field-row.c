/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-field-row.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "core/zb-error.h"
#include "service/zb-words.h"
#include "widgets/zb-choice.h"
#include "widgets/zb-suggest-entry.h"

/* Characters of an entry: what it wants, and what it can shrink to. */
#define ENTRY_CHARS 28
/* Of what is a sentence rather than a word: an address, a wish. */
#define LONG_CHARS 44
#define LONG_FROM 10
#define ENTRY_CHARS_MIN 9
#define LONG_TEXT_HEIGHT 64
#define LONG_TEXT_WIDTH 240

struct _ZbFieldRow
{
  AdwActionRow parent_instance;

  const ZbField *field;
  ZbField own;          /* of a step's question */
  gboolean was_unknown; /* a switch that nobody touched keeps the unknown */
  gboolean is_setting;

  GtkWidget *editor;    /* entry, text view, switch or drop-down */
  GtkWidget *holder;    /* what stands in the row */
  GtkWidget *cover;     /* (nullable): masked text and button */
};

enum {
  CHANGED,
  LEFT,
  UNCOVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbFieldRow, zb_field_row, ADW_TYPE_ACTION_ROW)

void
zb_field_row_set_problem (ZbFieldRow *self, const char *words)
{
  g_autofree char *text = words != NULL ? g_strdup_printf ("⚠ %s", words) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "field-problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "field-problem");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
on_changed (ZbFieldRow *self)
{
  if (self->is_setting)
    return;
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "field-problem"))
    zb_field_row_check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A value that is half typed is not called wrong before the hand has moved on. */
static void
on_left (ZbFieldRow *self)
{
  g_autofree char *value = NULL;

  if (!zb_field_row_read (self, &value, NULL))
    zb_field_row_check (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* Editors. */

static GtkWidget *
make_entry (ZbFieldRow *self, GtkWidget *given)
{
  GtkWidget *entry = given != NULL ? given : gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS_MIN);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), self->field->type == ZB_FIELD_TEXT && self->field->width >= LONG_FROM ? LONG_CHARS : ENTRY_CHARS);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (self->field->type == ZB_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("1985.07 or 1985.07.01"));
  else if (self->field->type == ZB_FIELD_CLOCK)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("14:30"));
  else if (self->field->type == ZB_FIELD_ID_NUMBER || self->field->type == ZB_FIELD_PHONE)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PHONE);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  return entry;
}

static GtkWidget *
make_text (ZbFieldRow *self, GtkWidget **out_holder)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 8);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LONG_TEXT_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_widget_add_css_class (scrolled, "long-text");
  gtk_widget_set_size_request (scrolled, LONG_TEXT_WIDTH, -1);
  gtk_widget_set_margin_top (scrolled, 6);
  gtk_widget_set_margin_bottom (scrolled, 6);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "changed", G_CALLBACK (on_changed), self);
  *out_holder = scrolled;
  return text;
}

static GtkWidget *
make_choice (ZbFieldRow *self, GtkWidget *choice)
{
  if (choice != NULL && ZB_IS_SUGGEST_ENTRY (choice))
    {
      g_signal_connect_swapped (choice, "chosen", G_CALLBACK (on_changed), self);
      return make_entry (self, choice);
    }
  if (choice == NULL)
    choice = zb_choice_new_codes (zb_code_table_get (self->field->codes),
                                  (self->field->flags & ZB_FIELD_REQUIRED) != 0 ? _("Please choose") : _("Not given"));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (on_changed), self);
  return choice;
}

static void
make_editor (ZbFieldRow *self, GtkWidget *choice)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *title = NULL;

  switch (self->field->type)
    {
    case ZB_FIELD_LONG_TEXT:
      self->editor = make_text (self, &self->holder);
      break;
    case ZB_FIELD_BOOLEAN:
      self->editor = gtk_switch_new ();
      gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
      g_signal_connect_swapped (self->editor, "notify::active", G_CALLBACK (on_changed), self);
      break;
    case ZB_FIELD_CODE:
    case ZB_FIELD_LINK:
      self->editor = make_choice (self, choice);
      break;
    case ZB_FIELD_TEXT:
      self->editor = choice != NULL && GTK_IS_DROP_DOWN (choice) ? make_choice (self, choice) : make_entry (self, choice);
      break;
    case ZB_FIELD_NAME:
    case ZB_FIELD_DATE:
    case ZB_FIELD_INTEGER:
    case ZB_FIELD_MONEY:
    case ZB_FIELD_ID_NUMBER:
    case ZB_FIELD_PHONE:
    case ZB_FIELD_CLOCK:
    case ZB_FIELD_HOURS:
      self->editor = make_entry (self, choice);
      break;
    }
  if (self->holder == NULL)
    self->holder = self->editor;
  /* Translators: a field that must be filled in; %s is its name */
  title = (self->field->flags & ZB_FIELD_REQUIRED) != 0 ? g_strdup_printf (_("%s *"), _(self->field->label))
                                                        : g_strdup (_(self->field->label));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->holder);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->editor);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->field->label),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, (self->field->flags & ZB_FIELD_REQUIRED) != 0, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->editor, focus);
}

/* Values. */

static char *
typed_text (ZbFieldRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (self->field->type != ZB_FIELD_LONG_TEXT)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What was typed where something must be chosen stands for nothing. */
static gboolean
read_choice (ZbFieldRow *self, char **out_value, GError **error)
{
  const char *value;

  if (!ZB_IS_SUGGEST_ENTRY (self->editor))
    {
      *out_value = g_strdup (zb_choice_get_value (self->editor));
      return TRUE;
    }
  value = zb_suggest_entry_get_value (ZB_SUGGEST_ENTRY (self->editor));
  if (value == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->editor)) != '\0')
    {
      g_set_error (error, ZB_DATA_ERROR, ZB_DATA_ERROR_REFUSED, "not-chosen|%s", gtk_editable_get_text (GTK_EDITABLE (self->editor)));
      return FALSE;
    }
  *out_value = g_strdup (value);
  return TRUE;
}

gboolean
zb_field_row_read (ZbFieldRow *self, char **out_value, GError **error)
{
  g_autofree char *text = NULL;

  if (self->field->type == ZB_FIELD_BOOLEAN)
    {
      gboolean active = gtk_switch_get_active (GTK_SWITCH (self->editor));

      *out_value = active ? g_strdup ("1") : self->was_unknown ? NULL : g_strdup ("0");
      return TRUE;
    }
  if (self->field->type == ZB_FIELD_CODE || self->field->type == ZB_FIELD_LINK || GTK_IS_DROP_DOWN (self->editor))
    return read_choice (self, out_value, error);
  text = typed_text (self);
  return zb_field_read (self->field, text, out_value, error);
}

gboolean
zb_field_row_check (ZbFieldRow *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;

  if (!zb_field_row_read (self, &value, &error))
    {
      ZbWords words = { 0 };

      zb_words_error (error, &words);
      zb_field_row_set_problem (self, words.title);
      zb_words_clear (&words);
      return FALSE;
    }
  if (value == NULL && (self->field->flags & ZB_FIELD_REQUIRED) != 0)
    {
      zb_field_row_set_problem (self, _("This must be filled in"));
      return FALSE;
    }
  zb_field_row_set_problem (self, NULL);
  return TRUE;
}

void
zb_field_row_set_value (ZbFieldRow *self, const char *stored)
{
  g_autofree char *shown = NULL;

  self->is_setting = TRUE;
  switch (self->field->type)
    {
    case ZB_FIELD_BOOLEAN:
      self->was_unknown = stored == NULL;
      gtk_switch_set_active (GTK_SWITCH (self->editor), g_strcmp0 (stored, "1") == 0);
      break;
    case ZB_FIELD_CODE:
    case ZB_FIELD_LINK:
      if (ZB_IS_SUGGEST_ENTRY (self->editor))
        zb_suggest_entry_show_value (ZB_SUGGEST_ENTRY (self->editor), stored);
      else
        zb_choice_set_value (self->editor, stored);
      break;
    case ZB_FIELD_LONG_TEXT:
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), stored != NULL ? stored : "", -1);
      break;
    case ZB_FIELD_TEXT:
      if (GTK_IS_DROP_DOWN (self->editor))
        {
          zb_choice_set_value (self->editor, stored);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case ZB_FIELD_NAME:
    case ZB_FIELD_DATE:
    case ZB_FIELD_INTEGER:
    case ZB_FIELD_MONEY:
    case ZB_FIELD_ID_NUMBER:
    case ZB_FIELD_PHONE:
    case ZB_FIELD_CLOCK:
    case ZB_FIELD_HOURS:
      shown = zb_field_show (self->field, stored, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->editor), shown);
      break;
    }
  self->is_setting = FALSE;
}

GtkWidget *
zb_field_row_get_editor (ZbFieldRow *self)
{
  return self->editor;
}

void
zb_field_row_focus (ZbFieldRow *self)
{
  gtk_widget_grab_focus (self->editor);
}

/* What is private is covered until it is asked for. */

static void
on_uncover_clicked (ZbFieldRow *self)
{
  g_signal_emit (self, signals[UNCOVER], 0);
}

void
zb_field_row_cover (ZbFieldRow *self, const char *masked)
{
  GtkWidget *label = gtk_label_new (masked != NULL && *masked != '\0' ? masked : _("Not given"));
  GtkWidget *button = gtk_button_new_with_label (_("Show and Edit"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _("Show and Edit"), _(self->field->label));

  g_return_if_fail (self->cover == NULL);
  self->cover = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "tabular");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_uncover_clicked), self);
  gtk_box_append (GTK_BOX (self->cover), label);
  gtk_box_append (GTK_BOX (self->cover), button);
  gtk_widget_set_visible (self->holder, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->cover);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), button);
}

gboolean
zb_field_row_is_covered (ZbFieldRow *self)
{
  return self->cover != NULL;
}

void
zb_field_row_uncover (ZbFieldRow *self, const char *stored)
{
  zb_field_row_set_value (self, stored);
  if (self->cover == NULL)
    return;
  gtk_widget_set_visible (self->holder, TRUE);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->editor);
  gtk_widget_grab_focus (self->editor);
  adw_action_row_remove (ADW_ACTION_ROW (self), self->cover);
  self->cover = NULL;
}

static void
zb_field_row_class_init (ZbFieldRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNCOVER] = g_signal_new ("uncover", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_field_row_init (ZbFieldRow *self)
{
  self->was_unknown = TRUE;
}

GtkWidget *
zb_field_row_new (const ZbField *field, GtkWidget *editor)
{
  ZbFieldRow *self = g_object_new (ZB_TYPE_FIELD_ROW, NULL);

  self->field = field;
  make_editor (self, editor);
  return GTK_WIDGET (self);
}

GtkWidget *
zb_field_row_new_for_step (const ZbStepField *question, GtkWidget *choice)
{
  ZbFieldRow *self = g_object_new (ZB_TYPE_FIELD_ROW, NULL);

  self->own = (ZbField) {
    .name = question->name,
    .label = question->label,
    .heading = question->label,
    .group = "",
    .type = question->type,
    .codes = question->codes,
    .link = question->link,
    .flags = question->required ? ZB_FIELD_REQUIRED : ZB_FIELD_PLAIN,
  };
  self->field = &self->own;
  make_editor (self, choice);
  return GTK_WIDGET (self);
}

const ZbField *
zb_field_row_get_field (ZbFieldRow *self)
{
  return self->field;
}

GtkWidget *
zb_field_row_new_optional (const ZbField *field, GtkWidget *editor, const char *hint)
{
  ZbFieldRow *self = g_object_new (ZB_TYPE_FIELD_ROW, NULL);

  self->own = *field;
  self->own.flags &= ~ZB_FIELD_REQUIRED;
  self->field = &self->own;
  make_editor (self, editor);
  if (GTK_IS_ENTRY (self->editor))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), hint);
  return GTK_WIDGET (self);
}
