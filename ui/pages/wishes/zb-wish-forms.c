/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-forms.h"

#include <glib/gi18n.h>

#include "dialogs/zb-record-dialog.h"
#include "shell/zb-page.h"
#include "widgets/zb-suggest-entry.h"

#define MAX_BEFORE 3
#define LONGEST_NAME 4

static const char *const new_fields[] = {
  "household", "title", "category", "quantity", "unit", "estimate", "wanted_by", "org", "collected_on", "channel", "collector", "details", NULL
};
static const char *const wish_fields[] = {
  "number", "household", "title", "category", "quantity", "unit", "estimate", "wanted_by", "org", "collected_on", "channel", "collector", "details",
  "note", NULL
};
static const char *const household_fields[] = {
  "name", "sex", "birth_date", "alias", "category", "community", "people", "phone", "address", "id_number", "situation", "guardian",
  "guardian_phone", "consent_on", "consent_by", "photo_consent", "org", "person", "note", NULL
};

/* What the household wished before stands beside, so that nothing is collected twice. */
static char *
wished_before (ZbRegistry *registry, const ZbRecord *draft)
{
  const char *household = zb_record_get (draft, "household");
  g_autoptr(GPtrArray) wishes = household != NULL && draft->id == 0 ? zb_registry_list (registry, &zb_kind_wish, "household", household, NULL) : NULL;
  g_autoptr(GString) titles = g_string_new (NULL);

  if (wishes == NULL || wishes->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (wishes->len, MAX_BEFORE); i++)
    {
      const ZbRecord *wish = g_ptr_array_index (wishes, wishes->len - 1 - i);

      g_string_append_printf (titles, "%s%s %s", i > 0 ? _(", ") : "", zb_record_get (wish, "number"), zb_record_title (wish));
    }
  /* Translators: %1$u a number, %2$s the latest of them */
  return g_strdup_printf (ngettext ("This household has %1$u wish in the registry already: %2$s.", "This household has %1$u wishes in the registry already: %2$s.",
                                    wishes->len), wishes->len, titles->str);
}

static char *
wish_notice (ZbRegistry *registry, const ZbRecord *draft)
{
  g_autofree char *address = zb_registry_address_notice (registry, draft);
  g_autofree char *before = wished_before (registry, draft);

  if (address != NULL)
    return g_steal_pointer (&address);
  if (before != NULL)
    return g_steal_pointer (&before);
  return g_strdup (_("The wish is read by everybody once it is published: no names, telephones or addresses. What only the inside should know goes under “What Was Told”."));
}

/* Somebody who may be there already is not typed twice. */
static char *
household_notice (ZbRegistry *registry, const ZbRecord *draft)
{
  g_autoptr(GPtrArray) found = zb_registry_households_like (registry, draft);
  const ZbRecord *first = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
  g_autofree char *alias = zb_registry_propose_alias (registry, draft);
  g_autofree char *address = zb_registry_address_notice (registry, draft);

  if (address != NULL && first == NULL)
    return g_steal_pointer (&address);
  if (first != NULL)
    return g_strdup_printf (_("This may be “%1$s” (%2$s), who is in the registry already."), zb_record_title (first),
                            zb_record_get (first, "community") != NULL ? zb_record_get (first, "community") : _("no community"));
  if (zb_record_get (draft, "alias") == NULL && *alias != '\0')
    return g_strdup_printf (_("In public the household will be called “%s”, unless you give another name for publication."), alias);
  return NULL;
}

static gint64
same_household (ZbRegistry *registry, const ZbRecord *draft)
{
  g_autoptr(GPtrArray) found = zb_registry_households_like (registry, draft);

  return found->len > 0 ? ((const ZbRecord *) g_ptr_array_index (found, 0))->id : 0;
}

static const ZbFormSpec new_spec = { new_fields, NULL, NULL, wish_notice };
static const ZbFormSpec wish_spec = { wish_fields, "number", N_("Made from the year"), wish_notice };
static const ZbFormSpec household_spec = { household_fields, "alias", N_("Made from the name"), household_notice, NULL, same_household };

typedef struct {
  ZbRegistry *registry; /* (owned) */
  gint64 org;
} Next;

static void
next_free (gpointer next, GClosure *closure)
{
  g_object_unref (((Next *) next)->registry);
  g_free (next);
}

static void
on_saved (GtkWidget *widget, gint64 id, const char *words)
{
  zb_page_say (widget, words, TRUE);
}

static void
on_wish_saved (GtkWidget *widget, gint64 id, const char *words)
{
  zb_page_say (widget, words, TRUE);
  zb_page_ask_for_record (widget, &zb_kind_wish, id);
}

/* In place: who is not found is entered from the form of the wish, and stands in it afterwards. */

static void
on_household_taken (ZbSuggestEntry *entry, gint64 id)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  zb_suggest_entry_choose (entry, value);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static void
on_household_made (ZbSuggestEntry *entry, gint64 id, const char *words)
{
  on_household_taken (entry, id);
}

static ZbRecordDialog *
household_dialog_new (ZbRegistry *registry, gint64 org, const char *typed)
{
  g_autoptr(ZbRecord) household = zb_record_new (&zb_kind_household);
  ZbRecordDialog *dialog;
  glong length = typed != NULL ? g_utf8_strlen (typed, -1) : 0;

  if (org != 0)
    zb_record_set_int (household, "org", org);
  /* A name was typed rather than letters or a place. */
  if (length >= 2 && length <= LONGEST_NAME && (guchar) *typed >= 0x80)
    zb_record_set (household, "name", typed);
  household->has_private = TRUE;
  dialog = zb_record_dialog_new_with (registry, household, 0, &household_spec, _("New Household"));
  zb_record_dialog_focus_field (dialog, "name");
  return dialog;
}

static void
on_create_household (ZbSuggestEntry *entry, const char *typed, gpointer data)
{
  ZbRegistry *registry = g_object_get_data (G_OBJECT (entry), "registry");
  gint64 *org = g_object_get_data (G_OBJECT (entry), "org");
  ZbRecordDialog *dialog = household_dialog_new (registry, *org, typed);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_household_made), entry, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "open-record", G_CALLBACK (on_household_taken), entry, G_CONNECT_SWAPPED);
  zb_page_present (GTK_WIDGET (entry), GTK_WINDOW (dialog));
}

static void
offer_new_household (ZbRecordDialog *dialog, ZbRegistry *registry, gint64 org)
{
  GtkWidget *entry = zb_record_dialog_get_editor (dialog, "household");

  g_object_set_data_full (G_OBJECT (entry), "registry", g_object_ref (registry), g_object_unref);
  g_object_set_data_full (G_OBJECT (entry), "org", g_memdup2 (&org, sizeof org), g_free);
  zb_suggest_entry_set_creator (ZB_SUGGEST_ENTRY (entry), _("New household…"), on_create_household, NULL);
}

static void
present (GtkWidget *widget, ZbRecordDialog *dialog, const char *field, GCallback saved)
{
  if (field != NULL)
    zb_record_dialog_focus_field (dialog, field);
  g_signal_connect_object (dialog, "saved", saved, widget, G_CONNECT_SWAPPED);
  zb_page_present (widget, GTK_WINDOW (dialog));
}

static void
on_household_saved (ZbRecordDialog *dialog, gint64 id, const char *words, Next *next)
{
  GtkWidget *widget = g_object_get_data (G_OBJECT (dialog), "from");

  zb_page_say (widget, words, TRUE);
  zb_wish_form_new (widget, next->registry, next->org, id);
}

void
zb_wish_form_new (GtkWidget *widget, ZbRegistry *registry, gint64 org, gint64 household)
{
  g_autoptr(ZbRecord) wish = zb_record_new (&zb_kind_wish);
  g_autoptr(GPtrArray) households = household == 0 ? zb_registry_list (registry, &zb_kind_household, NULL, NULL, NULL) : NULL;
  g_autofree char *today = zb_date_to_text (zb_registry_today (registry));
  ZbRecordDialog *dialog;

  if (zb_registry_is_read_only (registry))
    return;
  if (household == 0 && (households == NULL || households->len == 0))
    {
      zb_wish_form_new_household (widget, registry, org);
      return;
    }
  zb_record_set_int (wish, "org", org);
  zb_record_set (wish, "collected_on", today);
  zb_record_set (wish, "quantity", "1");
  /* What a person cannot set is set by the registry; the form asks only whether the rest is there. */
  zb_record_set (wish, "state", "collected");
  if (household != 0)
    zb_record_set_int (wish, "household", household);
  dialog = zb_record_dialog_new_with (registry, wish, 0, &new_spec, _("New Wish"));
  offer_new_household (dialog, registry, org);
  present (widget, dialog, household != 0 ? "title" : "household", G_CALLBACK (on_wish_saved));
}

void
zb_wish_form_new_household (GtkWidget *widget, ZbRegistry *registry, gint64 org)
{
  ZbRecordDialog *dialog;
  Next *next;

  if (zb_registry_is_read_only (registry))
    return;
  dialog = household_dialog_new (registry, org, NULL);
  next = g_new0 (Next, 1);
  next->registry = g_object_ref (registry);
  next->org = org;
  g_object_set_data (G_OBJECT (dialog), "from", widget);
  g_signal_connect_data (dialog, "saved", G_CALLBACK (on_household_saved), next, next_free, 0);
  zb_page_present (widget, GTK_WINDOW (dialog));
}

void
zb_wish_form_wish (GtkWidget *widget, ZbRegistry *registry, gint64 id)
{
  g_autoptr(ZbRecord) wish = zb_registry_get (registry, &zb_kind_wish, id, TRUE, NULL);

  ZbRecordDialog *dialog;

  if (wish == NULL || zb_registry_is_read_only (registry))
    return;
  dialog = zb_record_dialog_new_with (registry, wish, 0, &wish_spec, _("Edit Wish"));
  offer_new_household (dialog, registry, zb_record_get_int (wish, "org"));
  present (widget, dialog, "title", G_CALLBACK (on_saved));
}

void
zb_wish_form_household (GtkWidget *widget, ZbRegistry *registry, gint64 id)
{
  g_autoptr(ZbRecord) household = zb_registry_get (registry, &zb_kind_household, id, TRUE, NULL);

  if (household != NULL && !zb_registry_is_read_only (registry))
    present (widget, zb_record_dialog_new_with (registry, household, 0, &household_spec, _("Edit Household")), "alias", G_CALLBACK (on_saved));
}
