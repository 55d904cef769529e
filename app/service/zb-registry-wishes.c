/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/zb-registry-wishes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/wishes/zb-alias.h"
#include "service/zb-registry-private.h"
#include "store/wishes/zb-publication.h"
#include "store/zb-check.h"
#include "store/zb-records.h"

typedef struct {
  ZbWishQuery query;
  char *category;
  char *text;
} Question;

static void
question_free (Question *question)
{
  g_free (question->category);
  g_free (question->text);
  g_free (question);
}

static void
wishes_thread (GTask *task, ZbDb **db)
{
  ZbRegistry *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *lines = NULL;

  if (self->wishes == NULL)
    self->wishes = zb_wish_finder_new ();
  if (zb_registry_open_reader (self, db, &error))
    lines = zb_wish_finder_list (self->wishes, *db, &question->query, &error);
  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
zb_registry_wishes_async (ZbRegistry *self, const ZbWishQuery *query, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->query = *query;
  question->query.category = question->category = g_strdup (query->category);
  question->query.text = question->text = g_strdup (query->text);
  if (!zb_date_is_set (query->day))
    question->query.day = self->today;
  g_task_set_source_tag (task, zb_registry_wishes_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  zb_worker_push (self->reader, task, wishes_thread);
}

GPtrArray *
zb_registry_wishes_finish (ZbRegistry *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
zb_registry_wish_parts (ZbRegistry *self, const ZbKind *kind, gint64 wish, GError **error)
{
  return zb_wishes_parts (self->db, kind, wish, error);
}

gint64
zb_registry_wish_numbered (ZbRegistry *self, const char *number)
{
  g_autofree char *typed = g_strstrip (g_strdup (number));
  g_autofree char *whole = NULL;
  gint64 n;

  if (*typed == '\0')
    return 0;
  if (strspn (typed, "0123456789") != strlen (typed))
    return zb_records_find (self->db, &zb_kind_wish, typed, NULL);
  n = g_ascii_strtoll (typed, NULL, 10);
  whole = g_strdup_printf ("%d-%04" G_GINT64_FORMAT, self->today.year, n);
  return zb_records_find (self->db, &zb_kind_wish, whole, NULL);
}

char *
zb_registry_propose_alias (ZbRegistry *self, const ZbRecord *household)
{
  g_autoptr(ZbRules) rules = zb_rules_load (self->db, NULL);

  if (rules == NULL)
    return g_strdup ("");
  return zb_alias_propose (zb_record_get (household, "name"), zb_record_get (household, "sex"), zb_record_get_date (household, "birth_date"),
                           self->today, rules);
}

GPtrArray *
zb_registry_households_like (ZbRegistry *self, const ZbRecord *household)
{
  GPtrArray *found = zb_households_like (self->db, household, NULL);

  return found != NULL ? found : g_ptr_array_new ();
}

GPtrArray *
zb_registry_households (ZbRegistry *self)
{
  GPtrArray *found = zb_households_names (self->db, NULL);

  return found != NULL ? found : g_ptr_array_new ();
}

char *
zb_registry_address_notice (ZbRegistry *self, const ZbRecord *draft)
{
  const ZbField *field = NULL;
  g_autofree char *found = zb_publication_find_address (draft, &field);

  if (found == NULL)
    return NULL;
  /* Translators: %1$s the name of a field, %2$s a piece of its text */
  return g_strdup_printf (_("“%1$s” seems to tell where somebody lives: %2$s. Everybody can read it once it is published; write it without."),
                          _(field->label), found);
}
