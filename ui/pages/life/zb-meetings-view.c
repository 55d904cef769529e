/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-meetings-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-codes.h"
#include "core/zb-hanzi.h"
#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"

/* A meeting as a row. */
typedef struct {
  GObject parent_instance;
  ZbMeetingLine *line; /* (owned) */
  gboolean begins_month;
} ZbMeetingItem;

typedef struct {
  GObjectClass parent_class;
} ZbMeetingItemClass;

static GType zb_meeting_item_get_type (void);
G_DEFINE_TYPE (ZbMeetingItem, zb_meeting_item, G_TYPE_OBJECT)

static void
zb_meeting_item_finalize (GObject *object)
{
  zb_meeting_line_free (((ZbMeetingItem *) object)->line);
  G_OBJECT_CLASS (zb_meeting_item_parent_class)->finalize (object);
}

static void
zb_meeting_item_class_init (ZbMeetingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_meeting_item_finalize;
}

static void
zb_meeting_item_init (ZbMeetingItem *self)
{
}

struct _ZbMeetingsView
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  gint64 org;
  int year;
  GListStore *items;    /* (owned) (element-type ZbMeetingItem) */
  GtkSingleSelection *selection; /* (unowned): of the view */

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkLabel *count;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkWidget *new_button;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (ZbMeetingsView, zb_meetings_view, GTK_TYPE_WIDGET)

/* Columns. */

typedef enum {
  COLUMN_MONTH,
  COLUMN_DAY,
  COLUMN_KIND,
  COLUMN_TITLE,
  COLUMN_ORG,
  COLUMN_PLACE,
  COLUMN_FIGURES,
  COLUMN_STATE,
  N_COLUMNS
} Column;

static const struct {
  const char *title;
  guint chars;
} columns[N_COLUMNS] = {
  { N_("Month"), 6 }, { N_("Day"), 12 }, { N_("Kind"), 12 }, { N_("Title"), 20 }, { N_("Organisation"), 14 }, { N_("Place"), 14 },
  { N_("Present / Expected"), 22 }, { N_("State"), 8 },
};

static char *
day_text (const ZbMeetingLine *line)
{
  if (line->day.day == 0)
    return g_strdup ("—");
  return g_strdup_printf ("%02u.%02u%s%s", line->day.month, line->day.day, line->started_at != NULL ? " " : "",
                          line->started_at != NULL ? line->started_at : "");
}

/* Counted when a row comes on screen. */
static char *
figures_text (ZbMeetingsView *self, const ZbMeetingLine *line)
{
  ZbMeetingCount count;

  if (g_strcmp0 (line->state, "held") != 0 || !zb_registry_meeting_count (self->registry, line->id, &count, NULL) || count.expected == 0)
    return g_strdup ("");
  /* Translators: figures of a roll in a narrow column: %1$u present of %2$u expected, %3$u excused, %4$u absent */
  return g_strdup_printf (_("%1$u / %2$u · %3$u excused · %4$u absent"), count.present, count.expected, count.excused, count.absent);
}

static char *
text_of (ZbMeetingsView *self, const ZbMeetingItem *item, Column column)
{
  const ZbMeetingLine *line = item->line;

  switch (column)
    {
    case COLUMN_MONTH:
      /* Translators: %u is the number of a month */
      return item->begins_month && line->day.month > 0 ? g_strdup_printf (_("%u/"), line->day.month) : g_strdup ("");
    case COLUMN_DAY: return day_text (line);
    case COLUMN_KIND: return g_strdup (zb_code_table_get ("meeting_kind")->codes[line->kind].label);
    case COLUMN_TITLE: return g_strdup (line->title);
    case COLUMN_ORG: return zb_registry_title (self->registry, &zb_kind_organization, line->org);
    case COLUMN_PLACE: return g_strdup (line->place != NULL ? line->place : "");
    case COLUMN_FIGURES: return figures_text (self, line);
    case COLUMN_STATE: return g_strdup (zb_code_label (zb_code_table_get ("meeting_state"), line->state));
    case N_COLUMNS: break;
    }
  return g_strdup ("");
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = GPOINTER_TO_UINT (data);
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), columns[column].chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), columns[column].chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  if (column == COLUMN_MONTH)
    gtk_widget_add_css_class (text, "heading");
  gtk_widget_add_css_class (text, "tabular");
  gtk_list_item_set_child (item, text);
}

/* A row is called by its title. */
static void
name_row (GtkWidget *cell)
{
  GtkWidget *holder = gtk_widget_get_parent (cell);
  GtkWidget *row = holder != NULL ? gtk_widget_get_parent (holder) : NULL;

  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, cell, NULL, -1);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, ZbMeetingsView *self)
{
  Column column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = text_of (self, gtk_list_item_get_item (item), column);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, *text != '\0' ? text : NULL);
  if (column == COLUMN_TITLE)
    name_row (cell);
}

static void
add_column (ZbMeetingsView *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  made = gtk_column_view_column_new (_(columns[column].title), factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == COLUMN_TITLE);
  gtk_column_view_append_column (self->view, made);
}

/* Search: every word must be found in what is shown, by itself or by its initials. */

static gboolean
has_word (const char *text, const char *word)
{
  g_autofree char *readings = NULL;
  g_auto(GStrv) each = NULL;

  if (text == NULL)
    return FALSE;
  if (strstr (text, word) != NULL)
    return TRUE;
  if (!g_ascii_isalpha (*word))
    return FALSE;
  readings = zb_hanzi_search_readings (text, NULL);
  each = g_strsplit (readings, "|", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (strstr (each[i], word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_found (ZbMeetingsView *self, const ZbMeetingLine *line, char **words)
{
  g_autofree char *day = zb_date_to_print (line->day);
  g_autofree char *org = zb_registry_title (self->registry, &zb_kind_organization, line->org);
  const char *const texts[] = { line->title, line->place, zb_code_table_get ("meeting_kind")->codes[line->kind].label, day, org,
                                zb_code_label (zb_code_table_get ("meeting_state"), line->state) };

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = *words[i] == '\0';

      for (guint j = 0; !found && j < G_N_ELEMENTS (texts); j++)
        found = has_word (texts[j], words[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
show_state (ZbMeetingsView *self, guint n, gboolean is_search)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "none");
  adw_status_page_set_title (self->none, is_search ? _("No Meeting Is Found") : _("No Meetings in This Year Yet"));
  adw_status_page_set_description (self->none, is_search ? _("Look for another word, or clear the search.")
                                                         : _("Record what was held, or plan the next one: the roll of those expected is made by itself."));
  gtk_widget_set_visible (self->new_button, !is_search && !zb_registry_is_read_only (self->registry));
}

static void
fill (ZbMeetingsView *self)
{
  ZbDate from = { (gint16) self->year, 1, 0 }, to = { (gint16) (self->year + 1), 1, 0 };
  g_autoptr(GPtrArray) all = zb_registry_meetings (self->registry, self->org, from, to, NULL);
  g_autofree char *text = g_utf8_strdown (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_auto(GStrv) words = g_strsplit (g_strstrip (text), " ", -1);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint month = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ZbMeetingLine *line = g_ptr_array_index (all, i);
      ZbMeetingItem *item;

      if (!is_found (self, line, words))
        continue;
      item = g_object_new (zb_meeting_item_get_type (), NULL);
      item->line = line;
      item->begins_month = line->day.month != month;
      month = line->day.month;
      g_ptr_array_index (all, i) = NULL;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  if (selected < items->len)
    gtk_single_selection_set_selected (self->selection, selected);
  show_state (self, items->len, *text != '\0');
}

/* A year under way opens where it stands. */
static void
go_to_today (ZbMeetingsView *self)
{
  ZbDate today = zb_registry_today (self->registry);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), at = 0;
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (zb_date_compare (((ZbMeetingItem *) item)->line->day, today) <= 0)
        at = i;
    }
  if (n == 0 || self->year != today.year)
    return;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", at);
}

void
zb_meetings_view_show (ZbMeetingsView *self, gint64 org, int year)
{
  gboolean is_other = self->org != org || self->year != year;

  self->org = org;
  self->year = year;
  fill (self);
  if (is_other)
    go_to_today (self);
}

void
zb_meetings_view_find (ZbMeetingsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
on_activated (GtkColumnView *view, guint position, ZbMeetingsView *self)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    zb_page_ask_for_record (GTK_WIDGET (self), &zb_kind_meeting, ((ZbMeetingItem *) item)->line->id);
}

/* Down and Return lead from the search into the table. */
static void
on_search_done (ZbMeetingsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_new_clicked (ZbMeetingsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new", NULL);
}

static gboolean
zb_meetings_view_grab_focus (GtkWidget *widget)
{
  ZbMeetingsView *self = ZB_MEETINGS_VIEW (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_grab_focus (gtk_widget_get_visible (self->new_button) ? self->new_button : GTK_WIDGET (self->search));
}

static void
zb_meetings_view_dispose (GObject *object)
{
  ZbMeetingsView *self = ZB_MEETINGS_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_meetings_view_parent_class)->dispose (object);
}

static void
zb_meetings_view_finalize (GObject *object)
{
  g_clear_object (&ZB_MEETINGS_VIEW (object)->items);
  G_OBJECT_CLASS (zb_meetings_view_parent_class)->finalize (object);
}

static void
zb_meetings_view_class_init (ZbMeetingsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_meetings_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_meetings_view_finalize;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_meetings_view_grab_focus);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zb_meetings_view_init (ZbMeetingsView *self)
{
  self->items = g_list_store_new (zb_meeting_item_get_type ());
}

static GtkWidget *
make_bar (ZbMeetingsView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  g_object_set (self->search, "placeholder-text", _("Title, kind, place or day"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search Meetings"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_search_done), self, G_CONNECT_SWAPPED);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (bar, "life-bar");
  return bar;
}

static void
make_none (ZbMeetingsView *self)
{
  self->none = ADW_STATUS_PAGE (adw_status_page_new ());
  self->new_button = gtk_button_new_with_mnemonic (_("_New Meeting"));
  gtk_widget_set_halign (self->new_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->new_button, "pill");
  gtk_widget_add_css_class (self->new_button, "suggested-action");
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (on_new_clicked), self, G_CONNECT_SWAPPED);
  adw_status_page_set_icon_name (self->none, "x-office-calendar-symbolic");
  adw_status_page_set_child (self->none, self->new_button);
}

GtkWidget *
zb_meetings_view_new (ZbRegistry *registry)
{
  ZbMeetingsView *self = g_object_new (ZB_TYPE_MEETINGS_VIEW, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->registry = g_object_ref (registry);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Meetings"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activated), self);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  make_none (self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, scrolled, "table");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
