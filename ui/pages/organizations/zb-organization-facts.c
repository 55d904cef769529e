/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/organizations/zb-organization-facts.h"

#include <glib/gi18n.h>

#include "widgets/zb-facts.h"
#include "widgets/zb-section.h"

GtkWidget *
zb_organization_facts_new (ZbRegistry *registry, const ZbRecord *record)
{
  static const char *const elsewhere[] = { "name", "kind", "display_order", NULL };
  GtkWidget *facts = NULL;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const ZbField *field = &record->kind->fields[i];
      g_autofree char *text = zb_facts_text (registry, record, field);

      if (g_strv_contains (elsewhere, field->name) || text == NULL || *text == '\0')
        continue;
      if (facts == NULL)
        facts = zb_facts_new ();
      zb_facts_add (facts, _(field->label), text);
    }
  return facts != NULL ? facts : zb_section_line_new (_("Nothing is entered yet."));
}

/* “更名　旧名　→　新名　文号　事由” */
static char *
event_words (ZbRegistry *registry, const ZbRecord *event)
{
  g_autofree char *what = zb_facts_text (registry, event, zb_kind_field (event->kind, "kind"));
  g_autofree char *other = zb_facts_text (registry, event, zb_kind_field (event->kind, "other"));
  const char *before = zb_record_get (event, "name_before"), *after = zb_record_get (event, "name_after");
  const char *const parts[] = {
    what, before != NULL && after != NULL ? before : NULL, before != NULL && after != NULL ? "→" : NULL, after, other,
    zb_record_get (event, "document"), zb_record_get (event, "reason")
  };
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? "　" : "", parts[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

GtkWidget *
zb_organization_history_new (ZbRegistry *registry, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr(GPtrArray) events = zb_registry_list (registry, &zb_kind_organization_event, "org", text, NULL);
  GtkWidget *facts = zb_facts_new ();

  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    {
      const ZbRecord *event = g_ptr_array_index (events, i - 1);
      g_autofree char *on = zb_facts_text (registry, event, zb_kind_field (event->kind, "on"));
      g_autofree char *words = event_words (registry, event);

      zb_facts_add (facts, *on != '\0' ? on : "—", words);
    }
  return facts;
}
