/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-suggest-entry.h"

#include <string.h>

#define MAX_SHOWN 8
#define LIST_HEIGHT 320

struct _ZbSuggestEntry
{
  GtkEntry parent_instance;

  ZbSuggestFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  gboolean must_choose;
  gboolean is_setting;
  char *value;        /* (nullable): of what was chosen */
  GPtrArray *offers;  /* (owned) (nullable) (element-type ZbSuggestion): those in the list */
  ZbRegistry *registry; /* (owned) (nullable): what names the values */
  ZbSuggestName name;
  char *create_label; /* (nullable) */
  ZbSuggestCreate create;
  gpointer create_data;

  GtkWidget *popover;
  GtkListBox *list;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbSuggestEntry, zb_suggest_entry, GTK_TYPE_ENTRY)

ZbSuggestion *
zb_suggestion_new (const char *text, const char *detail, const char *value)
{
  ZbSuggestion *suggestion = g_new0 (ZbSuggestion, 1);

  suggestion->text = g_strdup (text);
  suggestion->detail = g_strdup (detail);
  suggestion->value = g_strdup (value);
  return suggestion;
}

void
zb_suggestion_free (ZbSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;
  g_free (suggestion->text);
  g_free (suggestion->detail);
  g_free (suggestion->value);
  g_free (suggestion);
}

/* The list. */

static GtkWidget *
row_new (const ZbSuggestion *offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (offer->text);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (box), text);
  if (offer->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (offer->detail);

      gtk_label_set_xalign (GTK_LABEL (detail), 1);
      gtk_widget_set_hexpand (detail, TRUE);
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* The focus stays where one types. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
put_away (ZbSuggestEntry *self)
{
  if (self->popover != NULL && gtk_widget_get_visible (self->popover))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
clear_list (ZbSuggestEntry *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

/* Below what is offered stands how to make what is not there. */
static void
add_create_row (ZbSuggestEntry *self)
{
  g_autoptr(ZbSuggestion) last = zb_suggestion_new (self->create_label, NULL, NULL);

  gtk_list_box_append (self->list, row_new (last));
}

static void
offer (ZbSuggestEntry *self, const char *typed)
{
  gboolean is_alone;

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  clear_list (self);
  self->offers = self->func (typed, self->user_data);
  for (guint i = 0; self->offers != NULL && i < MIN (self->offers->len, MAX_SHOWN); i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->offers, i)));
  if (self->create != NULL)
    add_create_row (self);
  is_alone = self->offers != NULL && self->offers->len == 1 && strcmp (((ZbSuggestion *) g_ptr_array_index (self->offers, 0))->text, typed) == 0;
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL || (is_alone && !self->must_choose))
    {
      put_away (self);
      return;
    }
  if (self->must_choose)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
take (ZbSuggestEntry *self, guint i)
{
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  if (self->create != NULL && self->offers != NULL && i == MIN (self->offers->len, MAX_SHOWN))
    {
      put_away (self);
      self->create (self, gtk_editable_get_text (GTK_EDITABLE (self)), self->create_data);
      return;
    }
  if (self->offers == NULL || i >= self->offers->len)
    return;
  text = g_strdup (((ZbSuggestion *) g_ptr_array_index (self->offers, i))->text);
  value = g_strdup (((ZbSuggestion *) g_ptr_array_index (self->offers, i))->value);
  put_away (self);
  zb_suggest_entry_set (self, text, value);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_row_activated (ZbSuggestEntry *self, GtkListBoxRow *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
}

/* Typing. */

static void
on_text_changed (ZbSuggestEntry *self)
{
  if (self->is_setting)
    return;
  g_clear_pointer (&self->value, g_free);
  if (self->popover != NULL && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)))))
    offer (self, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
move (ZbSuggestEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int to = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : -1;
  GtkListBoxRow *next = to >= 0 ? gtk_list_box_get_row_at_index (self->list, to) : NULL;

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  else if (to < 0 && !self->must_choose)
    gtk_list_box_unselect_all (self->list);
}

static gboolean
on_key_pressed (ZbSuggestEntry *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_open = gtk_widget_get_visible (self->popover);
  GtkListBoxRow *row = is_open ? gtk_list_box_get_selected_row (self->list) : NULL;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_open)
        move (self, 1);
      else
        offer (self, self->must_choose && self->value != NULL ? "" : gtk_editable_get_text (GTK_EDITABLE (self)));
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (is_open)
        move (self, -1);
      return is_open;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row != NULL)
        take (self, (guint) gtk_list_box_row_get_index (row));
      return row != NULL;
    case GDK_KEY_Escape:
      put_away (self);
      return is_open;
    default:
      return FALSE;
    }
}

/* A name typed in full that only one can be meant by is as good as chosen. */
static void
on_left (ZbSuggestEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr(GPtrArray) found = NULL;
  int meant = -1;

  put_away (self);
  if (!self->must_choose || self->value != NULL || *text == '\0')
    return;
  found = self->func (text, self->user_data);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (strcmp (((ZbSuggestion *) g_ptr_array_index (found, i))->text, text) == 0)
      meant = meant == -1 ? (int) i : -2;
  if (meant < 0)
    return;
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_steal_pointer (&found);
  take (self, (guint) meant);
}

static void
zb_suggest_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (zb_suggest_entry_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (ZB_SUGGEST_ENTRY (widget)->popover));
}

static void
zb_suggest_entry_dispose (GObject *object)
{
  ZbSuggestEntry *self = ZB_SUGGEST_ENTRY (object);

  if (self->popover != NULL)
    {
      clear_list (self);
      g_clear_pointer (&self->popover, gtk_widget_unparent);
    }
  G_OBJECT_CLASS (zb_suggest_entry_parent_class)->dispose (object);
}

static void
zb_suggest_entry_finalize (GObject *object)
{
  ZbSuggestEntry *self = ZB_SUGGEST_ENTRY (object);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_object (&self->registry);
  g_free (self->create_label);
  g_free (self->value);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  G_OBJECT_CLASS (zb_suggest_entry_parent_class)->finalize (object);
}

static void
zb_suggest_entry_class_init (ZbSuggestEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_suggest_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_suggest_entry_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = zb_suggest_entry_size_allocate;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_suggest_entry_init (ZbSuggestEntry *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "suggestions");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (on_text_changed), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
zb_suggest_entry_new (ZbSuggestFunc func, gpointer user_data, GDestroyNotify destroy, gboolean must_choose)
{
  ZbSuggestEntry *self = g_object_new (ZB_TYPE_SUGGEST_ENTRY, NULL);

  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  self->must_choose = must_choose;
  return GTK_WIDGET (self);
}

const char *
zb_suggest_entry_get_value (ZbSuggestEntry *self)
{
  return self->value;
}

void
zb_suggest_entry_set (ZbSuggestEntry *self, const char *text, const char *value)
{
  g_autofree char *kept = g_strdup (value);

  /* Who listens to the text asks for the value. */
  g_free (self->value);
  self->value = g_steal_pointer (&kept);
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  self->is_setting = FALSE;
}

void
zb_suggest_entry_set_namer (ZbSuggestEntry *self, ZbRegistry *registry, ZbSuggestName name)
{
  g_set_object (&self->registry, registry);
  self->name = name;
}

void
zb_suggest_entry_show_value (ZbSuggestEntry *self, const char *value)
{
  g_autofree char *name = value != NULL && self->name != NULL ? self->name (self->registry, g_ascii_strtoll (value, NULL, 10)) : NULL;

  zb_suggest_entry_set (self, name, value);
}

void
zb_suggest_entry_choose (ZbSuggestEntry *self, const char *value)
{
  zb_suggest_entry_show_value (self, value);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
zb_suggest_entry_set_creator (ZbSuggestEntry *self, const char *label, ZbSuggestCreate func, gpointer user_data)
{
  g_free (self->create_label);
  self->create_label = g_strdup (label);
  self->create = func;
  self->create_data = user_data;
}

gboolean
zb_suggest_entry_must_choose (ZbSuggestEntry *self)
{
  return self->must_choose;
}
