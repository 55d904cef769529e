/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-export-occasions.h"

#include <glib/gi18n.h>

struct _ZbExportOccasions
{
  ZbRemembered parent_instance;

  ZbRosterRequest *current; /* (owned) (nullable) */
};

enum { CHOSEN, NAMING, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZbExportOccasions, zb_export_occasions, ZB_TYPE_REMEMBERED)

static GPtrArray *
list (ZbRemembered *self, ZbRegistry *registry)
{
  return zb_registry_occasions (registry);
}

static char *
caption (ZbRemembered *self, const ZbRecord *record)
{
  const ZbRoster *roster = zb_roster_get (zb_record_get (record, "roster"));

  return roster != NULL ? g_strdup (_(roster->label)) : NULL;
}

static void
chosen (ZbRemembered *self, const ZbRecord *record)
{
  g_signal_emit (self, signals[CHOSEN], 0, record->id, zb_record_title (record));
}

static gboolean
can_remember (ZbRemembered *self)
{
  return ZB_EXPORT_OCCASIONS (self)->current != NULL;
}

static ZbRecord *
make (ZbRemembered *remembered, ZbRegistry *registry, const char *name, GError **error)
{
  ZbExportOccasions *self = ZB_EXPORT_OCCASIONS (remembered);

  g_signal_emit (self, signals[NAMING], 0);
  return self->current != NULL ? zb_registry_occasion_record (registry, name, self->current, error) : NULL;
}

void
zb_export_occasions_set_current (ZbExportOccasions *self, const ZbRosterRequest *request, const char *name)
{
  g_clear_pointer (&self->current, zb_roster_request_free);
  self->current = zb_roster_request_copy (request);
  if (name != NULL)
    zb_remembered_set_name (ZB_REMEMBERED (self), name);
}

static void
zb_export_occasions_dispose (GObject *object)
{
  g_clear_pointer (&ZB_EXPORT_OCCASIONS (object)->current, zb_roster_request_free);
  G_OBJECT_CLASS (zb_export_occasions_parent_class)->dispose (object);
}

static void
zb_export_occasions_class_init (ZbExportOccasionsClass *klass)
{
  ZbRememberedClass *remembered = ZB_REMEMBERED_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zb_export_occasions_dispose;
  remembered->kind = &zb_kind_occasion;
  remembered->list = list;
  remembered->caption = caption;
  remembered->chosen = chosen;
  remembered->can_remember = can_remember;
  remembered->make = make;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[NAMING] = g_signal_new ("naming", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
zb_export_occasions_init (ZbExportOccasions *self)
{
}

GtkWidget *
zb_export_occasions_new (ZbRegistry *registry)
{
  ZbExportOccasions *self = g_object_new (ZB_TYPE_EXPORT_OCCASIONS, NULL);
  const ZbRememberedWords words = {
    .list = _("Usual Lists"),
    .empty = _("No list has been remembered yet. Choose what it shall be, and give it a name."),
    /* Translators: %s is the name of a list that was remembered */
    .forget = _("Forget the list: %s"),
    /* Translators: %s is the name of a list or filter that was remembered */
    .rename = _("Give another name: %s"),
    .placeholder = _("Name, such as “July meeting, sign-in”"),
    .name = _("Name for the list as it is chosen now"),
    .remember = _("_Remember"),
    .tooltip = _("Remember this list with all that is chosen for it; one of the same name is written over"),
    /* Translators: %s is the name that a list was given */
    .remembered = _("Remembered: %s. It is here and on the overview now."),
  };

  zb_remembered_set_up (ZB_REMEMBERED (self), registry, &words);
  return GTK_WIDGET (self);
}
