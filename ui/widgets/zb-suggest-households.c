/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "service/zb-registry-wishes.h"
#include "widgets/zb-suggest-entry.h"

#define MAX_OFFERS 8

/* Read once for each form, and again after something was written: of thousands only a few are ever shown. */
typedef struct {
  ZbRegistry *registry; /* (owned) */
  GPtrArray *all;       /* (owned) (nullable) (element-type ZbHouseholdName) */
  gulong changed_id;
} Households;

static void
forget (Households *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
}

static void
households_free (gpointer data)
{
  Households *self = data;

  g_signal_handler_disconnect (self->registry, self->changed_id);
  forget (self);
  g_object_unref (self->registry);
  g_free (self);
}

/* A household is told from another of its name by where it lives. */
static char *
label_of (const char *alias, const char *community)
{
  return community != NULL ? g_strdup_printf (_("%1$s (%2$s)"), alias, community) : g_strdup (alias);
}

static GPtrArray *
suggest (const char *typed, gpointer user_data)
{
  Households *self = user_data;
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_suggestion_free);

  if (self->all == NULL)
    self->all = zb_registry_households (self->registry);
  for (guint i = 0; i < self->all->len && out->len < MAX_OFFERS; i++)
    {
      const ZbHouseholdName *one = g_ptr_array_index (self->all, i);
      g_autofree char *label = label_of (one->alias, one->community);
      g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, one->id);

      if (g_str_equal (label, typed) || zb_household_name_matches (one, typed))
        g_ptr_array_add (out, zb_suggestion_new (label, NULL, value));
    }
  return out;
}

static char *
label_of_value (ZbRegistry *registry, gint64 id)
{
  g_autoptr(ZbRecord) household = zb_registry_get (registry, &zb_kind_household, id, FALSE, NULL);

  return household != NULL ? label_of (zb_record_title (household), zb_record_get (household, "community")) : NULL;
}

GtkWidget *
zb_suggest_entry_new_households (ZbRegistry *registry)
{
  Households *self = g_new0 (Households, 1);
  GtkWidget *entry;

  self->registry = g_object_ref (registry);
  self->changed_id = g_signal_connect_swapped (registry, "changed", G_CALLBACK (forget), self);
  entry = zb_suggest_entry_new (suggest, self, households_free, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name, community or initials"));
  zb_suggest_entry_set_namer (ZB_SUGGEST_ENTRY (entry), registry, label_of_value);
  return entry;
}
