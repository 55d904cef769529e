/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-remembered.h"

#include "service/zb-words.h"

#define LIST_HEIGHT 320

typedef struct {
  ZbRegistry *registry; /* (owned) */
  char *forget;         /* (owned) */
  char *rename;         /* (owned) */
  char *remembered;     /* (owned) (nullable) */
  GtkWidget *scrolled;
  GtkWidget *list;
  GtkWidget *empty_label;
  GtkWidget *name_entry;
  GtkWidget *save_button;
} ZbRememberedPrivate;

enum { TOAST, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ZbRemembered, zb_remembered, GTK_TYPE_POPOVER)

static ZbRememberedPrivate *
inside (ZbRemembered *self)
{
  return zb_remembered_get_instance_private (self);
}

void
zb_remembered_say (ZbRemembered *self, const GError *error)
{
  g_autofree char *words = zb_words_sentence (error);

  g_signal_emit (self, signals[TOAST], 0, words, FALSE);
}

/* Writing */

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRemembered) self = ZB_REMEMBERED (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_remembered_say (self, error);
  else if (words != NULL)
    g_signal_emit (self, signals[TOAST], 0, words, TRUE);
}

/* Returns: (transfer full) (nullable): what the registry says of it; %NULL when it has failed, and that was said */
static char *
finish_save (ZbRemembered *self, GObject *source, GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  char *words = NULL;

  if (zb_registry_save_finish (ZB_REGISTRY (source), result, &words, &error) == 0)
    zb_remembered_say (self, error);
  return words;
}

static void
on_name_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRemembered) self = ZB_REMEMBERED (user_data);
  g_autofree char *words = finish_save (self, source, result);

  if (words != NULL)
    g_signal_emit (self, signals[TOAST], 0, words, TRUE);
}

/* @words: with %s for the name */
static char *
with_name (const char *words, const char *name)
{
  g_auto(GStrv) around = g_strsplit (words, "%s", 2);

  return g_strjoinv (name, around);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbRemembered) self = ZB_REMEMBERED (user_data);
  ZbRememberedPrivate *priv = inside (self);
  g_autofree char *words = finish_save (self, source, result);
  g_autofree char *said = words != NULL && priv->remembered != NULL
                            ? with_name (priv->remembered, gtk_editable_get_text (GTK_EDITABLE (priv->name_entry))) : g_strdup (words);

  if (said != NULL)
    g_signal_emit (self, signals[TOAST], 0, said, TRUE);
}

static char *
typed (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
on_remember (ZbRemembered *self)
{
  ZbRememberedPrivate *priv = inside (self);
  g_autofree char *name = typed (priv->name_entry);
  g_autoptr(ZbRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  if (*name == '\0')
    return;
  record = ZB_REMEMBERED_GET_CLASS (self)->make (self, priv->registry, name, &error);
  if (record == NULL && error == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (record == NULL)
    zb_remembered_say (self, error);
  else
    zb_registry_save_async (priv->registry, record, 0, 0, NULL, on_saved, g_object_ref (self));
}

/* Rows */

static ZbRecord *
record_of (gpointer row)
{
  return g_object_get_data (row, "record");
}

static GtkWidget *
row_of (gpointer inner)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (inner), GTK_TYPE_LIST_BOX_ROW);
}

static GtkStack *
stack_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "stack");
}

static void
on_chosen (ZbRemembered *self, GtkListBoxRow *row)
{
  g_autoptr(ZbRecord) record = zb_record_copy (record_of (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  ZB_REMEMBERED_GET_CLASS (self)->chosen (self, record);
}

static void
on_forget (GtkButton *button, ZbRemembered *self)
{
  gint64 id = record_of (row_of (button))->id;

  gtk_popover_popdown (GTK_POPOVER (self));
  zb_registry_withdraw_async (inside (self)->registry, ZB_REMEMBERED_GET_CLASS (self)->kind, id, NULL, on_withdrawn, g_object_ref (self));
}

static void
begin_rename (GtkWidget *row)
{
  GtkWidget *entry = gtk_stack_get_child_by_name (stack_of (row), "name");

  gtk_editable_set_text (GTK_EDITABLE (entry), zb_record_title (record_of (row)));
  gtk_stack_set_visible_child (stack_of (row), entry);
  gtk_widget_grab_focus (entry);
}

static void
on_rename (GtkButton *button, ZbRemembered *self)
{
  begin_rename (row_of (button));
}

static void
end_rename (GtkWidget *row)
{
  gtk_stack_set_visible_child_name (stack_of (row), "row");
  gtk_widget_grab_focus (row);
}

static void
on_renamed (GtkWidget *entry, ZbRemembered *self)
{
  GtkWidget *row = row_of (entry);
  g_autofree char *name = typed (entry);
  g_autoptr(ZbRecord) record = zb_record_copy (record_of (row));

  if (*name == '\0' || g_str_equal (name, zb_record_title (record)))
    {
      end_rename (row);
      return;
    }
  zb_record_set (record, record->kind->title_field, name);
  gtk_popover_popdown (GTK_POPOVER (self));
  zb_registry_save_async (inside (self)->registry, record, 0, 0, NULL, on_name_saved, g_object_ref (self));
}

/* The old name stays; the popover does too. */
static gboolean
on_escape (GtkWidget *entry, GVariant *args, gpointer user_data)
{
  end_rename (row_of (entry));
  return TRUE;
}

static gboolean
on_f2 (GtkWidget *row, GVariant *args, gpointer self)
{
  if (zb_registry_is_read_only (inside (self)->registry))
    return FALSE;
  begin_rename (row);
  return TRUE;
}

static void
add_key (GtkWidget *widget, guint key, GtkShortcutFunc func, gpointer data)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (func, data, NULL)));
  gtk_widget_add_controller (widget, keys);
}

/* @words: with %s for the name */
static GtkWidget *
make_button (const char *icon, const char *words, const ZbRecord *record, gboolean can_write)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tooltip = with_name (words, zb_record_title (record));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, can_write);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

static GtkWidget *
make_texts (ZbRemembered *self, const ZbRecord *record)
{
  ZbRememberedClass *class = ZB_REMEMBERED_GET_CLASS (self);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *name = gtk_label_new (zb_record_title (record));
  g_autofree char *caption = class->caption != NULL ? class->caption (self, record) : NULL;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  if (caption != NULL)
    {
      GtkWidget *second = gtk_label_new (caption);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_widget_add_css_class (second, "dim-label");
      gtk_widget_add_css_class (second, "caption");
      gtk_box_append (GTK_BOX (texts), second);
    }
  return texts;
}

static GtkWidget *
make_name_entry (ZbRemembered *self, const char *words)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (on_renamed), self);
  add_key (entry, GDK_KEY_Escape, on_escape, NULL);
  return entry;
}

static void
add_row (ZbRemembered *self, const ZbRecord *record, gboolean can_write)
{
  ZbRememberedPrivate *priv = inside (self);
  GtkWidget *row = gtk_list_box_row_new (), *stack = gtk_stack_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *rename = make_button ("document-edit-symbolic", priv->rename, record, can_write);
  GtkWidget *forget = make_button ("user-trash-symbolic", priv->forget, record, can_write);

  g_signal_connect (rename, "clicked", G_CALLBACK (on_rename), self);
  g_signal_connect (forget, "clicked", G_CALLBACK (on_forget), self);
  gtk_box_append (GTK_BOX (box), make_texts (self, record));
  gtk_box_append (GTK_BOX (box), rename);
  gtk_box_append (GTK_BOX (box), forget);
  gtk_stack_add_named (GTK_STACK (stack), box, "row");
  gtk_stack_add_named (GTK_STACK (stack), make_name_entry (self, gtk_widget_get_tooltip_text (rename)), "name");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), stack);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, zb_record_title (record), -1);
  g_object_set_data_full (G_OBJECT (row), "record", zb_record_copy (record), (GDestroyNotify) zb_record_free);
  g_object_set_data (G_OBJECT (row), "stack", stack);
  add_key (row, GDK_KEY_F2, on_f2, self);
  gtk_list_box_append (GTK_LIST_BOX (priv->list), row);
}

static void
look_at_name (ZbRemembered *self)
{
  ZbRememberedPrivate *priv = inside (self);
  g_autofree char *name = typed (priv->name_entry);
  gboolean can = !zb_registry_is_read_only (priv->registry) && ZB_REMEMBERED_GET_CLASS (self)->can_remember (self);

  gtk_widget_set_sensitive (priv->name_entry, can);
  gtk_widget_set_sensitive (priv->save_button, can && *name != '\0');
}

/* A popover asks how high its words are without saying how wide: of a sentence that wraps that is one line. */
static void
make_room (ZbRemembered *self)
{
  GtkWidget *content = gtk_popover_get_child (GTK_POPOVER (self));
  int width, height;

  gtk_widget_set_size_request (content, -1, -1);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (content, -1, height);
}

/* Read anew whenever it opens: a handful of records. */
static void
on_shown (ZbRemembered *self)
{
  ZbRememberedPrivate *priv = inside (self);
  g_autoptr(GPtrArray) records = ZB_REMEMBERED_GET_CLASS (self)->list (self, priv->registry);
  gboolean can_write = !zb_registry_is_read_only (priv->registry), has_some = records != NULL && records->len > 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (priv->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (priv->list), row);
  for (guint i = 0; has_some && i < records->len; i++)
    add_row (self, g_ptr_array_index (records, i), can_write);
  gtk_widget_set_visible (priv->scrolled, has_some);
  gtk_widget_set_visible (priv->empty_label, !has_some);
  look_at_name (self);
  make_room (self);
  /* The popover has looked for the first place to type before the rows were there. */
  gtk_widget_grab_focus (has_some ? gtk_widget_get_first_child (priv->list) : priv->name_entry);
}

/* The widget */

static void
zb_remembered_dispose (GObject *object)
{
  g_clear_object (&inside (ZB_REMEMBERED (object))->registry);
  G_OBJECT_CLASS (zb_remembered_parent_class)->dispose (object);
}

static void
zb_remembered_finalize (GObject *object)
{
  ZbRememberedPrivate *priv = inside (ZB_REMEMBERED (object));

  g_free (priv->forget);
  g_free (priv->rename);
  g_free (priv->remembered);
  G_OBJECT_CLASS (zb_remembered_parent_class)->finalize (object);
}

static void
zb_remembered_class_init (ZbRememberedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_remembered_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_remembered_finalize;
  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
zb_remembered_init (ZbRemembered *self)
{
  ZbRememberedPrivate *priv = inside (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  priv->scrolled = gtk_scrolled_window_new ();
  priv->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (priv->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (priv->list, "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (priv->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (priv->scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scrolled), priv->list);
  gtk_widget_set_focusable (priv->scrolled, FALSE);
  priv->empty_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (priv->empty_label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (priv->empty_label), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (priv->empty_label), 30);
  gtk_widget_add_css_class (priv->empty_label, "dim-label");
  priv->name_entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->name_entry), 20);
  gtk_widget_set_hexpand (priv->name_entry, TRUE);
  priv->save_button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (priv->save_button), TRUE);
  gtk_box_append (GTK_BOX (line), priv->name_entry);
  gtk_box_append (GTK_BOX (line), priv->save_button);
  gtk_box_append (GTK_BOX (box), priv->scrolled);
  gtk_box_append (GTK_BOX (box), priv->empty_label);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), line);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (priv->list, "row-activated", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (priv->name_entry, "activate", G_CALLBACK (on_remember), self);
  g_signal_connect_swapped (priv->save_button, "clicked", G_CALLBACK (on_remember), self);
}

void
zb_remembered_set_up (ZbRemembered *self, ZbRegistry *registry, const ZbRememberedWords *words)
{
  ZbRememberedPrivate *priv = inside (self);

  priv->registry = g_object_ref (registry);
  priv->forget = g_strdup (words->forget);
  priv->rename = g_strdup (words->rename);
  priv->remembered = g_strdup (words->remembered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words->list, -1);
  gtk_label_set_label (GTK_LABEL (priv->empty_label), words->empty);
  gtk_entry_set_placeholder_text (GTK_ENTRY (priv->name_entry), words->placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words->name, -1);
  gtk_button_set_label (GTK_BUTTON (priv->save_button), words->remember);
  gtk_widget_set_tooltip_text (priv->save_button, words->tooltip);
  g_signal_connect_swapped (priv->name_entry, "changed", G_CALLBACK (look_at_name), self);
  g_signal_connect (self, "show", G_CALLBACK (on_shown), NULL);
}

void
zb_remembered_set_name (ZbRemembered *self, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (inside (self)->name_entry), name);
}
