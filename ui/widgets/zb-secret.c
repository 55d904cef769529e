/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/zb-secret.h"

#include <glib/gi18n.h>

#define SHOWN_SECONDS 30

struct _ZbSecret
{
  GtkWidget parent_instance;

  ZbRegistry *registry; /* (owned) */
  const ZbKind *kind;
  gint64 id;
  const ZbField *field;
  char *masked;
  guint hide_id;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (ZbSecret, zb_secret, GTK_TYPE_WIDGET)

static void
set_button (ZbSecret *self, const char *verb)
{
  /* Translators: name of a button for screen readers: %1$s is Show or Hide, %2$s the field */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), verb, _(self->field->label));

  gtk_button_set_label (GTK_BUTTON (self->button), verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
hide (ZbSecret *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_label_set_label (GTK_LABEL (self->label), self->masked);
  set_button (self, _("Show"));
}

static gboolean
on_time_over (gpointer user_data)
{
  ZbSecret *self = ZB_SECRET (user_data);

  self->hide_id = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

static void
on_clicked (ZbSecret *self)
{
  g_autoptr(ZbRecord) record = NULL;
  g_autofree char *text = NULL;

  if (self->hide_id != 0)
    {
      hide (self);
      return;
    }
  record = zb_registry_get (self->registry, self->kind, self->id, TRUE, NULL);
  if (record == NULL)
    return;
  zb_registry_reveal_async (self->registry, self->kind, self->id, self->field->name);
  text = zb_field_show (self->field, zb_record_get (record, self->field->name), FALSE);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  set_button (self, _("Hide"));
  self->hide_id = g_timeout_add_seconds (SHOWN_SECONDS, on_time_over, self);
}

static void
zb_secret_dispose (GObject *object)
{
  ZbSecret *self = ZB_SECRET (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->registry);
  G_OBJECT_CLASS (zb_secret_parent_class)->dispose (object);
}

static void
zb_secret_finalize (GObject *object)
{
  g_free (ZB_SECRET (object)->masked);
  G_OBJECT_CLASS (zb_secret_parent_class)->finalize (object);
}

static void
zb_secret_class_init (ZbSecretClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zb_secret_dispose;
  G_OBJECT_CLASS (klass)->finalize = zb_secret_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zb_secret_init (ZbSecret *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new_with_label ("");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_can_focus (self->label, FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_CHAR);
  /* Cut to lines only where there is no room: a number is read whole. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (self->label, "tabular");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "small-button");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
zb_secret_new (ZbRegistry *registry, const ZbKind *kind, gint64 record, const ZbField *field, const char *masked)
{
  ZbSecret *self = g_object_new (ZB_TYPE_SECRET, NULL);

  self->registry = g_object_ref (registry);
  self->kind = kind;
  self->id = record;
  self->field = field;
  self->masked = g_strdup (masked);
  hide (self);
  return GTK_WIDGET (self);
}
