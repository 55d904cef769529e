/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-columns.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "core/zb-kind.h"
#include "widgets/zb-row-order.h"

/* What can be read, and what fits a page. */
#define LEAST_WIDTH 1
#define MOST_WIDTH 60

static const char *
heading (const ZbRoster *roster, const ZbRosterColumn *column)
{
  const ZbField *field = zb_kind_field (zb_kind_get (roster->kind), column->field);

  return column->heading != NULL ? column->heading : field != NULL ? field->heading : "序号";
}

/* A column that was ticked or moved by hand: from then on the list has the columns that stand here; until then those that
 * it has by itself, which depend on how many branches it is of and on the edition. */

static gboolean
is_chosen (GtkListBox *list)
{
  return g_object_get_data (G_OBJECT (list), "zb-chosen") != NULL;
}

static void
set_chosen (GtkListBox *list, gboolean chosen)
{
  g_object_set_data (G_OBJECT (list), "zb-chosen", GINT_TO_POINTER (chosen));
}

static void
on_chosen (GtkListBox *list)
{
  GCallback changed = (GCallback) g_object_get_data (G_OBJECT (list), "zb-changed");

  if (g_object_get_data (G_OBJECT (list), "zb-following") != NULL)
    return;
  set_chosen (list, TRUE);
  ((void (*) (gpointer)) changed) (g_object_get_data (G_OBJECT (list), "zb-changed-data"));
}

/* The width that a column has unless another is given, in Chinese characters. */
static double
own_width (const ZbRoster *roster, const ZbRosterColumn *column)
{
  const ZbField *field = zb_kind_field (zb_kind_get (roster->kind), column->field);

  return column->width > 0 ? column->width : field != NULL ? field->width : 0;
}

static char *
width_text (double width)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (width > 0 ? g_ascii_formatd (text, sizeof text, "%g", width) : "");
}

/* What is no width is none: the column keeps its own, and the entry says so. */
static void
on_width_typed (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  char *end = NULL;
  double width = g_ascii_strtod (text, &end);

  if (*text == '\0' || (end != text && *end == '\0' && width >= LEAST_WIDTH && width <= MOST_WIDTH))
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static GtkWidget *
width_entry (const ZbRoster *roster, const ZbRosterColumn *column, GHashTable *widths, GCallback changed, gpointer user_data)
{
  GtkWidget *entry = gtk_entry_new ();
  const double *given = widths != NULL ? g_hash_table_lookup (widths, column->field) : NULL;
  g_autofree char *own = width_text (own_width (roster, column));
  g_autofree char *text = width_text (given != NULL ? *given : 0);
  /* Translators: %s is the heading of a column */
  g_autofree char *label = g_strdup_printf (_("Width of “%s” in characters"), heading (roster, column));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), own);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (on_width_typed), NULL);
  g_signal_connect_swapped (entry, "changed", changed, user_data);
  return entry;
}

static void
add_column (GtkListBox *list, const ZbRosterRequest *request, const ZbRosterColumn *column, gboolean shown, GCallback changed, gpointer user_data)
{
  const ZbRoster *roster = request->roster;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *width = width_entry (roster, column, request->widths, changed, user_data);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading (roster, column));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, heading (roster, column), -1);
  g_signal_connect_swapped (check, "notify::active", G_CALLBACK (on_chosen), list);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), width);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), zb_row_order_arrow (-1));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), zb_row_order_arrow (1));
  zb_row_order_enable (GTK_LIST_BOX_ROW (row), G_CALLBACK (on_chosen), list);
  g_object_set_data (G_OBJECT (row), "zb-width", width);
  g_object_set_data (G_OBJECT (row), "zb-column", (gpointer) column->field);
  g_object_set_data (G_OBJECT (row), "zb-check", check);
  gtk_list_box_append (list, row);
}

static const ZbRosterColumn *
find_column (const ZbRoster *roster, const char *name)
{
  for (guint i = 0; i < roster->n_columns; i++)
    if (g_strcmp0 (roster->columns[i].field, name) == 0)
      return &roster->columns[i];
  return NULL;
}

void
zb_export_columns_fill (GtkListBox *list, const ZbRosterRequest *request, GCallback changed, gpointer user_data)
{
  const ZbRoster *roster = request->roster;
  const char *const *chosen = (const char *const *) request->columns;
  GtkWidget *row;

  g_object_set_data (G_OBJECT (list), "zb-changed", (gpointer) changed);
  g_object_set_data (G_OBJECT (list), "zb-changed-data", user_data);
  set_chosen (list, chosen != NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    {
      const ZbRosterColumn *column = find_column (roster, chosen[i]);

      if (column != NULL)
        add_column (list, request, column, TRUE, changed, user_data);
    }
  for (guint i = 0; i < roster->n_columns; i++)
    if (chosen == NULL || !g_strv_contains (chosen, roster->columns[i].field))
      add_column (list, request, &roster->columns[i], chosen == NULL && roster->columns[i].shown, changed, user_data);
}

static GtkCheckButton *
tick_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "zb-check");
}

/* Not a choice of somebody: the list goes on to follow. */
static void
set_tick (GtkListBox *list, GtkWidget *row, gboolean active)
{
  g_object_set_data (G_OBJECT (list), "zb-following", list);
  gtk_check_button_set_active (tick_of (row), active);
  g_object_set_data (G_OBJECT (list), "zb-following", NULL);
}

void
zb_export_columns_follow (GtkListBox *list, ZbSheet *sheet)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL && !is_chosen (list); row = gtk_widget_get_next_sibling (row))
    {
      const char *name = g_object_get_data (G_OBJECT (row), "zb-column");
      gboolean is_there = FALSE;

      for (guint i = 0; i < zb_sheet_n_columns (sheet); i++)
        is_there = is_there || strcmp (zb_sheet_column (sheet, i)->name, name) == 0;
      set_tick (list, row, is_there);
      /* Nobody asked for it: it comes and goes with the edition. */
      g_object_set_data (G_OBJECT (row), "zb-with-edition", is_there && zb_sheet_column_is_private (zb_sheet_request (sheet)->roster, name) ? row : NULL);
    }
}

void
zb_export_columns_set_internal (GtkListBox *list, const ZbRoster *roster, gboolean internal)
{
  gboolean has_private = FALSE;
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    has_private = has_private || (gtk_check_button_get_active (tick_of (row))
                                  && zb_sheet_column_is_private (roster, g_object_get_data (G_OBJECT (row), "zb-column")));
  for (row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL && is_chosen (list); row = gtk_widget_get_next_sibling (row))
    {
      gboolean is_private = zb_sheet_column_is_private (roster, g_object_get_data (G_OBJECT (row), "zb-column"));

      if (internal && is_private && !has_private)
        {
          set_tick (list, row, TRUE);
          g_object_set_data (G_OBJECT (row), "zb-with-edition", row);
        }
      else if (!internal && g_object_steal_data (G_OBJECT (row), "zb-with-edition") != NULL)
        set_tick (list, row, FALSE);
    }
}

void
zb_export_columns_take (GtkListBox *list, ZbRosterRequest *request)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *name = g_object_get_data (G_OBJECT (row), "zb-column");
      GtkEditable *entry = g_object_get_data (G_OBJECT (row), "zb-width");
      gboolean is_good = !gtk_widget_has_css_class (GTK_WIDGET (entry), "error");

      zb_roster_request_set_width (request, name, is_good ? g_ascii_strtod (gtk_editable_get_text (entry), NULL) : 0);
      if (gtk_check_button_get_active (tick_of (row)))
        g_strv_builder_add (names, name);
    }
  g_strfreev (request->columns);
  request->columns = is_chosen (list) ? g_strv_builder_end (names) : NULL;
}
