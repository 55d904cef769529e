/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-dialog-private.h"

#include <glib/gi18n.h>

#include "core/zb-kind.h"
#include "dialogs/zb-export-columns.h"
#include "dialogs/zb-export-conditions.h"
#include "widgets/zb-org-row.h"

/* Between what the rows of the dialog say and the request that the pages are made of. */

/* Points of the letters in a list that says nothing of it. */
#define DEFAULT_SIZE 9

/* A day that may be left empty. */
static gboolean
read_day (AdwEntryRow *row, ZbDate *out_day, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  *out_day = ZB_DATE_NONE;
  return *text == '\0' || zb_date_read (text, out_day, error);
}

/* Takes what the rows say into the request. */
gboolean
zb_export_dialog_read (ZbExportDialog *self, GError **error)
{
  ZbRosterRequest *request = self->request;
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  guint paper = adw_combo_row_get_selected (self->paper_row);
  guint order = adw_combo_row_get_selected (self->order_row);

  if (!zb_date_read (gtk_editable_get_text (GTK_EDITABLE (self->as_of_row)), &request->as_of, error)
      || !read_day (self->from_row, &request->from, error) || !read_day (self->until_row, &request->to, error))
    return FALSE;
  if (request->ids == NULL)
    request->org = zb_org_row_get (self->org_row);
  request->with_below = gtk_switch_get_active (self->below_switch);
  request->internal = gtk_switch_get_active (self->internal_switch);
  request->spread_names = gtk_switch_get_active (self->spread_switch);
  request->note_export = gtk_switch_get_active (self->foot_switch);
  if (zb_roster_request_takes_guests (request->roster))
    {
      request->blocks = adw_combo_row_get_selected (self->blocks_row);
      request->blank_rows = gtk_spin_button_get_value_as_int (self->blank_spin);
    }
  if (!zb_export_conditions_take (self->filter_row, self->registry, request, error))
    return FALSE;
  request->font_size = gtk_spin_button_get_value (self->size_spin);
  request->paper_a3 = paper >= 2;
  request->portrait = paper % 2 == 1;
  /* Behind those of the list stand the order that the dialog was opened with, and the one that was made by hand. */
  if (order != self->by_hand)
    {
      zb_roster_request_set_order (request, order == self->as_given ? self->given->order : request->roster->orders[order].name);
      request->descending = order == self->as_given && self->given->descending;
    }
  g_free (request->title);
  request->title = *title != '\0' ? g_strdup (title) : NULL;
  zb_export_columns_take (self->columns_list, request);
  return TRUE;
}

void
zb_export_dialog_fill_orders (ZbExportDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const ZbRoster *roster = self->request->roster;
  const char *wanted = zb_roster_request_get_order (self->request);
  guint selected = 0, n;
  gboolean is_offered = FALSE;

  for (n = 0; roster->orders[n].name != NULL; n++)
    {
      gtk_string_list_append (names, _(roster->orders[n].label));
      if (g_str_equal (roster->orders[n].name, roster->order))
        selected = n;
    }
  for (guint i = 0; i < n && !self->request->descending; i++)
    if (g_str_equal (roster->orders[i].name, wanted))
      {
        selected = i;
        is_offered = TRUE;
      }
  self->as_given = self->by_hand = G_MAXUINT;
  if (!is_offered && self->request->order != NULL)
    {
      gtk_string_list_append (names, _("As in the table"));
      selected = self->as_given = n++;
    }
  if (self->request->sequence != NULL)
    {
      gtk_string_list_append (names, _("By hand"));
      selected = self->by_hand = n;
    }
  adw_combo_row_set_model (self->order_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->order_row, selected);
}

static void
set_day (AdwEntryRow *row, ZbDate day)
{
  g_autofree char *text = zb_date_to_print (day);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* Which time a list speaks of is asked as people name it: a day, two days, a year, a month. What the request leaves open
 * stands there as it will be taken. */
static void
fill_time (ZbExportDialog *self)
{
  const ZbRosterRequest *request = self->request;
  ZbRosterTime time = request->roster->time;
  ZbDate from = ZB_DATE_NONE, until = ZB_DATE_NONE;

  if (time != ZB_ROSTER_ON_DAY)
    zb_roster_request_period (request, &from, &until);
  if (time == ZB_ROSTER_IN_YEAR)
    from = (ZbDate) { from.year, 0, 0 };
  else if (time == ZB_ROSTER_IN_MONTH)
    from = request->from.month != 0 ? (ZbDate) { from.year, from.month, 0 } : (ZbDate) { request->as_of.year, request->as_of.month, 0 };
  set_day (self->from_row, from);
  set_day (self->until_row, time == ZB_ROSTER_IN_PERIOD ? until : ZB_DATE_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from_row), time == ZB_ROSTER_IN_YEAR    ? _("Year")
                                                                       : time == ZB_ROSTER_IN_MONTH ? _("Month") : _("First Day"));
  gtk_widget_set_visible (GTK_WIDGET (self->as_of_row), time == ZB_ROSTER_ON_DAY || time == ZB_ROSTER_IN_YEAR);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), time != ZB_ROSTER_ON_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), time == ZB_ROSTER_IN_PERIOD);
}

/* A list of those who were selected or searched for is not taken for the whole. */
static void
fill_people (ZbExportDialog *self)
{
  const ZbRosterRequest *request = self->request;
  gboolean is_searched = request->text != NULL && *request->text != '\0';
  /* Translators: %u a number of people or other records */
  g_autofree char *words = request->ids != NULL ? g_strdup_printf (_("Only those selected: %u"), request->n_ids)
                           /* Translators: %s what was typed into the search */
                           : is_searched ? g_strdup_printf (_("Only what the search “%s” finds"), request->text) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->people_row), words != NULL);
  adw_preferences_row_set_use_markup (self->people_row, FALSE);
  adw_preferences_row_set_title (self->people_row, words != NULL ? words : "");
}

/* What is chosen depends on what the list is a list of. */
void
zb_export_dialog_fill_for_roster (ZbExportDialog *self)
{
  const ZbRosterRequest *request = self->request;
  gboolean is_of_org = request->ids == NULL && request->roster->subject == ZB_ROSTER_OF_ORG;
  double size = request->font_size > 0 ? request->font_size : request->roster->font_size;

  fill_people (self);
  gtk_widget_set_visible (GTK_WIDGET (self->org_row), is_of_org);
  gtk_widget_set_visible (GTK_WIDGET (self->below_row), is_of_org);
  fill_time (self);
  gtk_spin_button_set_value (self->size_spin, size > 0 ? size : DEFAULT_SIZE);
  gtk_widget_set_visible (self->internal_row, zb_sheet_can_be_internal (request->roster));
  gtk_switch_set_active (self->internal_switch, request->internal);
  gtk_widget_set_visible (self->spread_row, zb_sheet_has_names (request->roster));
  gtk_widget_set_visible (GTK_WIDGET (self->blocks_row), zb_roster_request_takes_guests (request->roster));
  gtk_widget_set_visible (self->blank_row, zb_roster_request_takes_guests (request->roster));
  adw_combo_row_set_selected (self->blocks_row, MIN (request->blocks, 3));
  gtk_spin_button_set_value (self->blank_spin, zb_roster_request_blank_rows (request));
  zb_export_conditions_fill (self->filter_row, self->registry, request);
  gtk_widget_set_visible (self->sequence_row, zb_roster_request_takes_sequence (request->roster));
  zb_export_dialog_fill_orders (self);
  zb_export_columns_fill (self->columns_list, request, G_CALLBACK (zb_export_dialog_choice_changed), self);
}

static void
fill_rosters (ZbExportDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const ZbRoster *const *rosters = zb_rosters ();
  guint selected = 0;

  g_ptr_array_set_size (self->rosters, 0);
  for (guint i = 0; rosters[i] != NULL; i++)
    {
      /* Beside a list about one meeting or one person stand those that are about the same. */
      if (rosters[i]->subject != self->given->roster->subject)
        continue;
      if (rosters[i] == self->request->roster)
        selected = self->rosters->len;
      g_ptr_array_add (self->rosters, (gpointer) rosters[i]);
      gtk_string_list_append (names, _(rosters[i]->label));
    }
  adw_combo_row_set_model (self->roster_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->roster_row, selected);
}

void
zb_export_dialog_fill (ZbExportDialog *self)
{
  g_autofree char *today = zb_date_to_print (self->request->as_of);
  gboolean portrait = self->request->portrait < 0 ? !self->request->roster->landscape : self->request->portrait;

  self->filling = TRUE;
  fill_rosters (self);
  zb_org_row_fill (self->org_row, zb_registry_tree (self->registry), _("All Organisations"), self->request->org);
  zb_export_dialog_fill_for_roster (self);
  gtk_editable_set_text (GTK_EDITABLE (self->as_of_row), today);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), self->request->title != NULL ? self->request->title : "");
  adw_combo_row_set_selected (self->paper_row, (self->request->paper_a3 ? 2 : 0) + (portrait ? 1 : 0));
  gtk_switch_set_active (self->below_switch, self->request->with_below);
  gtk_switch_set_active (self->spread_switch, self->occasion == NULL || self->request->spread_names);
  gtk_switch_set_active (self->foot_switch, self->request->note_export);
  self->filling = FALSE;
}
