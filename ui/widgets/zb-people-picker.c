/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-people-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-hanzi.h"
#include "widgets/zb-flow.h"

#define LIST_HEIGHT 220

/* One of them, as the list holds it. */
typedef struct {
  GObject parent_instance;
  gint64 person;
  char *name;
  char *detail;
  gboolean is_chosen;
} ZbPick;

typedef GObjectClass ZbPickClass;

static GType zb_pick_get_type (void);

G_DEFINE_TYPE (ZbPick, zb_pick, G_TYPE_OBJECT)

static void
zb_pick_finalize (GObject *object)
{
  ZbPick *self = (ZbPick *) object;

  g_free (self->name);
  g_free (self->detail);
  G_OBJECT_CLASS (zb_pick_parent_class)->finalize (object);
}

static void
zb_pick_class_init (ZbPickClass *klass)
{
  klass->finalize = zb_pick_finalize;
}

static void
zb_pick_init (ZbPick *self)
{
}

struct _ZbPeoplePicker
{
  GtkWidget parent_instance;

  GPtrArray *people; /* (owned) (element-type ZbPick) */
  GListStore *shown; /* (owned) */

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkStack *stack;
  GtkLabel *none;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (ZbPeoplePicker, zb_people_picker, GTK_TYPE_WIDGET)

static void
show_count (ZbPeoplePicker *self)
{
  guint chosen = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->people->len; i++)
    chosen += ((ZbPick *) g_ptr_array_index (self->people, i))->is_chosen;
  /* Translators: %1$u people of %2$u are chosen */
  text = g_strdup_printf (_("%1$u of %2$u chosen"), chosen, self->people->len);
  gtk_label_set_label (self->count, text);
}

static gboolean
is_found (const ZbPick *pick, const char *typed)
{
  g_autofree char *readings = NULL;

  if (*typed == '\0' || strstr (pick->name, typed) != NULL || (pick->detail != NULL && strstr (pick->detail, typed) != NULL))
    return TRUE;
  if (!g_ascii_isalpha (*typed))
    return FALSE;
  readings = zb_hanzi_search_readings (pick->name, NULL);
  return strstr (readings, typed) != NULL;
}

static void
fill (ZbPeoplePicker *self)
{
  g_autofree char *typed = g_utf8_strdown (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  g_strstrip (typed);
  for (guint i = 0; i < self->people->len; i++)
    if (is_found (g_ptr_array_index (self->people, i), typed))
      g_ptr_array_add (found, g_ptr_array_index (self->people, i));
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), found->pdata, found->len);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");
  show_count (self);
}

/* Rows. */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  /* The row is what has the focus and is pressed. */
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), detail);
  gtk_list_item_set_child (item, line);
}

static void
show_line (GtkWidget *line, const ZbPick *pick)
{
  GtkWidget *check = gtk_widget_get_first_child (line), *name = gtk_widget_get_next_sibling (check);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), pick->is_chosen);
  gtk_label_set_label (GTK_LABEL (name), pick->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), pick->detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, pick->name, -1);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  ZbPick *pick = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (pick), "line", line);
  show_line (line, pick);
  /* A row has no name of its own. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (line)), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_widget_get_next_sibling (gtk_widget_get_first_child (line)), NULL, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_object_set_data (gtk_list_item_get_item (item), "line", NULL);
}

static void
choose (ZbPick *pick, gboolean is_chosen)
{
  GtkWidget *line = g_object_get_data (G_OBJECT (pick), "line");

  pick->is_chosen = is_chosen;
  if (line != NULL)
    show_line (line, pick);
}

static void
on_activated (GtkListView *view, guint position, ZbPeoplePicker *self)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  ZbPick *pick = (ZbPick *) item;

  if (pick == NULL)
    return;
  choose (pick, !pick->is_chosen);
  show_count (self);
}

/* Space does on a row what Return does. */
static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ZbPeoplePicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return (key == GDK_KEY_space || key == GDK_KEY_KP_Space) && focus != NULL && gtk_widget_activate (focus);
}

static void
choose_shown (ZbPeoplePicker *self, gboolean is_chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      choose ((ZbPick *) item, is_chosen);
    }
  show_count (self);
}

static void
on_all_clicked (ZbPeoplePicker *self)
{
  choose_shown (self, TRUE);
}

static void
on_none_clicked (ZbPeoplePicker *self)
{
  choose_shown (self, FALSE);
}

static void
on_search_done (ZbPeoplePicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
zb_people_picker_dispose (GObject *object)
{
  g_clear_pointer (&ZB_PEOPLE_PICKER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (zb_people_picker_parent_class)->dispose (object);
}

static void
zb_people_picker_finalize (GObject *object)
{
  ZbPeoplePicker *self = ZB_PEOPLE_PICKER (object);

  g_clear_object (&self->shown);
  g_ptr_array_unref (self->people);
  G_OBJECT_CLASS (zb_people_picker_parent_class)->finalize (object);
}

static void
zb_people_picker_class_init (ZbPeoplePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_people_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_people_picker_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
tool_new (ZbPeoplePicker *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_bar (ZbPeoplePicker *self)
{
  GtkWidget *bar = zb_flow_new (6);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->search, "placeholder-text", _("Name or initials"), "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search People"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_done), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  zb_flow_append (ZB_FLOW (bar), GTK_WIDGET (self->search));
  zb_flow_append (ZB_FLOW (bar), GTK_WIDGET (self->count));
  zb_flow_append (ZB_FLOW (bar), tool_new (self, _("_All"), G_CALLBACK (on_all_clicked)));
  zb_flow_append (ZB_FLOW (bar), tool_new (self, _("_None"), G_CALLBACK (on_none_clicked)));
  return bar;
}

static void
make_view (ZbPeoplePicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)))), factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
zb_people_picker_init (ZbPeoplePicker *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *frame = gtk_frame_new (NULL);

  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (zb_pick_get_type ());
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->none = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->none, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "dim-label");
  make_view (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (frame, TRUE);
  gtk_widget_add_css_class (frame, "picker");
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_box_append (GTK_BOX (self->box), frame);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
zb_people_picker_new (void)
{
  return g_object_new (ZB_TYPE_PEOPLE_PICKER, NULL);
}

void
zb_people_picker_clear (ZbPeoplePicker *self)
{
  g_list_store_remove_all (self->shown);
  g_ptr_array_set_size (self->people, 0);
}

void
zb_people_picker_add (ZbPeoplePicker *self, gint64 person, const char *name, const char *detail, gboolean is_chosen)
{
  ZbPick *pick = g_object_new (zb_pick_get_type (), NULL);

  pick->person = person;
  pick->name = g_strdup (name);
  pick->detail = g_strdup (detail != NULL ? detail : "");
  pick->is_chosen = is_chosen;
  g_ptr_array_add (self->people, pick);
}

void
zb_people_picker_show (ZbPeoplePicker *self, const char *none)
{
  gtk_label_set_label (self->none, none);
  fill (self);
}

GArray *
zb_people_picker_get_chosen (ZbPeoplePicker *self)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->people->len; i++)
    {
      const ZbPick *pick = g_ptr_array_index (self->people, i);

      if (pick->is_chosen)
        g_array_append_val (out, pick->person);
    }
  return out;
}
