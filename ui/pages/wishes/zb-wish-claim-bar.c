/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/wishes/zb-wish-claim-bar.h"

#include <glib/gi18n.h>

#include "shell/zb-page.h"
#include "widgets/zb-first-focus.h"
#include "widgets/zb-flow.h"
#include "widgets/zb-suggest-entry.h"

struct _ZbWishClaimBar
{
  AdwBin parent_instance;

  ZbRegistry *registry; /* (owned) */

  GtkWidget *number;
  GtkWidget *person;
  GtkWidget *day;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (ZbWishClaimBar, zb_wish_claim_bar, ADW_TYPE_BIN)

static void
on_claimed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(ZbWishClaimBar) self = ZB_WISH_CLAIM_BAR (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_sensitive (self->button, TRUE);
  if (!zb_registry_write_finish (ZB_REGISTRY (source), result, &words, &error))
    {
      zb_page_say_error (GTK_WIDGET (self), error);
      return;
    }
  zb_page_say (GTK_WIDGET (self), words, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->number), "");
  zb_suggest_entry_set (ZB_SUGGEST_ENTRY (self->person), "", NULL);
  gtk_widget_grab_focus (self->number);
}

/* What is missing or not understood: said, and the focus goes there. */
static gboolean
refuse (ZbWishClaimBar *self, GtkWidget *entry, const char *words)
{
  zb_page_say (GTK_WIDGET (self), words, FALSE);
  gtk_widget_grab_focus (entry);
  return FALSE;
}

static gboolean
read_all (ZbWishClaimBar *self, gint64 *out_wish, GHashTable *fields)
{
  const char *person = zb_suggest_entry_get_value (ZB_SUGGEST_ENTRY (self->person));
  g_autofree char *today = zb_date_to_text (zb_registry_today (self->registry));
  ZbDate promised;

  *out_wish = zb_registry_wish_numbered (self->registry, gtk_editable_get_text (GTK_EDITABLE (self->number)));
  if (*out_wish == 0)
    return refuse (self, self->number, _("There is no wish of that number: type the number on the card, 12 for the twelfth of this year."));
  if (person == NULL)
    return refuse (self, self->person, _("Type the name or its initials and choose from the list."));
  if (!zb_date_read (gtk_editable_get_text (GTK_EDITABLE (self->day)), &promised, NULL) || !zb_date_is_complete (promised))
    return refuse (self, self->day, _("Give the day it is promised for, such as 2026.12.31."));
  g_hash_table_insert (fields, g_strdup ("on"), g_steal_pointer (&today));
  g_hash_table_insert (fields, g_strdup ("person"), g_strdup (person));
  g_hash_table_insert (fields, g_strdup ("promised_on"), zb_date_to_text (promised));
  return TRUE;
}

static void
claim (ZbWishClaimBar *self)
{
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 wish;

  if (!gtk_widget_get_sensitive (self->button) || !read_all (self, &wish, fields))
    return;
  gtk_widget_set_sensitive (self->button, FALSE);
  zb_registry_step_async (self->registry, &zb_kind_wish, &wish, 1, zb_kind_step (&zb_kind_wish, "claim"), fields, NULL, on_claimed, g_object_ref (self));
}

/* The day that the wish is wanted for, otherwise what was promised last stays. */
static void
on_number_typed (ZbWishClaimBar *self)
{
  gint64 wish = zb_registry_wish_numbered (self->registry, gtk_editable_get_text (GTK_EDITABLE (self->number)));
  g_autoptr(ZbRecord) record = wish != 0 ? zb_registry_get (self->registry, &zb_kind_wish, wish, FALSE, NULL) : NULL;
  ZbDate wanted = record != NULL ? zb_record_get_date (record, "wanted_by") : ZB_DATE_NONE;
  g_autofree char *text = NULL;

  gtk_widget_set_tooltip_text (self->number, record != NULL ? zb_record_title (record) : _("The number on the card; 12 for the twelfth of this year"));
  if (!zb_date_is_complete (wanted) || zb_date_compare (wanted, zb_registry_today (self->registry)) < 0)
    return;
  text = zb_date_to_print (wanted);
  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
}

static gboolean
zb_wish_claim_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ZB_WISH_CLAIM_BAR (widget)->number);
}

static void
zb_wish_claim_bar_dispose (GObject *object)
{
  g_clear_object (&ZB_WISH_CLAIM_BAR (object)->registry);
  G_OBJECT_CLASS (zb_wish_claim_bar_parent_class)->dispose (object);
}

static void
zb_wish_claim_bar_class_init (ZbWishClaimBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_wish_claim_bar_dispose;
  zb_widget_class_set_first_focus (GTK_WIDGET_CLASS (klass), zb_wish_claim_bar_grab_focus);
}

static void
zb_wish_claim_bar_init (ZbWishClaimBar *self)
{
}

static void
add_entry (ZbFlow *flow, GtkWidget *entry, const char *label, int width)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  zb_flow_append (flow, entry);
}

GtkWidget *
zb_wish_claim_bar_new (ZbRegistry *registry)
{
  ZbWishClaimBar *self = g_object_new (ZB_TYPE_WISH_CLAIM_BAR, NULL);
  ZbFlow *flow = ZB_FLOW (zb_flow_new (12));
  GtkWidget *label = gtk_label_new (_("Claim on the Spot"));
  g_autofree char *day = zb_date_to_print (zb_date_add_months (zb_registry_today (registry), 1));

  self->registry = g_object_ref (registry);
  self->number = gtk_entry_new ();
  self->person = zb_suggest_entry_new_people (registry, TRUE);
  self->day = gtk_entry_new ();
  self->button = gtk_button_new_with_label (_("Claim"));
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  gtk_widget_add_css_class (label, "heading");
  zb_flow_append (flow, label);
  add_entry (flow, self->number, _("Number on the Card"), 12);
  add_entry (flow, self->person, _("Member"), 12);
  add_entry (flow, self->day, _("Promised For"), 12);
  zb_flow_append (flow, self->button);
  g_signal_connect_object (self->number, "changed", G_CALLBACK (on_number_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->number, "activate", G_CALLBACK (gtk_widget_grab_focus), self->person, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "chosen", G_CALLBACK (gtk_widget_grab_focus), self->day, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "activate", G_CALLBACK (claim), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (claim), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (flow), "life-bar");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (flow));
  gtk_widget_set_sensitive (GTK_WIDGET (flow), !zb_registry_is_read_only (registry));
  return GTK_WIDGET (self);
}
