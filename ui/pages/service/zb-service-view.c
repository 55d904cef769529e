/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/service/zb-service-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pages/service/zb-hours-list.h"
#include "pages/service/zb-service-lists.h"
#include "service/zb-registry-service.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-section.h"

/* Nobody reads more rows in one go; a search, or the list on paper, has the others. */
#define MAX_ROWS 200

struct _ZbServiceView
{
  AdwBin parent_instance;

  ZbRegistry *registry;  /* (owned) */
  GCancellable *asking;  /* (owned) (nullable): what is being read */
  ZbServiceScope scope;
  int year;
  GPtrArray *lines;      /* (owned) (nullable) (element-type ZbServiceLine) */
  gboolean wants_focus;  /* was asked to take it before there was anything */

  GtkStack *stack;
  GtkWidget *activities; /* sections and lists */
  GtkWidget *teams;
  GtkWidget *volunteers;
  GtkWidget *hours;
  GtkWidget *certificates;
  GtkSearchEntry *search;
};

G_DEFINE_FINAL_TYPE (ZbServiceView, zb_service_view, ADW_TYPE_BIN)

/* Rows */

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  if (id != NULL)
    zb_page_ask_for_record (GTK_WIDGET (row), g_object_get_data (G_OBJECT (row), "kind"), *id);
}

static GtkWidget *
list_new (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  return list;
}

static GtkWidget *
add_row (GtkWidget *list, const char *title, const char *subtitle, const ZbKind *kind, gint64 id)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "title-lines", 0, "subtitle", subtitle, "subtitle-lines", 0, "activatable", kind != NULL, NULL);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  if (kind != NULL)
    g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return row;
}

static void
add_rest (GtkWidget *list, guint n)
{
  g_autofree char *rest = n > MAX_ROWS ? g_strdup_printf (ngettext ("and %'u more", "and %'u more", n - MAX_ROWS), n - MAX_ROWS) : NULL;

  if (rest != NULL)
    add_row (list, rest, "", NULL, 0);
}

/* Activities */

/* Service is not held as a meeting is. */
static const char *
state_words (const char *state)
{
  if (g_strcmp0 (state, "held") == 0)
    return _("Carried Out");
  return g_strcmp0 (state, "cancelled") == 0 ? _("Cancelled") : _("To Come");
}

static char *
line_words (const ZbServiceLine *line)
{
  GString *out = g_string_new (state_words (line->state));
  g_autofree char *hours = zb_service_hours_text (line->tenths);

  if (line->place != NULL)
    g_string_append_printf (out, " · %s", line->place);
  if (line->team != NULL)
    g_string_append_printf (out, " · %s", line->team);
  if (line->needed > 0)
    /* Translators: %1$u people who signed up, %2$d who are needed */
    g_string_append_printf (out, _(" · %1$u of %2$d signed up"), line->signed_up, (int) line->needed);
  else
    g_string_append_printf (out, _(" · %u signed up"), line->signed_up);
  if (line->came > 0)
    /* Translators: %u people */
    g_string_append_printf (out, _(" · %u came"), line->came);
  if (line->tenths > 0)
    /* Translators: %s a number */
    g_string_append_printf (out, _(" · %s hours credited"), hours);
  return g_string_free (out, FALSE);
}

static void
fill_activities (ZbServiceView *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr(GtkWidget) list = g_object_ref_sink (list_new (_("Service Activities")));
  guint n = 0;

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      const ZbServiceLine *line = g_ptr_array_index (self->lines, i);
      g_autofree char *day = zb_date_is_set (line->day) ? zb_date_to_print (line->day) : g_strdup (_("no day yet"));
      g_autofree char *title = g_strdup_printf ("%s　%s", day, line->title);
      g_autofree char *words = line_words (line);

      if (strstr (title, typed) == NULL && strstr (words, typed) == NULL)
        continue;
      if (n++ < MAX_ROWS)
        add_row (list, title, words, &zb_kind_service_activity, line->activity);
    }
  add_rest (list, n);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->lines != NULL && self->lines->len > 0);
  zb_section_set_content (self->activities, n > 0 ? list
                          : zb_section_line_new (*typed != '\0' ? _("No activity is found. Look for another word, or clear the search.")
                                                                : _("No service activities yet. A new one brings the roll, photos and hours with it.")));
}

/* Hours of the year */

static void
on_certify_clicked (GtkWidget *button, ZbServiceView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  zb_service_certify_person (GTK_WIDGET (self), self->registry, *id);
}

static GtkWidget *
person_button (ZbServiceView *self, const char *label, GCallback clicked, gint64 person)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&person, sizeof person), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static void
on_hours_clicked (GtkWidget *button, ZbServiceView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  zb_hours_list_of_person (GTK_WIDGET (self), self->registry, *id);
}

static char *
served_words (const ZbServed *one)
{
  g_autofree char *year = zb_service_hours_text (one->tenths), *all = zb_service_hours_text (one->all);
  /* Translators: %1$s hours of the year, %2$s hours ever */
  g_autofree char *hours = g_strdup_printf (_("%1$s hours in the year, %2$s altogether"), year, all);
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", one->times), one->times);

  return g_strdup_printf ("%s · %s%s%s", times, hours, one->stars > 0 ? " · " : "", zb_service_star_words (one->stars));
}

static void
fill_hours (ZbServiceView *self, GPtrArray *served)
{
  g_autoptr(GtkWidget) list = g_object_ref_sink (list_new (_("Hours of the Year")));

  for (guint i = 0; i < MIN (served->len, MAX_ROWS); i++)
    {
      const ZbServed *one = g_ptr_array_index (served, i);
      g_autofree char *title = *one->branch != '\0' ? g_strdup_printf ("%s　%s", one->name, one->branch) : g_strdup (one->name);
      g_autofree char *words = served_words (one);
      GtkWidget *row = add_row (list, title, words, &zb_kind_member, one->person);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), person_button (self, _("Hours…"), G_CALLBACK (on_hours_clicked), one->person));
      if (!zb_registry_is_read_only (self->registry))
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), person_button (self, _("Certificate…"), G_CALLBACK (on_certify_clicked), one->person));
    }
  add_rest (list, served->len);
  zb_section_set_content (self->hours, served->len > 0 ? list : zb_section_line_new (_("Nobody has hours of service in this year yet.")));
}

/* Reading */

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbServiceView) self = ZB_SERVICE_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) served = NULL;
  g_autoptr(GPtrArray) lines = zb_registry_service_finish (ZB_REGISTRY (source), result, &served, &error);

  if (lines == NULL)
    {
      zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_steal_pointer (&lines);
  fill_activities (self);
  fill_hours (self, served);
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
zb_service_view_show (ZbServiceView *self, gint64 org, int year)
{
  GtkWidget *const lists[] = { self->teams, self->volunteers, self->certificates };

  self->scope.org = org;
  self->year = year;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    zb_record_list_show (ZB_RECORD_LIST (lists[i]), NULL, 0);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  zb_registry_service_async (self->registry, org, year, self->asking, on_read, g_object_ref (self));
}

void
zb_service_view_find (ZbServiceView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "activities");
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
zb_service_view_grab_focus (GtkWidget *widget)
{
  ZbServiceView *self = ZB_SERVICE_VIEW (widget);
  GtkWidget *content;

  self->wants_focus = self->lines == NULL;
  if (self->wants_focus)
    return FALSE;
  content = gtk_widget_get_last_child (self->activities);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "activities") && GTK_IS_LIST_BOX (content))
    return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (content), 0)));
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
zb_service_view_dispose (GObject *object)
{
  ZbServiceView *self = ZB_SERVICE_VIEW (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_service_view_parent_class)->dispose (object);
}

static void
zb_service_view_class_init (ZbServiceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_service_view_dispose;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_service_view_grab_focus);
}

static void
zb_service_view_init (ZbServiceView *self)
{
}

static void
add_view (ZbServiceView *self, GtkWidget *content, const char *name, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new (), *scrolled = gtk_scrolled_window_new ();

  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_add_css_class (box, "life-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_stack_add_titled (self->stack, scrolled, name, title);
}

static GtkWidget *
scoped (ZbServiceView *self, GtkWidget *list)
{
  zb_record_list_set_data (ZB_RECORD_LIST (list), &self->scope);
  return list;
}

GtkWidget *
zb_service_view_new (ZbRegistry *registry)
{
  ZbServiceView *self = g_object_new (ZB_TYPE_SERVICE_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *switcher = gtk_stack_switcher_new ();

  self->registry = g_object_ref (registry);
  self->scope.registry = registry;
  self->stack = GTK_STACK (gtk_stack_new ());
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Title, place, team or day"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Activities"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_activities), self, G_CONNECT_SWAPPED);
  self->activities = zb_section_new (_("Service Activities"), GTK_WIDGET (self->search));
  self->hours = zb_section_new (_("Hours of the Year"), NULL);
  self->teams = scoped (self, zb_service_teams_new (registry));
  self->volunteers = scoped (self, zb_service_volunteers_new (registry));
  self->certificates = scoped (self, zb_service_certificates_new (registry));
  add_view (self, self->activities, "activities", _("Activities"));
  add_view (self, self->teams, "teams", _("Teams"));
  add_view (self, self->volunteers, "volunteers", _("Volunteers"));
  add_view (self, self->hours, "hours", _("Hours Served"));
  add_view (self, self->certificates, "certificates", _("Certificates"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
