/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/life/zb-year-line.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"

#define N_MONTHS 12
/* Widths in ems: the name, a month, the figure at the end. */
#define NAME_EMS 8.5
#define CELL_EMS 4.0
#define RATE_EMS 5.5
/* Of a font’s ascent and descent together. */
#define EM_OF_LINE 0.7

struct _ZbYearLine
{
  GtkWidget parent_instance;

  GtkWidget *name;
  GtkWidget *cells[N_MONTHS];
  GtkWidget *rate;
  gboolean is_title;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbYearLine, zb_year_line, GTK_TYPE_WIDGET)

/* Dividing the line. */

static double
em_of (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double em = EM_OF_LINE * (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return em;
}

static void
zb_year_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int) ((NAME_EMS + N_MONTHS * CELL_EMS + RATE_EMS) * em_of (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, most = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, orientation, -1, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static void
zb_year_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZbYearLine *self = ZB_YEAR_LINE (widget);
  double em = em_of (widget);
  int name = (int) (NAME_EMS * em), rate = (int) (RATE_EMS * em);
  double cell = (width - name - rate) / (double) N_MONTHS;

  gtk_widget_size_allocate (self->name, &(GtkAllocation) { 0, 0, self->is_title ? width : name, height }, -1);
  for (guint i = 0; i < N_MONTHS && !self->is_title; i++)
    {
      int from = name + (int) (i * cell), to = name + (int) ((i + 1) * cell);

      gtk_widget_size_allocate (self->cells[i], &(GtkAllocation) { from, 0, to - from, height }, -1);
    }
  if (!self->is_title)
    gtk_widget_size_allocate (self->rate, &(GtkAllocation) { width - rate, 0, rate, height }, -1);
}

/* What stands in it. */

typedef struct {
  const char *style;
  char *text;    /* (owned) */
  char *words;   /* (owned): for who does not see the mark */
} Mark;

/* A mark and a word; none of it rests on a colour. */
static Mark
mark_of (const ZbYearRow *row, guint month, guint planned, guint now)
{
  guint held = row->known.held[month];

  if (held > 0)
    return (Mark) { "held", g_strdup_printf ("√ %u", held), g_strdup_printf (ngettext ("held %u time", "held %u times", held), held) };
  if (planned > 0)
    /* Translators: in a narrow cell of the year matrix: so many meetings are planned */
    return (Mark) { "planned", g_strdup_printf (_("○ plan %u"), planned), g_strdup_printf (ngettext ("%u planned", "%u planned", planned), planned) };
  switch (row->cells[month])
    {
    case ZB_DUTY_HELD: return (Mark) { "fulfilled", g_strdup ("√"), g_strdup (_("held in another month of the period")) };
    case ZB_DUTY_OPEN:
      /* In a month that is over nothing can be held for it any more. */
      if (month < now)
        return (Mark) { "none", g_strdup ("·"), g_strdup (_("not held yet")) };
      /* Translators: in a narrow cell of the year matrix: not held yet, the time is not over */
      return (Mark) { "open", g_strdup (_("○ open")), g_strdup (_("not held yet")) };
    /* Translators: in a narrow cell of the year matrix: the time is over and nothing was held */
    case ZB_DUTY_GAP: return (Mark) { "gap", g_strdup (_("⚠ gap")), g_strdup (_("missing")) };
    /* Translators: in a narrow cell of the year matrix: need not be held */
    case ZB_DUTY_EXEMPT: return (Mark) { "exempt", g_strdup (_("exempt")), g_strdup (_("exempt")) };
    case ZB_DUTY_NO_BODY: return (Mark) { "exempt", g_strdup ("—"), g_strdup (_("nobody who could meet")) };
    case ZB_DUTY_NONE: break;
    }
  return (Mark) { "none", g_strdup (""), g_strdup (_("nothing demanded")) };
}

static void
set_style (GtkWidget *cell, const char *style)
{
  const char *classes[] = { "flat", "year-cell", style, NULL };

  gtk_widget_set_css_classes (cell, classes);
}

static void
show_parts (ZbYearLine *self, gboolean is_title)
{
  self->is_title = is_title;
  for (guint i = 0; i < N_MONTHS; i++)
    gtk_widget_set_child_visible (self->cells[i], !is_title);
  gtk_widget_set_child_visible (self->rate, !is_title);
  if (is_title)
    gtk_widget_add_css_class (self->name, "heading");
  else
    gtk_widget_remove_css_class (self->name, "heading");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
zb_year_line_show_row (ZbYearLine *self, const ZbYearRow *row, const guint planned[12], guint now)
{
  const char *kind = zb_code_table_get ("meeting_kind")->codes[row->kind].label;
  g_autofree char *rate = NULL;
  guint done, demanded;

  show_parts (self, FALSE);
  gtk_label_set_label (GTK_LABEL (self->name), kind);
  gtk_widget_set_tooltip_text (self->name, kind);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      Mark mark = mark_of (row, i, planned[i], now);
      /* Translators: for a screen reader: %1$s a kind of meeting, %2$u a month, %3$s what became of it */
      g_autofree char *name = g_strdup_printf (_("%1$s, month %2$u: %3$s"), kind, i + 1, mark.words);

      gtk_button_set_label (GTK_BUTTON (self->cells[i]), mark.text);
      set_style (self->cells[i], mark.style);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_free (mark.text);
      g_free (mark.words);
    }
  zb_year_row_rate (row, &done, &demanded);
  rate = demanded > 0 ? g_strdup_printf ("%u / %u", done, demanded) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->rate), rate);
  gtk_widget_set_tooltip_text (self->rate, _("Done of what was demanded so far"));
}

void
zb_year_line_show_title (ZbYearLine *self, const char *title)
{
  show_parts (self, TRUE);
  gtk_label_set_label (GTK_LABEL (self->name), title);
  gtk_widget_set_tooltip_text (self->name, NULL);
}

void
zb_year_line_show_months (ZbYearLine *self)
{
  show_parts (self, FALSE);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      /* Translators: head of a column: a month */
      g_autofree char *month = g_strdup_printf (_("%u/"), i + 1);

      gtk_button_set_label (GTK_BUTTON (self->cells[i]), month);
      gtk_widget_set_can_target (self->cells[i], FALSE);
      gtk_widget_set_focusable (self->cells[i], FALSE);
    }
  gtk_label_set_label (GTK_LABEL (self->rate), _("Done"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
}

GtkWidget *
zb_year_line_get_cell (ZbYearLine *self, guint month)
{
  return self->cells[month];
}

static void
on_clicked (GtkButton *button, ZbYearLine *self)
{
  for (guint i = 0; i < N_MONTHS; i++)
    if (self->cells[i] == GTK_WIDGET (button))
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static void
zb_year_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (zb_year_line_parent_class)->dispose (object);
}

static void
zb_year_line_class_init (ZbYearLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_year_line_dispose;
  widget_class->measure = zb_year_line_measure;
  widget_class->size_allocate = zb_year_line_size_allocate;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
zb_year_line_init (ZbYearLine *self)
{
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  for (guint i = 0; i < N_MONTHS; i++)
    {
      self->cells[i] = gtk_button_new_with_label ("");
      set_style (self->cells[i], "none");
      /* One of all cells takes the focus: the matrix is one stop on the way of Tab. */
      gtk_widget_set_focusable (self->cells[i], FALSE);
      gtk_widget_set_focus_on_click (self->cells[i], FALSE);
      g_signal_connect (self->cells[i], "clicked", G_CALLBACK (on_clicked), self);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  self->rate = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->rate, "tabular");
  gtk_widget_set_parent (self->rate, GTK_WIDGET (self));
}

GtkWidget *
zb_year_line_new (void)
{
  return g_object_new (ZB_TYPE_YEAR_LINE, NULL);
}
