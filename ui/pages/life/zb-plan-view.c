/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-plan-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "pages/life/zb-life-forms.h"
#include "service/zb-registry-duty.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"

struct _ZbPlanView
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 org;
  int year;
  GPtrArray *lines;     /* (owned) (element-type ZbPlanLine) */

  GtkWidget *box;
  GtkLabel *figures;
  GtkWidget *add_button;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *none;
  GtkWidget *first_button;
};

G_DEFINE_FINAL_TYPE (ZbPlanView, zb_plan_view, GTK_TYPE_WIDGET)

static ZbPlanLine *
line_of (ZbPlanView *self, GtkWidget *widget)
{
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  int i = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return i >= 0 && (guint) i < self->lines->len ? g_ptr_array_index (self->lines, (guint) i) : NULL;
}

static gboolean
can_write (ZbPlanView *self)
{
  return !zb_registry_is_read_only (self->registry);
}

/* What can be done with a line. */

static void
make_meeting (ZbPlanView *self, const ZbRecord *item)
{
  static const char *const fields[] = { "org", "kind", "title", "form" };
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_meeting);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    zb_record_set (record, fields[i], zb_record_get (item, fields[i]));
  zb_record_set_int (record, "plan_item", item->id);
  zb_record_set (record, "planned_on", zb_record_get (item, "month"));
  zb_life_form_new_meeting (GTK_WIDGET (self), self->registry, record);
}

static void
open_line (ZbPlanView *self, const ZbPlanLine *line)
{
  if (line->meeting != NULL)
    zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_meeting, line->meeting->id);
  else if (can_write (self))
    make_meeting (self, line->item);
}

static void
on_row_activated (ZbPlanView *self, GtkWidget *row)
{
  const ZbPlanLine *line = line_of (self, row);

  if (line != NULL)
    open_line (self, line);
}

static void
on_open_clicked (GtkButton *button, ZbPlanView *self)
{
  on_row_activated (self, GTK_WIDGET (button));
}

static void
on_edit_clicked (GtkButton *button, ZbPlanView *self)
{
  const ZbPlanLine *line = line_of (self, GTK_WIDGET (button));

  if (line != NULL && line->item != NULL)
    zb_life_form_record (GTK_WIDGET (self), self->registry, line->item);
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GtkWidget) self = GTK_WIDGET (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  if (zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    zb_page_say (self, words, TRUE);
  else
    zb_page_say_error (self, error);
}

static void
withdraw (ZbPlanView *self, const ZbPlanLine *line)
{
  if (line != NULL && line->item != NULL && can_write (self))
    zb_registry_withdraw_async (self->registry, &zb_kind_plan_item, line->item->id, NULL, on_withdrawn, g_object_ref (self));
}

static void
on_withdraw_clicked (GtkButton *button, ZbPlanView *self)
{
  withdraw (self, line_of (self, GTK_WIDGET (button)));
}

static void
withdraw_focused (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ZbPlanView *self = ZB_PLAN_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL)
    withdraw (self, line_of (self, focus));
}

void
zb_plan_view_add (ZbPlanView *self)
{
  g_autoptr(ZbRecord) record = zb_record_new (&zb_kind_plan_item);
  ZbDate today = zb_registry_today (self->registry);
  ZbDate month = { (gint16) self->year, (guint8) (today.year == self->year ? today.month : 1), 0 };
  g_autofree char *text = zb_date_to_text (month);

  if (self->org != 0)
    zb_record_set_int (record, "org", self->org);
  zb_record_set (record, "month", text);
  zb_life_form_record (GTK_WIDGET (self), self->registry, record);
}

/* Rows. */

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
column_new (const char *first, const char *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), label_new (first, NULL));
  if (second != NULL && *second != '\0')
    gtk_box_append (GTK_BOX (box), label_new (second, "dim-label"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
planned_column (const ZbPlanLine *line)
{
  const ZbRecord *item = line->item;
  g_autofree char *month = zb_date_to_print (line->month);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (item == NULL)
    return column_new ("—", NULL);
  first = g_strdup_printf ("%s　%s　%s", month, zb_code_label (zb_code_table_get ("meeting_kind"), zb_record_get (item, "kind")),
                           zb_record_title (item));
  if (zb_record_get (item, "preparer") != NULL)
    /* Translators: %s is who prepares a meeting */
    second = g_strdup_printf (_("Prepared by %s"), zb_record_get (item, "preparer"));
  return column_new (first, second);
}

static GtkWidget *
done_column (const ZbPlanLine *line)
{
  g_autofree char *day = line->meeting != NULL ? zb_date_to_print (line->meeting->day) : NULL;
  g_autofree char *first = NULL;

  if (line->meeting == NULL)
    return column_new ("—", NULL);
  first = g_strdup_printf ("%s　%s", day, line->meeting->title);
  return column_new (first, line->meeting->place);
}

static const char *
icon_of (ZbPlanState state)
{
  switch (state)
    {
    case ZB_PLAN_DONE: return "object-select-symbolic";
    case ZB_PLAN_MISSED: return "dialog-warning-symbolic";
    case ZB_PLAN_AHEAD:
    case ZB_PLAN_ARRANGED: return "alarm-symbolic";
    case ZB_PLAN_MOVED:
    case ZB_PLAN_EXTRA: break;
    }
  return "dialog-information-symbolic";
}

static GtkWidget *
button_new (ZbPlanView *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, can_write (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static GtkWidget *
state_column (ZbPlanView *self, const ZbPlanLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = zb_plan_state_words (line);
  GtkWidget *label = label_new (words, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (line->state)));
  gtk_box_append (GTK_BOX (box), label);
  if (line->meeting == NULL && can_write (self))
    {
      GtkWidget *make = gtk_button_new_with_label (_("Arrange…"));

      gtk_widget_set_valign (make, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (make, _("Make the meeting of this item"));
      g_signal_connect_object (make, "clicked", G_CALLBACK (on_open_clicked), self, 0);
      gtk_box_append (GTK_BOX (box), make);
    }
  if (line->item != NULL)
    {
      /* Translators: for a screen reader and a tooltip; %s is the name of a record */
      g_autofree char *withdraw_label = g_strdup_printf (_("Take Back %s"), zb_record_title (line->item));
      g_autofree char *edit_label = g_strdup_printf (_("Edit %s"), zb_record_title (line->item));

      gtk_box_append (GTK_BOX (box), button_new (self, "document-edit-symbolic", edit_label, G_CALLBACK (on_edit_clicked)));
      gtk_box_append (GTK_BOX (box), button_new (self, "user-trash-symbolic", withdraw_label, G_CALLBACK (on_withdraw_clicked)));
    }
  return box;
}

static GtkWidget *
columns_new (GtkWidget *planned, GtkWidget *done, GtkWidget *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), planned);
  gtk_box_append (GTK_BOX (box), done);
  gtk_box_append (GTK_BOX (box), state);
  gtk_widget_add_css_class (box, "plan-line");
  return box;
}

static void
show_figures (ZbPlanView *self)
{
  guint items = 0, done = 0, to_come = 0, missed = 0, extra = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbPlanLine *line = g_ptr_array_index (self->lines, i);

      items += line->item != NULL;
      done += line->state == ZB_PLAN_DONE || line->state == ZB_PLAN_MOVED;
      to_come += line->item != NULL && (line->state == ZB_PLAN_AHEAD || line->state == ZB_PLAN_ARRANGED);
      missed += line->state == ZB_PLAN_MISSED;
      extra += line->state == ZB_PLAN_EXTRA;
    }
  /* Translators: %1$u items of the plan: %2$u held, %3$u still to come, %4$u missed; %5$u meetings that do not stand in it */
  text = g_strdup_printf (_("%1$u planned, %2$u held, %3$u to come, %4$u missed; %5$u held besides"), items, done, to_come, missed, extra);
  gtk_label_set_label (self->figures, text);
}

/* What was held is no plan yet. */
static gboolean
has_items (ZbPlanView *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((ZbPlanLine *) g_ptr_array_index (self->lines, i))->item != NULL)
      return TRUE;
  return FALSE;
}

/* Where the keys were before the rows are made anew, by what stood there. */
typedef struct {
  GHashTable *items; /* (owned): those that stood there; empty where another plan is shown */
  gint64 item;
  gint64 meeting;
} Place;

static Place
remember_place (ZbPlanView *self, gboolean is_same)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = is_same && root != NULL ? gtk_root_get_focus (root) : NULL;
  const ZbPlanLine *line = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ? line_of (self, focus) : NULL;
  Place place = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL), 0, 0 };

  for (guint i = 0; is_same && i < self->lines->len; i++)
    {
      const ZbPlanLine *each = g_ptr_array_index (self->lines, i);

      if (each->item != NULL)
        g_hash_table_add (place.items, g_memdup2 (&each->item->id, sizeof each->item->id));
    }
  if (line != NULL && line->item != NULL)
    place.item = line->item->id;
  else if (line != NULL)
    place.meeting = line->meeting->id;
  return place;
}

/* A row that is not laid out yet is not scrolled to when it takes the focus: it comes into sight as soon as it stands still. */
static gboolean
scroll_to_row (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  double *last = user_data;
  GtkAdjustment *down;
  graphene_rect_t bounds;
  double top;

  if (scrolled == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_compute_bounds (row, scrolled, &bounds))
    return G_SOURCE_REMOVE;
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  top = gtk_adjustment_get_value (down) + bounds.origin.y;
  gtk_adjustment_clamp_page (down, top, top + bounds.size.height);
  if (gtk_widget_get_height (row) > 0 && top == *last)
    return G_SOURCE_REMOVE;
  *last = top;
  return G_SOURCE_CONTINUE;
}

/* The row that was just entered, else the one that had the keys: people go on where they were. */
static void
go_to_place (ZbPlanView *self, Place *place)
{
  guint n = g_hash_table_size (place->items), added = 0;
  int row = -1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbPlanLine *line = g_ptr_array_index (self->lines, i);
      gboolean is_new = n > 0 && line->item != NULL && !g_hash_table_contains (place->items, &line->item->id);

      if (is_new || (added == 0 && line->item != NULL && line->item->id == place->item)
          || (added == 0 && line->item == NULL && line->meeting->id == place->meeting))
        row = (int) i;
      added += is_new;
    }
  /* Many at once come from a file or from one step back. */
  if (row >= 0 && added <= 1)
    {
      GtkWidget *widget = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, row));

      gtk_widget_grab_focus (widget);
      gtk_widget_add_tick_callback (widget, scroll_to_row, g_new0 (double, 1), g_free);
    }
  g_clear_pointer (&place->items, g_hash_table_unref);
}

void
zb_plan_view_show (ZbPlanView *self, gint64 org, int year)
{
  Place place = remember_place (self, org == self->org && year == self->year);
  GtkWidget *child;

  self->org = org;
  self->year = year;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = org != 0 ? zb_registry_plan (self->registry, org, year, NULL) : NULL;
  if (self->lines == NULL)
    self->lines = g_ptr_array_new ();
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const ZbPlanLine *line = g_ptr_array_index (self->lines, i);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), columns_new (planned_column (line), done_column (line), state_column (self, line)));
      gtk_list_box_append (self->list, row);
    }
  show_figures (self);
  gtk_stack_set_visible_child_name (self->stack, has_items (self) ? "list" : "none");
  go_to_place (self, &place);
}

static gboolean
zb_plan_view_grab_focus (GtkWidget *widget)
{
  ZbPlanView *self = ZB_PLAN_VIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  return has_items (self) ? gtk_widget_grab_focus (GTK_WIDGET (row)) : gtk_widget_grab_focus (self->first_button);
}

static void
zb_plan_view_dispose (GObject *object)
{
  ZbPlanView *self = ZB_PLAN_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_plan_view_parent_class)->dispose (object);
}

static void
zb_plan_view_finalize (GObject *object)
{
  g_clear_pointer (&ZB_PLAN_VIEW (object)->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_plan_view_parent_class)->finalize (object);
}

static void
zb_plan_view_class_init (ZbPlanViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_plan_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_plan_view_finalize;
  zb_widget_class_set_first_focus (widget_class, zb_plan_view_grab_focus);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "plan.withdraw", NULL, withdraw_focused);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "plan.withdraw", NULL);
}

static void
zb_plan_view_init (ZbPlanView *self)
{
  self->lines = g_ptr_array_new ();
}

static GtkWidget *
make_bar (ZbPlanView *self)
{
  GtkWidget *bar = zb_flow_new (12);

  self->figures = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->figures, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->figures), TRUE);
  self->add_button = gtk_button_new_with_mnemonic (_("Add _Item…"));
  gtk_widget_set_sensitive (self->add_button, can_write (self));
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (zb_plan_view_add), self, G_CONNECT_SWAPPED);
  zb_flow_append (ZB_FLOW (bar), GTK_WIDGET (self->figures));
  zb_flow_append (ZB_FLOW (bar), self->add_button);
  gtk_widget_add_css_class (bar, "life-bar");
  return bar;
}

static GtkWidget *
make_list (ZbPlanView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = columns_new (label_new (_("Planned"), "heading"), label_new (_("Done"), "heading"), label_new (_("Difference"), "heading"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Year Plan"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "life-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

GtkWidget *
zb_plan_view_new (ZbRegistry *registry)
{
  ZbPlanView *self = g_object_new (ZB_TYPE_PLAN_VIEW, NULL);

  self->registry = g_object_ref (registry);
  self->none = ADW_STATUS_PAGE (adw_status_page_new ());
  self->first_button = gtk_button_new_with_mnemonic (_("_Add the First Item…"));
  gtk_widget_set_halign (self->first_button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->first_button, can_write (self));
  gtk_widget_add_css_class (self->first_button, "pill");
  gtk_widget_add_css_class (self->first_button, "suggested-action");
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (zb_plan_view_add), self, G_CONNECT_SWAPPED);
  adw_status_page_set_icon_name (self->none, "view-list-symbolic");
  adw_status_page_set_title (self->none, _("No Plan for This Year Yet"));
  adw_status_page_set_description (self->none, _("Write down which meeting comes in which month and who prepares it. A meeting is made of an item in one step."));
  adw_status_page_set_child (self->none, self->first_button);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
