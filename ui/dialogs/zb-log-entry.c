/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/zb-log-entry.h"

#include <glib/gi18n.h>

#include "service/zb-words.h"

struct _ZbLogEntry
{
  GObject parent_instance;

  ZbHistorySet *set; /* (owned) */
  char *words;       /* (owned) */
  char *about;       /* (owned) */
  char *folded;      /* (owned): what the search looks at */
};

G_DEFINE_FINAL_TYPE (ZbLogEntry, zb_log_entry, G_TYPE_OBJECT)

static char *
about_words (const ZbHistorySet *set)
{
  g_autofree char *when = zb_words_moment (set->at);
  const char *who = set->who != NULL && *set->who != '\0' ? set->who : _("unknown");

  if (set->undone_by != 0 && set->may_stand)
    /* Translators: %1$s a time, %2$s who did it */
    return g_strdup_printf (_("Undone but for what was changed since; %1$s, %2$s"), when, who);
  if (set->undone_by != 0)
    /* Translators: %1$s a time, %2$s who did it */
    return g_strdup_printf (_("Undone; %1$s, %2$s"), when, who);
  /* Translators: %1$s a time, %2$s who did it */
  return g_strdup_printf (_("%1$s, %2$s"), when, who);
}

static void
zb_log_entry_finalize (GObject *object)
{
  ZbLogEntry *self = ZB_LOG_ENTRY (object);

  g_clear_pointer (&self->set, zb_history_set_free);
  g_free (self->words);
  g_free (self->about);
  g_free (self->folded);
  G_OBJECT_CLASS (zb_log_entry_parent_class)->finalize (object);
}

static void
zb_log_entry_class_init (ZbLogEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zb_log_entry_finalize;
}

static void
zb_log_entry_init (ZbLogEntry *self)
{
}

ZbLogEntry *
zb_log_entry_new (ZbHistorySet *set)
{
  ZbLogEntry *self = g_object_new (ZB_TYPE_LOG_ENTRY, NULL);
  g_autofree char *both = NULL;

  self->set = set;
  self->words = zb_words_action (set->action, set->subject, set->n_records);
  self->about = about_words (set);
  both = g_strjoin (" ", self->words, self->about, NULL);
  self->folded = g_utf8_casefold (both, -1);
  return self;
}

const ZbHistorySet *
zb_log_entry_get_set (ZbLogEntry *self)
{
  return self->set;
}

const char *
zb_log_entry_get_words (ZbLogEntry *self)
{
  return self->words;
}

const char *
zb_log_entry_get_about (ZbLogEntry *self)
{
  return self->about;
}

gboolean
zb_log_entry_matches (ZbLogEntry *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  folded = g_utf8_casefold (text, -1);
  return g_strstr_len (self->folded, -1, folded) != NULL;
}
