/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/ceremonies/zb-ceremonies-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "service/zb-political-birthdays.h"
#include "service/zb-registry-ceremony.h"
#include "shell/zb-area-page.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-section.h"

/* Nobody reads more rows in one go; a search finds the others. */
#define MAX_ROWS 200
/* Of the ceremonies so many, until somebody wants to see all. */
#define FIRST_ROWS 8

struct _ZbCeremoniesView
{
  AdwBin parent_instance;

  ZbRegistry *registry;  /* (owned) */
  GCancellable *asking;  /* (owned) (nullable): what is being read */
  gint64 org;
  ZbDate month;
  GPtrArray *ceremonies; /* (owned) (nullable) (element-type ZbCeremonyLine) */
  gboolean wants_all;    /* of them */
  gboolean wants_focus;  /* was asked to take it before there was anything */

  GtkWidget *unsworn;    /* sections */
  GtkWidget *birthdays;
  GtkWidget *held;
  GtkLabel *month_label;
  GtkSearchEntry *search;
  GtkWidget *plan_oath;
  GtkWidget *plan_birthday;
};

G_DEFINE_FINAL_TYPE (ZbCeremoniesView, zb_ceremonies_view, ADW_TYPE_BIN)

/* Rows. */

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

static void
add_row (GtkWidget *list, const char *icon, const char *title, const char *subtitle, const ZbKind *kind, gint64 id)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "title-lines", 0, "subtitle", subtitle, "subtitle-lines", 0, "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* The row that has the focus in a section: its place in @out_at. Returns: the id of what it stands for */
static gint64
focused_in (GtkWidget *section, int *out_at)
{
  GtkRoot *root = gtk_widget_get_root (section);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gint64 *id = NULL;

  *out_at = -1;
  if (focus == NULL || !GTK_IS_LIST_BOX_ROW (focus) || !gtk_widget_is_ancestor (focus, section))
    return 0;
  *out_at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  id = g_object_get_data (G_OBJECT (focus), "id");
  return id != NULL ? *id : 0;
}

/* New rows; the focus stays with what it was on, or where that stood. */
static void
set_rows (GtkWidget *section, GtkWidget *content)
{
  GtkListBoxRow *row = NULL;
  int at;
  gint64 id = focused_in (section, &at);

  zb_section_set_content (section, content);
  if (at < 0 || !GTK_IS_LIST_BOX (content))
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (content), i)) != NULL; i++)
    {
      gint64 *other = g_object_get_data (G_OBJECT (row), "id");

      if (other != NULL && *other == id)
        break;
    }
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (content), at);
  if (row != NULL || (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (content), 0)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_rest (GtkWidget *list, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *rest = n > MAX_ROWS ? g_strdup_printf (ngettext ("and %'u more", "and %'u more", n - MAX_ROWS), n - MAX_ROWS) : NULL;

  if (rest == NULL)
    {
      g_object_ref_sink (row);
      g_object_unref (row);
      return;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rest);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static char *
with_branch (const char *name, const char *branch)
{
  return *branch != '\0' ? g_strdup_printf ("%s　%s", name, branch) : g_strdup (name);
}

/* Who has not sworn. */

static void
fill_unsworn (ZbCeremoniesView *self, GPtrArray *people)
{
  GtkWidget *list;

  gtk_widget_set_visible (self->plan_oath, people->len > 0 && !zb_registry_is_read_only (self->registry));
  if (people->len == 0)
    {
      zb_section_set_content (self->unsworn, zb_section_line_new (_("Every probationary member has sworn.")));
      return;
    }
  list = list_new (_("Not Sworn Yet"));
  for (guint i = 0; i < MIN (people->len, MAX_ROWS); i++)
    {
      const ZbUnsworn *one = g_ptr_array_index (people, i);
      g_autofree char *title = with_branch (one->name, one->branch);
      g_autofree char *words = zb_unsworn_words (one);
      /* Translators: %s is since when somebody waits for the oath */
      g_autofree char *late = one->is_late ? g_strdup_printf (_("%s; longer than is advised"), words) : NULL;

      add_row (list, one->is_late ? "dialog-warning-symbolic" : "alarm-symbolic", title, late != NULL ? late : words, &zb_kind_member, one->person);
    }
  add_rest (list, people->len);
  set_rows (self->unsworn, list);
}

/* Political birthdays. */

static void
fill_birthdays (ZbCeremoniesView *self)
{
  ZbMemberColumns *columns = zb_registry_columns (self->registry);
  g_autoptr(GPtrArray) found = columns != NULL ? zb_political_birthdays (columns, self->org, self->month) : g_ptr_array_new ();
  g_autofree char *month = zb_date_to_print ((ZbDate) { self->month.year, self->month.month, 0 });
  GtkWidget *list;

  gtk_label_set_label (self->month_label, month);
  gtk_widget_set_visible (self->plan_birthday, found->len > 0 && !zb_registry_is_read_only (self->registry));
  if (found->len == 0)
    {
      zb_section_set_content (self->birthdays, zb_section_line_new (_("Nobody joined the Party in this month of any year.")));
      return;
    }
  list = list_new (_("Political Birthdays"));
  for (guint i = 0; i < MIN (found->len, MAX_ROWS); i++)
    {
      const ZbPoliticalBirthday *one = g_ptr_array_index (found, i);
      g_autofree char *title = with_branch (one->name, one->branch);
      g_autofree char *words = zb_political_birthday_words (one);

      add_row (list, one->years > 0 && one->years % 10 == 0 ? "starred-symbolic" : "non-starred-symbolic", title, words, &zb_kind_member, one->person);
    }
  add_rest (list, found->len);
  set_rows (self->birthdays, list);
}

/* Ceremonies. */

static char *
line_words (const ZbCeremonyLine *line)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", line->n_people), line->n_people);
  GString *out = g_string_new (zb_code_label (zb_code_table_get ("meeting_state"), line->state));

  g_string_append_printf (out, " · %s", zb_code_label (zb_code_table_get ("ceremony_type"), line->type));
  if (line->place != NULL)
    g_string_append_printf (out, " · %s", line->place);
  if (line->leader != NULL)
    /* Translators: %s is who leads the oath */
    g_string_append_printf (out, _(" · led by %s"), line->leader);
  g_string_append_printf (out, " · %s", people);
  return g_string_free (out, FALSE);
}

static gboolean
is_found (const char *text, const char *typed)
{
  g_autofree char *readings = NULL;

  if (strstr (text, typed) != NULL)
    return TRUE;
  if (!g_ascii_isalpha (*typed))
    return FALSE;
  readings = zb_hanzi_search_readings (text, NULL);
  return strstr (readings, typed) != NULL;
}

static void fill_held (ZbCeremoniesView *self);

static void
on_all_activated (ZbCeremoniesView *self)
{
  GtkWidget *list;

  self->wants_all = TRUE;
  fill_held (self);
  list = gtk_widget_get_last_child (self->held);
  if (GTK_IS_LIST_BOX (list))
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), FIRST_ROWS)));
}

static void
add_all (ZbCeremoniesView *self, GtkWidget *list, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf (_("Show all %'u ceremonies"), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_all_activated), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
fill_held (ZbCeremoniesView *self)
{
  g_autofree char *typed = g_utf8_strdown (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  GtkWidget *list = list_new (_("Ceremonies"));
  guint n = 0, most = self->wants_all || *g_strstrip (typed) != '\0' ? MAX_ROWS : FIRST_ROWS;

  for (guint i = 0; self->ceremonies != NULL && i < self->ceremonies->len; i++)
    {
      const ZbCeremonyLine *line = g_ptr_array_index (self->ceremonies, i);
      g_autofree char *day = zb_date_is_set (line->day) ? zb_date_to_print (line->day) : g_strdup (_("no day yet"));
      g_autofree char *title = g_strdup_printf ("%s　%s", day, line->title);
      g_autofree char *words = line_words (line);
      g_autofree char *whole = g_strdup_printf ("%s %s", title, words);

      if (!is_found (whole, typed) || n++ >= most)
        continue;
      add_row (list, strcmp (line->state, "held") == 0 ? "object-select-symbolic" : strcmp (line->state, "planned") == 0 ? "alarm-symbolic"
                                                                                                                        : "window-close-symbolic",
               title, words, &zb_kind_ceremony, line->ceremony);
    }
  if (n > most && most == FIRST_ROWS)
    add_all (self, list, n);
  else
    add_rest (list, n);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->ceremonies != NULL && self->ceremonies->len > 0);
  if (n > 0)
    {
      set_rows (self->held, list);
      return;
    }
  g_object_ref_sink (list);
  g_object_unref (list);
  zb_section_set_content (self->held, zb_section_line_new (*typed != '\0' ? _("No ceremony is found. Look for another word, or clear the search.")
                                                                          : _("No ceremonies yet. A new one brings its programme, the oath and the roll with it.")));
}

/* Reading. */

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbCeremoniesView) self = ZB_CEREMONIES_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) unsworn = NULL;
  g_autoptr(GPtrArray) ceremonies = zb_registry_ceremonies_finish (ZB_REGISTRY (source), result, &unsworn, &error);

  if (ceremonies == NULL)
    {
      zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->ceremonies, g_ptr_array_unref);
  self->ceremonies = g_steal_pointer (&ceremonies);
  fill_unsworn (self, unsworn);
  fill_held (self);
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
zb_ceremonies_view_show (ZbCeremoniesView *self, gint64 org, ZbDate month)
{
  gboolean is_other_month = self->org == org && zb_date_compare (self->month, month) != 0;

  self->wants_all = self->wants_all && self->org == org;
  self->org = org;
  self->month = month;
  fill_birthdays (self);
  /* Another month is in memory. */
  if (is_other_month && self->ceremonies != NULL)
    return;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  zb_registry_ceremonies_async (self->registry, org, self->asking, on_read, g_object_ref (self));
}

void
zb_ceremonies_view_find (ZbCeremoniesView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The first row there is, else the first thing to do. */
static gboolean
zb_ceremonies_view_grab_focus (GtkWidget *widget)
{
  ZbCeremoniesView *self = ZB_CEREMONIES_VIEW (widget);
  GtkWidget *sections[] = { self->unsworn, self->held, self->birthdays };

  /* What is read yet decides where one begins. */
  self->wants_focus = self->ceremonies == NULL;
  if (self->wants_focus)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *content = gtk_widget_get_last_child (sections[i]);

      if (GTK_IS_LIST_BOX (content))
        return gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (content), 0)));
    }
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
zb_ceremonies_view_dispose (GObject *object)
{
  ZbCeremoniesView *self = ZB_CEREMONIES_VIEW (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_ceremonies_view_parent_class)->dispose (object);
}

static void
zb_ceremonies_view_finalize (GObject *object)
{
  ZbCeremoniesView *self = ZB_CEREMONIES_VIEW (object);

  g_clear_object (&self->asking);
  g_clear_pointer (&self->ceremonies, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_ceremonies_view_parent_class)->finalize (object);
}

static void
zb_ceremonies_view_class_init (ZbCeremoniesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_ceremonies_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_ceremonies_view_finalize;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_ceremonies_view_grab_focus);
}

static void
zb_ceremonies_view_init (ZbCeremoniesView *self)
{
}

static GtkWidget *
tool_new (const char *label, const char *tooltip, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static GtkWidget *
birthday_tools (ZbCeremoniesView *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->month_label = GTK_LABEL (gtk_label_new (NULL));
  self->plan_birthday = tool_new (_("Plan a _Birthday…"), _("A ceremony for those of this month"), "ceremonies.plan", "birthday");
  gtk_box_append (GTK_BOX (tools), zb_area_page_steps (self->month_label, _("The Month Before (Ctrl+Page Up)"), _("Back to this month"),
                                                       _("The Next Month (Ctrl+Page Down)")));
  gtk_box_append (GTK_BOX (tools), self->plan_birthday);
  return tools;
}

GtkWidget *
zb_ceremonies_view_new (ZbRegistry *registry)
{
  ZbCeremoniesView *self = g_object_new (ZB_TYPE_CEREMONIES_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *clamp = adw_clamp_new (), *scrolled = gtk_scrolled_window_new ();

  self->registry = g_object_ref (registry);
  self->plan_oath = tool_new (_("Plan the _Oath…"), _("A ceremony for those who have not sworn yet"), "ceremonies.plan", "oath");
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Title, type, place or day"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Ceremonies"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_held), self, G_CONNECT_SWAPPED);
  self->unsworn = zb_section_new (_("Not Sworn Yet"), self->plan_oath);
  self->birthdays = zb_section_new (_("Political Birthdays"), birthday_tools (self));
  self->held = zb_section_new (_("Ceremonies"), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), self->unsworn);
  gtk_box_append (GTK_BOX (box), self->held);
  gtk_box_append (GTK_BOX (box), self->birthdays);
  gtk_widget_add_css_class (box, "life-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
