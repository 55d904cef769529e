/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/members/zb-saved-filters.h"

#include <glib/gi18n.h>

/* Those of the members' ledger; lists of other things have filters too. */
#define LEDGER "member"

struct _ZbSavedFilters
{
  ZbRemembered parent_instance;

  ZbRegistry *registry; /* (owned) */
  ZbFilter *current;    /* (owned) (nullable) */
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbSavedFilters, zb_saved_filters, ZB_TYPE_REMEMBERED)

static GPtrArray *
list (ZbRemembered *self, ZbRegistry *registry)
{
  return zb_registry_list (registry, &zb_kind_saved_filter, "kind", LEDGER, NULL);
}

static void
chosen (ZbRemembered *remembered, const ZbRecord *record)
{
  ZbSavedFilters *self = ZB_SAVED_FILTERS (remembered);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZbFilter) filter = zb_filter_parse (zb_record_get (record, "conditions"), zb_registry_tree (self->registry), &error);

  if (filter == NULL)
    zb_remembered_say (remembered, error);
  else
    g_signal_emit (self, signals[CHOSEN], 0, filter);
}

static gboolean
can_remember (ZbRemembered *remembered)
{
  ZbSavedFilters *self = ZB_SAVED_FILTERS (remembered);

  return self->current != NULL && zb_filter_size (self->current) > 0;
}

static ZbRecord *
make (ZbRemembered *remembered, ZbRegistry *registry, const char *name, GError **error)
{
  ZbSavedFilters *self = ZB_SAVED_FILTERS (remembered);
  g_autoptr(GPtrArray) known = NULL;
  g_autoptr(ZbRecord) record = NULL;
  g_autofree char *conditions = NULL;

  if (!can_remember (remembered))
    return NULL;
  if (!(known = zb_registry_list (registry, &zb_kind_saved_filter, "kind", LEDGER, error)))
    return NULL;
  record = zb_record_new (&zb_kind_saved_filter);
  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (zb_record_title (g_ptr_array_index (known, i)), name))
      record->id = ((ZbRecord *) g_ptr_array_index (known, i))->id;
  conditions = zb_filter_to_text (self->current, zb_registry_tree (self->registry));
  zb_record_set (record, "name", name);
  zb_record_set (record, "kind", LEDGER);
  zb_record_set (record, "conditions", conditions);
  zb_remembered_set_name (remembered, "");
  return g_steal_pointer (&record);
}

void
zb_saved_filters_set_current (ZbSavedFilters *self, ZbFilter *filter)
{
  zb_filter_ref (filter);
  g_clear_pointer (&self->current, zb_filter_unref);
  self->current = filter;
}

static void
zb_saved_filters_dispose (GObject *object)
{
  ZbSavedFilters *self = ZB_SAVED_FILTERS (object);

  g_clear_pointer (&self->current, zb_filter_unref);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_saved_filters_parent_class)->dispose (object);
}

static void
zb_saved_filters_class_init (ZbSavedFiltersClass *klass)
{
  ZbRememberedClass *remembered = ZB_REMEMBERED_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_saved_filters_dispose;
  remembered->kind = &zb_kind_saved_filter;
  remembered->list = list;
  remembered->chosen = chosen;
  remembered->can_remember = can_remember;
  remembered->make = make;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ZB_TYPE_FILTER);
}

static void
zb_saved_filters_init (ZbSavedFilters *self)
{
}

GtkWidget *
zb_saved_filters_new (ZbRegistry *registry)
{
  ZbSavedFilters *self = g_object_new (ZB_TYPE_SAVED_FILTERS, NULL);
  const ZbRememberedWords words = {
    .list = _("Saved Filters"),
    .empty = _("No filter has been saved yet"),
    /* Translators: %s is the name of a saved filter */
    .forget = _("Remove the saved filter: %s"),
    /* Translators: %s is the name of a list or filter that was remembered */
    .rename = _("Give another name: %s"),
    .placeholder = _("Name for the present conditions"),
    .name = _("Name for the present conditions"),
    .remember = _("_Save"),
    .tooltip = _("Save the present conditions; a filter of the same name is written over"),
  };

  self->registry = g_object_ref (registry);
  zb_remembered_set_up (ZB_REMEMBERED (self), registry, &words);
  return GTK_WIDGET (self);
}
