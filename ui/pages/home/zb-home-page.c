/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/home/zb-home-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "pages/home/zb-home-due.h"
#include "pages/home/zb-home-row.h"
#include "service/zb-registry-occasion.h"
#include "service/zb-stats.h"
#include "service/zb-words.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"

#define MAX_FINDINGS 8
#define MAX_CHANGES 8
/* The rules are run over everybody by themselves only where that takes an instant. */
#define CHECK_BELOW 20000
#define REST_MS 400

struct _ZbHomePage
{
  GtkWidget parent_instance;

  ZbRegistry *registry;      /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GCancellable *asking;      /* (owned) (nullable): the last question for what is due */
  GPtrArray *rows;           /* (owned) (element-type Row): what stands in the groups */
  gboolean is_stale;         /* something changed since it was filled */
  guint refresh_id;
  guint check_id;
  gboolean wants_focus;      /* was asked to take it before anything was drawn */

  GtkStack *stack;
  GtkWidget *import_button;
  GtkLabel *day_label;
  GPtrArray *shown;          /* (owned) (nullable): the figures as they were last drawn */
  ZbFlow *figures;
  AdwPreferencesGroup *due_group;
  AdwPreferencesGroup *findings_group;
  GtkWidget *occasions_box;
  ZbFlow *occasions;
  AdwPreferencesGroup *changes_group;
};

typedef struct {
  AdwPreferencesGroup *group;
  GtkWidget *row;
} Row;

static void page_init (ZbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZbHomePage, zb_home_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (ZB_TYPE_PAGE, page_init))

static void
page_init (ZbPageInterface *iface)
{
}

/* Figures. */

static void
on_figure_clicked (GtkButton *button)
{
  zb_page_ask_for_members (GTK_WIDGET (button), g_object_get_data (G_OBJECT (button), "filter"));
}

static GtkWidget *
figure_new (const ZbStat *stat)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *count = g_strdup_printf ("%'u", stat->count);
  /* Translators: for a screen reader: %1$s is a figure’s name, %2$s the number */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), stat->label, count);
  GtkWidget *number = gtk_label_new (count);
  GtkWidget *label = gtk_label_new (stat->label);

  gtk_widget_add_css_class (number, "number");
  gtk_widget_add_css_class (number, "tabular");
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "figure");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, _("Show the names"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "filter", g_strdup (stat->filter), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_figure_clicked), NULL);
  return button;
}

static void
fill_figures (ZbHomePage *self)
{
  GPtrArray *stats = zb_registry_figures (self->registry);

  if (stats != NULL && stats == self->shown)
    return;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = stats != NULL ? g_ptr_array_ref (stats) : NULL;
  zb_flow_clear (self->figures);
  for (guint i = 0; stats != NULL && i < stats->len; i++)
    {
      const ZbStat *stat = g_ptr_array_index (stats, i);

      /* The first three are always there; of the rest those that are not nought. */
      if (i < 3 || stat->count > 0)
        zb_flow_append (self->figures, figure_new (stat));
    }
}

/* Rows. */

/* Puts it into the group, and remembers it so that it can be taken out again. */
static GtkWidget *
keep_row (ZbHomePage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  Row *kept = g_new0 (Row, 1);

  adw_preferences_group_add (group, row);
  kept->group = group;
  kept->row = row;
  g_ptr_array_add (self->rows, kept);
  return row;
}

static GtkWidget *
add_row (ZbHomePage *self, AdwPreferencesGroup *group, const char *icon, const char *title, const char *subtitle)
{
  return keep_row (self, group, zb_home_row_new (icon, title, subtitle));
}

static void
clear_group (ZbHomePage *self, AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      Row *kept = g_ptr_array_index (self->rows, i - 1);

      if (kept->group != group)
        continue;
      adw_preferences_group_remove (group, kept->row);
      g_ptr_array_remove_index (self->rows, i - 1);
    }
}

static void
say_rest (AdwPreferencesGroup *group, guint n, guint shown)
{
  g_autofree char *rest = n > shown ? g_strdup_printf (ngettext ("and %'u more", "and %'u more", n - shown), n - shown) : NULL;

  adw_preferences_group_set_description (group, rest);
}

/* Which kinds somebody has opened, and which has the focus: masks of zb_home_due_row_kind(). */
static guint
open_kinds (ZbHomePage *self, guint *out_focused)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint open = 0;

  *out_focused = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *kept = g_ptr_array_index (self->rows, i);

      if (kept->group != self->due_group)
        continue;
      if (ADW_IS_EXPANDER_ROW (kept->row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (kept->row)))
        open |= zb_home_due_row_kind (kept->row);
      if (focus != NULL && (focus == kept->row || gtk_widget_is_ancestor (focus, kept->row)))
        *out_focused = zb_home_due_row_kind (kept->row);
    }
  return open;
}

/* What is due, by what it is: one thing stands by itself, several open to their names. */
static void
on_due (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbHomePage) self = ZB_HOME_PAGE (user_data);
  g_autoptr(GPtrArray) due = zb_registry_due_finish (ZB_REGISTRY (source), result, NULL);
  ZbDate today = zb_registry_today (ZB_REGISTRY (source));
  g_autoptr(GPtrArray) groups = NULL;
  guint open, focused;

  if (due == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  open = open_kinds (self, &focused);
  clear_group (self, self->due_group);
  groups = zb_home_due_groups (due);
  for (guint i = 0; i < groups->len; i++)
    {
      GtkWidget *row = keep_row (self, self->due_group, zb_home_due_row_new (g_ptr_array_index (groups, i), today));

      zb_home_due_row_lead (row);
      if ((open & zb_home_due_row_kind (row)) && ADW_IS_EXPANDER_ROW (row))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      if (focused & zb_home_due_row_kind (row))
        gtk_widget_grab_focus (row);
    }
  if (groups->len == 0)
    add_row (self, self->due_group, "object-select-symbolic", _("Nothing is due now"), NULL);
}

/* What was asked for before and has not come is not waited for. */
static void
ask_due (ZbHomePage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  zb_registry_due_async (self->registry, self->asking, on_due, g_object_ref (self));
}

/* Lists that are wanted again, one click away. */

static void
on_occasion_clicked (GtkButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  zb_page_ask_for_record (GTK_WIDGET (button), &zb_kind_occasion, *id);
}

static GtkWidget *
occasion_new (const ZbRecord *record)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "printer-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), zb_record_title (record));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, _("See the pages of this list, to print them or to write a file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, zb_record_title (record), -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&record->id, sizeof record->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_occasion_clicked), NULL);
  return button;
}

static void
fill_occasions (ZbHomePage *self)
{
  g_autoptr(GPtrArray) occasions = zb_registry_occasions (self->registry);

  zb_flow_clear (self->occasions);
  for (guint i = 0; i < occasions->len; i++)
    zb_flow_append (self->occasions, occasion_new (g_ptr_array_index (occasions, i)));
  gtk_widget_set_visible (self->occasions_box, occasions->len > 0);
}

static void
fill_changes (ZbHomePage *self)
{
  g_autoptr(GPtrArray) sets = zb_registry_log (self->registry, 0, MAX_CHANGES, NULL);

  clear_group (self, self->changes_group);
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      const ZbHistorySet *set = g_ptr_array_index (sets, i);
      g_autofree char *words = zb_words_action (set->action, set->subject, set->n_records);
      g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (set->at, NULL);
      g_autoptr(GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;
      g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (set->at);
      g_autofree char *line = g_strdup_printf ("%s · %s", when, set->who);

      add_row (self, self->changes_group, NULL, words, line);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), sets != NULL && sets->len > 0);
}

/* What the rules find. */

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbHomePage) self = ZB_HOME_PAGE (user_data);
  g_autoptr(GPtrArray) findings = zb_registry_check_finish (ZB_REGISTRY (source), result, NULL);

  if (findings == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  clear_group (self, self->findings_group);
  for (guint i = 0; i < MIN (findings->len, MAX_FINDINGS); i++)
    {
      ZbFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *words = zb_words_finding (finding);

      zb_home_row_lead_to (add_row (self, self->findings_group, "dialog-information-symbolic",
                                    finding->title != NULL ? finding->title : _("The file"), words),
                           finding->kind, finding->record);
    }
  say_rest (self->findings_group, findings->len, MAX_FINDINGS);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_group), findings->len > 0);
}

static gboolean
check (gpointer user_data)
{
  ZbHomePage *self = ZB_HOME_PAGE (user_data);

  self->check_id = 0;
  zb_registry_check_async (self->registry, TRUE, self->cancellable, on_checked, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
check_soon (ZbHomePage *self)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (columns != NULL && zb_member_columns_size (columns) > 0 && zb_member_columns_size (columns) < CHECK_BELOW)
    self->check_id = g_timeout_add (REST_MS, check, self);
}

/* Asked for while there was nothing to go to, or its row has gone; never away from where somebody is on this page. */
static gboolean
lacks_focus (ZbHomePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    self->wants_focus = FALSE;
  return focus == NULL || self->wants_focus;
}

static gboolean
refresh (gpointer user_data)
{
  ZbHomePage *self = ZB_HOME_PAGE (user_data);
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  gboolean is_empty = columns != NULL && zb_member_columns_size (columns) == 0 && zb_org_tree_size (zb_registry_tree (self->registry)) == 0;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, _("%A, %e %B %Y"));

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->is_stale = FALSE;
  gtk_label_set_label (self->day_label, day);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "overview");
  fill_figures (self);
  /* What is due is found among the people; before they are there nothing can be told of it. */
  if (columns != NULL)
    ask_due (self);
  fill_occasions (self);
  fill_changes (self);
  check_soon (self);
  if (lacks_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* They come before everything else that is found among the people. */
static void
on_figures_ready (ZbHomePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }
  fill_figures (self);
  if (lacks_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Drawn anew once, however many changes come together; not while another area is in front. */
static void
refresh_soon (ZbHomePage *self)
{
  self->is_stale = TRUE;
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh, self);
}

static void
zb_home_page_map (GtkWidget *widget)
{
  ZbHomePage *self = ZB_HOME_PAGE (widget);

  GTK_WIDGET_CLASS (zb_home_page_parent_class)->map (widget);
  if (self->is_stale)
    refresh_soon (self);
}

/* The first figure, or the first thing to do where there is nothing yet. */
static gboolean
zb_home_page_grab_focus (GtkWidget *widget)
{
  ZbHomePage *self = ZB_HOME_PAGE (widget);
  gboolean is_empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;
  GtkWidget *first = is_empty ? self->import_button : gtk_widget_get_first_child (GTK_WIDGET (self->figures));

  self->wants_focus = first == NULL;
  return first != NULL && gtk_widget_grab_focus (first);
}

static void
zb_home_page_dispose (GObject *object)
{
  ZbHomePage *self = ZB_HOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->asking);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->registry != NULL)
    g_signal_handlers_disconnect_by_data (self->registry, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZB_TYPE_HOME_PAGE);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_home_page_parent_class)->dispose (object);
}

static void
zb_home_page_finalize (GObject *object)
{
  ZbHomePage *self = ZB_HOME_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (zb_home_page_parent_class)->finalize (object);
}

static void
zb_home_page_class_init (ZbHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_home_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_home_page_finalize;
  widget_class->map = zb_home_page_map;
  zb_widget_class_set_first_focus (widget_class, zb_home_page_grab_focus);
  g_type_ensure (ZB_TYPE_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/pages/home/zb-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, day_label);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, figures);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, due_group);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, findings_group);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, changes_group);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, occasions_box);
  gtk_widget_class_bind_template_child (widget_class, ZbHomePage, occasions);
}

static void
zb_home_page_init (ZbHomePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
zb_home_page_new (ZbRegistry *registry)
{
  ZbHomePage *self = g_object_new (ZB_TYPE_HOME_PAGE, NULL);

  self->registry = g_object_ref (registry);
  self->is_stale = TRUE;
  /* Whole from the first moment, where everything is there. */
  if (zb_registry_columns (registry) != NULL)
    refresh (self);
  g_signal_connect_swapped (registry, "changed", G_CALLBACK (refresh_soon), self);
  g_signal_connect_swapped (registry, "figures-ready", G_CALLBACK (on_figures_ready), self);
  g_signal_connect_swapped (registry, "columns-ready", G_CALLBACK (refresh_soon), self);
  return GTK_WIDGET (self);
}
