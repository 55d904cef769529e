/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/home/zb-home-due.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "pages/home/zb-home-row.h"

/* Names that stand under the heading of several, and rows that it opens to. */
#define NAMES 6
#define MAX_ROWS 100

GPtrArray *
zb_home_due_groups (GPtrArray *due)
{
  GPtrArray *of_kind[ZB_N_DUE_KINDS] = { NULL };
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < due->len; i++)
    {
      ZbDue *one = g_ptr_array_index (due, i);

      if (of_kind[one->kind] == NULL)
        {
          of_kind[one->kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_due_free);
          if (one->kind != ZB_DUE_BIRTHDAY)
            g_ptr_array_add (groups, of_kind[one->kind]);
        }
      g_ptr_array_add (of_kind[one->kind], one);
    }
  if (of_kind[ZB_DUE_BIRTHDAY] != NULL)
    g_ptr_array_add (groups, of_kind[ZB_DUE_BIRTHDAY]);
  /* Every one of them belongs to its group now. */
  g_ptr_array_set_free_func (due, NULL);
  g_ptr_array_set_size (due, 0);
  return groups;
}

static const char *
icon_of (const ZbDue *due, ZbDate today)
{
  if (due->kind == ZB_DUE_BIRTHDAY)
    return "starred-symbolic";
  return zb_due_is_late (due, today) ? "dialog-warning-symbolic" : "alarm-symbolic";
}

static GtkWidget *
single_new (const ZbDue *due, ZbDate today)
{
  g_autofree char *words = zb_due_words (due, today);

  return zb_home_row_new (icon_of (due, today), due->title, words);
}

/* Names, as many as a line has; of meetings what and where. */
static char *
names_of (GPtrArray *group)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < MIN (group->len, NAMES); i++)
    {
      const ZbDue *due = g_ptr_array_index (group, i);

      g_string_append_printf (out, "%s%s%s%s", i > 0 ? "、" : "", due->title, due->what != NULL ? " " : "", due->what != NULL ? due->what : "");
    }
  if (group->len > NAMES)
    g_string_append (out, " …");
  return g_string_free (out, FALSE);
}

/* The rows are made when somebody wants to see them. */
static void
on_expanded (AdwExpanderRow *row)
{
  GPtrArray *group = g_object_get_data (G_OBJECT (row), "group");
  ZbDate today = zb_date_unpack (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "today")));

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);
  for (guint i = 0; i < MIN (group->len, MAX_ROWS); i++)
    {
      const ZbDue *due = g_ptr_array_index (group, i);
      GtkWidget *child = single_new (due, today);

      adw_expander_row_add_row (row, child);
      zb_home_row_lead_to (child, due->record_kind, due->record);
    }
  if (group->len > MAX_ROWS)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %'u more", "and %'u more", group->len - MAX_ROWS), group->len - MAX_ROWS);

      adw_expander_row_add_row (row, zb_home_row_new (NULL, rest, NULL));
    }
}

static GtkWidget *
several_new (GPtrArray *group, ZbDate today)
{
  const ZbDue *first = g_ptr_array_index (group, 0);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *words = zb_due_group_words (first->kind, group->len);
  g_autofree char *names = names_of (group);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (first, today));

  g_object_set (row, "use-markup", FALSE, "title", words, "subtitle", names, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (row), "group", g_ptr_array_ref (group), (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (row), "today", GUINT_TO_POINTER (zb_date_pack (today)));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), NULL);
  return row;
}

GtkWidget *
zb_home_due_row_new (GPtrArray *group, ZbDate today)
{
  GtkWidget *row;

  if (group->len > 1)
    return several_new (group, today);
  row = single_new (g_ptr_array_index (group, 0), today);
  g_object_set_data_full (G_OBJECT (row), "group", g_ptr_array_ref (group), (GDestroyNotify) g_ptr_array_unref);
  return row;
}

guint
zb_home_due_row_kind (GtkWidget *row)
{
  GPtrArray *group = g_object_get_data (G_OBJECT (row), "group");

  return group != NULL ? 1u << ((ZbDue *) g_ptr_array_index (group, 0))->kind : 0;
}

void
zb_home_due_row_lead (GtkWidget *row)
{
  GPtrArray *group = g_object_get_data (G_OBJECT (row), "group");
  const ZbDue *due = g_ptr_array_index (group, 0);

  if (!ADW_IS_EXPANDER_ROW (row))
    zb_home_row_lead_to (row, due->record_kind, due->record);
}
