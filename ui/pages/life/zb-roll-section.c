/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-roll-section.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-codes.h"
#include "shell/zb-page.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-section.h"

/* Rows of names shown without scrolling. */
#define NAMES_HEIGHT 260

typedef enum {
  FIGURE_EXPECTED,
  FIGURE_PRESENT,
  FIGURE_LATE,
  FIGURE_EXCUSED,
  FIGURE_ABSENT,
  FIGURE_UNMARKED,
  FIGURE_EXTRA,
  FIGURE_EXEMPT,
  FIGURE_VOTERS,
  FIGURE_OBSERVERS,
  FIGURE_GUESTS,
  N_FIGURES
} Figure;

struct _ZbRollSection
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbRollModel *model;   /* (owned) (nullable) */
  gboolean is_held;
  int open;             /* the figure whose names are shown, -1 */
  gboolean is_filling;

  GtkWidget *section;
  ZbFlow *figures;
  GtkWidget *buttons[N_FIGURES];
  GtkLabel *line;       /* what is said where there is no roll */
  GtkRevealer *revealer;
  GtkFilterListModel *names; /* (unowned): of the view */
  GtkCustomFilter *filter;   /* (unowned): of the model */
  GtkListView *view;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (ZbRollSection, zb_roll_section, ADW_TYPE_BIN)

static const char *
role_of (ZbRollRow *row)
{
  return zb_record_get (zb_roll_row_get_record (row), "role");
}

/* Whether a row is behind a figure: the names are the same people that were counted. */
static gboolean
is_behind (Figure figure, ZbRollRow *row)
{
  const ZbRecord *record = zb_roll_row_get_record (row);
  const char *state = zb_roll_row_get_state (row);
  gboolean expected = zb_roll_row_is_expected (row);
  gboolean is_member = g_strcmp0 (role_of (row), "member") == 0;

  switch (figure)
    {
    case FIGURE_EXPECTED: return expected;
    case FIGURE_PRESENT: return expected && zb_roll_row_has_come (row);
    case FIGURE_LATE: return expected && g_strcmp0 (state, "late") == 0;
    case FIGURE_EXCUSED: return expected && g_strcmp0 (state, "excused") == 0;
    case FIGURE_ABSENT: return expected && !zb_roll_row_has_come (row) && g_strcmp0 (state, "excused") != 0;
    case FIGURE_UNMARKED: return expected && state == NULL;
    case FIGURE_EXTRA: return is_member && !expected && zb_roll_row_has_come (row);
    case FIGURE_EXEMPT: return is_member && !expected;
    case FIGURE_VOTERS: return is_member && zb_record_get_int (record, "voter") == 1;
    case FIGURE_OBSERVERS: return g_strcmp0 (role_of (row), "observer") == 0;
    case FIGURE_GUESTS: return g_strcmp0 (role_of (row), "guest") == 0;
    case N_FIGURES: break;
    }
  return FALSE;
}

static guint
count_exempt (ZbRollSection *self)
{
  guint n = 0;

  for (guint i = 0; i < zb_roll_model_get_size (self->model); i++)
    n += is_behind (FIGURE_EXEMPT, zb_roll_model_get_row (self->model, i));
  return n;
}

static char *
figure_words (Figure figure, guint n, const ZbMeetingCount *count)
{
  switch (figure)
    {
    case FIGURE_EXPECTED: return g_strdup_printf (_("Expected %u"), n);
    case FIGURE_PRESENT: return g_strdup_printf (_("Present %u"), n);
    case FIGURE_LATE: return g_strdup_printf (_("of these late %u"), n);
    case FIGURE_EXCUSED: return g_strdup_printf (_("Excused %u"), n);
    case FIGURE_ABSENT: return g_strdup_printf (_("Absent %u"), n);
    case FIGURE_UNMARKED: return g_strdup_printf (_("of these not called yet %u"), n);
    case FIGURE_EXTRA: return g_strdup_printf (_("Came although not expected %u"), n);
    case FIGURE_EXEMPT: return g_strdup_printf (_("Not expected %u"), n);
    /* Translators: %1$u who may vote, %2$u who of them came */
    case FIGURE_VOTERS: return g_strdup_printf (_("May vote %1$u, came %2$u"), n, count->voters_present);
    case FIGURE_OBSERVERS: return g_strdup_printf (_("Observers %u"), n);
    case FIGURE_GUESTS: return g_strdup_printf (_("Guests %u"), n);
    case N_FIGURES: break;
    }
  return g_strdup ("");
}

static void
show_figures (ZbRollSection *self)
{
  ZbMeetingCount count;
  guint values[N_FIGURES];

  if (self->model == NULL)
    return;
  zb_roll_model_get_count (self->model, &count);
  values[FIGURE_EXPECTED] = count.expected;
  values[FIGURE_PRESENT] = count.present;
  values[FIGURE_LATE] = count.late;
  values[FIGURE_EXCUSED] = count.excused;
  values[FIGURE_ABSENT] = count.absent;
  values[FIGURE_UNMARKED] = count.unmarked;
  values[FIGURE_EXTRA] = count.extra;
  values[FIGURE_EXEMPT] = count_exempt (self);
  values[FIGURE_VOTERS] = count.voters;
  values[FIGURE_OBSERVERS] = count.observers;
  values[FIGURE_GUESTS] = count.guests;
  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *words = figure_words (i, values[i], &count);
      gboolean is_always = i == FIGURE_EXPECTED || (self->is_held && (i == FIGURE_PRESENT || i == FIGURE_EXCUSED || i == FIGURE_ABSENT));

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), words);
      gtk_widget_set_visible (self->buttons[i], is_always || (values[i] > 0 && (self->is_held || i == FIGURE_EXEMPT || i == FIGURE_VOTERS
                                                                                || i == FIGURE_OBSERVERS || i == FIGURE_GUESTS)));
    }
  if (self->open >= 0)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Names. */

static gboolean
filter_func (gpointer item, gpointer user_data)
{
  ZbRollSection *self = user_data;

  return self->open >= 0 && is_behind ((Figure) self->open, ZB_ROLL_ROW (item));
}

static void
open_figure (ZbRollSection *self, int figure)
{
  self->is_filling = TRUE;
  for (int i = 0; i < N_FIGURES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == figure);
  self->is_filling = FALSE;
  self->open = figure;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_label_set_label (self->words, figure >= 0 ? _("Choose a name to see why.") : "");
  gtk_revealer_set_reveal_child (self->revealer, figure >= 0);
}

static void
on_figure_toggled (GtkToggleButton *button, ZbRollSection *self)
{
  if (self->is_filling)
    return;
  for (int i = 0; i < N_FIGURES; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      open_figure (self, gtk_toggle_button_get_active (button) ? i : -1);
}

static void
on_name_activated (GtkListView *view, guint position, ZbRollSection *self)
{
  g_autoptr(ZbRollRow) row = g_list_model_get_item (G_LIST_MODEL (self->names), position);
  g_autofree char *words = row != NULL ? zb_registry_roll_words (self->registry, zb_roll_row_get_record (row)) : NULL;

  if (words != NULL)
    gtk_label_set_label (self->words, words);
}

static char *
name_words (ZbRollRow *row)
{
  const ZbRecord *record = zb_roll_row_get_record (row);
  const char *const parts[] = {
    zb_record_get (record, "post"), zb_record_get (record, "place_of"),
    zb_roll_row_get_state (row) != NULL ? zb_code_label (zb_code_table_get ("attendance_state"), zb_roll_row_get_state (row)) : NULL,
    zb_record_get (record, "reason"), zb_record_get (record, "made_up_on") != NULL ? _("made up") : NULL
  };
  g_autoptr(GString) out = g_string_new (NULL);

  g_string_append_printf (out, "%u　%s", zb_roll_row_get_seat (row), zb_roll_row_get_name (row));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (out, "　%s", parts[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "tabular");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *words = name_words (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), words);
}

void
zb_roll_section_show (ZbRollSection *self, ZbRollModel *model, const ZbRecord *meeting)
{
  gboolean is_other = model != self->model;

  if (is_other && self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (is_other)
    {
      g_set_object (&self->model, model);
      gtk_filter_list_model_set_model (self->names, G_LIST_MODEL (model));
      open_figure (self, -1);
      if (model != NULL)
        g_signal_connect_swapped (model, "changed", G_CALLBACK (show_figures), self);
    }
  self->is_held = zb_record_get (meeting, "held_on") != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->figures), model != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->line), model == NULL);
  show_figures (self);
}

static void
zb_roll_section_dispose (GObject *object)
{
  ZbRollSection *self = ZB_ROLL_SECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_roll_section_parent_class)->dispose (object);
}

static void
zb_roll_section_class_init (ZbRollSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_roll_section_dispose;
}

static void
zb_roll_section_init (ZbRollSection *self)
{
  self->open = -1;
}

static GtkWidget *
make_names (ZbRollSection *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->filter = gtk_custom_filter_new (filter_func, self, NULL);
  self->names = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->names))), factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Names Behind the Figure"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_name_activated), self);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), NAMES_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scrolled, "card");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), scrolled);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, box);
  return GTK_WIDGET (self->revealer);
}

GtkWidget *
zb_roll_section_new (ZbRegistry *registry)
{
  ZbRollSection *self = g_object_new (ZB_TYPE_ROLL_SECTION, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *anew = gtk_button_new_with_mnemonic (_("Make the Roll _Anew"));
  /* Its key is that of the same button in the head of the page: a key that two want only goes to and fro. */
  GtkWidget *call = gtk_button_new_with_label (_("Call the Roll…"));

  self->registry = g_object_ref (registry);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (anew), "meeting.fill-roll");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (call), "meeting.roll");
  gtk_widget_set_tooltip_text (anew, _("The people expected on the day of the meeting; marks stay as they are"));
  gtk_box_append (GTK_BOX (tools), anew);
  gtk_box_append (GTK_BOX (tools), call);
  self->figures = ZB_FLOW (zb_flow_new (6));
  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "tabular");
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (on_figure_toggled), self, 0);
      zb_flow_append (self->figures, self->buttons[i]);
    }
  self->line = GTK_LABEL (zb_section_line_new (_("The roll is made as soon as the meeting has a day.")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (box), make_names (self));
  self->section = zb_section_new (_("Attendance"), tools);
  zb_section_set_content (self->section, box);
  adw_bin_set_child (ADW_BIN (self), self->section);
  return GTK_WIDGET (self);
}
