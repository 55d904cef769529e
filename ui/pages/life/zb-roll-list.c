/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-roll-list.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"

#define PAGE_ROWS 10

struct _ZbRollList
{
  GtkWidget parent_instance;

  ZbRollModel *model;  /* (owned) (nullable) */
  GString *typed;      /* a number, or letters */

  GtkWidget *scrolled;
  GtkListView *view;
  GtkSingleSelection *selection; /* (unowned): of the view */
};

enum {
  TYPED,
  ASK_REASON,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbRollList, zb_roll_list, GTK_TYPE_WIDGET)

/* Rows */

static const char *
icon_of (const char *state)
{
  if (g_strcmp0 (state, "present") == 0)
    return "object-select-symbolic";
  if (g_strcmp0 (state, "late") == 0)
    return "alarm-symbolic";
  if (g_strcmp0 (state, "excused") == 0)
    return "user-away-symbolic";
  return g_strcmp0 (state, "absent") == 0 ? "window-close-symbolic" : NULL;
}

static char *
state_words (ZbRollRow *row)
{
  const ZbRecord *record = zb_roll_row_get_record (row);
  const char *state = zb_roll_row_get_state (row), *reason = zb_record_get (record, "reason");

  if (state == NULL)
    return g_strdup (zb_record_get_int (record, "expected") == 1 ? "" : zb_code_label (zb_code_table_get ("roll_reason"), zb_record_get (record, "why")));
  return reason != NULL ? g_strdup_printf ("%s　%s", zb_code_label (zb_code_table_get ("attendance_state"), state), reason)
                        : g_strdup (zb_code_label (zb_code_table_get ("attendance_state"), state));
}

static void
show_row (ZbRollRow *row, GtkWidget *line)
{
  const ZbRecord *record = zb_roll_row_get_record (row);
  GtkWidget *seat = gtk_widget_get_first_child (line), *name = gtk_widget_get_next_sibling (seat), *place = gtk_widget_get_next_sibling (name);
  GtkWidget *icon = gtk_widget_get_next_sibling (place), *state = gtk_widget_get_next_sibling (icon);
  g_autofree char *number = g_strdup_printf ("%u", zb_roll_row_get_seat (row));
  g_autofree char *words = state_words (row);
  g_autofree char *where = g_strdup_printf ("%s%s%s", zb_record_get (record, "place_of") != NULL ? zb_record_get (record, "place_of") : "",
                                            zb_record_get (record, "post") != NULL ? "　" : "",
                                            zb_record_get (record, "post") != NULL ? zb_record_get (record, "post") : "");

  gtk_label_set_label (GTK_LABEL (seat), number);
  gtk_label_set_label (GTK_LABEL (name), zb_roll_row_get_name (row));
  gtk_label_set_label (GTK_LABEL (place), where);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icon_of (zb_roll_row_get_state (row)));
  gtk_label_set_label (GTK_LABEL (state), words);
  if (zb_roll_row_get_state (row) == NULL)
    gtk_widget_add_css_class (state, "dim-label");
  else
    gtk_widget_remove_css_class (state, "dim-label");
}

static GtkWidget *
label_new (GtkWidget *line, int chars, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "tabular");
  gtk_box_append (GTK_BOX (line), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name;

  label_new (line, 4, 1);
  name = label_new (line, 10, 0);
  gtk_widget_add_css_class (name, "roll-name");
  gtk_widget_set_hexpand (label_new (line, 16, 0), TRUE);
  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  label_new (line, 22, 0);
  gtk_list_item_set_child (item, line);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ZbRollRow *row = gtk_list_item_get_item (item);
  GtkWidget *line = gtk_list_item_get_child (item);

  show_row (row, line);
  g_signal_connect (row, "changed", G_CALLBACK (show_row), line);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, gtk_list_item_get_child (item));
}

/* Moving */

guint
zb_roll_list_get_position (ZbRollList *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

/* Who is current, for those who hear it: the list keeps the focus, not its rows. */
static void
describe (ZbRollList *self)
{
  ZbRollRow *row = self->model != NULL ? zb_roll_model_get_row (self->model, zb_roll_list_get_position (self)) : NULL;
  g_autofree char *state = row != NULL ? state_words (row) : g_strdup ("");
  g_autofree char *words = row != NULL ? g_strdup_printf ("%u %s %s", zb_roll_row_get_seat (row), zb_roll_row_get_name (row), state) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
on_selected (ZbRollList *self)
{
  describe (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
zb_roll_list_go_to (ZbRollList *self, guint position)
{
  guint n = self->model != NULL ? zb_roll_model_get_size (self->model) : 0;

  if (n == 0)
    return;
  position = MIN (position, n - 1);
  if (position == zb_roll_list_get_position (self))
    on_selected (self);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
step (ZbRollList *self, int by)
{
  gint64 to = (gint64) zb_roll_list_get_position (self) + by;

  zb_roll_list_go_to (self, (guint) MAX (to, 0));
}

/* What is typed */

static void
forget_typed (ZbRollList *self)
{
  if (self->typed->len == 0)
    return;
  g_string_truncate (self->typed, 0);
  g_signal_emit (self, signals[TYPED], 0, "", TRUE);
}

static int
find_typed (ZbRollList *self)
{
  if (g_ascii_isdigit (self->typed->str[0]))
    return zb_roll_model_find_seat (self->model, (guint) g_ascii_strtoull (self->typed->str, NULL, 10));
  return zb_roll_model_find_text (self->model, zb_roll_list_get_position (self), self->typed->str);
}

/* A number behind letters begins anew, and so does what would find nobody any more. */
static void
type (ZbRollList *self, char c)
{
  int found;

  if (self->typed->len > 0 && g_ascii_isdigit (self->typed->str[0]) != g_ascii_isdigit (c))
    g_string_truncate (self->typed, 0);
  g_string_append_c (self->typed, c);
  found = find_typed (self);
  if (found < 0 && self->typed->len > 1)
    {
      g_string_assign (self->typed, (char[]) { c, '\0' });
      found = find_typed (self);
    }
  if (found >= 0)
    zb_roll_list_go_to (self, (guint) found);
  g_signal_emit (self, signals[TYPED], 0, self->typed->str, found >= 0);
}

/* The next with the same letters. */
static void
find_next (ZbRollList *self)
{
  int found = self->typed->len > 0 ? zb_roll_model_find_text (self->model, zb_roll_list_get_position (self) + 1, self->typed->str) : -1;

  if (found >= 0)
    zb_roll_list_go_to (self, (guint) found);
}

static void
erase (ZbRollList *self)
{
  if (self->typed->len == 0)
    return;
  g_string_truncate (self->typed, self->typed->len - 1);
  g_signal_emit (self, signals[TYPED], 0, self->typed->str, TRUE);
}

/* Marking */

void
zb_roll_list_mark (ZbRollList *self, const char *state, const char *reason)
{
  if (self->model == NULL)
    return;
  zb_roll_model_mark (self->model, zb_roll_list_get_position (self), state, reason);
  forget_typed (self);
  zb_roll_list_go_to (self, zb_roll_model_next (self->model, zb_roll_list_get_position (self)));
}

static void
clear_mark (ZbRollList *self)
{
  zb_roll_model_mark (self->model, zb_roll_list_get_position (self), NULL, NULL);
  forget_typed (self);
  describe (self);
}

static gboolean
move_key (ZbRollList *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up: step (self, -1); break;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: step (self, 1); break;
    case GDK_KEY_Page_Up: step (self, -PAGE_ROWS); break;
    case GDK_KEY_Page_Down: step (self, PAGE_ROWS); break;
    case GDK_KEY_Home: zb_roll_list_go_to (self, 0); break;
    case GDK_KEY_End: zb_roll_list_go_to (self, G_MAXUINT); break;
    default: return FALSE;
    }
  forget_typed (self);
  return TRUE;
}

gboolean
zb_roll_list_key (ZbRollList *self, guint key, GdkModifierType state)
{
  guint32 c = gdk_keyval_to_unicode (key);

  if (self->model == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (move_key (self, key))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_space: case GDK_KEY_KP_Space: case GDK_KEY_Return: case GDK_KEY_KP_Enter:
      zb_roll_list_mark (self, "present", NULL);
      return TRUE;
    case GDK_KEY_F6: zb_roll_list_mark (self, "late", NULL); return TRUE;
    case GDK_KEY_F7: g_signal_emit (self, signals[ASK_REASON], 0, "excused"); return TRUE;
    case GDK_KEY_F8: zb_roll_list_mark (self, "absent", NULL); return TRUE;
    case GDK_KEY_F9: g_signal_emit (self, signals[ASK_REASON], 0, "absent"); return TRUE;
    case GDK_KEY_F3: find_next (self); return TRUE;
    case GDK_KEY_Delete: clear_mark (self); return TRUE;
    case GDK_KEY_BackSpace: erase (self); return TRUE;
    case GDK_KEY_Escape:
      if (self->typed->len == 0)
        return FALSE;
      forget_typed (self);
      return TRUE;
    default: break;
    }
  if (c >= 128 || !g_ascii_isalnum ((char) c))
    return FALSE;
  type (self, g_ascii_tolower ((char) c));
  return TRUE;
}

static gboolean
on_key_pressed (ZbRollList *self, guint key, guint code, GdkModifierType state)
{
  return zb_roll_list_key (self, key, state);
}

static void
on_pressed (ZbRollList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A list without a height does not scroll yet: who is current is shown with its first frame. */
static gboolean
scroll_at_first (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ZbRollList *self = ZB_ROLL_LIST (widget);

  if (gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", zb_roll_list_get_position (self));
  return G_SOURCE_REMOVE;
}

void
zb_roll_list_set_model (ZbRollList *self, ZbRollModel *model)
{
  guint first = 0;

  if (self->model == model)
    return;
  g_set_object (&self->model, model);
  forget_typed (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  if (model == NULL)
    return;
  for (guint i = zb_roll_model_get_size (model); i > 0; i--)
    {
      ZbRollRow *row = zb_roll_model_get_row (model, i - 1);

      if (zb_roll_row_is_expected (row) && zb_roll_row_get_state (row) == NULL)
        first = i - 1;
    }
  zb_roll_list_go_to (self, first);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_at_first, NULL, NULL);
}

static void
zb_roll_list_dispose (GObject *object)
{
  ZbRollList *self = ZB_ROLL_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (zb_roll_list_parent_class)->dispose (object);
}

static void
zb_roll_list_finalize (GObject *object)
{
  g_string_free (ZB_ROLL_LIST (object)->typed, TRUE);
  G_OBJECT_CLASS (zb_roll_list_parent_class)->finalize (object);
}

static void
zb_roll_list_class_init (ZbRollListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_roll_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_roll_list_finalize;
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[ASK_REASON] = g_signal_new ("ask-reason", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rolllist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
zb_roll_list_init (ZbRollList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->typed = g_string_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  self->selection = gtk_single_selection_new (NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "roll");
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  /* One stop for Tab, and one place where keys are understood. */
  gtk_widget_set_can_focus (self->scrolled, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Roll"), -1);
}

GtkWidget *
zb_roll_list_new (void)
{
  return g_object_new (ZB_TYPE_ROLL_LIST, NULL);
}
