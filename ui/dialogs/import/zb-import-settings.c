/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import/zb-import-settings.h"

#include <glib/gi18n.h>

#include "core/zb-codes.h"
#include "dialogs/import/zb-import-lists.h"
#include "widgets/zb-org-row.h"

struct _ZbImportSettings
{
  AdwPreferencesGroup parent_instance;

  ZbRegistry *registry;     /* (owned) */
  ZbImportJob *job;         /* (unowned) (nullable) */
  gboolean filling;

  AdwComboRow *kind_row;
  AdwComboRow *sheet_row;
  AdwComboRow *mapping_row;
  AdwComboRow *org_row;
  AdwComboRow *category_row;
};

enum { READ_ANEW, CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbImportSettings, zb_import_settings, ADW_TYPE_PREFERENCES_GROUP)

static void
fill_kinds (ZbImportSettings *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint n, chosen = 0;
  const ZbImportList *lists = zb_import_lists (&n);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, _(lists[i].name));
      if (lists[i].kind == zb_import_kind (self->job->import))
        chosen = i;
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind_row, chosen);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row), self->job->kind == NULL ? _("Told by the headings") : "");
}

static void
fill_sheets (ZbImportSettings *self)
{
  const char *const *sheets = zb_import_sheets (self->job->import);
  guint n = sheets != NULL ? g_strv_length ((char **) sheets) : 0, chosen = 0;
  const char *all[] = { _("All Sheets of This Shape"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (all);

  gtk_string_list_splice (names, 1, 0, sheets);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (sheets[i], self->job->sheet) == 0)
      chosen = i + 1;
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, chosen);
}

/* Lists that were read before and have these headings, too. */
static void
fill_mappings (ZbImportSettings *self)
{
  g_autoptr(GPtrArray) all = zb_registry_list (self->registry, &zb_kind_import_mapping, "kind", zb_import_kind (self->job->import)->name, NULL);
  const char *none[] = { _("As Its Headings Say"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (none);
  guint chosen = 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const ZbRecord *record = g_ptr_array_index (all, i);

      if (!zb_import_fits (self->job->import, zb_record_get (record, "answers")))
        continue;
      gtk_string_list_append (names, zb_record_title (record));
      if (g_strcmp0 (zb_record_title (record), self->job->used) == 0)
        chosen = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->mapping_row), g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
  adw_combo_row_set_model (self->mapping_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->mapping_row, chosen);
}

static void
fill_organizations (ZbImportSettings *self)
{
  ZbOrgTree *tree = zb_registry_tree (self->registry);
  const ZbImportList *list = zb_import_list_of (zb_import_kind (self->job->import));

  gtk_widget_set_visible (GTK_WIDGET (self->org_row), zb_org_tree_size (tree) > 0 && list != NULL && list->org != NULL);
  if (list != NULL && list->org != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->org_row), _(list->org));
  zb_org_row_fill (self->org_row, tree, _("None"), zb_import_org (self->job->import));
}

static const ZbField *
category_field (void)
{
  return zb_kind_field (&zb_kind_member, "category");
}

/* Only where it is asked, or was answered. */
static void
fill_category (ZbImportSettings *self)
{
  const ZbCodeTable *table = zb_code_table_get (category_field ()->codes);
  const char *none[] = { _("Not Given"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (none);
  gboolean is_member = zb_import_kind (self->job->import) == &zb_kind_member;
  const char *answer = is_member ? zb_import_default (self->job->import, category_field ()) : NULL;
  guint chosen = 0;

  for (guint i = 0; i < table->n_codes; i++)
    {
      gtk_string_list_append (names, table->codes[i].label);
      if (g_strcmp0 (table->codes[i].label, answer) == 0)
        chosen = i + 1;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->category_row), is_member && (answer != NULL || zb_import_lacks_category (self->job->import)));
  adw_combo_row_set_model (self->category_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->category_row, chosen);
}

void
zb_import_settings_set (ZbImportSettings *self, ZbImportJob *job)
{
  self->job = job;
  self->filling = TRUE;
  fill_kinds (self);
  fill_sheets (self);
  fill_mappings (self);
  fill_organizations (self);
  fill_category (self);
  self->filling = FALSE;
}

static void
on_kind_selected (ZbImportSettings *self)
{
  guint n, selected = adw_combo_row_get_selected (self->kind_row);
  const ZbImportList *lists = zb_import_lists (&n);

  if (self->filling || self->job == NULL || selected >= n)
    return;
  self->job->kind = lists[selected].kind;
  self->job->org = ZB_IMPORT_USUAL_ORG;
  zb_import_job_keep_corrections (self->job);
  g_clear_pointer (&self->job->mapping, g_free);
  g_signal_emit (self, signals[READ_ANEW], 0);
}

/* The text of the chosen row, %NULL for the first. */
static char *
chosen_text (AdwComboRow *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected (row) > 0 ? adw_combo_row_get_selected_item (row) : NULL;

  return chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
}

static void
on_sheet_selected (ZbImportSettings *self)
{
  if (self->filling || self->job == NULL)
    return;
  zb_import_job_keep_answers (self->job);
  g_free (self->job->sheet);
  self->job->sheet = chosen_text (self->sheet_row);
  g_signal_emit (self, signals[READ_ANEW], 0);
}

static void
on_mapping_selected (ZbImportSettings *self)
{
  char *name;

  if (self->filling || self->job == NULL)
    return;
  name = chosen_text (self->mapping_row);
  zb_import_job_keep_corrections (self->job);
  g_free (self->job->mapping);
  self->job->mapping = name != NULL ? name : g_strdup ("");
  g_signal_emit (self, signals[READ_ANEW], 0);
}

static void
on_org_selected (ZbImportSettings *self)
{
  if (self->filling || self->job == NULL)
    return;
  self->job->org = zb_org_row_get (self->org_row);
  zb_import_set_org (self->job->import, self->job->org);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_category_selected (ZbImportSettings *self)
{
  g_autofree char *category = NULL;

  if (self->filling || self->job == NULL)
    return;
  category = chosen_text (self->category_row);
  zb_import_set_default (self->job->import, category_field (), category);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
zb_import_settings_dispose (GObject *object)
{
  ZbImportSettings *self = ZB_IMPORT_SETTINGS (object);

  self->job = NULL;
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_import_settings_parent_class)->dispose (object);
}

static void
zb_import_settings_class_init (ZbImportSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_import_settings_dispose;
  signals[READ_ANEW] = g_signal_new ("read-anew", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/zhibu/Zhibu/dialogs/import/zb-import-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, ZbImportSettings, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ZbImportSettings, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, ZbImportSettings, mapping_row);
  gtk_widget_class_bind_template_child (widget_class, ZbImportSettings, org_row);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_mapping_selected);
  gtk_widget_class_bind_template_child (widget_class, ZbImportSettings, category_row);
  gtk_widget_class_bind_template_callback (widget_class, on_org_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_category_selected);
}

static void
zb_import_settings_init (ZbImportSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
zb_import_settings_new (ZbRegistry *registry)
{
  ZbImportSettings *self = g_object_new (ZB_TYPE_IMPORT_SETTINGS, NULL);

  self->registry = g_object_ref (registry);
  return GTK_WIDGET (self);
}
