/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-columns.h"

#include <glib/gi18n.h>

struct _ZbImportColumns
{
  AdwBin parent_instance;

  ZbImport *import;         /* (unowned) (nullable) */
  GPtrArray *fields;        /* (owned) (nullable) (element-type ZbField): of the drop-downs */
  gboolean filling;

  GtkListBox *list;
  GtkSwitch *keep_switch;
  AdwEntryRow *name_row;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ZbImportColumns, zb_import_columns, ADW_TYPE_BIN)

char *
zb_import_column_heading (const ZbImportColumn *column)
{
  if (column->heading != NULL && *column->heading != '\0')
    return g_strdup (column->heading);
  /* Translators: a column of a file that has no heading; %u counts from 1 */
  return g_strdup_printf (_("Column %u"), column->index + 1);
}

/* The first place means: not taken. */
static guint
place_of (ZbImportColumns *self, const ZbField *field)
{
  guint place;

  return field != NULL && g_ptr_array_find (self->fields, field, &place) ? place + 1 : 0;
}

static void
on_field_selected (ZbImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint place = adw_combo_row_get_selected (row);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));

  if (self->filling || self->import == NULL)
    return;
  zb_import_map (self->import, column, place > 0 && place <= self->fields->len ? g_ptr_array_index (self->fields, place - 1) : NULL);
  g_signal_emit (self, changed_signal, 0);
}

/* The first values, so that one sees what the column holds; and whether what it means was guessed. */
static char *
subtitle_of (const ZbImportColumn *column)
{
  g_autoptr(GString) out = g_string_new (column->sample);

  if (column->other != NULL)
    g_string_append_printf (out, "  ·  %s", column->other);
  if (column->is_guessed)
    g_string_append_printf (out, "\n%s", _("Guessed from the values"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static GtkWidget *
column_row (ZbImportColumns *self, guint i, GListModel *names)
{
  const ZbImportColumn *column = zb_import_column (self->import, i);
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autofree char *heading = zb_import_column_heading (column);
  g_autofree char *subtitle = subtitle_of (column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  /* GTK 4.8 warns of a label that may be cut and is narrower than the sign of the cut. */
  if (g_utf8_strlen (subtitle, -1) > 3)
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), column->is_guessed ? 2 : 1);
  if (column->is_guessed)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-question-symbolic"));
  adw_combo_row_set_model (row, names);
  adw_combo_row_set_selected (row, place_of (self, column->field));
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (i));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_field_selected), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

static GListModel *
list_fields (ZbImportColumns *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Not Imported"));
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (names, _(((const ZbField *) g_ptr_array_index (self->fields, i))->label));
  return G_LIST_MODEL (names);
}

/* The rows stay as long as there are as many columns: who chose in one keeps his place. */
static void
update_rows (ZbImportColumns *self)
{
  for (guint i = 0; i < zb_import_n_columns (self->import); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (gint) i);

      adw_combo_row_set_selected (ADW_COMBO_ROW (row), place_of (self, zb_import_column (self->import, i)->field));
    }
}

static gboolean
is_shown (ZbImportColumns *self, ZbImport *import)
{
  guint n = zb_import_n_columns (import);

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (gint) i);
      g_autofree char *heading = zb_import_column_heading (zb_import_column (import, i));

      if (row == NULL || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), heading) != 0)
        return FALSE;
    }
  return n > 0 && gtk_list_box_get_row_at_index (self->list, (gint) n) == NULL;
}

void
zb_import_columns_set (ZbImportColumns *self, ZbImport *import)
{
  g_autoptr(GPtrArray) fields = import != NULL ? zb_import_fields (zb_import_kind (import)) : NULL;
  g_autoptr(GListModel) names = NULL;
  gboolean same;
  GtkWidget *child;

  self->import = import;
  if (import == NULL)
    return;
  same = self->fields != NULL && self->fields->len == fields->len && (fields->len == 0 || fields->pdata[0] == self->fields->pdata[0]) && is_shown (self, import);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->fields = g_steal_pointer (&fields);
  self->filling = TRUE;
  if (same)
    update_rows (self);
  else
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
        gtk_list_box_remove (self->list, child);
      names = list_fields (self);
      for (guint i = 0; i < zb_import_n_columns (import); i++)
        gtk_list_box_append (self->list, column_row (self, i, names));
    }
  self->filling = FALSE;
}

static void
on_keep_toggled (ZbImportColumns *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), gtk_switch_get_active (self->keep_switch));
}

void
zb_import_columns_set_name (ZbImportColumns *self, const char *name, gboolean is_kept)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name != NULL ? name : "");
  gtk_switch_set_active (self->keep_switch, is_kept);
  on_keep_toggled (self);
}

const char *
zb_import_columns_get_name (ZbImportColumns *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));

  return gtk_switch_get_active (self->keep_switch) && *name != '\0' ? name : NULL;
}

static void
zb_import_columns_finalize (GObject *object)
{
  g_clear_pointer (&ZB_IMPORT_COLUMNS (object)->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (zb_import_columns_parent_class)->finalize (object);
}

static void
zb_import_columns_class_init (ZbImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = zb_import_columns_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/import/zb-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbImportColumns, list);
  gtk_widget_class_bind_template_child (widget_class, ZbImportColumns, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, ZbImportColumns, name_row);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_toggled);
}

static void
zb_import_columns_init (ZbImportColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
zb_import_columns_new (void)
{
  return g_object_new (ZB_TYPE_IMPORT_COLUMNS, NULL);
}
